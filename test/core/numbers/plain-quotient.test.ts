import { expect, test } from '@jest/globals';
import { decimal } from '#core/numbers/decimal';
import { roundedInterval, truncatedInterval, type Figure } from '#core/numbers/figure';
import { grade } from '#core/numbers/grade';
import { addIntervals, meets, percentOf, percentOfImpliedBase, point, type Interval } from '#core/numbers/interval';
import { isPlainlyCut, isPlainlyRounded, plainQuotient, type Division } from '#core/numbers/plain-quotient';
import { fraction } from '#core/numbers/fraction';
import { Random } from '#test/generate/random';

function figure(text: string, knowledge: Figure['knowledge'] = 'rounded'): Figure {
  const value = decimal(text);
  return { value, place: -value.places, knowledge, percent: false, decimals: value.places };
}

function impliedBy({ top, by, offset }: Division, read: (one: Figure) => Interval): Interval | null {
  const ratio = 'bottom' in by ? percentOf(read(top), read(by.bottom)) : percentOfImpliedBase(read(top), read(by.change));
  return ratio && addIntervals(ratio, point(fraction(BigInt(-offset))));
}

function drawnFigure(random: Random, most: number, places: number): Figure {
  return figure((random.whole(-most, most) / 10 ** random.whole(0, places)).toFixed(places), random.pick(['rounded', 'exact'] as const));
}

const valueOf = ({ value: { digits, places } }: Figure): number => Number(digits) / 10 ** places;

/** A division, and a figure that is about what it gives. */
function drawnDivision(random: Random): { readonly judged: Figure; readonly division: Division } {
  const places = random.whole(0, 2);
  const top = drawnFigure(random, 400, places);
  const by = random.chance(0.5) ? { bottom: drawnFigure(random, 400, places) } : { change: drawnFigure(random, 60, places) };
  const bottom = 'bottom' in by ? valueOf(by.bottom) : valueOf(top) - valueOf(by.change);
  const offset = random.pick([0, 100] as const);
  const worked = bottom === 0 ? 0 : (100 * valueOf(top)) / bottom - offset;
  const judged = figure((worked + random.pick([0, 0, 0.04, 0.05, -0.05, -0.08, 0.1, -0.1, -0.4, 3])).toFixed(random.whole(0, 2)));
  return { judged, division: { top, by, offset } };
}

test('[N7] a ratio that is plainly rounded is exact, and one that is plainly cut may be cut, in 20 000 random ones', () => {
  const random = new Random(4);
  const seen = { rounded: 0, cut: 0, neither: 0 };
  for (let i = 0; i < 20_000; i += 1) {
    const { judged, division } = drawnDivision(random);
    const plainly = plainQuotient(judged, division);
    if (plainly === null) continue;
    const allowed = impliedBy(division, roundedInterval);
    if (isPlainlyRounded(plainly)) expect(grade(judged, (read) => impliedBy(division, read))).toBe('exact');
    if (isPlainlyCut(plainly)) expect(allowed !== null && meets(truncatedInterval(judged), allowed)).toBe(true);
    seen[isPlainlyRounded(plainly) ? 'rounded' : isPlainlyCut(plainly) ? 'cut' : 'neither'] += 1;
  }
  expect([seen.rounded > 3000, seen.cut > 300, seen.neither > 1000]).toEqual([true, true, true]);
});

test.each([
  ['102', { change: figure('17') }, '120.0', true],
  ['102', { change: figure('17') }, '20.0', false],
  ['1', { bottom: figure('3') }, '33.3', true],
  ['1', { bottom: figure('3') }, '33.4', false],
])('[N7] %s by its base, judged %#', (top, by, judged, expected) => {
  const plainly = plainQuotient(figure(judged), { top: figure(top), by, offset: 0 });
  expect(plainly !== null && isPlainlyRounded(plainly)).toBe(expected);
});

test('[N7] nothing is known plainly where the base may be 0', () => {
  expect(plainQuotient(figure('100.0'), { top: figure('3'), by: { change: figure('3') }, offset: 0 })).toBeNull();
  expect(plainQuotient(figure('100.0'), { top: figure('3'), by: { bottom: figure('1') }, offset: 0 })).toBeNull();
});
