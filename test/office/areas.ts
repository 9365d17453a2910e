/** A1 notation as Excel's wire speaks it. */
import { address, columnLetters, placeOf, type Area } from '#core/table/grid';

const LAST = { row: 1_048_575, column: 16_383 };

/** null for what is no address: Excel refuses it. */
export function areaOf(text: string): Area | null {
  const [first = '', last = first] = text.replace(/^.*!/, '').replaceAll('$', '').toUpperCase().split(':');
  const [from, to] = [cornerOf(first, { row: 0, column: 0 }), cornerOf(last, LAST)];
  return from === null || to === null ? null : { top: from.row, left: from.column, bottom: to.row, right: to.column };
}

function cornerOf(text: string, open: typeof LAST): typeof LAST | null {
  if (/^[A-Z]{1,3}\d+$/.test(text)) return placeOf(text);
  if (/^[A-Z]{1,3}$/.test(text)) return { row: open.row, column: placeOf(`${text}1`).column };
  return /^\d+$/.test(text) ? { row: Number(text) - 1, column: open.column } : null;
}

export function addressOf({ top, left, bottom, right }: Area): string {
  if (left === 0 && right === LAST.column) return `${top + 1}:${bottom + 1}`;
  if (top === 0 && bottom === LAST.row) return `${columnLetters(left)}:${columnLetters(right)}`;
  const [first, last] = [address(top, left), address(bottom, right)];
  return first === last ? first : `${first}:${last}`;
}

/** Whether two areas share a cell. */
export function sameOrInside(a: Area, b: Area): boolean {
  return a.top <= b.bottom && b.top <= a.bottom && a.left <= b.right && b.left <= a.right;
}
