import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { plainUnpacker } from '#adapters/xlsx/plain-unpacker';
import { readWorkbook } from '#adapters/xlsx/read-workbook';
import { knownTemplates } from '#app/known-templates';
import { indicator, lookupIn } from '#core/functions/indicator';
import { tablesOf } from '#core/layout/table';
import { call, spill } from '#test/core/functions/call';

const TABLE = [
  ['PHỤ LỤC', null, null, null, null, null],
  ['TT', 'Chỉ tiêu', 'Đơn vị', 'Thực hiện năm 2020 ¹', 'So sánh với năm 2019', null],
  [null, null, null, null, 'Số lượng', 'Tỷ lệ'],
  ['A', 'B', 'C', 1, 2, 3],
  ['I', 'HỢP TÁC XÃ', null, null, null, null],
  [1, 'Tổng số HTX', 'HTX', '25.454', '+ 836', '103,4%'],
  ['-', 'Nông nghiệp', 'HTX', '16.079', '…', ''],
  ['-', 'Phi nông nghiệp', 'HTX', 9375, 100, 'x'],
  ['2', 'Số thành viên', 'người', 'chưa rõ', { error: '#REF!' as const }, null],
  ['II', 'LIÊN HIỆP HỢP TÁC XÃ', null, null, null, null],
  ['1', 'Tổng số LH HTX', 'LHHTX', 102, 17, '120,0%'],
  ['-', 'Nông nghiệp', 'LHHTX', 60, 5, null],
];

test('[U7] indicator › by name, in any writing that templates know', () => {
  for (const name of ['Tổng số HTX', 'tổng số hợp tác xã', 'Tổng  số  HTX', 'Tổng số HTX'.normalize('NFD')]) expect(call('INDICATOR', TABLE, name, 'Thực hiện năm 2020')).toBe(25_454);
  expect(call('INDICATOR', TABLE, 'Tổng số LHHTX', 'Thực hiện')).toBe(102);
  expect(call('INDICATOR', TABLE, 'Tổng số', 'Thực hiện')).toBe('#N/A');
});

test('[U7] indicator › by number: section, indicator, part', () => {
  expect(['I.1', 'i.1', 'I.1.1', 'I.1.2', 'II.1', 'II.1.1'].map((id) => call('INDICATOR', TABLE, id, 4))).toEqual([25_454, 25_454, 16_079, 9375, 102, 60]);
  expect(call('INDICATOR', TABLE, 'III.1', 4)).toBe('#N/A');
});

test('[U7] indicator › a column by its heading, by the words above it, by its place', () => {
  expect(call('INDICATOR', TABLE, 'I.1', 'Số lượng')).toBe(836);
  expect(call('INDICATOR', TABLE, 'I.1', 'so sánh với năm 2019 tỷ lệ')).toBe(1.034);
  expect(call('INDICATOR', TABLE, 'I.1', 6)).toBe(1.034);
  expect([call('INDICATOR', TABLE, 'I.1', 'So sánh với năm 2019'), call('INDICATOR', TABLE, 'I.1', '2019'), call('INDICATOR', TABLE, 'I.1', 'Kế hoạch'), call('INDICATOR', TABLE, 'I.1', 7), call('INDICATOR', TABLE, 'I.1', 1.5)]).toEqual([836, '#VALUE!', '#N/A', '#N/A', '#N/A']);
});

test('[U7] indicator › what stands twice is not guessed at: the sentence gives the numbers', () => {
  const answer = indicator(lookupIn(TABLE), 'Nông nghiệp', 4);
  expect(answer).toEqual({ is: 'many-rows', asked: 'Nông nghiệp', ids: ['I.1.1', 'II.1.1'] });
});

test('[U7] indicator › what its cell holds is answered as any other', () => {
  expect([call('INDICATOR', TABLE, 'I.1.1', 5), call('INDICATOR', TABLE, 'I.1.1', 6), call('INDICATOR', TABLE, 'I.1.2', 6), call('INDICATOR', TABLE, 'I.2', 4), call('INDICATOR', TABLE, 'I.2', 5), call('INDICATOR', TABLE, 'I.2', 6)]).toEqual(['#N/A', '', '#N/A', '#VALUE!', '#REF!', '']);
  expect([call('INDICATOR', TABLE, null, 4), call('INDICATOR', TABLE, 'I.1', ''), call('INDICATOR', TABLE, { error: '#N/A' }, 4), call('INDICATOR', [[null]], 'I.1', 1)]).toEqual(['', '', '#N/A', '#N/A']);
});

test('[U7] indicator › several names and columns at once', () => {
  expect(spill('INDICATOR', TABLE, [['I.1'], ['II.1'], ['IX']], [['Thực hiện', 5]])).toEqual([[25_454, 836], [102, 17], ['#N/A', '#N/A']]);
});

test('[U7] indicator › a name and a numeral in one cell; one without any ordinal', () => {
  const bare = [['Chỉ tiêu', 'Số'], ['II LIÊN HIỆP', null], ['1. Tổng số', 3], ['T. đó nữ', 2], ['__proto__', 1]];
  expect([call('INDICATOR', bare, 'II.1', 2), call('INDICATOR', bare, 'Tổng số', 2), call('INDICATOR', bare, 'trong đó nữ', 'Số'), call('INDICATOR', bare, '__proto__', 2)]).toEqual([3, 3, 2, 1]);
});

test('[U7] indicator › whole columns cost no more than what stands in them', () => {
  const columns = [...TABLE, ...Array.from({ length: 200_000 }, () => [null, null, null, '', null, null])];
  expect(call('INDICATOR', columns, 'II.1', 4)).toBe(102);
  expect(call('INDICATOR', columns.map((row) => row.map((cell) => (cell === null ? '' : cell))), 'II.1', 4)).toBe(102);
});

test('[U7] indicator › in the published appendix, every row with an ordinal has its number in the template', async () => {
  const { sheets: [grid] } = await readWorkbook(new Uint8Array(readFileSync('test/fixtures/phu-luc-2020.xlsx')), 'a.xlsx', plainUnpacker);
  if (grid === undefined) throw new RangeError('Cannot find the sheet');
  const matrix = Array.from({ length: grid.rowCount }, (_, row) => Array.from({ length: grid.columnCount }, (_unused, column) => grid.cell(row, column).value as string | number | null));
  const lookup = lookupIn(matrix);
  const [table] = tablesOf(grid, { templates: knownTemplates() });
  const rows = [...(table?.recognition?.matches ?? [])].map(([row, match]) => ({ row, id: match.indicator.id }));
  const numbered = rows.filter(({ row, id }) => row.ordinal !== '' && !/[rt](?:\.|$)/.test(id));
  expect(numbered.length).toBeGreaterThan(60);
  for (const { row, id } of numbered) expect([id, indicator(lookup, id, 4)]).toEqual([id, call('NUMBER', matrix[row.at]?.[3])]);
});
