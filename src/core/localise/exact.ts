/**
 * Exact fractions and the two infinities: the ends of what a cell may hold while others are free.
 *
 * A denominator of 0 is an infinity with the sign of its numerator. Infinity times 0 is 0: only products of a bound
 * with a factor that may vanish meet it.
 */
import { tenTo, type Decimal } from '#core/numbers/decimal';

export interface Exact {
  readonly n: bigint;
  /** Above 0; 0 for an infinity. */
  readonly d: bigint;
}

export const ZERO: Exact = { n: 0n, d: 1n };
export const ONE: Exact = { n: 1n, d: 1n };
export const HUNDRED: Exact = { n: 100n, d: 1n };
export const INFINITY: Exact = { n: 1n, d: 0n };
export const MINUS_INFINITY: Exact = { n: -1n, d: 0n };

/** Beyond this a fraction is reduced: chains of relations would grow it without end. */
const LARGE = 1n << 48n;

function exact(n: bigint, d: bigint): Exact {
  if (d <= LARGE) return { n, d };
  const common = divisor(n < 0n ? -n : n, d);
  return { n: n / common, d: d / common };
}

function divisor(a: bigint, b: bigint): bigint {
  let [left, right] = [a, b];
  while (right > 0n) [left, right] = [right, left % right];
  return left;
}

export function exactOf({ digits, places }: Decimal): Exact {
  return { n: digits, d: tenTo(places) };
}

/** One unit of a place: 10 to that power. */
export function unitOfPlace(place: number): Exact {
  return place >= 0 ? { n: tenTo(place), d: 1n } : { n: 1n, d: tenTo(-place) };
}

export function isFinite({ d }: Exact): boolean {
  return d !== 0n;
}

/** Below 0, 0 or above, as the first is less than, equal to or more than the second. */
export function order(a: Exact, b: Exact): -1 | 0 | 1 {
  const [left, right] = a.d === b.d ? [a.n, b.n] : sides(a, b);
  if (left === right) return 0;
  return left < right ? -1 : 1;
}

function sides(a: Exact, b: Exact): [bigint, bigint] {
  // An infinity against a finite value is decided by its sign alone.
  if (a.d === 0n) return [a.n, 0n];
  return b.d === 0n ? [0n, b.n] : [a.n * b.d, b.n * a.d];
}

export function add(a: Exact, b: Exact): Exact {
  if (a.d === b.d) return { n: a.n + b.n, d: a.d };
  return a.d === 0n ? a : b.d === 0n ? b : exact(a.n * b.d + b.n * a.d, a.d * b.d);
}

export function negate({ n, d }: Exact): Exact {
  return { n: -n, d };
}

export function subtract(a: Exact, b: Exact): Exact {
  return add(a, { n: -b.n, d: b.d });
}

export function multiply(a: Exact, b: Exact): Exact {
  return a.n === 0n || b.n === 0n ? ZERO : exact(a.n * b.n, a.d * b.d);
}

/** @param b not 0 */
export function divide(a: Exact, b: Exact): Exact {
  if (a.n === 0n || b.d === 0n) return ZERO;
  return b.n < 0n ? exact(-a.n * b.d, -(a.d * b.n)) : exact(a.n * b.d, a.d * b.n);
}

export function lesser(a: Exact, b: Exact): Exact {
  return order(a, b) < 0 ? a : b;
}

export function greater(a: Exact, b: Exact): Exact {
  return order(a, b) > 0 ? a : b;
}

export function size(a: Exact): Exact {
  return a.n < 0n ? negate(a) : a;
}

/** Whole steps of a unit, rounded down. */
export function stepsBelow(value: Exact, unit: Exact): bigint {
  const { n, d } = divide(value, unit);
  const whole = n / d;
  return n % d < 0n ? whole - 1n : whole;
}

/** Whole steps of a unit, rounded up. */
export function stepsAbove(value: Exact, unit: Exact): bigint {
  return -stepsBelow(negate(value), unit);
}

/** Whole steps of a unit, halves away from zero. */
export function stepsNearest(value: Exact, unit: Exact): bigint {
  const { n, d } = divide(value, unit);
  const twice = 2n * d;
  return n < 0n ? -((-2n * n + d) / twice) : (2n * n + d) / twice;
}

/** So many steps of a unit. */
export function steps(count: bigint, unit: Exact): Exact {
  return { n: count * unit.n, d: unit.d };
}

export function toNearest(value: Exact, unit: Exact): Exact {
  return steps(stepsNearest(value, unit), unit);
}

/** Toward zero, as cutting does. */
export function towardZero(value: Exact, unit: Exact): Exact {
  return steps(value.n < 0n ? stepsAbove(value, unit) : stepsBelow(value, unit), unit);
}

/** The value as a decimal with that many places, of which it has no more. */
export function decimalOf(value: Exact, places: number): Decimal {
  return { digits: stepsNearest(value, unitOfPlace(-places)), places };
}
