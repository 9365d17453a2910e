/** Workbooks of last year and of the plan, beside the one that is looked at. */
import type { Source } from '#core/layout/source';
import { tablesOf, type Table, type TableOptions } from '#core/layout/table';
import type { Against } from '#core/table/columns';
import type { Grid } from '#core/table/grid';
import { UnreadableFileError, type WorkbookFiles } from '#ports/workbook-files';

/** A workbook to take figures from. */
export interface SourceFile {
  readonly file: string;
  /** As it is quoted: without its folders. */
  readonly name: string;
  readonly as: Against;
}

/**
 * The tables of such workbooks.
 *
 * @param options those of the workbook looked at; the year asked for is its own, not of those before it
 * @throws {UnreadableFileError} where a file holds no workbook, or no table
 */
export async function sourcesIn(all: readonly SourceFile[], files: WorkbookFiles, { templates, template }: TableOptions): Promise<Source[]> {
  const read = await Promise.all(all.map(async ({ file, name, as }) => {
    const { sheets } = await files.read(file);
    return tablesIn(sheets, { templates, file: name, ...(template && { template }) }, file).map((table) => ({ table, as }));
  }));
  return read.flat();
}

/** @throws {UnreadableFileError} where no sheet has a table */
export function tablesIn(sheets: readonly Grid[], options: TableOptions, file: string): Table[] {
  const tables = sheets.flatMap((grid) => tablesOf(grid, options));
  if (tables.length === 0) throw new UnreadableFileError('no-table', file);
  return tables;
}
