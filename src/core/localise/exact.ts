/**
 * Exact fractions and the two infinities: the ends of what a cell may hold while others are free.
 *
 * A denominator of 0 is an infinity with the sign of its numerator. Infinity times 0 is 0: only products of a bound
 * with a factor that may vanish meet it. Whole numbers that a double holds exactly are doubles, since most figures are
 * and bigints cost several times as much; every other one is a bigint, so that no sum or product is ever rounded.
 */
import { tenTo, type Decimal } from '#core/numbers/decimal';

/** A whole number: a double up to 2^53, and only beyond it a bigint. */
export type Whole = number | bigint;

export interface Exact {
  readonly n: Whole;
  /** Above 0; 0 for an infinity. */
  readonly d: Whole;
}

export const ZERO: Exact = { n: 0, d: 1 };
export const ONE: Exact = { n: 1, d: 1 };
export const HUNDRED: Exact = { n: 100, d: 1 };
export const INFINITY: Exact = { n: 1, d: 0 };
export const MINUS_INFINITY: Exact = { n: -1, d: 0 };

/** Up to here, either side of 0, doubles are whole numbers without gaps. */
const SAFE = 2 ** 53 - 1;
const SAFE_WHOLE = BigInt(SAFE);

/** Beyond this a fraction is reduced: chains of relations would grow it without end. */
const LARGE = 2 ** 48;

function isSafe(value: number): boolean {
  return value <= SAFE && value >= -SAFE;
}

/** A whole number of any size, in the form that its size asks for. */
export function wholeOf(value: bigint): Whole {
  return value <= SAFE_WHOLE && value >= -SAFE_WHOLE ? +String(value) : value;
}

function times(a: Whole, b: Whole): Whole {
  if (typeof a === 'number' && typeof b === 'number') {
    const product = a * b;
    if (isSafe(product)) return product;
  }
  return wholeOf(BigInt(a) * BigInt(b));
}

function plus(a: Whole, b: Whole): Whole {
  if (typeof a === 'number' && typeof b === 'number') {
    const sum = a + b;
    if (isSafe(sum)) return sum;
  }
  return wholeOf(BigInt(a) + BigInt(b));
}

/** Toward zero. */
function over(a: Whole, b: Whole): Whole {
  if (typeof a === 'number' && typeof b === 'number') return (a - (a % b)) / b;
  return wholeOf(BigInt(a) / BigInt(b));
}

function rest(a: Whole, b: Whole): Whole {
  // A double's remainder keeps a minus before 0.
  return typeof a === 'number' && typeof b === 'number' ? (a % b) + 0 : wholeOf(BigInt(a) % BigInt(b));
}

function opposite(a: Whole): Whole {
  return typeof a === 'number' ? 0 - a : -a;
}

function exact(n: Whole, d: Whole): Exact {
  if (d <= LARGE) return { n, d };
  const common = divisor(n < 0 ? opposite(n) : n, d);
  return { n: over(n, common), d: over(d, common) };
}

function divisor(a: Whole, b: Whole): Whole {
  let left = a;
  let right = b;
  while (right > 0) {
    const next = rest(left, right);
    left = right;
    right = next;
  }
  return left;
}

export function exactOf({ digits, places }: Decimal): Exact {
  return { n: wholeOf(digits), d: wholeOf(tenTo(places)) };
}

/** One unit of a place: 10 to that power. */
export function unitOfPlace(place: number): Exact {
  return place >= 0 ? { n: wholeOf(tenTo(place)), d: 1 } : { n: 1, d: wholeOf(tenTo(-place)) };
}

export function isFinite({ d }: Exact): boolean {
  return d !== 0;
}

/** Below 0, 0 or above, as the first is less than, equal to or more than the second. */
export function order(a: Exact, b: Exact): -1 | 0 | 1 {
  if (a.d === b.d) return inOrder(a.n, b.n);
  // An infinity against a finite value is decided by its sign alone.
  if (a.d === 0) return inOrder(a.n, 0);
  if (b.d === 0) return inOrder(0, b.n);
  const clear = clearOrder(a, b);
  return clear === 0 ? inOrder(times(a.n, b.d), times(b.n, a.d)) : clear;
}

