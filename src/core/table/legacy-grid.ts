/** A sheet written in an old font, as the font shows it: everything above reads words as Unicode. Spec: docs/spec.md, T8. */
import type { Cell, Grid } from '#core/table/grid';
import { decodeLegacy, isUnicode, legacyEncoding, type LegacyEncoding } from '#core/table/legacy-text';

/** Rows, columns and letters that are looked at: headers and the first names say enough. */
const ROWS = 200;
const COLUMNS = 30;
const LETTERS = 5000;

/** The encoding of a sheet's words; null for Unicode. */
export function encodingOf(grid: Grid): LegacyEncoding | null {
  let words = '';
  for (let row = 0; row < grid.rowCount && row < ROWS; row += 1) {
    for (let column = 0; column < grid.columnCount && column < COLUMNS; column += 1) {
      const { value } = grid.cell(row, column);
      if (typeof value === 'string' && isForeign(value)) words += ` ${value}`;
    }
    if (words.length > LETTERS) break;
  }
  return legacyEncoding(words);
}

/** Letters beyond ASCII, and none that is Unicode's own: one sheet may hold both. */
function isForeign(text: string): boolean {
  return /[\u00A1-\u00FF]/.test(text) && !isUnicode(text);
}

/** The same sheet with its words decoded; figures, formulas and formats are left alone. */
export function decodedGrid(grid: Grid, encoding: LegacyEncoding): Grid {
  const decoded = (cell: Cell): Cell => {
    const { value } = cell;
    return typeof value === 'string' && isForeign(value) ? { ...cell, value: decodeLegacy(value, encoding) } : cell;
  };
  return { ...grid, cell: (row, column) => decoded(grid.cell(row, column)) };
}
