import { expect, test } from '@jest/globals';
import { contentIn, entered, isHeld, type Told } from '#adapters/excel/cell-content';

const told = (value: unknown, type: string, formula: unknown = value): Told => ({ value, type, formula, format: 'General' });

test('[H1] an error value, a text that looks like one, and a text that looks like a formula are told apart', () => {
  expect(contentIn(told('#N/A', 'Error'))).toEqual({ kind: 'error', error: '#N/A' });
  expect(contentIn(told('#N/A', 'String'))).toEqual({ kind: 'text', text: '#N/A' });
  expect(contentIn(told('=A1', 'String', '=A1'))).toEqual({ kind: 'text', text: '=A1' });
  expect(contentIn(told('#N/A', 'Error', '=NA()'))).toEqual({ kind: 'formula', formula: 'NA()' });
  expect(contentIn(told('', 'String', '=""'))).toEqual({ kind: 'formula', formula: '""' });
});

test('[H4] what Excel writes in its own way is held, and what it takes for something else is not', () => {
  expect(isHeld({ kind: 'text', text: 'a\r\nb' }, told('a\nb', 'String'))).toBe(true);
  expect(isHeld({ kind: 'text', text: '' }, told('', 'Empty'))).toBe(true);
  expect(isHeld({ kind: 'text', text: '5' }, told(5, 'Double'))).toBe(false);
  expect(isHeld({ kind: 'text', text: '' }, told(5, 'Double'))).toBe(false);
  expect(isHeld({ kind: 'number', value: 0.833_333_333_333_333_4 }, told(0.833_333_333_333_333, 'Double'))).toBe(true);
  expect(isHeld({ kind: 'number', value: 0.8333 }, told(0.833_31, 'Double'))).toBe(false);
  expect(isHeld({ kind: 'number', value: 5 }, told('5', 'String'))).toBe(false);
  expect(isHeld({ kind: 'formula', formula: 'sum(a1)' }, told(0, 'Double', '=SUM(A1)'))).toBe(true);
  expect(isHeld({ kind: 'blank' }, told('', 'Empty'))).toBe(true);
});

test('[H3] only a text that Excel may take for something else gets an apostrophe', () => {
  const written = (text: string, format = 'General', certain = false): unknown => entered({ kind: 'text', text }, format, certain);
  expect(['Tổng số', 'II.1', 'Đơn vị', 'Jan 5'].map((text) => written(text))).toEqual(['Tổng số', 'II.1', 'Đơn vị', 'Jan 5']);
  expect(['=1', '- a', '(5)', '₫5', '1/2', 'True', "'a", '(a\n5)'].map((text) => written(text))).toEqual(["'=1", "'- a", "'(5)", "'₫5", "'1/2", "'True", "''a", "'(a\n5)"]);
  expect(written('Jan 5', 'General', true)).toBe("'Jan 5");
  expect([written('=1', '@'), written("'a", '@'), written('Jan 5', '@', true)]).toEqual(['=1', "''a", 'Jan 5']);
});
