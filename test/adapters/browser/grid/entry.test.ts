import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { editedText, entryOf, localised } from '#adapters/browser/grid/entry';
import { pastedCells } from '#adapters/browser/grid/paste';

const number = (value: number, format: string | null = null): object => ({ kind: 'number', value, format });

test.each([
  ['1.234,5', null, number(1234.5)], ['25.454', null, number(25_454)], ['103,3', null, number(103.3)], ['+ 836', null, number(836)], ['-998.175', null, number(-998_175)],
  ['(381)', null, number(-381)], ['1,234.5', null, number(1234.5)], ['5%', null, number(0.05, '0%')], ['103,25%', null, number(1.0325, '0.00%')],
  ['5%', '0.0%', number(0.05)], ['120', '0.0%', number(1.2)], ['120', '#,##0', number(120)],
  ['12/5', null, { kind: 'text', text: '12/5' }], ['2020-12-31', null, { kind: 'text', text: '2020-12-31' }], ['-', null, { kind: 'text', text: '-' }], ['07 - 09', null, { kind: 'text', text: '07 - 09' }],
  ['trên 5', null, { kind: 'text', text: 'trên 5' }], ['1234567890123456', null, { kind: 'text', text: '1234567890123456' }],
  ["'007", null, { kind: 'text', text: '007' }], ['007', '@', { kind: 'text', text: '007' }], ['=A1', '@', { kind: 'text', text: '=A1' }], ['=', null, { kind: 'text', text: '=' }],
  ['True', null, { kind: 'boolean', value: true }], ['FALSE', null, { kind: 'boolean', value: false }],
] as const)('[B3] entry › %j in a cell of format %j', (typed, format, entry) => {
  expect(entryOf(typed, format, 'vi')).toEqual(entry);
});

test('[B3] entry › in English the same text is another figure', () => {
  expect(entryOf('25.454', null, 'en')).toEqual(number(25.454));
  expect(entryOf('1,234.5', null, 'en')).toEqual(number(1234.5));
});

test.each([
  ['=SUM(A1;B1)', 'SUM(A1,B1)'], ['=SUM(A1,B1)', 'SUM(A1,B1)'], ['=A1*1,5', 'A1*1.5'], ['=ROUND(A1;1)*1,5', 'ROUND(A1,1)*1.5'], ['=ROUND(1,5)', 'ROUND(1,5)'],
  ['=IF(A1="a;b";1,5;2)', 'IF(A1="a;b",1.5,2)'], ["='Biểu; 1'!A1+1", "'Biểu; 1'!A1+1"], ['=SUM({1;2})', 'SUM({1;2})'], ['="x""y;"&A1', '"x""y;"&A1'],
])('[B3] entry › the formula %j', (typed, formula) => {
  expect(entryOf(typed, null, 'vi')).toEqual({ kind: 'formula', formula });
});

test.each(['vi', 'en'] as const)('[B3] entry › a figure that is edited and taken back in as it stands is the same figure (%s)', (notation) => {
  fc.assert(fc.property(fc.double({ noNaN: true, min: -1e14, max: 1e14 }), fc.constantFrom(null, '#,##0.0', '0.0%'), (drawn, format) => {
    const value = Number(drawn.toPrecision(12));
    const entry = entryOf(editedText(value, format, notation), format, notation);
    expect(entry.kind === 'number' ? entry.value : entry).toBeCloseTo(value, 10);
  }));
  expect(editedText(25.454, null, 'vi')).toBe('25,454');
  expect(entryOf('25,454', null, 'vi')).toEqual(number(25.454));
});

test('[B3] entry › separators are shown as the reader writes them', () => {
  expect(localised('1,234.5', 'vi')).toBe('1.234,5');
  expect(localised('1,234.5', 'en')).toBe('1,234.5');
});

test('[B4] paste › each column decides how its figures are read; a text from elsewhere never becomes a formula', () => {
  const text = '1,234.5\t25.454\t=1+1\r\n25,454\t1.002,1\t"a\nb"\r\n\t\t@x\r\n';
  expect(pastedCells(text, 'vi', () => null)).toEqual([
    [number(1234.5), number(25_454), { kind: 'text', text: '=1+1' }],
    [number(25_454), number(1002.1), { kind: 'text', text: 'a\nb' }],
    [null, null, { kind: 'text', text: '@x' }],
  ]);
  expect(pastedCells('12', 'vi', () => '@')).toEqual([[{ kind: 'text', text: '12' }]]);
});
