import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { canonical, decimal } from '#core/numbers/decimal';
import type { Figure, Knowledge } from '#core/numbers/figure';
import { expected, grade, type Outcome } from '#core/numbers/grade';
import { addIntervals, closed, percentOf, percentOfImpliedBase, point, subtractIntervals, type Interval } from '#core/numbers/interval';
import { power, Rational, ROUNDINGS, type Shortening } from '#test/core/numbers/rational';

/** A relation of two figures, once on intervals and once on true values; null where it says nothing. */
interface Relation {
  readonly name: string;
  readonly implied: (left: Interval, right: Interval) => Interval | null;
  readonly exactly: (left: Rational, right: Rational) => Rational | null;
}

const HUNDRED = new Rational(100n);
const quotient = (top: Rational, bottom: Rational): Rational | null => (bottom.n === 0n ? null : HUNDRED.times(top).over(bottom));

const RELATIONS: readonly Relation[] = [
  { name: 'A / B', implied: percentOf, exactly: quotient },
  { name: 'A / (A − C)', implied: percentOfImpliedBase, exactly: (a, c) => quotient(a, a.minus(c)) },
  { name: 'A + B', implied: addIntervals, exactly: (a, b) => a.plus(b) },
  { name: 'A − B', implied: subtractIntervals, exactly: (a, b) => a.minus(b) },
];

function figureOf(value: Rational, places: number, knowledge: Knowledge = 'rounded'): Figure {
  return { value: decimal(value.text(places)), place: -places, knowledge, percent: false, decimals: places };
}

const outcome = ({ implied }: Relation, left: Figure, right: Figure): Outcome => (read) => implied(read(left), read(right));

/** A true figure on a fine grid, both signs and zero, and the places it is printed with. */
const inputs = fc.record({ steps: fc.integer({ min: -400, max: 400 }), places: fc.constantFrom(0, 1) });
const trueValue = ({ steps, places }: { steps: number; places: number }): Rational => new Rational(BigInt(steps), 20n).times(power(1 - places));
const relations = fc.constantFrom(...RELATIONS);
const figurePlaces = fc.constantFrom(0, 1, 2);

/** Rounded at one place, then at the one before it: 120,2458 → 120,25 → 120,3. */
function roundedTwice(value: Rational, places: number, how: Shortening): Rational {
  return value.shortened(power(-places - 1), how).shortened(power(-places), how);
}

describe('no reading within the rules is called wrong', () => {
  const property = (shorten: Shortening, check: (verdict: string | null) => void, print: (value: Rational, places: number) => Rational[]): void => {
    fc.assert(fc.property(inputs, inputs, relations, figurePlaces, (left, right, relation, places) => {
      const [a, b] = [trueValue(left), trueValue(right)];
      const value = relation.exactly(a, b);
      if (value === null) return;
      const printed = [left, right].map((input, i) => figureOf((i === 0 ? a : b).shortened(power(-input.places), shorten), input.places));
      const [first, second] = printed as [Figure, Figure];
      for (const stated of print(value, places)) check(grade(figureOf(stated, places), outcome(relation, first, second)));
    }), { seed: 11, numRuns: 600 });
  };

  test.each(ROUNDINGS)('[N7] grade › inputs rounded (%s), figure rounded in any way: exact', (how) => {
    property(how, (verdict) => { expect(['exact', null]).toContain(verdict); }, (value, places) => ROUNDINGS.map((way) => value.shortened(power(-places), way)));
  });

  test.each(ROUNDINGS)('[N7] grade › inputs rounded (%s), figure cut: exact or truncated', (how) => {
    property(how, (verdict) => { expect(['exact', 'truncated', null]).toContain(verdict); }, (value, places) => [value.shortened(power(-places), 'cut')]);
  });

  test.each(ROUNDINGS)('[N7] grade › inputs rounded (%s), figure rounded twice or one unit off: not wrong', (how) => {
    property(how, (verdict) => { expect(verdict).not.toBe('wrong'); }, (value, places) => ROUNDINGS.flatMap((way) => [
      roundedTwice(value, places, way),
      value.shortened(power(-places), way).plus(power(-places)),
      value.shortened(power(-places), way).minus(power(-places)),
    ]));
  });

  test('[N7] grade › inputs cut, figure cut or rounded: exact or truncated', () => {
    property('cut', (verdict) => { expect(['exact', 'truncated', null]).toContain(verdict); }, (value, places) => [...ROUNDINGS, 'cut' as const].map((way) => value.shortened(power(-places), way)));
  });

  test('[N7] grade › inputs cut, figure rounded twice: not wrong', () => {
    property('cut', (verdict) => { expect(verdict).not.toBe('wrong'); }, (value, places) => ROUNDINGS.map((way) => roundedTwice(value, places, way)));
  });
});

