import { expect, test } from '@jest/globals';
import { assert, double, integer, property } from 'fast-check';
import { call, spill } from '#test/core/functions/call';
import { printVi } from '#words/print-vi';
import { decimal } from '#core/numbers/decimal';

const figure = integer({ min: 1, max: 10_000_000 });

test('[U1] ratio, growth, change, attainment, share › of figures of the published appendix', () => {
  expect(call('RATIO', 102, 85)).toBe(1.2);
  expect(call('RATIO', 25_454, 24_618)).toBe(25_454 / 24_618);
  expect(call('GROWTH', 102, 85)).toBe(0.2);
  expect(call('CHANGE', 102, 85)).toBe(17);
  expect(call('CHANGE', '56,0%', '52,1%')).toBe(0.039);
  expect(call('ATTAINMENT', 95, 100)).toBe(0.95);
  expect(call('SHARE', 14_254, 25_454)).toBe(14_254 / 25_454);
  expect(call('BASE', 102, '120%')).toBe(85);
  expect(call('BASE', 102, 1.2)).toBe(85);
});

test('[U1] what doubles get wrong is right: 0.3 − 0.1 is 0.2, and 0.1 + 0.2 over 0.3 is 1', () => {
  expect(call('CHANGE', 0.3, 0.1)).toBe(0.2);
  expect(call('RATIO', 0.1 + 0.2, 0.3)).toBe(1);
  expect(call('GROWTH', 1.1, 1)).toBe(0.1);
});

test('[U1] a base of 0 has no ratio, and one below 0 none that means anything', () => {
  for (const name of ['RATIO', 'GROWTH', 'ATTAINMENT', 'SHARE', 'BASE'] as const) {
    expect([call(name, 5, 0), call(name, 5, '0,0'), call(name, 5, -3), call(name, 0, 5)]).toEqual(['#DIV/0!', '#DIV/0!', '#NUM!', name === 'GROWTH' ? -1 : 0]);
  }
  expect(call('CHANGE', -5, -3)).toBe(-2);
});

test('[U1] yearly growth', () => {
  expect(call('CAGR', 100, 121, 2)).toBe(0.1);
  expect(call('CAGR', 100, 100, 7)).toBe(0);
  expect(call('CAGR', 85, 102, 1)).toBe(0.2);
  expect(call('CAGR', 100, 0, 3)).toBe(-1);
  expect([call('CAGR', 0, 5, 2), call('CAGR', 5, 6, 0), call('CAGR', 5, 6, -1), call('CAGR', 5, -6, 2), call('CAGR', -5, 6, 2)]).toEqual(['#DIV/0!', '#DIV/0!', '#NUM!', '#NUM!', '#NUM!']);
  expect(call('CAGR', 1, 100, 0.001)).toBe('#NUM!');
});

test('[U1] figures beyond every double are told, not made infinite', () => {
  expect(call('RATIO', 1e308, 1e-10)).toBe('#NUM!');
  expect(call('CHANGE', 1.7e308, -1.7e308)).toBe('#NUM!');
  expect([call('RATIO', 1e-300, 1e300), call('RATIO', 1e-15, 1e15)]).toEqual([0, 1e-30]);
});

test('[U1] properties › base × ratio is the actual, growth is the ratio less 1, text and number agree', () => {
  assert(property(figure, figure, (actual, base) => {
    const ratio = Number(call('RATIO', actual, base));
    expect(ratio).toBe(actual / base);
    expect(call('BASE', actual, ratio)).toBeCloseTo(base, 6);
    expect(call('GROWTH', actual, base)).toBeCloseTo(ratio - 1, 12);
    expect(call('CHANGE', actual, base)).toBe(actual - base);
    const text = (value: number): string => printVi.plain(decimal(String(value)));
    expect(call('RATIO', text(actual), text(base))).toBe(ratio);
    expect(Math.abs(Number(call('CAGR', base, actual, 1)) - (ratio - 1))).toBeLessThanOrEqual(ratio * 1e-14);
  }));
});

test('[U1] properties › any doubles give a finite double or an error, and nothing is thrown', () => {
  const any = double({ noNaN: true });
  assert(property(any, any, any, (a, b, c) => {
    for (const answer of [call('RATIO', a, b), call('GROWTH', a, b), call('CHANGE', a, b), call('CAGR', a, b, c), call('GAP', a, [[b, c]])]) {
      expect(typeof answer === 'number' ? Number.isFinite(answer) : String(answer).startsWith('#')).toBe(true);
    }
  }), { numRuns: 500 });
});

test('[U2] a blank gives empty text, 0 is a figure, a lone dash is none', () => {
  for (const blank of [null, undefined, '', '  ', '-', '–']) {
    expect([call('RATIO', blank, 5), call('RATIO', 5, blank), call('CHANGE', blank, 0), call('RATIO', blank, 0), call('NUMBER', blank), call('TEXT', blank), call('GRADE', blank), call('CHECK', blank, 1, 1), call('GAP', blank, 1), call('CAGR', 1, 2, blank)]).toEqual(['', '', '', '', '', '', '', '', '', '']);
  }
  expect([call('RATIO', 0, 5), call('RATIO', 0, 0), call('NUMBER', 0)]).toEqual([0, '#DIV/0!', 0]);
});

test('[U2] what is no figure › each has its error, an error of a cell before all others, blanks last', () => {
  expect([call('RATIO', '…', 5), call('RATIO', 'x', 5), call('RATIO', 'HTX', 5), call('RATIO', '07 - 09', 5), call('RATIO', true, 5)]).toEqual(['#N/A', '#N/A', '#VALUE!', '#VALUE!', '#VALUE!']);
  expect(call('RATIO', 'HTX', { error: '#REF!' })).toBe('#REF!');
  expect(call('RATIO', '…', 'HTX')).toBe('#VALUE!');
  expect([call('RATIO', '', 'HTX'), call('RATIO', '', '…'), call('RATIO', '', { error: '#N/A' })]).toEqual(['#VALUE!', '#N/A', '#N/A']);
  expect(call('RATIO', Number.NaN, 5)).toBe('#VALUE!');
});

test('[U2] texts of a column are read as the clear ones among them are', () => {
  expect(spill('NUMBER', [['25.454'], ['1.002,1'], ['+ 836'], ['103,3%']])).toEqual([[25_454], [1002.1], [836], [1.033]]);
  expect(spill('NUMBER', [['25.454', '25.454'], ['1,002.1', '1.002,1']])).toEqual([[25.454, 25_454], [1002.1, 1002.1]]);
  expect(spill('NUMBER', [['25.454'], ['1,002.1'], ['1.002,1']])).toEqual([['#VALUE!'], [1002.1], [1002.1]]);
  expect(call('NUMBER', '25.454')).toBe(25_454);
});

test('[U2] ranges spill › row by row, one figure beside many, each cell with its own answer', () => {
  expect(spill('RATIO', [[102], [''], ['x'], [50]], [[85], [5], [5], [0]])).toEqual([[1.2], [''], ['#N/A'], ['#DIV/0!']]);
  expect(spill('SHARE', [[1, 3], [2, 4]], 10)).toEqual([[0.1, 0.3], [0.2, 0.4]]);
  expect(spill('CHANGE', [[5], [6]], [[1, 2, 3]])).toEqual([[4, 3, 2], [5, 4, 3]]);
  expect(spill('RATIO', [[1], [2], [3]], [[1], [2]])).toEqual([[1], [1], ['#N/A']]);
  expect(spill('RATIO', [[1, 2, 3]], [[1, 2]])).toEqual([[1, 1, '#N/A']]);
});
