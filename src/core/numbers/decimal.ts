/**
 * Decimals of any length: what a report writes and what a relation reckons with, never a binary float.
 *
 * 103.3 is 1033 with one place. Places may be trailing zeros: 120.0 keeps its one place, so a decimal remembers
 * how it was written, while `compare` sees that 120.0 is 120.
 * Spec: docs/spec.md, N1.
 */

/** `digits / 10^places`; `places` is 0 or more. */
export interface Decimal {
  readonly digits: bigint;
  readonly places: number;
}

const CANONICAL = /^(-?)(\d+)(?:\.(\d+))?(?:e([+-]\d+))?$/i;

export const ZERO: Decimal = { digits: 0n, places: 0 };

/** Asked for several times a cell; beyond these are figures that nobody reports. */
const POWERS = Array.from({ length: 32 }, (_, power) => 10n ** BigInt(power));

/** Ten to a whole power of 0 or more. */
export function tenTo(power: number): bigint {
  return POWERS[power] ?? 10n ** BigInt(power);
}

/**
 * Reads canonical text: `-998175`, `103.3`, and the exponents in which JavaScript prints a double (`1e-7`, `1.5e+21`).
 *
 * @throws {SyntaxError} on anything else
 */
export function decimal(text: string): Decimal {
  const [, sign = '', whole = '', rest = '', exponent = '0'] = CANONICAL.exec(text) ?? [];
  if (whole === '') throw new SyntaxError(`Cannot read "${text}" as a decimal: write it as -1234.5`);
  const digits = BigInt(`${sign}${whole}${rest}`);
  const places = rest.length - +exponent;
  return places >= 0 ? { digits, places } : { digits: digits * tenTo(-places), places: 0 };
}

/** Canonical text with the places it was written with: `120.0`, `-998175`. */
export function canonical({ digits, places }: Decimal): string {
  const size = String(digits < 0n ? -digits : digits).padStart(places + 1, '0');
  const cut = size.length - places;
  return (digits < 0n ? '-' : '') + size.slice(0, cut) + (places > 0 ? `.${size.slice(cut)}` : '');
}

/** The same value without needless places: 120.0 becomes 120. */
export function plain(value: Decimal): Decimal {
  let { digits, places } = value;
  while (places > 0 && digits % 10n === 0n) {
    digits /= 10n;
    places -= 1;
  }
  return places === value.places ? value : { digits, places };
}

/** The same value written with at least that many places. */
export function withPlaces(value: Decimal, places: number): Decimal {
  return places <= value.places ? value : { digits: digitsAt(value, places), places };
}

/** −1, 0 or 1, by value alone. */
export function compare(a: Decimal, b: Decimal): -1 | 0 | 1 {
  const places = finerOf(a, b);
  const left = digitsAt(a, places);
  const right = digitsAt(b, places);
  if (left === right) return 0;
  return left < right ? -1 : 1;
}

export function equal(a: Decimal, b: Decimal): boolean {
  return compare(a, b) === 0;
}

export function plus(a: Decimal, b: Decimal): Decimal {
  const places = finerOf(a, b);
  return { digits: digitsAt(a, places) + digitsAt(b, places), places };
}

export function minus(a: Decimal, b: Decimal): Decimal {
  const places = finerOf(a, b);
  return { digits: digitsAt(a, places) - digitsAt(b, places), places };
}

export function negated({ digits, places }: Decimal): Decimal {
  return { digits: -digits, places };
}

export function absolute(value: Decimal): Decimal {
  return value.digits < 0n ? negated(value) : value;
}

/** The value times ten to a whole power, of either sign: `shifted(1.033, 2)` is 103.3. */
export function shifted({ digits, places }: Decimal, power: number): Decimal {
  const moved = places - power;
  return moved >= 0 ? { digits, places: moved } : { digits: digits * tenTo(-moved), places: 0 };
}

/**
 * The nearest decimal with at most that many places, halves away from zero, as Excel's display rounds.
 *
 * @param places may be negative: −4 rounds to tens of thousands
 */
export function rounded(value: Decimal, places: number): Decimal {
  if (places >= value.places) return value;
  const unit = tenTo(value.places - places);
  const size = value.digits < 0n ? -value.digits : value.digits;
  const whole = (size * 2n + unit) / (unit * 2n);
  return shifted({ digits: value.digits < 0n ? -whole : whole, places: 0 }, -places);
}

export function isWhole(value: Decimal): boolean {
  return value.digits % tenTo(value.places) === 0n;
}

function finerOf(a: Decimal, b: Decimal): number {
  return a.places > b.places ? a.places : b.places;
}

/** The value in units of a place that is as fine as its own or finer. */
export function digitsAt({ digits, places }: Decimal, finer: number): bigint {
  return places === finer ? digits : digits * tenTo(finer - places);
}
