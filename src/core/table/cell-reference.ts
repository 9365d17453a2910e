/** Addresses as A1 and A1:B2, in figures counted from 0. */
import type { Area } from '#core/table/grid';

export const LAST_ROW = 1_048_575;
export const LAST_COLUMN = 16_383;

const AREA = /^\$?([A-Z]{1,3})\$?(\d{1,7})(?::\$?([A-Z]{1,3})\$?(\d{1,7}))?$/i;

/**
 * The column that an address or letters begin with.
 *
 * @throws {SyntaxError} where it begins with none, or with one beyond XFD
 */
export function columnOf(reference: string): number {
  let column = 0;
  for (let i = 0; i < reference.length; i += 1) {
    // eslint-disable-next-line unicorn/prefer-code-point -- letters A to Z, read a million times
    const letter = (reference.charCodeAt(i) | 32) - 96;
    if (letter < 1 || letter > 26 || i > 2) break;
    column = column * 26 + letter;
  }
  if (column === 0 || column - 1 > LAST_COLUMN) throw new SyntaxError(`Cannot read the address "${reference.slice(0, 20)}"`);
  return column - 1;
}

/** The rectangle that a reference names; null where it names none, or one that a sheet does not have. */
export function areaOf(reference: string): Area | null {
  const [, left = '', top = '', right = left, bottom = top] = AREA.exec(reference) ?? [];
  if (left === '') return null;
  const area = { top: +top - 1, left: columnOf(left), bottom: +bottom - 1, right: columnOf(right) };
  return isOnSheet(area) ? area : null;
}

function isOnSheet({ top, left, bottom, right }: Area): boolean {
  return top >= 0 && top <= bottom && left <= right && bottom <= LAST_ROW;
}
