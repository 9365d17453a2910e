import { expect, test } from '@jest/globals';
import { decimal } from '#core/numbers/decimal';
import { en } from '#words/en';
import { vi } from '#words/vi';

const figure = (text: string, percent = false, decimals = decimal(text).places) => ({ value: decimal(text), percent, decimals });

test.each([
  ['25454', false, '25.454', '25,454'],
  ['1002.1', false, '1.002,1', '1,002.1'],
  ['-998175', false, '−998.175', '−998,175'],
  ['120.0', true, '120,0%', '120.0%'],
  ['0.05', false, '0,05', '0.05'],
  ['999', false, '999', '999'],
])('[W1] print › a figure in the notation of each language: %s', (text, percent, vietnamese, english) => {
  expect(vi.words.print.figure(figure(text, percent))).toBe(vietnamese);
  expect(en.words.print.figure(figure(text, percent))).toBe(english);
});

test('[W1] print › a worked-out value takes the places of the figure it is held against', () => {
  const { print } = vi.words;
  expect(print.value(decimal('119.96'), figure('20.0', true))).toBe('120,0%');
  expect(print.value(decimal('120'), figure('20.0', true))).toBe('120,0%');
  expect(print.plain(decimal('46.8610'))).toBe('46,861');
});

test('[W1] print › a difference shows its sign, a change of percents its points', () => {
  const { print } = vi.words;
  expect([print.signed(decimal('18')), print.signed(decimal('-18')), print.signed(decimal('0'))]).toEqual(['+18', '−18', '0']);
  expect(print.points(decimal('3.9'), figure('3.9', true))).toBe('3,9 điểm %');
  expect(en.words.print.points(decimal('-0.4'), figure('0.4', true))).toBe('−0.4 points');
});

test('[W1] print › a range is said only where there is one', () => {
  const { print } = vi.words;
  const style = figure('108.6', true);
  expect(print.workedOut(decimal('107.5'), { from: decimal('107.3'), to: decimal('107.7') }, style)).toBe('107,5% (107,3% đến 107,7%)');
  expect(print.workedOut(decimal('120'), { from: decimal('120'), to: decimal('120.0') }, style)).toBe('120,0%');
  expect(print.workedOut(decimal('120'), { from: null, to: decimal('120.0') }, style)).toBe('120,0%');
});
