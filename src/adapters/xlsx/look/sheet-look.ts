/** How a sheet looks besides its cells: widths, heights, what stays in view. */
import type { CellLook } from '#adapters/xlsx/look/cell-looks';
import { cutSheet } from '#adapters/xlsx/row-windows';
import { XmlCursor } from '#adapters/xlsx/xml-cursor';

export interface ColumnLook {
  readonly first: number;
  readonly last: number;
  /** In characters of the usual font; null as usual. */
  readonly width: number | null;
  /** The look of cells that the file does not have. */
  readonly style: number | null;
}

export interface SheetLook {
  readonly columns: readonly ColumnLook[];
  /** In points, by row; only what was set by hand or measured. */
  readonly heights: ReadonlyMap<number, number>;
  /** Rows and columns that stay in view. */
  readonly frozen: { readonly rows: number; readonly columns: number };
  readonly styles: readonly CellLook[];
}

/** Beyond it nobody scrolls, and each height is kept. */
const MOST_HEIGHTS = 20_000;
/** Excel takes none higher. */
const HIGHEST = 409.5;

export function sheetLook(xml: Uint8Array, styles: readonly CellLook[]): SheetLook {
  const { head, rows } = cutSheet(xml);
  return { ...headLook(head), heights: heightsIn(rows), styles };
}

function headLook(head: string): Pick<SheetLook, 'columns' | 'frozen'> {
  const columns: ColumnLook[] = [];
  let frozen = { rows: 0, columns: 0 };
  const cursor = new XmlCursor(head);
  while (cursor.next()) {
    if (cursor.opens('col')) columns.push(columnAt(cursor));
    else if (cursor.opens('pane') && (cursor.attribute('state') ?? '').startsWith('frozen')) frozen = { rows: whole(cursor.attribute('ySplit')), columns: whole(cursor.attribute('xSplit')) };
  }
  return { columns, frozen };
}

function columnAt(cursor: XmlCursor): ColumnLook {
  const width = Number(cursor.attribute('width') ?? Number.NaN);
  const style = cursor.attribute('style');
  return { first: whole(cursor.attribute('min')) - 1, last: whole(cursor.attribute('max')) - 1, width: width > 0 && width <= 255 ? width : null, style: style === null ? null : whole(style) };
}

function whole(text: string | null): number {
  const number = Number(text ?? 0);
  return Number.isInteger(number) && number >= 0 ? number : 0;
}

function heightsIn(rows: Iterable<string>): ReadonlyMap<number, number> {
  const heights = new Map<number, number>();
  for (const piece of rows) {
    for (const [, attributes = ''] of piece.matchAll(/<(?:\w+:)?row\b([^>]*)>/g)) {
      const [row, height] = [numberIn(attributes, / r="(\d+)"/), numberIn(attributes, / ht="([\d.]+)"/)];
      if (row > 0 && height > 0 && height <= HIGHEST && heights.size < MOST_HEIGHTS) heights.set(row - 1, height);
    }
  }
  return heights;
}

/** 0 where it is not there. */
function numberIn(attributes: string, pattern: RegExp): number {
  return Number(pattern.exec(attributes)?.[1] ?? 0);
}
