/** A ratio of counts implies a base that is a whole number: is there one? Spec: docs/spec.md, R10. */
import { lastDigitInterval, roundedInterval, truncatedInterval, type Figure } from '#core/numbers/figure';
import { ceiling, divideFractions, floor, fraction, fractionOf, multiplyFractions, type Fraction } from '#core/numbers/fraction';
import type { Grade } from '#core/numbers/grade';
import type { Interval } from '#core/numbers/interval';

/** How well the ratio fits the nearest whole base. */
export function wholeBaseGrade(actual: Figure, ratio: Figure): Grade {
  if (hasWhole(actual, roundedInterval(ratio))) return 'exact';
  if (hasWhole(actual, truncatedInterval(ratio))) return 'truncated';
  return hasWhole(actual, lastDigitInterval(ratio)) ? 'last-digit' : 'wrong';
}

/** Is there a whole base whose ratio lies within? Ends at or below 0 set no limit. */
function hasWhole(actual: Figure, { low, high }: Interval): boolean {
  if (low === null || high === null || low.at.n <= 0n) return true;
  const top = multiplyFractions(fractionOf(actual.value), fraction(100n));
  const [least, most] = [divideFractions(top, high.at), divideFractions(top, low.at)];
  const first = ceiling(least) + beyond(least, high.open);
  const last = floor(most) - beyond(most, low.open);
  return first <= last && last > 0n;
}

/** One step further where an end is a whole number that does not belong to its interval. */
function beyond({ n, d }: Fraction, open: boolean): bigint {
  return open && n % d === 0n ? 1n : 0n;
}
