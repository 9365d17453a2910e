/** An open workbook as the grid is given it. */
import { BooleanNumber, type ICellData, type IFreeze, type IRange, type IStyleData, type IWorkbookData, type IWorksheetData, type LocaleType } from '@univerjs/core';
import { gridCell } from '#adapters/browser/grid/grid-cell';
import { gridStyle } from '#adapters/browser/grid/grid-style';
import { columnsOf, MOST_MERGES, rowsOf, type Shown } from '#adapters/browser/grid/sizes';
import type { OpenBook } from '#adapters/browser/open-book';
import type { SheetLook } from '#adapters/xlsx/look/sheet-look';
import type { Cell, Grid } from '#core/table/grid';
import type { SheetInfo } from '#ports/workbook-host';

/** The version of the grid that reads it. */
const VERSION = '0.25.1';
/** Room below and beside a table for what is added. */
const SPARE = { rows: 40, columns: 6 };
const LEAST = { rows: 60, columns: 16 };
export function bookData(book: OpenBook, id: string, locale: LocaleType): Partial<IWorkbookData> {
  const sheets = book.sheets.map((info) => sheetData(info, book.grid(info.id), book.lookOf(info.id)));
  return {
    id, name: '', appVersion: VERSION, locale, styles: {}, resources: [],
    sheetOrder: sheets.map((sheet) => sheet.id),
    sheets: Object.fromEntries(sheets.map((sheet) => [sheet.id, sheet])),
  };
}

export function sheetData({ id, name, hidden }: SheetInfo, grid: Grid, shown: Shown): Partial<IWorksheetData> & { readonly id: string } {
  const { look } = shown;
  const usual = look?.styles[0];
  const freeze = look === undefined ? null : freezeOf(look);
  const columns = columnsOf(grid, look);
  return {
    id, name, hidden: hidden ? BooleanNumber.TRUE : BooleanNumber.FALSE,
    rowCount: Math.max(LEAST.rows, grid.rowCount + SPARE.rows),
    columnCount: Math.max(LEAST.columns, grid.columnCount + SPARE.columns),
    ...(usual !== undefined && { defaultStyle: gridStyle(usual, null) }),
    ...(freeze !== null && { freeze }),
    cellData: cellsOf(grid, shown),
    mergeData: grid.merges.slice(0, MOST_MERGES).map(({ top, left, bottom, right }): IRange => ({ startRow: top, startColumn: left, endRow: bottom, endColumn: right })),
    rowData: rowsOf(grid, shown, columns),
    columnData: columns,
  };
}

/** Styles of a file are made once, whichever cells have them. */
function cellsOf(grid: Grid, { look, styleAt }: Shown): Record<number, Record<number, ICellData>> {
  const known = new Map<string, IStyleData>();
  const styleOf = (row: number, column: number, { format }: Cell): IStyleData => {
    const number = styleAt?.(row, column) ?? null;
    const key = `${number ?? ''} ${format ?? ''}`;
    const style = known.get(key) ?? gridStyle(number === null ? undefined : look?.styles[number], format);
    known.set(key, style);
    return style;
  };
  const rows: Record<number, Record<number, ICellData>> = {};
  for (let row = 0; row < grid.rowCount; row += 1) {
    const cells: Record<number, ICellData> = {};
    for (let column = 0; column < grid.columnCount; column += 1) {
      const cell = grid.cell(row, column);
      const data = dataOf(cell, styleOf(row, column, cell));
      if (data !== null) cells[column] = data;
    }
    rows[row] = cells;
  }
  return rows;
}

function dataOf(cell: Cell, style: IStyleData): ICellData | null {
  const isBlank = cell.value === null && cell.formula === null;
  const isPlain = Object.keys(style).length === 0;
  if (isBlank && isPlain) return null;
  const given = isBlank ? {} : Object.fromEntries(Object.entries(gridCell(cell)).filter(([, value]) => value !== null));
  return isPlain ? given : { ...given, s: style };
}

function freezeOf({ frozen: { rows, columns } }: SheetLook): IFreeze | null {
  if (rows === 0 && columns === 0) return null;
  return { xSplit: columns, ySplit: rows, startRow: rows === 0 ? -1 : rows, startColumn: columns === 0 ? -1 : columns };
}
