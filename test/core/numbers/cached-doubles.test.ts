/** Results that a spreadsheet keeps beside its formulas: binary sums and quotients of decimal figures, off in the last place. */
import { describe, expect, test } from '@jest/globals';
import { asPercent, isGap, type Figure } from '#core/numbers/figure';
import { grade } from '#core/numbers/grade';
import { addIntervals, percentOf, subtractIntervals } from '#core/numbers/interval';
import { readNumber, type NumberCell } from '#core/numbers/number-cell';
import { Random } from '#test/generate/random';

const CASES = 10_000;
const FORMATS = [null, '0', '0.0', '#,##0.00', '#,##0.0##'];
const PERCENTS = [null, '0%', '0.0%', '0.00%'];

function read(cell: Pick<NumberCell, 'value' | 'format' | 'formula'>): Figure {
  const figure = readNumber({ ...cell, count: false });
  if (isGap(figure)) throw new RangeError(`Cannot read ${cell.value}: a figure was meant`);
  return figure;
}

/** A figure of one or two decimals, as typed. */
function typed(random: Random, decimals: number): number {
  return random.whole(1, 10 ** random.whole(2, 7)) / 10 ** decimals;
}

/** Runs the cases of one kind, and names the figures that were not found exact. */
function faults(seed: number, one: (random: Random) => { readonly figures: readonly number[]; readonly grade: string | null }): string[] {
  const random = new Random(seed);
  return Array.from({ length: CASES }, () => one(random)).filter((result) => result.grade !== 'exact').map(({ figures, grade: verdict }) => `${figures.join(' ; ')}: ${String(verdict)}`);
}

describe('cached results of 10 000 random formulas are exact', () => {
  test('[N4] =SUM, added from left to right, whatever the cell shows', () => {
    expect(faults(1, (random) => {
      const decimals = random.whole(1, 2);
      const parts = Array.from({ length: random.whole(2, 12) }, () => typed(random, decimals));
      const format = random.pick(FORMATS);
      const total = read({ value: parts.reduce((sum, part) => sum + part, 0), format, formula: true });
      const terms = parts.map((value) => read({ value, format: random.pick([null, decimals === 1 ? '0.0' : '0.00']), formula: false }));
      return { figures: parts, grade: grade(total, (reading) => terms.map(reading).reduce(addIntervals)) };
    })).toEqual([]);
  });

  test('[N4] =A-B, where digits cancel out', () => {
    expect(faults(2, (random) => {
      const decimals = random.whole(1, 2);
      const a = typed(random, decimals);
      const b = random.chance(0.5) ? typed(random, decimals) : a + random.whole(1, 9) / 10 ** decimals;
      const [left, right] = [a, b].map((value) => read({ value, format: null, formula: value !== a })) as [Figure, Figure];
      return { figures: [a, b], grade: grade(read({ value: a - b, format: random.pick(FORMATS), formula: true }), (reading) => subtractIntervals(reading(left), reading(right))) };
    })).toEqual([]);
  });

  test('[N4] =A/B, in percent formats and as a bare fraction', () => {
    expect(faults(3, (random) => {
      const decimals = random.whole(0, 2);
      const [a, b] = [typed(random, decimals), typed(random, decimals)];
      const [top, bottom] = [a, b].map((value) => read({ value, format: random.pick([null, '#,##0.##']), formula: false })) as [Figure, Figure];
      const quotient = read({ value: a / b, format: random.pick(PERCENTS), formula: true });
      return { figures: [a, b], grade: grade(quotient.percent ? quotient : asPercent(quotient), (reading) => percentOf(reading(top), reading(bottom))) };
    })).toEqual([]);
  });

  test('[N4] =A/B*100 and =SUM/SUM, a quotient of cached sums', () => {
    expect(faults(4, (random) => {
      const sums = [3, 4].map((n) => Array.from({ length: n }, () => typed(random, 1)).reduce((sum, part) => sum + part, 0));
      const [a = 1, b = 1] = sums;
      const [top, bottom] = sums.map((value) => read({ value, format: random.pick(FORMATS), formula: true })) as [Figure, Figure];
      const quotient = read({ value: (a / b) * 100, format: random.pick(FORMATS), formula: true });
      return { figures: sums, grade: grade(quotient, (reading) => percentOf(reading(top), reading(bottom))) };
    })).toEqual([]);
  });

  test('[N4] =ROUND(A/B, n) is exact as well, and one more unit of its place is not', () => {
    const random = new Random(5);
    const seen = Array.from({ length: 1000 }, () => {
      const [a, b] = [random.whole(1, 99_999), random.whole(1, 99_999)];
      const [top, bottom] = [a, b].map((value) => ({ ...read({ value, format: null, formula: false }), knowledge: 'exact' as const })) as [Figure, Figure];
      const stated = (value: number): string | null => grade(read({ value, format: '0.0%', formula: true }), (reading) => percentOf(reading(top), reading(bottom)));
      const rounded = Math.round((a / b) * 1000) / 1000;
      return [stated(rounded), stated(Math.round(rounded * 1000 + 1) / 1000), stated(Math.round(rounded * 1000 + 2) / 1000)].join(' ');
    });
    // Halves such as 12.5 % to no decimal stay exact with the next figure too.
    expect([...new Set(seen)].toSorted()).toEqual(expect.arrayContaining(['exact last-digit wrong']));
    expect(seen.filter((grades) => !/^exact (?:exact|last-digit) (?:wrong|last-digit)$/.test(grades))).toEqual([]);
  });
});