function inOrder(a: Whole, b: Whole): -1 | 0 | 1 {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

const UNSURE = 2 ** -50;

/** The order of two fractions where doubles tell it for sure, else 0: each product is off by half its last bit at most. */
function clearOrder(a: Exact, b: Exact): -1 | 0 | 1 {
  if (typeof a.n !== 'number' || typeof a.d !== 'number' || typeof b.n !== 'number' || typeof b.d !== 'number') return 0;
  const left = a.n * b.d;
  const apart = left - b.n * a.d;
  const doubt = left < 0 ? -left * UNSURE : left * UNSURE;
  if (apart > doubt) return 1;
  return apart < -doubt ? -1 : 0;
}

export function add(a: Exact, b: Exact): Exact {
  if (a.d === b.d) return { n: plus(a.n, b.n), d: a.d };
  if (a.d === 0) return a;
  if (b.d === 0) return b;
  // Most denominators are a power of ten, or twice one: the sum needs no larger one then.
  if (rest(b.d, a.d) === 0) return { n: plus(times(a.n, over(b.d, a.d)), b.n), d: b.d };
  if (rest(a.d, b.d) === 0) return { n: plus(a.n, times(b.n, over(a.d, b.d))), d: a.d };
  return exact(plus(times(a.n, b.d), times(b.n, a.d)), times(a.d, b.d));
}

export function negate({ n, d }: Exact): Exact {
  return { n: opposite(n), d };
}

export function subtract(a: Exact, b: Exact): Exact {
  return add(a, { n: opposite(b.n), d: b.d });
}

export function multiply(a: Exact, b: Exact): Exact {
  return a.n === 0 || b.n === 0 ? ZERO : exact(times(a.n, b.n), times(a.d, b.d));
}

/** @param b not 0 */
export function divide(a: Exact, b: Exact): Exact {
  if (a.n === 0 || b.d === 0) return ZERO;
  return b.n < 0 ? exact(opposite(times(a.n, b.d)), opposite(times(a.d, b.n))) : exact(times(a.n, b.d), times(a.d, b.n));
}

export function lesser(a: Exact, b: Exact): Exact {
  return order(a, b) < 0 ? a : b;
}

export function greater(a: Exact, b: Exact): Exact {
  return order(a, b) > 0 ? a : b;
}

export function size(a: Exact): Exact {
  return a.n < 0 ? negate(a) : a;
}

/** A value in steps of a unit: most figures are whole numbers of the unit they are measured in. */
function inSteps(value: Exact, unit: Exact): Exact {
  return value.d === unit.d && unit.n === 1 ? { n: value.n, d: 1 } : divide(value, unit);
}

/** Whole steps of a unit, rounded down. */
export function stepsBelow(value: Exact, unit: Exact): Whole {
  const { n, d } = inSteps(value, unit);
  if (d === 1) return n;
  const whole = over(n, d);
  return rest(n, d) < 0 ? plus(whole, -1) : whole;
}

/** Whole steps of a unit, rounded up. */
export function stepsAbove(value: Exact, unit: Exact): Whole {
  return opposite(stepsBelow(negate(value), unit));
}

/** Whole steps of a unit, halves away from zero. */
export function stepsNearest(value: Exact, unit: Exact): Whole {
  const { n, d } = inSteps(value, unit);
  if (d === 1) return n;
  const twice = times(2, d);
  const doubled = times(2, n < 0 ? opposite(n) : n);
  const nearest = over(plus(doubled, d), twice);
  return n < 0 ? opposite(nearest) : nearest;
}

/** So many steps of a unit. */
export function steps(count: Whole, unit: Exact): Exact {
  return { n: times(count, unit.n), d: unit.d };
}

export function toNearest(value: Exact, unit: Exact): Exact {
  return steps(stepsNearest(value, unit), unit);
}

/** Toward zero, as cutting does. */
export function towardZero(value: Exact, unit: Exact): Exact {
  return steps(value.n < 0 ? stepsAbove(value, unit) : stepsBelow(value, unit), unit);
}

/** How many zeros a whole number of steps ends in. */
export function zerosOf(value: Exact, unit: Exact): number {
  let zeros = 0;
  for (let left = stepsNearest(value, unit); left !== 0 && rest(left, 10) === 0; left = over(left, 10)) zeros += 1;
  return zeros;
}

/** One text for each value, however its fraction is written: for decimals, whose zeros at the end are dropped. */
export function keyOf({ n, d }: Exact): string {
  let top = n;
  let bottom = d;
  while (bottom > 1 && rest(top, 10) === 0) {
    top = over(top, 10);
    bottom = over(bottom, 10);
  }
  return `${top}/${bottom}`;
}

/** The value as a decimal with that many places, of which it has no more. */
export function decimalOf(value: Exact, places: number): Decimal {
  return { digits: BigInt(stepsNearest(value, unitOfPlace(-places))), places };
}
