/**
 * Exact fractions: the ends of intervals, where division leaves the decimals.
 *
 * They are never reduced: a relation divides once or twice, and a greatest common divisor costs more than it saves.
 */
import { tenTo, type Decimal } from '#core/numbers/decimal';

/** `n / d`; `d` is above 0. */
export interface Fraction {
  readonly n: bigint;
  readonly d: bigint;
}

export function fraction(n: bigint, d = 1n): Fraction {
  if (d === 0n) throw new RangeError(`Cannot divide ${String(n)} by zero: ask for a divisor other than 0`);
  return d < 0n ? { n: -n, d: -d } : { n, d };
}

export function fractionOf({ digits, places }: Decimal): Fraction {
  return { n: digits, d: tenTo(places) };
}

export function compareFractions(a: Fraction, b: Fraction): -1 | 0 | 1 {
  const left = a.n * b.d;
  const right = b.n * a.d;
  if (left === right) return 0;
  return left < right ? -1 : 1;
}

export function addFractions(a: Fraction, b: Fraction): Fraction {
  return a.d === b.d ? { n: a.n + b.n, d: a.d } : { n: a.n * b.d + b.n * a.d, d: a.d * b.d };
}

export function subtractFractions(a: Fraction, b: Fraction): Fraction {
  return addFractions(a, { n: -b.n, d: b.d });
}

export function multiplyFractions(a: Fraction, b: Fraction): Fraction {
  return { n: a.n * b.n, d: a.d * b.d };
}

/** @throws {RangeError} where `b` is 0 */
export function divideFractions(a: Fraction, b: Fraction): Fraction {
  return fraction(a.n * b.d, a.d * b.n);
}

/** The largest whole number at or below the fraction. */
export function floor({ n, d }: Fraction): bigint {
  const whole = n / d;
  return n % d < 0n ? whole - 1n : whole;
}

/** The smallest whole number at or above the fraction. */
export function ceiling(value: Fraction): bigint {
  return -floor({ n: -value.n, d: value.d });
}

/** The nearest decimal with that many places (negative ones round to tens and more), halves away from zero. */
export function toDecimal({ n, d }: Fraction, places: number): Decimal {
  const top = places >= 0 ? n * tenTo(places) : n;
  const bottom = places >= 0 ? d : d * tenTo(-places);
  const size = top < 0n ? -top : top;
  const whole = (size * 2n + bottom) / (bottom * 2n);
  const digits = top < 0n ? -whole : whole;
  return places >= 0 ? { digits, places } : { digits: digits * tenTo(-places), places: 0 };
}
