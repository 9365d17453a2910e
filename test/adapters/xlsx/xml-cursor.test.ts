import { expect, test } from '@jest/globals';
import { XmlCursor } from '#adapters/xlsx/xml-cursor';

function at(xml: string): XmlCursor {
  const cursor = new XmlCursor(xml);
  cursor.next();
  return cursor;
}

test('[X7] xml-cursor › walks tags with or without prefix', () => {
  const cursor = new XmlCursor('<?xml version="1.0"?><a><x:b/>text</a>');
  const seen: string[] = [];
  while (cursor.next()) seen.push(`${cursor.closing ? '/' : ''}${cursor.name}${cursor.empty ? '/' : ''}`);
  expect(seen).toEqual(['a', 'b/', '/a']);
});

test('[X7] xml-cursor › reads attributes however they are quoted and spaced', () => {
  const cursor = at(`<sheet xmlns:r="x" name='a > "b"' sheetId = "1"\n\tr:id="rId&#49;"/>`);
  expect([cursor.attribute('name'), cursor.attribute('sheetId'), cursor.attribute(':id'), cursor.attribute('id'), cursor.attribute('d'), cursor.empty]).toEqual(['a > "b"', '1', 'rId1', null, null, true]);
});

test('[X7] xml-cursor › finds no attribute where none is well written', () => {
  expect([at('<a b>').attribute('b'), at('<a b=c>').attribute('b'), at('<a>').attribute('b')]).toEqual([null, null, null]);
});

test('[X7] xml-cursor › stays inside an element', () => {
  const cursor = at('<a><b>1</b></a><c/>');
  const seen: string[] = [];
  while (cursor.nextWithin('a')) if (cursor.opens('b')) seen.push(cursor.textAfter());
  expect([seen, cursor.name, cursor.closing]).toEqual([['1'], 'a', true]);
  expect(at('<a/><b/>').nextWithin('a')).toBe(false);
});

test('[X7] xml-cursor › refuses a tag without end', () => {
  expect(() => at('<a b="c>')).toThrow(SyntaxError);
});
