/**
 * What a confidence is worth: the share of the model's own odds, mapped to how often it was right on injected errors.
 *
 * Measured by bench/diagnosis.bench.mjs; docs/localisation.md has the table. Never 1: the figures are not the sources.
 */
import { whole } from '#core/localise/odds';

/** Thousandths said by the odds, and how often cell and figure were right: bins pooled until they rise, straight lines between. */
const MEASURED: readonly (readonly [said: number, right: number])[] = [[0, 0], [500, 530], [700, 720], [800, 840], [880, 880], [930, 960], [1000, 980]];

/** @param mille the share of the odds, in thousandths */
export function calibrated(mille: number): number {
  let [from, low] = MEASURED[0] ?? [0, 0];
  for (const [to, high] of MEASURED) {
    if (mille <= to) return to === from ? high : low + whole(((mille - from) * (high - low)) / (to - from));
    [from, low] = [to, high];
  }
  return low;
}
