/**
 * What a confidence is worth: the share of the model's own odds, mapped to how often it was right on injected errors.
 *
 * Measured by bench/localise.bench.mjs; docs/localisation.md has the table. Never 1: the figures are not the sources.
 */

/** Thousandths said by the odds, and how often the cell was right: pooled until they rise. */
const MEASURED: readonly (readonly [said: number, right: number])[] = [[0, 0], [1000, 990]];

/** @param mille the share of the odds, in thousandths */
export function calibrated(mille: number): number {
  let [from, low] = MEASURED[0] ?? [0, 0];
  for (const [to, high] of MEASURED) {
    if (mille <= to) return to === from ? high : low + whole(((mille - from) * (high - low)) / (to - from));
    [from, low] = [to, high];
  }
  return low;
}

function whole(value: number): number {
  return value - (value % 1);
}
