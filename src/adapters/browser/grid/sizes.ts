/** How wide columns are and how high rows, from the file, or from what stands in them. */
import { BooleanNumber, type IColumnData, type IObjectArrayPrimitiveType, type IRowData } from '@univerjs/core';
import { gridStyle } from '#adapters/browser/grid/grid-style';
import type { OpenedSheet } from '#adapters/browser/open-book';
import type { CellLook } from '#adapters/xlsx/look/cell-looks';
import type { ColumnLook, SheetLook } from '#adapters/xlsx/look/sheet-look';
import { isWithin, type Grid } from '#core/table/grid';

export type Shown = Pick<OpenedSheet, 'look' | 'styleAt'>;
export type Columns = IObjectArrayPrimitiveType<Partial<IColumnData>>;

/** Of the usual font: a character, what stands beside it, and a point. */
const PIXELS = { character: 7, padding: 5, point: 4 / 3 };
/** Of columns whose width no file says, in characters. */
const GUESSED = { least: 6, most: 48, rows: 200 };
/** Of a row that no file gives a height: a line of its letters, and what stands above and below. */
const LINE = { height: 1.45, padding: 4, size: 11, most: 12, character: 8.5 };
/** Of more, as hostile files have them, a grid draws none beyond, and no height is worked out. */
export const MOST_MERGES = 2000;
/** In pixels, where nothing is said. */
const USUAL_WIDTH = 88;

export function columnsOf(grid: Grid, look: SheetLook | undefined): Columns {
  const columns: Record<number, Partial<IColumnData>> = {};
  for (let column = 0; column < grid.columnCount; column += 1) {
    const own = look?.columns.find(({ first, last }) => column >= first && column <= last);
    columns[column] = { ...saidWidth(grid, column, own, look), ...columnStyle(own, look), ...(grid.isColumnHidden(column) && { hd: BooleanNumber.TRUE }) };
  }
  return columns;
}

function saidWidth(grid: Grid, column: number, own: ColumnLook | undefined, look: SheetLook | undefined): Partial<IColumnData> {
  const isSaid = look !== undefined && look.columns.length > 0;
  const characters = own?.width ?? (isSaid ? null : guessedWidth(grid, column));
  return characters === null ? {} : { w: Math.round(characters * PIXELS.character + PIXELS.padding) };
}

function columnStyle(own: ColumnLook | undefined, look: SheetLook | undefined): Partial<IColumnData> {
  const style = own?.style ?? null;
  return style === null ? {} : { s: gridStyle(look?.styles[style], null) };
}

/** As wide as what stands in its first rows, titles that run over the next columns left out. */
function guessedWidth(grid: Grid, column: number): number {
  let width = GUESSED.least;
  for (let row = 0; row < Math.min(grid.rowCount, GUESSED.rows); row += 1) {
    const { value } = grid.cell(row, column);
    const isTitle = column < grid.columnCount - 1 && grid.cell(row, column + 1).value === null;
    if (value !== null && typeof value !== 'object' && !isTitle) width = Math.max(width, String(value).length + 1);
  }
  return Math.min(width, GUESSED.most);
}

export function rowsOf(grid: Grid, shown: Shown, columns: Columns): IObjectArrayPrimitiveType<Partial<IRowData>> {
  const rows: Record<number, Partial<IRowData>> = {};
  for (let row = 0; row < grid.rowCount; row += 1) {
    const height = shown.look?.heights.get(row);
    const pixels = height === undefined ? wrappedHeight(grid, row, shown, columns) : Math.round(height * PIXELS.point);
    if (pixels !== null) rows[row] = { h: pixels, ia: BooleanNumber.FALSE };
    if (grid.isRowHidden(row)) rows[row] = { ...rows[row], hd: BooleanNumber.TRUE };
  }
  return rows;
}

/** A program that knew how wide letters are would have written it; null where one line is enough. */
function wrappedHeight(grid: Grid, row: number, shown: Shown, columns: Columns): number | null {
  let [lines, size] = [1, LINE.size];
  for (let column = 0; column < grid.columnCount; column += 1) {
    const { value } = grid.cell(row, column);
    const look = typeof value === 'string' ? lookAt(shown, row, column) : null;
    if (look?.wrap !== true) continue;
    size = Math.max(size, look.font.size ?? LINE.size);
    lines = Math.max(lines, linesOf(value as string, widthAt(grid, row, column, columns), look));
  }
  return lines === 1 ? null : Math.round(Math.min(lines, LINE.most) * size * PIXELS.point * LINE.height + LINE.padding);
}

/** In pixels; without end where a text has several rows to run over. */
function widthAt({ merges }: Grid, row: number, column: number, columns: Columns): number {
  const own = { top: row, left: column, bottom: row, right: column };
  const { top, left, bottom, right } = merges.length > MOST_MERGES ? own : merges.find((one) => isWithin(one, row, column)) ?? own;
  return top === bottom ? widthOf(columns, left, right) : Infinity;
}

/** From the first column to the last, in pixels. */
function widthOf(columns: Columns, first: number, last: number): number {
  let width = 0;
  for (let i = first; i <= last; i += 1) width += columns[i]?.w ?? USUAL_WIDTH;
  return width;
}

function lookAt({ look, styleAt }: Shown, row: number, column: number): CellLook | null {
  return look?.styles[styleAt?.(row, column) ?? -1] ?? null;
}

function linesOf(text: string, width: number, { font: { size } }: CellLook): number {
  const room = Math.max(1, (width - PIXELS.padding) / (LINE.character * ((size ?? LINE.size) / LINE.size)));
  return text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / room)), 0);
}

/** In pixels, from the first column to the last that holds something. */
export function widthOfTable(grid: Grid, columns: Columns): number {
  let width = 0;
  for (let column = 0; column < grid.columnCount; column += 1) width += columns[column]?.hd === BooleanNumber.TRUE ? 0 : columns[column]?.w ?? USUAL_WIDTH;
  return width;
}