/** The least and the greatest result over a grid of true values that the two printed figures may stand for. */
function hull({ exactly }: Relation, left: readonly Rational[], right: readonly Rational[]): [Rational, Rational] | null {
  const values = left.flatMap((a) => right.map((b) => exactly(a, b)));
  const known = values.filter((value) => value !== null);
  if (known.length < values.length) return null;
  return [known.reduce((a, b) => (b.isBelow(a) ? b : a)), known.reduce((a, b) => (a.isBelow(b) ? b : a))];
}

/** Quarters of a unit around a printed figure: half a unit either way where it was rounded, one where it was cut. */
function behind(value: Rational, places: number, how: 'rounded' | 'cut'): Rational[] {
  const unit = power(-places);
  const away = value.n === 0n ? [-4, 4] : (value.n > 0n ? [0, 4] : [-4, 0]);
  const [from = 0, to = 0] = how === 'rounded' ? [-2, 2] : away;
  return Array.from({ length: to - from + 1 }, (_, i) => value.plus(unit.times(new Rational(BigInt(from + i), 4n))));
}

const distance = (value: Rational, [low, high]: [Rational, Rational]): Rational => {
  if (value.isBelow(low)) return low.minus(value);
  return high.isBelow(value) ? value.minus(high) : new Rational(0n);
};

const atMost = (a: Rational, b: Rational): boolean => a.compare(b) <= 0;

describe('each grade by its definition, over all true values on a grid', () => {
  const printed = fc.record({ steps: fc.integer({ min: -30, max: 30 }), places: fc.constantFrom(0, 1) });
  const figure = ({ steps, places }: { steps: number; places: number }): Rational => new Rational(BigInt(steps)).times(power(-places));
  // Stated figures near to what the relation gives, so that all grades are met.
  const offsets = fc.integer({ min: -40, max: 40 });

  test('[N7] grade › exact where half a unit explains it, wrong where one and a half do not, from rounded or cut inputs', () => {
    const met = new Map<string | null, number>();
    fc.assert(fc.property(printed, printed, relations, figurePlaces, offsets, (left, right, relation, places, offset) => {
      const [a, b] = [figure(left), figure(right)];
      const middle = relation.exactly(a, b);
      if (middle === null) return;
      const stated = middle.plus(power(-places).times(new Rational(BigInt(offset), 10n))).shortened(power(-places), 'half-up');
      const verdict = grade(figureOf(stated, places), outcome(relation, figureOf(a, left.places), figureOf(b, right.places)));
      met.set(verdict, (met.get(verdict) ?? 0) + 1);
      const rounded = hull(relation, behind(a, left.places, 'rounded'), behind(b, right.places, 'rounded'));
      if (rounded === null || verdict === null) return;
      const unit = power(-places);
      const off = distance(stated, rounded);
      expect(verdict === 'exact').toBe(atMost(off, unit.times(new Rational(1n, 2n))));
      const cut = hull(relation, behind(a, left.places, 'cut'), behind(b, right.places, 'cut'));
      if (cut === null) return;
      const reach = unit.times(new Rational(3n, 2n));
      // Ends that are only approached are left to the tests of the intervals themselves.
      const [offCut, edge] = [distance(stated, cut), distance(stated, cut).compare(reach) === 0];
      if (!edge) expect(verdict === 'wrong').toBe(reach.isBelow(off) && reach.isBelow(offCut));
    }), { seed: 5, numRuns: 1500 });
    expect([...met.keys()].map(String).toSorted()).toEqual(['exact', 'last-digit', 'null', 'truncated', 'wrong']);
  });

  test('[N7] expected › exactly the figures that some rounding of an allowed value gives', () => {
    fc.assert(fc.property(printed, printed, relations, figurePlaces, (left, right, relation, places) => {
      const [a, b] = [figure(left), figure(right)];
      const interval = relation.implied(spanOf(a, left.places), spanOf(b, right.places));
      const rounded = hull(relation, behind(a, left.places, 'rounded'), behind(b, right.places, 'rounded'));
      if (interval === null || rounded === null) return;
      const unit = power(-places);
      const { from, to } = expected({ place: -places, knowledge: 'rounded' }, interval);
      const [low, high] = [from, to].map((end) => Rational.of(canonical(end ?? decimal('0')))) as [Rational, Rational];
      const allowed = (value: Rational): boolean => atMost(distance(value, rounded), unit.times(new Rational(1n, 2n)));
      expect([low.minus(unit), low, high, high.plus(unit)].map(allowed)).toEqual([false, true, true, false]);
    }), { seed: 6, numRuns: 800 });
  });
});

