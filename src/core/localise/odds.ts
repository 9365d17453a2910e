/**
 * Odds as costs: sixteenths of a bit, whole numbers, so that every engine adds them up alike.
 *
 * `Math.log` and `Math.exp` may differ between engines; these come from the leading bits of a whole number.
 */
import { size, type Exact, type Whole } from '#core/localise/exact';

/** 2^16 · 2^(−k/16). */
const FALLING = [65_536, 62_757, 60_097, 57_549, 55_109, 52_773, 50_535, 48_393, 46_341, 44_376, 42_495, 40_693, 38_968, 37_316, 35_734, 34_219] as const;

/** Without its decimals. */
export function whole(value: number): number {
  return value - (value % 1);
}

/** 16 · log2 of a whole number above 0, rounded down. */
function logOf(value: Whole): number {
  // Beyond some 300 digits a double knows only that there are too many.
  if (typeof value !== 'number' && value >= TOO_LARGE) return 16 * 512 + logOf(value / TOO_LARGE);
  let top = typeof value === 'number' ? value : +String(value);
  let bits = 0;
  while (top >= 2 ** 48) {
    top /= 2 ** 32;
    bits += 32;
  }
  for (const power of HALVINGS) {
    if (top < 65_536 * power.times) continue;
    top /= power.times;
    bits += power.bits;
  }
  while (top < 65_536) {
    top *= 2;
    bits -= 1;
  }
  return 16 * (bits + 16) + sixteenthsOf(top);
}

/** Of a value in [65 536, 131 072): the largest k with 2^(k/16) at most value / 65 536. */
function sixteenthsOf(value: number): number {
  let part = 0;
  for (let step = 8; step >= 1; step /= 2) if (value * (FALLING[part + step] ?? 0) >= 65_536 * 65_536) part += step;
  return part;
}

const TOO_LARGE = 2n ** 512n;
const HALVINGS = [16, 8, 4, 2, 1].map((bits) => ({ bits, times: 2 ** bits }));

const small: number[] = [];

/** 16 · log2(n / d), about; 0 where n is not above 0. */
export function bitsOf(n: Whole, d: Whole = 1): number {
  if (n <= 0) return 0;
  return logKnown(n) - (d === 1 ? 0 : logKnown(d));
}

function logKnown(value: Whole): number {
  if (typeof value !== 'number' || value > 4096) return logOf(value);
  return (small[value] ??= logOf(value));
}

/** 16 · log2 of a size; 0 for zero. */
export function sizeBits(value: Exact): number {
  const { n, d } = size(value);
  return bitsOf(n, d);
}

/** 2^(−cost/16), in units of 2^−48: whole and far below 2^53, so that sums of them are exact in every engine. */
export function weightOf(cost: number): number {
  const part = cost % 16;
  let weight = (FALLING[part] ?? 0) * 2 ** 32;
  for (let halves = (cost - part) / 16; halves > 0 && weight >= 1; halves -= 1) weight /= 2;
  return whole(weight);
}

/** The cost of one whole: `weightOf(0)`. */
export const CERTAIN = weightOf(0);
