/** Reads one sheet: its cells, merges, and hidden rows and columns. */
import { areaOf, LAST_COLUMN } from '#core/table/cell-reference';
import { Integers } from '#adapters/xlsx/integers';
import { cutSheet } from '#adapters/xlsx/row-windows';
import { SheetCells } from '#adapters/xlsx/sheet-cells';
import { SheetFormulas } from '#adapters/xlsx/sheet-formulas';
import { RowReader, type SharedParts } from '#adapters/xlsx/sheet-rows';
import { isTrue } from '#adapters/xlsx/workbook-parts';
import { XmlCursor } from '#adapters/xlsx/xml-cursor';
import type { Area, Grid } from '#core/table/grid';

/** A table of 60 columns down to the last row; beyond it one stray cell has the check look at billions of blanks. */
const MOST_PLACES = 64 * 1024 ** 2;

/** A sheet whose cells have styles, by their numbers in the workbook. */
export interface StyledGrid extends Grid {
  /** null where the file has no cell. */
  readonly styleAt: (row: number, column: number) => number | null;
}

/**
 * The grid of a sheet; its size is that of its content, whatever the sheet claims.
 *
 * @param xml the plain XML of the sheet's part
 * @throws {RangeError} where its cells lie too far apart
 * @throws {SyntaxError} where it is no sheet that Excel would open
 */
export function readSheet(name: string, xml: Uint8Array, shared: SharedParts): StyledGrid {
  const { head, rows, tail } = cutSheet(xml);
  const formulas = new SheetFormulas();
  const cells = new SheetCells(shared.formats, formulas);
  const hiddenRows = new Integers();
  const reader = new RowReader(shared, { cells, formulas, hidden: hiddenRows });
  for (const piece of rows) reader.read(piece);
  if (cells.rowCount * cells.columnCount > MOST_PLACES) {
    throw new RangeError(`Cannot check ${cells.rowCount} rows of ${cells.columnCount} columns: up to ${MOST_PLACES} cells are looked at`);
  }
  const hiddenColumns = readHiddenColumns(head);
  return {
    name,
    rowCount: cells.rowCount,
    columnCount: cells.columnCount,
    cell: (row, column) => cells.cell(row, column),
    styleAt: (row, column) => cells.styleAt(row, column),
    merges: readMerges(tail, cells),
    isRowHidden: (row) => hiddenRows.at(row) === 1,
    isColumnHidden: (column) => hiddenColumns[column] === 1,
  };
}

function readHiddenColumns(head: string): Uint8Array {
  const hidden = new Uint8Array(LAST_COLUMN + 1);
  const cursor = new XmlCursor(head);
  let next = 0;
  while (cursor.next()) {
    if (!cursor.opens('col')) continue;
    // Groups are in order and apart: each column is looked at once, however many groups claim it.
    const first = Math.max(next, Number(cursor.attribute('min')) - 1);
    next = Math.max(next, Math.min(Number(cursor.attribute('max')), LAST_COLUMN + 1));
    if (isTrue(cursor.attribute('hidden'))) hidden.fill(1, first, next);
  }
  return hidden;
}

function readMerges(tail: string, size: SheetCells): readonly Area[] {
  const merges: Area[] = [];
  const cursor = new XmlCursor(tail);
  while (cursor.next()) {
    const area = cursor.opens('mergeCell') ? areaOf(cursor.attribute('ref') ?? '') : null;
    const cut = area === null ? null : cutTo(size, area);
    if (cut !== null) merges.push(cut);
  }
  return merges;
}

/** A merge cut to where cells stand, since one may cover the whole sheet; null where no two cells are left of it. */
function cutTo({ rowCount, columnCount }: SheetCells, { top, left, bottom, right }: Area): Area | null {
  const cut = { top, left, bottom: Math.min(bottom, rowCount - 1), right: Math.min(right, columnCount - 1) };
  const rows = cut.bottom - top;
  const columns = cut.right - left;
  return rows < 0 || columns < 0 || rows + columns === 0 ? null : cut;
}
