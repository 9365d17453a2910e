import { describe, expect, test } from '@jest/globals';
import { canonical, decimal } from '#core/numbers/decimal';
import { asPercent, isGap, lastDigitInterval, roundCountPlace, roundedInterval, truncatedInterval, type Figure, type Knowledge } from '#core/numbers/figure';
import type { End, Interval } from '#core/numbers/interval';
import { Rational } from '#test/core/numbers/rational';

function figure(text: string, knowledge: Knowledge = 'rounded', place?: number): Figure {
  const value = decimal(text);
  return { value, place: place ?? -value.places, knowledge, percent: false, decimals: value.places };
}

/** "[3.35; 3.45)" */
function drawn({ low, high }: Interval): string {
  const at = (end: End): string => (end === null ? '∞' : new Rational(end.at.n, end.at.d).text(16).replace(/\.?0+$/, ''));
  return `${low?.open === true ? '(' : '['}${at(low)}; ${at(high)}${high?.open === true ? ')' : ']'}`;
}

describe('what a printed figure stands for', () => {
  test.each([
    ['3.4', '[3.35; 3.45]'], ['-3.4', '[-3.45; -3.35]'], ['0.0', '[-0.05; 0.05]'], ['56', '[55.5; 56.5]'], ['120.0', '[119.95; 120.05]'],
  ])('[N6] roundedInterval › %s is %s, closed: ties may go either way', (text, right) => {
    expect(drawn(roundedInterval(figure(text)))).toBe(right);
  });

  test.each([
    ['3.4', '[3.4; 3.5)'], ['-3.4', '(-3.5; -3.4]'], ['0.0', '(-0.1; 0.1)'], ['56', '[56; 57)'],
  ])('[N6] truncatedInterval › %s is %s, cut toward zero', (text, right) => {
    expect(drawn(truncatedInterval(figure(text)))).toBe(right);
  });

  test.each([['3.4', '[3.25; 3.55]'], ['-3.4', '[-3.55; -3.25]'], ['0', '[-1.5; 1.5]']])('[N7] lastDigitInterval › %s is %s: rounded, then one unit off', (text, right) => {
    expect(drawn(lastDigitInterval(figure(text)))).toBe(right);
  });

  test('[N6] intervals › an exact count is one point, a stored figure is known to one unit of its last place', () => {
    for (const interval of [roundedInterval, truncatedInterval, lastDigitInterval]) {
      expect(drawn(interval(figure('25454', 'exact')))).toBe('[25454; 25454]');
      expect(drawn(interval(figure('0.900000000000000', 'stored')))).toBe('[0.899999999999999; 0.900000000000001]');
    }
  });

  test('[N6] intervals › a round count is known to half of its last nonzero place', () => {
    expect(drawn(roundedInterval(figure('5700000', 'rounded', 5)))).toBe('[5650000; 5750000]');
    expect(drawn(truncatedInterval(figure('5700000', 'rounded', 5)))).toBe('[5700000; 5800000)');
  });
});

describe('round counts', () => {
  test.each([
    ['5700000', 5], ['100000', 5], ['-230000', 4], ['6560509', null], ['101000', null], ['99000', null], ['90000', null], ['0', null], ['1234000', null],
  ])('[N5] roundCountPlace › %s is known to the power %p; null is exact', (text, place) => {
    expect(roundCountPlace(decimal(text), false)).toBe(place);
  });

  test.each([['500', 2], ['5000', 3], ['381', 0], ['0', null], ['12.50', -1]])('[N5] roundCountPlace › "khoảng %s" is known to the power %p', (text, place) => {
    expect(roundCountPlace(decimal(text), true)).toBe(place);
  });
});

test('[N5] asPercent › 1.033 is 103.3 %, known to a place two higher', () => {
  const { value, place, percent, decimals } = asPercent(figure('1.033'));
  expect([canonical(value), place, percent, decimals]).toEqual(['103.3', -1, true, 1]);
  expect(canonical(asPercent(figure('1')).value)).toBe('100');
});

test('[N2] isGap › tells a figure from the reason why there is none', () => {
  expect([isGap('none'), isGap(figure('5'))]).toEqual([true, false]);
});
