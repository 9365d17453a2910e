import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { fraction } from '#core/numbers/fraction';
import { addIntervals, contains, meets, negateInterval, percentOf, percentOfImpliedBase, point, subtractIntervals, widened, type End, type Interval } from '#core/numbers/interval';
import { Rational } from '#test/core/numbers/rational';

/** An interval as the tests see it: quarters of a unit from `low` to `low + length`. */
interface Span {
  readonly low: number;
  readonly length: number;
  readonly openLow: boolean;
  readonly openHigh: boolean;
}

const spans: fc.Arbitrary<Span> = fc.record({ low: fc.integer({ min: -14, max: 14 }), length: fc.integer({ min: 0, max: 6 }), openLow: fc.boolean(), openHigh: fc.boolean() })
  .map((span) => (span.length === 0 ? { ...span, openLow: false, openHigh: false } : span));

const quarters = (n: number): Rational => new Rational(BigInt(n), 4n);

function intervalOf({ low, length, openLow, openHigh }: Span): Interval {
  return { low: { at: quarters(low), open: openLow }, high: { at: quarters(low + length), open: openHigh } };
}

/** Next to an open end: so near that no other end of these tests lies between. */
const NEAR = new Rational(1n, 10n ** 12n);
const CLOSE = new Rational(1n, 10n ** 6n);

/** Points of an interval: its quarters, and next to each open end. */
function pointsOf({ low, length, openLow, openHigh }: Span): Rational[] {
  const inner = Array.from({ length: length + 1 }, (_, i) => quarters(low + i)).slice(openLow ? 1 : 0, openHigh ? -1 : undefined);
  const nearby = [openLow ? [quarters(low).plus(NEAR)] : [], openHigh ? [quarters(low + length).minus(NEAR)] : []].flat();
  return [...inner, ...nearby];
}

const at = (end: End): Rational => {
  if (end === null) throw new RangeError('Cannot compare an end that is not there');
  return new Rational(end.at.n, end.at.d);
};

/** Every value lies inside; a closed end is one of them, an open one is not, and is as near as one pleases. */
function expectHull(interval: Interval, values: readonly Rational[]): void {
  expect(values.filter((value) => !contains(interval, value)).map((value) => value.text(0))).toEqual([]);
  for (const end of [interval.low, interval.high]) {
    const gaps = values.map((value) => value.minus(at(end)).size());
    expect(gaps.some((gap) => gap.isBelow(CLOSE))).toBe(true);
    expect(gaps.some((gap) => gap.n === 0n)).toBe(end?.open === false);
  }
}

function pairs(left: Span, right: Span): [Rational, Rational][] {
  return pointsOf(left).flatMap((x) => pointsOf(right).map((y): [Rational, Rational] => [x, y]));
}

function hundredths(interval: Interval | null): string[] {
  const ends = interval === null ? [] : [interval.low, interval.high];
  return ends.map((end) => at(end).shortened(new Rational(1n, 100n), 'half-up').text(2));
}

const HUNDRED = new Rational(100n);
const RUNS = { seed: 7, numRuns: 1500 };

describe('what a relation makes of intervals', () => {
  test('[N6] addIntervals and subtractIntervals › hold every sum and difference, and no more', () => {
    fc.assert(fc.property(spans, spans, (a, b) => {
      expectHull(addIntervals(intervalOf(a), intervalOf(b)), pairs(a, b).map(([x, y]) => x.plus(y)));
      expectHull(subtractIntervals(intervalOf(a), intervalOf(b)), pairs(a, b).map(([x, y]) => x.minus(y)));
    }), RUNS);
  });

  test('[N6] percentOf › holds every quotient, and its ends are reached or approached', () => {
    fc.assert(fc.property(spans, spans, (top, bottom) => {
      const interval = percentOf(intervalOf(top), intervalOf(bottom));
      // A base that is 0, or as near to it as one pleases, allows any quotient at all.
      const touchesZero = bottom.low <= 0 && bottom.low + bottom.length >= 0;
      expect(interval === null).toBe(touchesZero);
      if (interval !== null) expectHull(interval, pairs(top, bottom).map(([x, y]) => HUNDRED.times(x).over(y)));
    }), RUNS);
  });

  test('[N6] percentOfImpliedBase › holds every A / (A − C), and its ends are reached or approached', () => {
    fc.assert(fc.property(spans, spans, (actual, change) => {
      const interval = percentOfImpliedBase(intervalOf(actual), intervalOf(change));
      const [least, most] = [actual.low - change.low - change.length, actual.low + actual.length - change.low];
      expect(interval === null).toBe(least <= 0 && most >= 0);
      if (interval !== null) expectHull(interval, pairs(actual, change).map(([a, c]) => HUNDRED.times(a).over(a.minus(c))));
    }), RUNS);
  });

  test('[N6] percentOfImpliedBase › 56 % with a change of 3,9 allows 107,31 to 107,66, not the wider range of a base by itself', () => {
    const actual = { low: { at: fraction(555n, 10n), open: false }, high: { at: fraction(565n, 10n), open: false } };
    const change = { low: { at: fraction(385n, 100n), open: false }, high: { at: fraction(395n, 100n), open: false } };
    expect(hundredths(percentOfImpliedBase(actual, change))).toEqual(['107.31', '107.66']);
    expect(hundredths(percentOf(actual, subtractIntervals(actual, change)))).toEqual(['105.41', '109.60']);
  });
});

describe('intervals among themselves', () => {
  test('[N6] meets › exactly where one point lies in both', () => {
    fc.assert(fc.property(spans, spans, (a, b) => {
      const shared = pointsOf(a).some((x) => contains(intervalOf(b), x)) || pointsOf(b).some((y) => contains(intervalOf(a), y));
      expect(meets(intervalOf(a), intervalOf(b))).toBe(shared);
      expect(meets(intervalOf(b), intervalOf(a))).toBe(shared);
    }), RUNS);
  });

  test('[N6] negateInterval › twice is nothing; a missing end changes sides', () => {
    fc.assert(fc.property(spans, (span) => {
      expect(negateInterval(negateInterval(intervalOf(span)))).toEqual(intervalOf(span));
    }), { numRuns: 50 });
    const above = { low: { at: fraction(5n), open: true }, high: null };
    expect(negateInterval(above)).toEqual({ low: null, high: { at: fraction(-5n), open: true } });
  });

  test('[N6] widened › moves both ends by the same, open ones stay open', () => {
    const wide = widened({ low: { at: fraction(5n), open: true }, high: null }, fraction(1n, 2n));
    expect([at(wide.low).text(1), wide.low?.open, wide.high]).toEqual(['4.5', true, null]);
  });

  test('[N6] an end that is missing sets no limit, and no quotient follows from it', () => {
    const above = { low: { at: fraction(5n), open: false }, high: null };
    expect([meets(above, point(fraction(10n ** 30n))), meets(above, point(fraction(4n)))]).toEqual([true, false]);
    expect([addIntervals(above, above).high, percentOf(above, point(fraction(2n))), percentOfImpliedBase(above, point(fraction(1n)))]).toEqual([null, null, null]);
  });
});
