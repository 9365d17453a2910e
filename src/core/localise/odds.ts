/**
 * Odds as costs: sixteenths of a bit, whole numbers, so that every engine adds them up alike.
 *
 * `Math.log` and `Math.exp` may differ between engines; these come from the leading bits of a bigint.
 */
import type { Exact } from '#core/localise/exact';

/** 2^16 · 2^(−k/16). */
const FALLING = [65_536, 62_757, 60_097, 57_549, 55_109, 52_773, 50_535, 48_393, 46_341, 44_376, 42_495, 40_693, 38_968, 37_316, 35_734, 34_219] as const;

/** 16 · log2 of a whole number above 0, rounded down. */
function logOf(value: bigint): number {
  const text = value.toString(16);
  const lead = text.slice(0, 5);
  const bits = 4 * (text.length - lead.length) + lengthOf(+`0x${lead}`);
  let top = +`0x${lead}`;
  while (top < 65_536) top *= 2;
  while (top >= 131_072) top /= 2;
  let part = 0;
  // top / 65 536 lies in [1, 2): find the largest k with 2^(k/16) at most that.
  while (part < 15 && top * (FALLING[part + 1] ?? 0) >= 65_536 * 65_536) part += 1;
  return 16 * (bits - 1) + part;
}

function lengthOf(value: number): number {
  let bits = 0;
  for (let rest = value; rest >= 1; rest /= 2) bits += 1;
  return bits;
}

const small: number[] = [];

/** 16 · log2(n / d), about; 0 where n is not above 0. */
export function bitsOf(n: bigint, d = 1n): number {
  if (n <= 0n) return 0;
  return logKnown(n) - (d === 1n ? 0 : logKnown(d));
}

function logKnown(value: bigint): number {
  if (value > 4096n) return logOf(value);
  const at = +String(value);
  return (small[at] ??= logOf(value));
}

/** 16 · log2 of a size; 0 for zero. */
export function sizeBits({ n, d }: Exact): number {
  return bitsOf(n < 0n ? -n : n, d);
}

/** 2^(−cost/16), in units of 2^−48. */
export function weightOf(cost: number): bigint {
  const whole = (cost - (cost % 16)) / 16;
  return (BigInt(FALLING[cost % 16] ?? 0) << 32n) >> BigInt(whole);
}

/** The cost of one whole: `weightOf(0)`. */
export const CERTAIN = weightOf(0);
