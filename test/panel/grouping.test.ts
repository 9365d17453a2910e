import { expect, test } from '@jest/globals';
import type { Listed } from '#app/session/state';
import type { Finding } from '#core/report';
import { EVERYTHING, matching, repeatsIn, sectionsOf } from '#panel/grouping';

/** An item in a row of column F. */
function item(row: number, { cause = 'growth-for-ratio', section = 'I', rule = 'ratio-of-base', column = 'F', name = 'Số hợp tác xã' }: Partial<Record<'cause' | 'section' | 'rule' | 'column' | 'name', string>> = {}): Listed {
  const cell = `${column}${row}`;
  const finding = { id: cell, rule, group: rule === 'sum-of-parts' ? 'sums' : 'ratios', cell } as Finding;
  return {
    id: cell, severity: 'error', sheet: 's1', cell, indicator: { id: null, section, ordinal: `${row}`, name }, what: 'what', why: 'why', todo: 'todo', diagnosis: null,
    proposals: [{ repairs: [], changes: [{ cell, from: '1', to: '2', cause }], confidence: 1 }], findings: [finding], agrees: false, isNew: false,
  };
}

const rows = (from: number, to: number, like: Parameters<typeof item>[1] = {}): Listed[] => Array.from({ length: to - from + 1 }, (_, i) => item(from + i, like));

test('[V14] panel › five alike are one card, four are not', () => {
  expect(repeatsIn(rows(1, 4)).repeats).toEqual([]);
  const { repeats, others } = repeatsIn([...rows(1, 5), item(9, { cause: 'digit' })]);
  expect(repeats).toMatchObject([{ column: 'F', cause: 'growth-for-ratio' }]);
  expect([repeats[0]?.items.length, others.map(({ cell }) => cell)]).toEqual([5, ['F9']]);
});

test.each([['column', { column: 'H' }], ['rule', { rule: 'attainment' }], ['cause', { cause: 'sign' }]])('[V14] panel › those of another %s are not alike', (_, other) => {
  expect(repeatsIn([...rows(1, 4), ...rows(5, 8, other)]).repeats).toEqual([]);
});

test('[V1] panel › a list is narrowed by words, by group of rules, and by section', () => {
  const items = [item(1), item(2, { section: 'II', name: 'Tổ hợp tác' }), item(3, { rule: 'sum-of-parts' })];
  const [, second] = sectionsOf(items, [], '');
  const cells = (filter: Partial<typeof EVERYTHING>): string[] => matching(items, { ...EVERYTHING, ...filter }).map(({ cell }) => cell);
  expect(cells({ text: 'to hop tac' })).toEqual(['F2']);
  expect(cells({ text: 'f3' })).toEqual(['F3']);
  expect(cells({ text: 'II.2' })).toEqual(['F2']);
  expect(cells({ group: 'sums' })).toEqual(['F3']);
  expect(cells({ section: second?.key ?? '' })).toEqual(['F2']);
  expect(cells({ section: second?.key ?? '', group: 'sums' })).toEqual([]);
});
