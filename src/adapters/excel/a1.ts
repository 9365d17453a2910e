/** Areas in A1 notation, as Excel names them in events and takes them in lists. */
import { address, placeOf, type Area } from '#core/table/grid';

/** The last cell of any sheet. */
const LAST = { row: 1_048_575, column: 16_383 };

type Corner = typeof LAST;

/** The area that an address names (`B2:C5`, `A:C`, `2:7`, with or without its sheet); null for several areas, or none. */
export function areaNamed(text: string): Area | null {
  const [first = '', last = first, ...more] = text.slice(text.lastIndexOf('!') + 1).replaceAll('$', '').split(':');
  const [from, to] = [corner(first, { row: 0, column: 0 }), corner(last, LAST)];
  return from === null || to === null || more.length > 0 ? null : { top: from.row, left: from.column, bottom: to.row, right: to.column };
}

function corner(text: string, open: Corner): Corner | null {
  if (/^[A-Z]+\d+$/.test(text)) return placeOf(text);
  if (/^[A-Z]+$/.test(text)) return { row: open.row, column: placeOf(`${text}1`).column };
  return /^\d+$/.test(text) ? { row: Number(text) - 1, column: open.column } : null;
}

/** A1 notation of an area. */
export function areaName({ top, left, bottom, right }: Area): string {
  const [first, last] = [address(top, left), address(bottom, right)];
  return first === last ? first : `${first}:${last}`;
}

/** Whether two areas share a cell. */
export function overlap(a: Area, b: Area): boolean {
  return a.top <= b.bottom && b.top <= a.bottom && a.left <= b.right && b.left <= a.right;
}
