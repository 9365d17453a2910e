/**
 * A ratio against its figures taken just as they are written: most ratios agree so, and no interval is needed to tell.
 *
 * Each answer is enough and none is necessary: where one is no, or nothing is known, the intervals decide.
 * Spec: docs/spec.md, N7.
 */
import { digitsAt, tenTo, withPlaces } from '#core/numbers/decimal';
import type { Figure } from '#core/numbers/figure';

/** How far 100 · top / bottom lies above the judged figure, and one unit of its last place, both times the bottom. */
export interface PlainQuotient {
  readonly apart: bigint;
  readonly unit: bigint;
  readonly isNegative: boolean;
}

/** What is divided by what: by `bottom`, or by the top less `change`. */
export interface Division {
  readonly top: Figure;
  readonly by: { readonly bottom: Figure } | { readonly change: Figure };
  /** 100 where the judged figure is growth. */
  readonly offset: 0 | 100;
}

/** null where the judged figure is not rounded, or where the bottom may be 0. */
export function plainQuotient(judged: Figure, { top, by, offset }: Division): PlainQuotient | null {
  if (judged.knowledge !== 'rounded') return null;
  const other = 'bottom' in by ? by.bottom : by.change;
  // All in units of the finest of their places: this is asked twice for each ratio of a table.
  const places = larger(placesOf(top), placesOf(other));
  const above = digitsAt(top.value, places);
  const second = digitsAt(other.value, places);
  const below = 'bottom' in by ? second : above - second;
  const reach = 'bottom' in by ? unitAt(other, places) : unitAt(top, places) + unitAt(other, places);
  if (below <= reach) return null;
  const { digits, places: own } = withPlaces(judged.value, judged.place < 0 ? -judged.place : 0);
  const ratio = offset === 0 ? digits : digits + 100n * tenTo(own);
  return { apart: 100n * above * tenTo(own) - ratio * below, unit: below * tenTo(own + judged.place), isNegative: digits < 0n };
}

function placesOf({ value, place }: Figure): number {
  return larger(value.places, -place);
}

function larger(a: number, b: number): number {
  return a > b ? a : b;
}

function unitAt({ place }: Figure, places: number): bigint {
  return tenTo(places + place);
}

/** True where rounding the quotient gives the judged figure, ties either way: its grade is *exact* then. */
export function isPlainlyRounded({ apart, unit }: PlainQuotient): boolean {
  return (apart < 0n ? -apart : apart) * 2n <= unit;
}

/** True where cutting the quotient gives the judged figure. */
export function isPlainlyCut({ apart, unit, isNegative }: PlainQuotient): boolean {
  return !isNegative && apart >= 0n && apart < unit;
}
