/** Carries edits of tables' headings into the tables and into the formulas that say them. */
import type { EditedCells } from '#adapters/xlsx/patch/sheet-edits';
import { formulaTexts, headingAt, headingName, renameColumn, renamedInFormula, tablesOf, type ColumnRename, type SheetTable } from '#adapters/xlsx/patch/table-headers';
import type { WorkbookState } from '#adapters/xlsx/patch/workbook-state';
import { escapeCellText } from '#adapters/xlsx/patch/xml-escape';
import type { CellValue } from '#core/table/grid';

/** Where a workbook says a table's column: cells, rules and names. */
const FORMULAS = new Set(['f', 'formula', 'formula1', 'formula2', 'definedName', 'calculatedColumnFormula', 'totalsRowFormula']);

export function syncHeadings(workbook: WorkbookState, pending: ReadonlyMap<string, EditedCells>): void {
  for (const [path, edits] of pending) {
    for (const table of tablesOf(workbook.zip, path)) for (const rename of renames(table, edits)) carryOut(workbook, rename);
  }
}

/** The columns of a table that get another name; their edits say it as the file is to have it. */
function renames(table: SheetTable, edits: EditedCells): readonly ColumnRename[] {
  const cells = edits.get(table.area.top);
  const names = [...table.columns];
  const found: ColumnRename[] = [];
  for (const [at, edit] of cells ?? []) {
    const heading = headingAt([table], table.area.top, at);
    if (heading === null || edit.content === null) continue;
    const from = names[heading.column] ?? '';
    const to = headingName(headingText(edit.content.value), names.filter((_, i) => i !== heading.column));
    names[heading.column] = to;
    // A heading is text, also where a figure was typed, and never a formula.
    cells?.set(at, { ...edit, content: { value: to, formula: null } });
    if (from !== to) found.push({ table, column: heading.column, from, to });
  }
  return found;
}

function headingText(value: CellValue): string {
  if (value === null) return '';
  return typeof value === 'object' ? value.error : String(value);
}

function carryOut(workbook: WorkbookState, rename: ColumnRename): void {
  const { zip } = workbook;
  renameColumn(zip, rename);
  const sheets = workbook.sheets().map(({ path }) => path);
  const tables = sheets.flatMap((path) => tablesOf(zip, path).map((table) => table.path));
  for (const path of [workbook.path, ...sheets, ...tables]) renameIn(workbook, path, rename);
}

function renameIn({ zip }: WorkbookState, path: string, rename: ColumnRename): void {
  const text = zip.text(path);
  if (!text.toLowerCase().includes(`${rename.table.name.toLowerCase()}[`)) return;
  const changed = formulaTexts(text, FORMULAS).map(({ from, to, formula }) => ({ from, to, formula, renamed: renamedInFormula(formula, rename) }));
  zip.edit(path, changed.filter(({ formula, renamed }) => renamed !== formula).map(({ from, to, renamed }) => ({ from, to, text: escapeCellText(renamed) })));
}
