import { expect, test } from '@jest/globals';
import { order, wholeOf, type Exact } from '#core/localise/exact';
import { projected, type Constraint, type Range } from '#core/localise/project';
import { Rational } from '#test/core/numbers/rational';
import { Random } from '#test/generate/random';

const ZERO: Exact = { n: 0, d: 1 };

const exact = ({ n, d }: Rational): Exact => ({ n: wholeOf(n), d: wholeOf(d) });
const HUNDRED = new Rational(100n);

const CONSTRAINTS: readonly Constraint[] = [
  { kind: 'implied-ratio', cells: [0, 1, 2], signs: [], offset: ZERO, loose: ZERO },
  { kind: 'quotient', cells: [0, 1, 2], signs: [], offset: ZERO, loose: ZERO },
  { kind: 'sum', cells: [0, 1, 2], signs: [1, -1, -1], offset: ZERO, loose: ZERO },
  { kind: 'rate-change', cells: [0, 1, 2, 3, 4], signs: [], offset: ZERO, loose: ZERO },
];

/** The judged value of a constraint between these; null where it has none. */
function judged(kind: Constraint['kind'], [a, b, c, d]: readonly Rational[]): Rational | null {
  if (a === undefined || b === undefined) return null;
  if (kind === 'sum') return a.plus(b);
  if (kind === 'quotient') return percent(a, b);
  if (kind === 'implied-ratio') return percent(a, a.minus(b));
  return c === undefined || d === undefined ? null : pointsOf(percent(a, c), percent(a.minus(b), c.minus(d)));
}

function percent(top: Rational, bottom: Rational): Rational | null {
  return bottom.n <= 0n ? null : HUNDRED.times(top).over(bottom);
}

function pointsOf(now: Rational | null, before: Rational | null): Rational | null {
  return now && before && now.minus(before);
}

function around(value: Rational, random: Random, sign: boolean): Range {
  const reach = (): Rational => new Rational(BigInt(random.whole(0, 30)), 10n);
  const low = value.minus(reach());
  return { low: !sign && low.n < 0n ? ZERO : exact(low), high: exact(value.plus(reach())) };
}

test('[D1] what a relation allows for a cell holds every value that some values of the others give, 40 000 times', () => {
  const random = new Random(5);
  let tried = 0;
  for (let round = 0; round < 20_000; round += 1) {
    const constraint = random.pick(CONSTRAINTS);
    const { kind } = constraint;
    const count = constraint.cells.length - 1;
    const inputs = Array.from({ length: count }, (_, i) => new Rational(BigInt(random.whole(i % 2 === 1 && kind !== 'quotient' && kind !== 'sum' ? -200 : 1, 200))));
    const result = judged(kind, inputs);
    if (result === null) continue;
    const values = kind === 'sum' ? [result, ...inputs] : [...inputs, result];
    const ranges = values.map((value) => around(value, random, value.n < 0n));
    for (const target of constraint.cells) {
      tried += 1;
      const { low, high } = projected(constraint, target, ranges);
      const value = exact(values[target] ?? result);
      const message = `${kind} ${target}: ${values.map(({ n, d }) => `${String(n)}/${String(d)}`).join(' ')}`;
      expect([message, order(low, value) <= 0, order(value, high) <= 0]).toEqual([message, true, true]);
    }
  }
  expect(tried).toBeGreaterThan(40_000);
});

test('[D1] the base moves with both figures: 56 % with a change of 3,9 allows 107,3 to 107,7', () => {
  const range = (low: number, high: number): Range => ({ low: { n: low, d: 100 }, high: { n: high, d: 100 } });
  const { low, high } = projected({ kind: 'implied-ratio', cells: [0, 1, 2], signs: [], offset: ZERO, loose: ZERO }, 2, [range(5550, 5650), range(385, 395), range(0, 0)]);
  expect([order(low, { n: 10_731, d: 100 }), order(low, { n: 10_732, d: 100 })]).toEqual([1, -1]);
  expect([order(high, { n: 10_766, d: 100 }), order(high, { n: 10_767, d: 100 })]).toEqual([1, -1]);
});
