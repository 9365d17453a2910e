/** A figure as Vietnamese writes it: 1.002,1. Spec: docs/spec.md, U6. */
import type { Answer, Problem } from '#core/functions/answer';
import { isRead, type Read, type Reading } from '#core/functions/argument';
import { plain, rounded, withPlaces } from '#core/numbers/decimal';
import { inNotation } from '#core/numbers/written';

/** As many as a spreadsheet's figures have. */
const MOST_DECIMALS = 15;

/**
 * @param decimals rounded to that many, halves away from zero; null for all that it has
 */
export function writtenText({ value }: Read, decimals: number | null): Answer {
  return inNotation(decimals === null ? plain(value) : withPlaces(rounded(value, decimals), decimals), 'vi', true);
}

/** @returns null where none are asked for */
export function decimalsOf(reading: Reading): number | null | Problem {
  if (reading === 'blank') return null;
  if (!isRead(reading)) return reading.is === 'error' ? reading : { is: 'bad-decimals' };
  const { digits, places } = plain(reading.value);
  return places === 0 && digits >= 0n && digits <= BigInt(MOST_DECIMALS) ? +String(digits) : { is: 'bad-decimals' };
}
