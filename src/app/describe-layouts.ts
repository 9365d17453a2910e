/** Tells how each table of a file was understood: its layout, its columns, its rows, and why. */
import { withOwnTemplate, type OnRefused } from '#app/known-templates';
import { tablesOf, type Table, type TableOptions } from '#core/layout/table';
import { columnKeys } from '#core/table/column-keys';
import { columnLetters } from '#core/table/grid';
import type { WorkbookFiles } from '#ports/workbook-files';

export interface LayoutReport {
  readonly sheet: string;
  readonly range: string;
  readonly template: { readonly id: string; readonly confidence: number } | null;
  readonly columns: readonly { readonly letters: string; readonly key: string; readonly header: string }[];
  /** Rows by how they were recognised. */
  readonly rows: { readonly name: number; readonly alias: number; readonly typo: number; readonly place: number; readonly unknown: number };
  readonly relations: { readonly declared: number; readonly inferred: number; readonly comparisons: number };
}

/** @throws {UnreadableFileError} where the file gives no workbook */
export async function describeLayouts(file: string, files: WorkbookFiles, options: TableOptions, onRefused: OnRefused): Promise<LayoutReport[]> {
  const workbook = await files.read(file);
  const own = withOwnTemplate(options, workbook, (fault) => { onRefused(file, fault); });
  return workbook.sheets.flatMap((grid) => tablesOf(grid, own)).map(describe);
}

function describe(table: Table): LayoutReport {
  const { grid, range, recognition, structure, columns } = table;
  const keys = columnKeys(columns);
  return {
    sheet: grid.name, range,
    template: recognition && { id: recognition.template.id, confidence: recognition.confidence },
    columns: columns.all.map((column) => ({ letters: columnLetters(column.index), key: keys.get(column) ?? column.role, header: column.header })),
    rows: likenesses(table),
    relations: { ...bases(structure), comparisons: columns.comparisons.length },
  };
}

function likenesses(table: Table): LayoutReport['rows'] {
  const counts = { name: 0, alias: 0, typo: 0, place: 0, unknown: 0 };
  for (const row of table.rows) if (row.kind === 'indicator') counts[table.match(row)?.likeness ?? 'unknown'] += 1;
  return counts;
}

function bases({ sums, subsets, rates, flows }: Table['structure']): { declared: number; inferred: number } {
  const own = [...sums, ...subsets];
  const inferred = own.filter(({ basis }) => basis === 'inferred').length;
  return { inferred, declared: own.length - inferred + rates.length + flows.length };
}
