/** A sheet of our own, put at the end and shown: cells, number formats, merges, hidden rows and columns. */
import { entered } from '#adapters/excel/cell-content';
import { asked, codeOf } from '#adapters/excel/office-call';
import { MOST_CELLS } from '#adapters/excel/runs-of-cells';
import { infoOf, listSheets } from '#adapters/excel/read-sheets';
import type { Cell, Grid } from '#core/table/grid';
import { freeName } from '#core/table/sheet-name';
import { HostError, type Content, type SheetInfo } from '#ports/workbook-host';

/** Of one request: some 2 MB. */
const BLOCK_CELLS = 40_000;

/** One sync for the names that are taken, one for the sheet, one for each block beyond the first. */
export async function addSheetOf(grid: Grid): Promise<SheetInfo> {
  const taken = await listSheets();
  const name = freeName(grid.name, taken.map((sheet) => sheet.name));
  const rows = Math.max(1, Math.floor(BLOCK_CELLS / Math.max(1, grid.columnCount)));
  try {
    const info = await asked(async (context) => {
      const sheet = context.workbook.worksheets.add(name).load('id,name,visibility');
      fill(sheet, grid, 0, rows);
      if (grid.rowCount <= rows) finish(sheet, grid);
      await context.sync();
      return infoOf(sheet);
    });
    for (let from = rows; from < grid.rowCount; from += rows) await more(info.id, grid, from, rows);
    return info;
  } catch (error) {
    // With a name that somebody else took meanwhile, the sheet is theirs.
    if (!(error instanceof HostError && codeOf(error.cause) === 'ItemAlreadyExists')) await dropped(name, taken);
    throw error;
  }
}

function more(id: string, grid: Grid, from: number, rows: number): Promise<void> {
  return asked(async (context) => {
    const sheet = context.workbook.worksheets.getItem(id);
    fill(sheet, grid, from, rows);
    if (from + rows >= grid.rowCount) finish(sheet, grid);
    await context.sync();
  });
}

function fill(sheet: Excel.Worksheet, grid: Grid, from: number, most: number): void {
  const rows = Math.min(most, grid.rowCount - from);
  if (rows <= 0 || grid.columnCount === 0) return;
  const atOnce = Math.max(1, Math.floor(MOST_CELLS / grid.columnCount));
  for (let row = from; row < from + rows; row += atOnce) fillRows(sheet, grid, row, Math.min(atOnce, from + rows - row));
}

function fillRows(sheet: Excel.Worksheet, grid: Grid, from: number, rows: number): void {
  const cells = Array.from({ length: rows }, (_, i) => Array.from({ length: grid.columnCount }, (__, column) => grid.cell(from + i, column)));
  const range = sheet.getRangeByIndexes(from, 0, rows, grid.columnCount);
  // Nothing is read back here: wherever a text might be a date, it is told to stay one.
  range.formulas = cells.map((row) => row.map((cell) => entered(contentOf(cell), 'General', typeof cell.value === 'string' && /\d/.test(cell.value))));
  // After the figures: a cell of texts would keep a figure for a text.
  range.numberFormat = cells.map((row) => row.map(({ format }) => format ?? 'General'));
}

function finish(sheet: Excel.Worksheet, grid: Grid): void {
  for (const { top, left, bottom, right } of grid.merges) sheet.getRangeByIndexes(top, left, bottom - top + 1, right - left + 1).merge();
  for (let row = 0; row < grid.rowCount; row += 1) if (grid.isRowHidden(row)) sheet.getRangeByIndexes(row, 0, 1, 1).rowHidden = true;
  for (let column = 0; column < grid.columnCount; column += 1) if (grid.isColumnHidden(column)) sheet.getRangeByIndexes(0, column, 1, 1).columnHidden = true;
  sheet.activate();
}

function contentOf({ value, formula }: Cell): Content {
  if (formula !== null) return { kind: 'formula', formula };
  if (value === null) return { kind: 'blank' };
  if (typeof value === 'object') return { kind: 'error', error: value.error };
  if (typeof value === 'string') return { kind: 'text', text: value };
  return typeof value === 'number' ? { kind: 'number', value } : { kind: 'boolean', value };
}

/** A sheet that came only half is taken away again, as far as Excel lets us: the first refusal is the one that is told. */
async function dropped(name: string, before: readonly SheetInfo[]): Promise<void> {
  try {
    await asked(async (context) => {
      const sheet = context.workbook.worksheets.getItemOrNullObject(name).load('id');
      await context.sync();
      if (sheet.isNullObject || before.some(({ id }) => id === sheet.id)) return;
      sheet.delete();
      await context.sync();
    });
  } catch (error) {
    if (!(error instanceof HostError)) throw error;
  }
}
