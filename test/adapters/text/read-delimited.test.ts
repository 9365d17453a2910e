import { expect, test } from '@jest/globals';
import { readDelimited } from '#adapters/text/read-delimited';
import type { CellValue } from '#core/table/grid';
import { UnreadableFileError } from '#ports/workbook-files';

function bytesOf(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

function rowsOf(bytes: Uint8Array, file: string): readonly (readonly string[])[] {
  const [sheet] = readDelimited(bytes, file).sheets;
  if (sheet === undefined) return [];
  return Array.from({ length: sheet.rowCount }, (_, row) => Array.from({ length: sheet.columnCount }, (__, column) => rawText(sheet.cell(row, column).value)));
}

/** Not trimmed, as the core would. */
function rawText(value: CellValue): string {
  return typeof value === 'string' ? value : '';
}

const csv = (text: string): readonly (readonly string[])[] => rowsOf(bytesOf(text), 'a.csv');
const tsv = (text: string): readonly (readonly string[])[] => rowsOf(bytesOf(text), 'a.tsv');

test('[X8] read-delimited › reads tabs, and names the sheet after the file', () => {
  const { sheets } = readDelimited(bytesOf('TT\tChỉ tiêu\n1\tHTX\n'), 'so-lieu/2020/Phụ lục 1.tsv');
  expect(sheets.map(({ name, rowCount, columnCount }) => [name, rowCount, columnCount])).toEqual([['Phụ lục 1', 2, 2]]);
  expect(readDelimited(bytesOf('a'), String.raw`C:\bao cao\a.b.csv`).sheets[0]?.name).toBe('a.b');
});

test('[X8] read-delimited › keeps every figure the text that it is', () => {
  const [sheet] = readDelimited(bytesOf('25.454\t+ 836\t\t103,3%'), 'a.tsv').sheets;
  expect([0, 1, 2, 3].map((column) => sheet?.cell(0, column))).toEqual(['25.454', '+ 836', null, '103,3%'].map((value) => ({ value, formula: null, format: null })));
});

test('[X8] read-delimited › reads any line end, and a blank line as a blank row', () => {
  expect(tsv('a\tb\r\n\r\nc\td\re\n')).toEqual([['a', 'b'], ['', ''], ['c', 'd'], ['e', '']]);
});

test('[X8] read-delimited › ends a row in a blank cell where a separator ends it', () => {
  expect(tsv('a\tb\nc\t')).toEqual([['a', 'b'], ['c', '']]);
});

test('[X8] read-delimited › takes a comma, a semicolon or a tab for the separator of a .csv', () => {
  expect(csv('a,b\n1,2')).toEqual([['a', 'b'], ['1', '2']]);
  expect(csv('a;b\n1,5;2,5')).toEqual([['a', 'b'], ['1,5', '2,5']]);
  expect(csv('a\tb\n1\t2')).toEqual([['a', 'b'], ['1', '2']]);
  expect(csv('PHỤ LỤC\na,b\n"x; y",2\n3,4\n5,6')).toEqual([['PHỤ LỤC', ''], ['a', 'b'], ['x; y', '2'], ['3', '4'], ['5', '6']]);
  expect(csv('sep=|\na|b,c;d')).toEqual([['a', 'b,c;d']]);
});

test('[X8] read-delimited › takes quotes off a field, and what they hold for one cell', () => {
  expect(csv('"a, b","c ""d""\ne",f"g\n"h"i,"k')).toEqual([['a, b', 'c "d"\ne', 'f"g'], ['"h"i', '"k', '']]);
});

test('[X8] read-delimited › keeps the ditto marks of a .tsv', () => {
  expect(tsv('a\tHTX\t1\nb\t"\t2\nc\t"\t"\nd\t"e\nf"\t3')).toEqual([['a', 'HTX', '1'], ['b', '"', '2'], ['c', '"', '"'], ['d', 'e\nf', '3']]);
});

test('[X8] read-delimited › reads UTF-8 with and without mark, UTF-16 of both orders, and the old code page', () => {
  const text = 'Tỷ lệ\tHTX';
  const utf16 = Buffer.from(`\uFEFF${text}`, 'utf16le');
  const forms = [bytesOf(text), bytesOf(`\uFEFF${text}`), Uint8Array.from(utf16), Uint8Array.from(Buffer.from(utf16).swap16())];
  for (const bytes of forms) expect(rowsOf(bytes, 'a.tsv')).toEqual([['Tỷ lệ', 'HTX']]);
  expect(rowsOf(Uint8Array.of(0xD0, 0xF5, 0x09, 0x31), 'a.tsv')).toEqual([['Đơ', '1']]);
});

test('[X8] read-delimited › refuses a file without text', () => {
  const reasonFor = (bytes: Uint8Array): unknown => {
    try {
      return readDelimited(bytes, 'a.csv');
    } catch (error) {
      return error instanceof UnreadableFileError ? error.reason : error;
    }
  };
  expect(reasonFor(new Uint8Array())).toBe('empty-file');
  expect(reasonFor(Uint8Array.of(1, 0, 2, 0))).toBe('not-a-workbook');
});

test.each([
  ['a field for each byte', ','.repeat(8_000_001)],
  ['more columns than a sheet', ','.repeat(16_384)],
  ['more rows than a sheet', '\n'.repeat(1_048_577)],
])('[X8] %s is too large', (_, text) => {
  expect(() => readDelimited(bytesOf(text), 'a.csv')).toThrow(expect.objectContaining({ reason: 'too-large' }));
});
