import { expect, test } from '@jest/globals';
import { appendix } from '#test/generate/appendix';
import { withErrors } from '#test/generate/errors';
import { MORE_SLIPS, SLIPS } from '#test/generate/injections';
import { chanceOfShares, chanceOfSized } from '#test/generate/oracle/growth';
import { everyDraw } from '#test/generate/oracle/every-draw';
import { Oracle } from '#test/generate/oracle/explanations';
import { chanceOfSlip, originsOf } from '#test/generate/oracle/slip-chances';
import { Random } from '#test/generate/random';
import type { Placed } from '#test/generate/sheet';

const WHOLE = { sections: ['I', 'II', 'III', 'IV', 'V'], absent: 0, plan: true };

test('every way of some draws is taken once, and their chances add up to one', () => {
  const seen: string[] = [];
  let sum = 0;
  let drawn = '';
  everyDraw((random) => {
    drawn = random.whole(0, 1) === 0 ? 'a' : `b${random.whole(1, 3)}`;
  }, (chance) => {
    seen.push(drawn);
    sum += chance;
  });
  expect(seen).toEqual(['a', 'b1', 'b2', 'b3']);
  expect(sum).toBeCloseTo(1);
});

test('the chance of levels is how often they are drawn', () => {
  const random = new Random(1);
  const drift = (): number => (random.chance(0.1) ? 0.5 : 0.75) + random.next() * (random.chance(0.1) ? 1.5 : 0.55);
  const counts = new Map<string, number>();
  const many = 200_000;
  for (let i = 0; i < many; i += 1) {
    const size = random.sized(1, 7);
    const key = `${Math.round(size * drift())} ${Math.round(size * drift())}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  for (const levels of [[3, 3], [3, 5], [12, 9], [7, 8]]) expect(chanceOfSized(levels, [1, 7]) / ((counts.get(levels.join(' ')) ?? 0) / many)).toBeCloseTo(1, 0);
  // From one way of adding up to the other there is no step.
  expect(chanceOfSized([300, 290], [1, 7]) / chanceOfSized([301, 290], [1, 7])).toBeCloseTo(1, 1);
});

test('all levels of a subset together are certain', () => {
  let sum = 0;
  for (let a = 0; a <= 15; a += 1) for (let b = 0; b <= 12; b += 1) sum += chanceOfShares([[a, 15], [b, 12]]);
  expect(sum).toBeCloseTo(1, 1);
});

test('the chance of a slip is how often it is drawn, and each origin that has one is found', () => {
  const drawn = appendix(700_001, WHOLE);
  const slips = { ...SLIPS, ...MORE_SLIPS };
  const figure = drawn.placed.find(({ role, printed }) => role === 'change' && printed.n > 1000n) as Placed;
  const table = { placed: drawn.placed, options: drawn.options };
  const digit = slips['digit'];
  if (digit === undefined) throw new RangeError('The generator slips no digits');
  const random = new Random(5);
  const slipped = Array.from({ length: 20_000 }, () => digit(figure, { ...table, random })?.printed ?? figure.printed);
  const printed = slipped.find((one) => one.compare(figure.printed) !== 0) ?? figure.printed;
  const seen = { printed, places: figure.places };
  expect(chanceOfSlip(figure, seen, { slips: { digit }, ...table })).toBeCloseTo(slipped.filter((one) => one.compare(printed) === 0).length / slipped.length, 2);
  expect(chanceOfSlip(figure, seen, { slips, ...table })).toBeGreaterThan(0);
  expect(originsOf(seen).some((origin) => origin.compare(figure.printed) === 0)).toBe(true);
});

/** For each cell of the row of one injected error, what the oracle says of it; null where it says nothing. */
function sayingsOf(seed: number): { readonly share: number; readonly isTrue: boolean }[] | null {
  const drawn = appendix(8_000_000 + seed, WHOLE);
  const errors = withErrors(drawn, 1, SLIPS, new Random(seed))?.errors ?? [];
  const rows = new Set(errors.map(({ figure }) => figure.row));
  const oracle = new Oracle(drawn, errors, { slips: SLIPS, most: 1, accepted: 0.45 });
  const weights = drawn.placed.filter(({ row }) => rows.has(row)).map(({ cell }) => ({ cell, weight: oracle.likelihood(new Set([cell]), rows).weight }));
  const all = weights.reduce((sum, { weight }) => sum + weight, 0);
  const sayings = weights.map(({ cell, weight }) => ({ share: weight / all, isTrue: errors.some(({ figure }) => figure.cell === cell) }));
  return sayings.some(({ share, isTrue }) => isTrue && share > 0) ? sayings : null;
}

test('what the oracle says of one cell against another is how often it is so', () => {
  const tables = Array.from({ length: 30 }, (_, i) => sayingsOf(i + 1));
  const sayings = tables.flatMap((one) => one ?? []);
  // Now and then what lies behind a table is more than the oracle follows; then it says nothing.
  expect(tables.filter((one) => one === null).length).toBeLessThanOrEqual(2);
  // As many are true as it expects to be, also where it is in doubt.
  const doubtful = sayings.filter(({ share }) => share > 0.02 && share < 0.98);
  const expected = doubtful.reduce((sum, { share }) => sum + share, 0);
  const spread = Math.sqrt(doubtful.reduce((sum, { share }) => sum + share * (1 - share), 0));
  expect(Math.abs(doubtful.filter(({ isTrue }) => isTrue).length - expected)).toBeLessThan(3 * spread + 1);
  expect(sayings.filter(({ share, isTrue }) => share >= 0.98 && !isTrue).length).toBeLessThanOrEqual(2);
});
