import { describe, expect, test } from '@jest/globals';
import { canonical } from '#core/numbers/decimal';
import { cellOf, isTerm, relatedTo, rowAt, termAt, weigh, type Relation, type Term } from '#core/relations/relation';
import { drawing, tablesIn } from '#test/draw/drawing';

/** The figures of a drawing, column D row by row, then columns E and F. */
function termsOf(text: string): Term[] {
  const [table] = tablesIn(drawing(text));
  if (table === undefined) return [];
  const columns = table.columns.all.filter(({ role }) => role === 'level' || role === 'change' || role === 'ratio');
  return columns.flatMap((column) => table.rows.map((row) => termAt(table, row, column))).filter(isTerm);
}

const graded = (relation: Relation): string => {
  const verdict = weigh(relation);
  return verdict === null || verdict === 'exact' ? String(verdict) : `${verdict.grade} ${verdict.expected.from === null ? '' : canonical(verdict.expected.from)}..${verdict.expected.to === null ? '' : canonical(verdict.expected.to)}`;
};

const term = (terms: readonly Term[], at: number): Term => {
  const found = terms[at];
  if (found === undefined) throw new RangeError(`Cannot take figure ${at}: there are ${terms.length}`);
  return found;
};

describe('sums', () => {
  const sum = (text: string): Relation => {
    const [judged, ...parts] = termsOf(text);
    if (judged === undefined) throw new RangeError('Cannot sum a drawing without figures');
    return { kind: 'sum', judged, terms: parts.map((part) => ({ term: part, sign: 1 })), basis: 'declared' };
  };

  test.each([
    ['counts that add up', '1 | A | HTX | 30\n- | B | HTX | 19\n- | C | HTX | 11', 'exact'],
    ['counts one off', '1 | A | HTX | 31\n- | B | HTX | 19\n- | C | HTX | 11', 'wrong 30..30'],
    ['amounts within their rounding', '1 | A | tỷ đồng | 10,1\n- | B | tỷ đồng | 3,4\n- | C | tỷ đồng | 6,6', 'exact'],
    ['amounts a little further', '1 | A | tỷ đồng | 10,3\n- | B | tỷ đồng | 3,4\n- | C | tỷ đồng | 6,6', 'last-digit 9.9..10.1'],
  ])('[R0] %s', (_, text, expected) => {
    expect(graded(sum(text))).toBe(expected);
  });
});

describe('ratios', () => {
  const implied = (text: string): Relation => {
    const terms = termsOf(text);
    return { kind: 'implied-ratio', actual: term(terms, 0), change: term(terms, 1), judged: term(terms, 2), offset: 0, basis: 'declared' };
  };

  test.each([
    ['1 | A | HTX | 102 | 17 | 120,0%', 'exact'],
    ['1 | A | HTX | 102 | 17 | 20,0%', 'wrong 120.0..120.0'],
    ['1 | A | HTX | 17 | 1 | 106,0%', 'wrong 106.2..106.3'],
    ['1 | A | HTX | 65 | 4 | 106,5%', 'truncated 106.6..106.6'],
    ['1 | A | HTX | 3 | 3 | 100%', 'null'],
  ])('[R0] %s', (text, expected) => {
    expect(graded(implied(text))).toBe(expected);
  });
});

test('[R0] a part above its whole is wrong, whatever its last digit', () => {
  const [whole, part] = termsOf('1 | A | HTX | 30\n- | B | HTX | 31');
  if (whole === undefined || part === undefined) throw new RangeError('Cannot read the drawing');
  expect(graded({ kind: 'at-most', judged: part, others: [], whole, basis: 'declared' })).toBe('wrong ..30');
  expect(graded({ kind: 'at-most', judged: whole, others: [], whole: part, basis: 'declared' })).toBe('exact');
});

test('[R0] what is related is every other cell of the relation', () => {
  const [judged, top, bottom] = termsOf('1 | A | HTX | 30\n- | B | HTX | 31\n- | C | HTX | 2');
  if (judged === undefined || top === undefined || bottom === undefined) throw new RangeError('Cannot read the drawing');
  const quotient: Relation = { kind: 'quotient', judged, top, bottom, offset: 0, basis: 'declared' };
  expect(relatedTo(quotient).map(cellOf)).toEqual(['D3', 'D4']);
  expect(relatedTo({ kind: 'at-most', judged, others: [top], whole: bottom, basis: 'declared' }).map(cellOf)).toEqual(['D3', 'D4']);
});

test('[R0] a header cell is named by the last row of words above its column', () => {
  const [table] = tablesIn(drawing('TT | Chỉ tiêu | ĐVT | So với năm 2019\n | | | Tỷ lệ\n1 | A | HTX | 103%'));
  const column = table?.columns.all.at(-1);
  if (table === undefined || column === undefined) throw new RangeError('Cannot read the drawing');
  expect([rowAt({ table, row: null, column }), cellOf({ table, row: null, column })]).toEqual([1, 'D2']);
});
