/** What the cells of one row tell where a header may stand: figures, column numbers, texts. Spec: docs/spec.md, T2 and T4. */
import { textOf, type Grid } from '#core/table/grid';
import { isYear } from '#core/table/header-words';

/** A number, or a text that is one, and no year. */
export function isFigure(grid: Grid, row: number, column: number): boolean {
  const { value } = grid.cell(row, column);
  if (typeof value === 'number') return !isYear(value);
  return typeof value === 'string' && /^[-+(]?\s*\d[\d.,\s]*[%)]?$/.test(value.trim()) && !/^(?:19|20)\d\d$/.test(value.trim());
}

const NUMBERING = /^\(?(?:[A-Z]|\d{1,2}[a-z]?)\)?$|^\(?\d{1,2}\)?\s*=.*$/;

/** The columns under a header, and the one of the names. */
interface HeaderColumns {
  readonly left: number;
  readonly right: number;
  readonly nameColumn: number;
}

/** "A B C 1 2 3=2/1": a row that numbers the columns. */
export function isNumbering(grid: Grid, { nameColumn, left, right }: HeaderColumns, row: number): boolean {
  if (!NUMBERING.test(textOf(grid.cell(row, nameColumn)))) return false;
  const cells = rowTexts(grid, row, left, right);
  return cells.length > 1 && cells.every(({ text }) => NUMBERING.test(text));
}

/** The row's texts between two columns, blank cells left out. */
export function rowTexts(grid: Grid, row: number, left: number, right: number): { column: number; text: string }[] {
  const cells: { column: number; text: string }[] = [];
  for (let column = left; column <= right; column += 1) {
    const text = textOf(grid.cell(row, column));
    if (text !== '') cells.push({ column, text });
  }
  return cells;
}
