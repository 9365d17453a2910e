import { expect, test } from '@jest/globals';
import { indicatorNumber, indicatorText } from '#app/indicator-text';

test.each([
  ['I', '7', 'I.7', 'I.7 Số HTX'],
  ['I', '-', '', 'I · Số HTX'],
  ['I', '', '', 'I · Số HTX'],
  ['I', 'a', 'I.a', 'I.a Số HTX'],
  ['II', 'II', 'II', 'II Số HTX'],
  ['', '3', '3', '3 Số HTX'],
  ['', '', '', 'Số HTX'],
  ['Nông nghiệp', '3', '3', 'Nông nghiệp · 3 Số HTX'],
])('[V1] a row of section "%s" with ordinal "%s" goes by the number "%s", and is called "%s"', (section, ordinal, number, text) => {
  const indicator = { id: null, section, ordinal, name: 'Số HTX' };
  expect([indicatorNumber(indicator), indicatorText(indicator)]).toEqual([number, text]);
});