function spanOf(value: Rational, places: number): Interval {
  const half = power(-places).times(new Rational(1n, 2n));
  return closed(value.minus(half), value.plus(half));
}

describe('grades by example', () => {
  const count = (n: number): Figure => figureOf(new Rational(BigInt(n)), 0, 'exact');
  const stated = (text: string): Figure => figureOf(Rational.of(text), text.split('.')[1]?.length ?? 0);
  const ratio = (actual: number, change: number): Outcome => (read) => percentOfImpliedBase(read(count(actual)), read(count(change)));

  test.each([
    ['103.4', 25_454, 836, 'exact'], ['103.3', 25_454, 836, 'truncated'], ['103.5', 25_454, 836, 'last-digit'], ['103.6', 25_454, 836, 'wrong'],
    ['141.2', 113, 33, 'exact'], ['141.3', 113, 33, 'exact'], ['141.1', 113, 33, 'last-digit'], ['141.4', 113, 33, 'last-digit'], ['141.5', 113, 33, 'wrong'],
    ['20.0', 102, 17, 'wrong'], ['103', 55, 2, 'truncated'], ['120.3', 733_813, 123_552, 'last-digit'], ['100.0', 5, 0, 'exact'], ['0.0', 0, -5, 'exact'],
  ])('[N7] grade › %s %% for %i with a change of %i: %s', (text, actual, change, right) => {
    expect(grade(stated(text), ratio(actual, change))).toBe(right);
  });

  test.each([['-103.4', 'exact'], ['-103.3', 'truncated'], ['-103.5', 'last-digit'], ['-103.6', 'wrong'], ['103.4', 'wrong']])('[N7] grade › below 0 as above: %s is %s', (text, right) => {
    expect(grade(stated(text), (read) => percentOf(read(count(-25_454)), read(count(24_618))))).toBe(right);
  });

  test('[N7] grade › between exact counts there are only exact and wrong: one off is wrong', () => {
    const sum: Outcome = (read) => addIntervals(read(count(50_768)), read(count(68_613)));
    expect([119_381, 119_382, 119_380, 119_399].map((n) => grade(count(n), sum))).toEqual(['exact', 'wrong', 'wrong', 'wrong']);
  });

  test('[N7] grade › nothing is said where the base may be 0', () => {
    expect(grade(stated('100'), ratio(5, 5))).toBeNull();
    expect(grade(stated('100'), (read) => percentOf(read(count(5)), read(stated('0.0'))))).toBeNull();
  });

  test.each([
    ['120', '120', -1, '120.0 to 120.0'], ['141.25', '141.25', -1, '141.2 to 141.3'], ['105.0102', '105.2361', -1, '105.0 to 105.2'], ['-0.04', '0.04', -1, '0.0 to 0.0'],
    ['-141.25', '-141.25', -1, '-141.3 to -141.2'], ['5650000', '5750000', 5, '5600000 to 5800000'], ['89.4737', '89.4737', 0, '89 to 89'],
  ])('[N7] expected › from %s to %s, at the power %i: %s', (low, high, place, right) => {
    const { from, to } = expected({ place, knowledge: 'rounded' }, closed(Rational.of(low), Rational.of(high)));
    expect([from, to].map((end) => (end === null ? '' : canonical(end))).join(' to ')).toBe(right);
  });

  test('[N7] expected › an exact count is what the others say, the nearest one where they say no whole number', () => {
    const ends = (interval: Interval): string[] => {
      const { from, to } = expected({ place: 0, knowledge: 'exact' }, interval);
      return [from, to].map((end) => (end === null ? 'none' : canonical(end)));
    };
    expect(ends(point(new Rational(119_381n)))).toEqual(['119381', '119381']);
    expect(ends(point(new Rational(7n, 2n)))).toEqual(['4', '4']);
    expect(ends(closed(new Rational(99n, 10n), new Rational(121n, 10n)))).toEqual(['10', '12']);
    expect(ends({ low: null, high: { at: new Rational(25n, 2n), open: false } })).toEqual(['none', '12']);
  });
});
