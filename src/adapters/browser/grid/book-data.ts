/** An open workbook as the grid is given it. */
import { BooleanNumber, type ICellData, type IRange, type IStyleData, type IWorkbookData, type IWorksheetData, type LocaleType } from '@univerjs/core';
import { gridCell } from '#adapters/browser/grid/grid-cell';
import type { OpenBook } from '#adapters/browser/open-book';
import type { Grid } from '#core/table/grid';
import type { SheetInfo } from '#ports/workbook-host';

/** The version of the grid that reads it. */
const VERSION = '0.25.1';
/** Room below and beside a table for what is added. */
const SPARE = { rows: 40, columns: 6 };
const LEAST = { rows: 60, columns: 16 };

export function bookData(book: OpenBook, id: string, locale: LocaleType): Partial<IWorkbookData> {
  const sheets = book.sheets.map((info) => sheetData(info, book.grid(info.id)));
  return {
    id, name: '', appVersion: VERSION, locale, styles: {}, resources: [],
    sheetOrder: sheets.map((sheet) => sheet.id),
    sheets: Object.fromEntries(sheets.map((sheet) => [sheet.id, sheet])),
  };
}

export function sheetData({ id, name, hidden }: SheetInfo, grid: Grid): Partial<IWorksheetData> & { readonly id: string } {
  return {
    id, name, hidden: hidden ? BooleanNumber.TRUE : BooleanNumber.FALSE,
    rowCount: Math.max(LEAST.rows, grid.rowCount + SPARE.rows),
    columnCount: Math.max(LEAST.columns, grid.columnCount + SPARE.columns),
    cellData: cellsOf(grid),
    mergeData: grid.merges.map(({ top, left, bottom, right }): IRange => ({ startRow: top, startColumn: left, endRow: bottom, endColumn: right })),
    rowData: hiddenOf(grid.rowCount, grid.isRowHidden),
    columnData: hiddenOf(grid.columnCount, grid.isColumnHidden),
  };
}

function cellsOf(grid: Grid): Record<number, Record<number, ICellData>> {
  const rows: Record<number, Record<number, ICellData>> = {};
  for (let row = 0; row < grid.rowCount; row += 1) {
    const cells: Record<number, ICellData> = {};
    for (let column = 0; column < grid.columnCount; column += 1) {
      const cell = grid.cell(row, column);
      const data = dataOf(cell.value === null && cell.formula === null ? null : gridCell(cell), styleOf(cell.format));
      if (data !== null) cells[column] = data;
    }
    rows[row] = cells;
  }
  return rows;
}

function dataOf(cell: ICellData | null, style: IStyleData | null): ICellData | null {
  if (cell === null && style === null) return null;
  const given = Object.fromEntries(Object.entries(cell ?? {}).filter(([, value]) => value !== null));
  return style === null ? given : { ...given, s: style };
}

function styleOf(format: string | null): IStyleData | null {
  return format === null ? null : { n: { pattern: format } };
}

function hiddenOf(count: number, isHidden: (index: number) => boolean): Record<number, { readonly hd: BooleanNumber }> {
  const hidden: Record<number, { readonly hd: BooleanNumber }> = {};
  for (let i = 0; i < count; i += 1) if (isHidden(i)) hidden[i] = { hd: BooleanNumber.TRUE };
  return hidden;
}
