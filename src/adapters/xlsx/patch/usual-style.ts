/** The style that a cell takes where none stands yet: that of its row, else that of its column, as Excel gives it. */
import type { SheetIndex } from '#adapters/xlsx/patch/sheet-index';
import { attributeOf, elementsIn, rootOf } from '#adapters/xlsx/patch/xml-children';
import { isTrue } from '#adapters/xlsx/workbook-parts';

interface ColumnStyle {
  readonly first: number;
  readonly last: number;
  readonly style: number;
}

const known = new WeakMap<SheetIndex, readonly ColumnStyle[]>();

/** @param text of the sheet, as the index has it */
export function usualStyle(text: string, index: SheetIndex, row: number, column: number): number {
  const place = index.row(row);
  if (place !== undefined && isTrue(attributeOf(text, place, 'customFormat'))) return Number(attributeOf(text, place, 's') ?? 0);
  const columns = known.get(index) ?? columnStyles(text);
  known.set(index, columns);
  return columns.find(({ first, last }) => column >= first && column <= last)?.style ?? 0;
}

function columnStyles(text: string): readonly ColumnStyle[] {
  const cols = rootOf(text, 'sheetData').children.filter(({ name }) => name === 'cols');
  return cols.flatMap((list) => elementsIn(text, list)).map((element) => ({
    first: Number(attributeOf(text, element, 'min')) - 1,
    last: Number(attributeOf(text, element, 'max')) - 1,
    style: Number(attributeOf(text, element, 'style') ?? 0),
  })).filter(({ style }) => style > 0);
}
