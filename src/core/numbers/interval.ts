/**
 * Intervals of true values: what lies behind a printed figure, and what a relation makes of several of them.
 *
 * Ends are exact. An end that is not reached is open: a truncated 141,2 stands for [141,2; 141,3).
 * Spec: docs/spec.md, N6; XBRL Calculations 1.1 reads rounded figures as intervals likewise.
 */
import { addFractions, compareFractions, divideFractions, fraction, multiplyFractions, subtractFractions, type Fraction } from '#core/numbers/fraction';

/** One end of an interval; null means that there is none. */
export type End = { readonly at: Fraction; readonly open: boolean } | null;

export interface Interval {
  readonly low: End;
  readonly high: End;
}

const HUNDRED = fraction(100n);

export function closed(low: Fraction, high: Fraction): Interval {
  // Two ends first, then the pair: V8 copies a literal within a literal by a slow way, and every figure has an interval.
  const from = { at: low, open: false };
  const to = { at: high, open: false };
  return { low: from, high: to };
}

export function point(at: Fraction): Interval {
  return closed(at, at);
}

export function meets(a: Interval, b: Interval): boolean {
  return reaches(a.high, b.low) && reaches(b.high, a.low);
}

/** True where an upper end lies at or above a lower one. */
function reaches(high: End, low: End): boolean {
  if (high === null || low === null) return true;
  const order = compareFractions(low.at, high.at);
  return order < 0 || (order === 0 && !high.open && !low.open);
}

export function contains(interval: Interval, value: Fraction): boolean {
  return meets(interval, point(value));
}

export function addIntervals(a: Interval, b: Interval): Interval {
  return { low: addEnds(a.low, b.low), high: addEnds(a.high, b.high) };
}

export function negateInterval({ low, high }: Interval): Interval {
  return { low: negatedEnd(high), high: negatedEnd(low) };
}

function negatedEnd(end: End): End {
  if (end === null) return null;
  const at = { n: -end.at.n, d: end.at.d };
  return { at, open: end.open };
}

export function subtractIntervals(a: Interval, b: Interval): Interval {
  return addIntervals(a, negateInterval(b));
}

/** Widened by the same size at both ends. */
export function widened({ low, high }: Interval, by: Fraction): Interval {
  return {
    low: low && { at: subtractFractions(low.at, by), open: low.open },
    high: high && { at: addFractions(high.at, by), open: high.open },
  };
}

function addEnds(a: End, b: End): End {
  return a && b && { at: addFractions(a.at, b.at), open: a.open || b.open };
}

/** A value at a corner of two intervals, and whether the corner belongs to them. */
type Corner = (x: NonNullable<End>, y: NonNullable<End>) => NonNullable<End> | null;

/**
 * `top / bottom × 100`, in percent.
 *
 * @returns null where `bottom` holds 0 or an end is missing: nothing is known of the quotient then
 */
export function percentOf(top: Interval, bottom: Interval): Interval | null {
  return overCorners(top, bottom, (x, y) => {
    if (y.at.n === 0n) return null;
    const at = multiplyFractions(HUNDRED, divideFractions(x.at, y.at));
    return { at, open: x.open || (y.open && x.at.n !== 0n) };
  }, sameSign(bottom));
}

/**
 * `actual / (actual − change) × 100`, in percent: the ratio to a base that nobody wrote down.
 *
 * The base moves with its two figures, so the corners of (actual, change) are taken, not those of (actual, base):
 * 56 % with a change of 3,9 allows 107,3 to 107,7 and no others. In each figure alone the ratio is monotone.
 *
 * @returns null where the base may be 0
 */
export function percentOfImpliedBase(actual: Interval, change: Interval): Interval | null {
  return overCorners(actual, change, (a, c) => {
    const base = subtractFractions(a.at, c.at);
    if (base.n === 0n) return null;
    const at = multiplyFractions(HUNDRED, divideFractions(a.at, base));
    return { at, open: (a.open && c.at.n !== 0n) || (c.open && a.at.n !== 0n) };
  }, sameSign(subtractIntervals(actual, change)));
}

/** True where an interval lies wholly above 0, or wholly below. */
function sameSign({ low, high }: Interval): boolean {
  if (low !== null && (low.at.n > 0n || (low.at.n === 0n && low.open))) return true;
  return high !== null && (high.at.n < 0n || (high.at.n === 0n && high.open));
}

/** The ends to look at: of a point one is enough. */
function ends({ low, high }: Interval): readonly NonNullable<End>[] | null {
  if (low === null || high === null) return null;
  return low.at === high.at ? [low] : [low, high];
}

/** The smallest interval over the four corners; enough where a function is monotone in each of its two figures. */
function overCorners(a: Interval, b: Interval, corner: Corner, defined: boolean): Interval | null {
  const left = ends(a);
  const right = ends(b);
  if (!defined || left === null || right === null) return null;
  let low: NonNullable<End> | null = null;
  let high: NonNullable<End> | null = null;
  for (const x of left) {
    for (const y of right) {
      const value = corner(x, y);
      if (value === null) return null;
      low = further(low, value, -1);
      high = further(high, value, 1);
    }
  }
  return { low, high };
}

/** Of two ends the one further out; of two at the same place the closed one. */
function further(old: NonNullable<End> | null, value: NonNullable<End>, side: -1 | 1): NonNullable<End> {
  if (old === null) return value;
  const order = compareFractions(value.at, old.at);
  if (order === 0) return old.open ? value : old;
  return order === side ? value : old;
}
