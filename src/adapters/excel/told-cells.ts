/** Ranges of cells asked for, and what Excel told of them. */
import type { Area } from '#core/table/grid';
import type { Told } from '#adapters/excel/cell-content';

/** What is loaded of every cell; the type tells an error value from a text that looks like one. */
const CELLS = ['values', 'formulas', 'numberFormat', 'valueTypes'];

/** The cells of an area, to be read after the next sync. */
export function cellsOf(sheet: Excel.Worksheet, { top, left, bottom, right }: Area): Excel.Range {
  return sheet.getRangeByIndexes(top, left, bottom - top + 1, right - left + 1).load(CELLS);
}

/** @param i row within the range
 *  @param j column within the range */
export function told({ values, formulas, numberFormat, valueTypes }: Excel.Range, i: number, j: number): Told {
  return { value: at(values, i, j), formula: at(formulas, i, j), type: at(valueTypes, i, j), format: String(at(numberFormat, i, j)) };
}

function at(rows: readonly (readonly unknown[])[], i: number, j: number): unknown {
  return rows[i]?.[j];
}
