import { expect, test } from '@jest/globals';
import { strToU8, zipSync } from 'fflate';
import { judgeZip, ZIP_LIMITS } from '#adapters/xlsx/zip-guard';
import { viewOf, zipEnd } from '#adapters/xlsx/zip-directory';
import { UnreadableFileError, type Unreadable } from '#ports/workbook-files';
import { oleFile } from '#test/adapters/xlsx/ole-file';

function zip(files: Readonly<Record<string, string>>): Uint8Array {
  return zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])));
}

const GOOD = zip({ 'a.xml': '<a/>', 'b/c.xml': '<c>some text, some text, some text, some text</c>' });

function reasonFor(bytes: Uint8Array): Unreadable | 'fine' {
  try {
    judgeZip(bytes, 'bao-cao.xlsx');
    return 'fine';
  } catch (error) {
    if (!(error instanceof UnreadableFileError)) throw error;
    expect(error.message).toContain('bao-cao.xlsx');
    return error.reason;
  }
}

/** A copy with one field of a directory entry changed; places are those of the zip's description. */
function withField(bytes: Uint8Array, entry: number, place: number, value: number, size: 2 | 4 = 4): Uint8Array {
  const copy = new Uint8Array(bytes);
  const view = viewOf(copy);
  let at = zipEnd(copy)?.directory ?? 0;
  for (let i = 0; i < entry; i += 1) at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  if (size === 4) view.setUint32(at + place, value, true);
  else view.setUint16(at + place, value, true);
  return copy;
}

const FLAGS = 8;
const METHOD = 10;
const PACKED = 20;
const SIZE = 24;
const HEADER_AT = 42;

test('[X1] zip-guard › lets a plain zip pass, part by part', () => {
  expect(judgeZip(GOOD, 'a').map(({ name, size }) => [name, size])).toEqual([
    ['a.xml', 4],
    ['b/c.xml', 49],
  ]);
});

test('[X1] zip-guard › finds the end record before a comment', () => {
  const comment = strToU8('made by hand');
  const bytes = new Uint8Array(GOOD.length + comment.length);
  bytes.set(GOOD);
  bytes.set(comment, GOOD.length);
  viewOf(bytes).setUint16(GOOD.length - 2, comment.length, true);
  expect(reasonFor(bytes)).toBe('fine');
});

test('[X1] zip-guard › reads a backslash in a name as a slash', () => {
  expect(judgeZip(zip({ String: 'x', 'xl\\workbook.xml': 'x' }), 'a').map(({ name }) => name)).toContain('xl/workbook.xml');
});

test('[X1] zip-guard › refuses too many parts, at the limit and one beyond', () => {
  const parts = (count: number): Uint8Array => zip(Object.fromEntries(Array.from({ length: count }, (_, i) => [`${i}`, ''])));
  expect(reasonFor(parts(ZIP_LIMITS.entries))).toBe('fine');
  expect(reasonFor(parts(ZIP_LIMITS.entries + 1))).toBe('too-large');
});

test('[X1] zip-guard › refuses a part that inflates to too much, without inflating it', () => {
  expect(reasonFor(withField(GOOD, 1, SIZE, ZIP_LIMITS.part + 1))).toBe('too-large');
  expect(reasonFor(withField(GOOD, 1, SIZE, ZIP_LIMITS.ratioFrom))).toBe('fine');
});

test('[X1] zip-guard › refuses a ratio that no sheet reaches', () => {
  const zeros = zipSync({ 'xl/worksheets/sheet1.xml': new Uint8Array(ZIP_LIMITS.ratioFrom + 1) });
  expect(reasonFor(zeros)).toBe('too-large');
});

test('[X1] zip-guard › refuses parts that together inflate to too much', () => {
  const random = Uint8Array.from({ length: 1_100_000 }, (_, i) => (i * i * 7919) >> 5);
  const four = zipSync({ a: random, b: random, c: random, d: random }, { level: 0 });
  const large = [0, 1, 2, 3].reduce<Uint8Array>((bytes, i) => withField(bytes, i, SIZE, ZIP_LIMITS.part), four);
  expect(reasonFor(withField(large, 3, SIZE, 0))).toBe('fine');
  expect(reasonFor(large)).toBe('too-large');
});

test('[X1] zip-guard › refuses what only a zip64 record could say', () => {
  expect(reasonFor(withField(GOOD, 0, SIZE, 0xFF_FF_FF_FF))).toBe('too-large');
  const manyParts = new Uint8Array(GOOD);
  viewOf(manyParts).setUint16(GOOD.length - 12, 0xFF_FF, true);
  expect(reasonFor(manyParts)).toBe('too-large');
});

test('[X1] zip-guard › refuses two parts of one name, whatever their case', () => {
  expect(reasonFor(zip({ 'xl/workbook.xml': 'a', 'XL/Workbook.xml': 'b' }))).toBe('damaged');
});

test('[X1] zip-guard › refuses a name that climbs out', () => {
  expect(reasonFor(zip({ '../a.xml': 'a' }))).toBe('damaged');
  expect(reasonFor(zip({ 'xl\\..\\..\\a.xml': 'a' }))).toBe('damaged');
  expect(reasonFor(zip({ 'xl/a..b.xml': 'a' }))).toBe('fine');
});

test('[X1] zip-guard › refuses parts that share bytes', () => {
  const second = viewOf(GOOD).getUint32((zipEnd(GOOD)?.directory ?? 0) + HEADER_AT, true);
  expect(reasonFor(withField(GOOD, 1, HEADER_AT, second))).toBe('damaged');
  expect(reasonFor(withField(GOOD, 0, PACKED, 60))).toBe('damaged');
});

test('[X1] zip-guard › refuses a packing that Excel does not know', () => {
  expect(reasonFor(withField(GOOD, 0, METHOD, 9, 2))).toBe('damaged');
});

test('[X1] zip-guard › refuses a directory that is not where the end record says', () => {
  const moved = new Uint8Array(GOOD);
  viewOf(moved).setUint32(GOOD.length - 6, 3, true);
  expect(reasonFor(moved)).toBe('damaged');
});

test('[X2] zip-guard › tells an encrypted part', () => {
  expect(reasonFor(withField(GOOD, 1, FLAGS, 1, 2))).toBe('encrypted');
});

test('[X2] zip-guard › tells an empty file', () => {
  expect(reasonFor(new Uint8Array())).toBe('empty-file');
});

test.each(['x', 'PK', 'Không phải bảng tính, chỉ là một đoạn văn bản.', '<html></html>'])('[X2] zip-guard › tells that "%s" is no workbook', (text) => {
  expect(reasonFor(strToU8(text))).toBe('not-a-workbook');
});

test('[X2] zip-guard › tells a zip cut at any place', () => {
  for (let length = 4; length < GOOD.length; length += 1) expect(reasonFor(GOOD.subarray(0, length))).toBe('truncated');
});

test('[X2] zip-guard › tells a password, an old .xls and a letter apart, all in one container', () => {
  expect(reasonFor(oleFile('EncryptionInfo', 'EncryptedPackage'))).toBe('encrypted');
  expect(reasonFor(oleFile('Workbook'))).toBe('old-format');
  expect(reasonFor(oleFile('Book'))).toBe('old-format');
  expect(reasonFor(oleFile('WordDocument'))).toBe('not-a-workbook');
  expect(reasonFor(oleFile().subarray(0, 20))).toBe('not-a-workbook');
});
