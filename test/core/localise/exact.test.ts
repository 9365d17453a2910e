/** Fractions of doubles and bigints against fractions of bigints alone. */
import { expect, test } from '@jest/globals';
import { add, divide, exactOf, keyOf, multiply, order, stepsAbove, stepsBelow, stepsNearest, subtract, toNearest, wholeOf, zerosOf, type Exact, type Whole } from '#core/localise/exact';
import { Rational } from '#test/core/numbers/rational';
import { Random } from '#test/generate/random';

const exact = ({ n, d }: Rational): Exact => ({ n: wholeOf(n), d: wholeOf(d) });
const rational = ({ n, d }: Exact): Rational => new Rational(BigInt(n), BigInt(d));

/** Numbers of one digit up to far beyond what a double holds. */
function drawn(random: Random): Rational {
  const digits = Array.from({ length: random.whole(1, random.pick([2, 7, 15, 16, 30])) }, () => random.whole(0, 9)).join('');
  const size = new Rational(BigInt(digits), random.pick([1n, 2n, 10n, 20n, 1000n, 7n, 3n ** 20n, 3n ** 40n]));
  return random.chance(0.4) ? new Rational(0n).minus(size) : size;
}

test('[D1] sums, products, quotients and order are exact at every size', () => {
  const random = new Random(11);
  for (let round = 0; round < 20_000; round += 1) {
    const a = drawn(random);
    // Also neighbours, which doubles cannot tell apart.
    const b = random.chance(0.3) ? a.plus(new Rational(BigInt(random.whole(-1, 1)), 10n ** BigInt(random.whole(0, 25)))) : drawn(random);
    const [x, y] = [exact(a), exact(b)];
    const said = [rational(add(x, y)).compare(a.plus(b)), rational(subtract(x, y)).compare(a.minus(b)), rational(multiply(x, y)).compare(a.times(b)), b.n === 0n ? 0 : rational(divide(x, y)).compare(a.over(b)), order(x, y) - a.compare(b)];
    expect([`${String(a.n)}/${String(a.d)} ${String(b.n)}/${String(b.d)}`, ...said]).toEqual([`${String(a.n)}/${String(a.d)} ${String(b.n)}/${String(b.d)}`, 0, 0, 0, 0, 0]);
  }
});

test('[D1] a whole number is a double as long as that is exact, and never both', () => {
  const all: readonly [bigint, Whole][] = [[0n, 0], [-7n, -7], [2n ** 53n - 1n, 2 ** 53 - 1], [2n ** 53n, 2n ** 53n], [-(2n ** 60n), -(2n ** 60n)]];
  for (const [value, form] of all) expect(wholeOf(value)).toBe(form);
  const large = { n: 2n ** 60n, d: 1 };
  expect(subtract(large, { n: 2n ** 60n - 5n, d: 1 })).toEqual({ n: 5, d: 1 });
});

test('[D1] steps of a unit: down, up, to the nearest with halves away from zero', () => {
  const tenth = { n: 1, d: 10 };
  const steps = (n: number, d: number): Whole[] => [stepsBelow({ n, d }, tenth), stepsAbove({ n, d }, tenth), stepsNearest({ n, d }, tenth)];
  expect([steps(125, 100), steps(-125, 100), steps(12, 10), steps(-126, 100)]).toEqual([[12, 13, 13], [-13, -12, -13], [12, 12, 12], [-13, -12, -13]]);
  expect(toNearest({ n: 1249, d: 1000 }, tenth)).toEqual({ n: 12, d: 10 });
  expect([zerosOf({ n: 2500, d: 1 }, { n: 1, d: 1 }), zerosOf({ n: 25, d: 1 }, tenth), zerosOf({ n: 0, d: 1 }, tenth)]).toEqual([2, 1, 0]);
});

test('[D1] one key for each decimal, however many zeros it is written with', () => {
  expect([{ digits: 1250n, places: 2 }, { digits: 125n, places: 1 }, { digits: 10n ** 30n, places: 0 }].map((one) => keyOf(exactOf(one)))).toEqual(['125/10', '125/10', `${String(10n ** 30n)}/1`]);
});
