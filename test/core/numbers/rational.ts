/**
 * Exact rationals for tests: an arithmetic of its own, so that the product's is held against another one.
 */

/** How a report shortens a figure: rounding with ties away from zero, toward zero or to even, or cutting. */
export type Shortening = 'half-up' | 'half-down' | 'half-even' | 'cut';

export const ROUNDINGS = ['half-up', 'half-down', 'half-even'] as const;

export class Rational {
  readonly n: bigint;
  readonly d: bigint;

  constructor(n: bigint, d = 1n) {
    if (d === 0n) throw new RangeError(`Cannot divide ${String(n)} by zero`);
    const common = divisor(n, d) * (d < 0n ? -1n : 1n);
    this.n = n / common;
    this.d = d / common;
  }

  /** Reads `-12.5`. */
  static of(text: string): Rational {
    const [whole = '', rest = ''] = text.split('.');
    return new Rational(BigInt(whole + rest), 10n ** BigInt(rest.length));
  }

  plus(other: Rational): Rational {
    return new Rational(this.n * other.d + other.n * this.d, this.d * other.d);
  }

  minus(other: Rational): Rational {
    return this.plus(new Rational(-other.n, other.d));
  }

  times(other: Rational): Rational {
    return new Rational(this.n * other.n, this.d * other.d);
  }

  over(other: Rational): Rational {
    return new Rational(this.n * other.d, this.d * other.n);
  }

  size(): Rational {
    return new Rational(this.n < 0n ? -this.n : this.n, this.d);
  }

  /** Below 0, 0 or above, as this is less than, equal to or more than the other. */
  compare(other: Rational): number {
    const gap = this.n * other.d - other.n * this.d;
    if (gap === 0n) return 0;
    return gap < 0n ? -1 : 1;
  }

  isBelow(other: Rational): boolean {
    return this.compare(other) < 0;
  }

  /** The figure that stands for this value in whole steps of a unit. */
  shortened(unit: Rational, how: Shortening): Rational {
    const steps = this.size().over(unit);
    const whole = steps.n / steps.d;
    const rest = new Rational(steps.n % steps.d, steps.d).compare(HALF);
    const up = rest > 0 || (rest === 0 && (how === 'half-up' || (how === 'half-even' && whole % 2n === 1n)));
    const kept = how !== 'cut' && up ? whole + 1n : whole;
    return new Rational(this.n < 0n ? -kept : kept).times(unit);
  }

  /** Canonical text with that many decimals, which must be enough: `103.3`. */
  text(places: number): string {
    const scaled = this.times(new Rational(10n ** BigInt(places)));
    if (scaled.d !== 1n) throw new RangeError(`Cannot write ${String(this.n)}/${String(this.d)} with ${places} decimals`);
    const digits = String(scaled.n < 0n ? -scaled.n : scaled.n).padStart(places + 1, '0');
    const cut = digits.length - places;
    return (scaled.n < 0n ? '-' : '') + digits.slice(0, cut) + (places > 0 ? `.${digits.slice(cut)}` : '');
  }

  /** The nearest double, for cells that hold a computed figure. */
  double(): number {
    return Number(this.n) / Number(this.d);
  }
}

const HALF = new Rational(1n, 2n);

/** Ten to a whole power of either sign. */
export function power(of: number): Rational {
  return of >= 0 ? new Rational(10n ** BigInt(of)) : new Rational(1n, 10n ** BigInt(-of));
}

function divisor(a: bigint, b: bigint): bigint {
  let [left, right] = [a < 0n ? -a : a, b < 0n ? -b : b];
  while (right > 0n) [left, right] = [right, left % right];
  return left;
}
