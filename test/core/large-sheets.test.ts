/** Sheets that cost minutes where anything looks at each column, row, header or merge once for every other one. */
import { expect, test } from '@jest/globals';
import { knownTemplates } from '#app/known-templates';
import { checkWorkbook } from '#core/check';
import { gridOf, type CellValue, type Grid } from '#core/table/grid';
import { vi } from '#words/vi';

/** Each takes some two seconds; what grew with the square of its size took more than a minute. */
const PATIENCE = 25_000;
const HEADER = ['TT', 'Chỉ tiêu', 'ĐVT', 'Thực hiện năm 2020', 'So với năm 2019 (%)'];
const WIDTH = 16_000;

function wide(header: (i: number) => string, cell: (i: number) => CellValue): Grid {
  const columns = Array.from({ length: WIDTH }, (_, i) => i);
  return gridOf('Biểu', [['TT', 'Chỉ tiêu', 'ĐVT', ...columns.map(header)], ...['1', '2', '3'].map((n) => [n, `Tên ${n}`, 'HTX', ...columns.map(cell)])]);
}

function tall(row: (i: number) => readonly CellValue[]): Grid {
  return gridOf('Biểu', [HEADER, ...Array.from({ length: 40_000 }, (_, i) => row(i))]);
}

function pages(count: number): Grid {
  const grid = gridOf('Biểu', Array.from({ length: count }, (_, i) => [HEADER, ['1', `Xã ${i}`, 'HTX', 5, 100]]).flat());
  const merges = Array.from({ length: count * 2 }, (_, i) => ({ top: i - (i % 2), bottom: i - (i % 2), left: (i % 2) * 2, right: (i % 2) * 2 + 1 }));
  return { ...grid, merges };
}

test.each([
  ['16 000 levels', () => wide((i) => `Thực hiện năm ${1990 + (i % 60)}`, (i) => i)],
  ['16 000 comparisons', () => wide((i) => [`Thực hiện năm ${1990 + (i % 60)}`, `So với năm ${1990 + (i % 60)} (%)`][i % 2] ?? '', (i) => i)],
  ['8 000 tables side by side', () => wide((i) => (i % 2 === 0 ? 'Chỉ tiêu' : 'Thực hiện năm 2020'), (i) => (i % 2 === 0 ? 'Xã' : i))],
  ['40 000 totals', () => tall((i) => ['', 'Tổng cộng', 'HTX', i % 1000, 100])],
  ['40 000 rows in 200 depths', () => tall((i) => ['', `${' '.repeat(2 * (i % 200))}Xã ${i}`, 'HTX', i % 1000, 100])],
  ['25 000 headers with merged cells', () => pages(25_000)],
])('[T1] %s are checked in seconds', (_what, make) => {
  const reports = checkWorkbook([make()], { templates: knownTemplates() }, vi.words);
  expect(reports.length).toBeGreaterThan(0);
  expect(reports.every(({ table }) => table !== null)).toBe(true);
}, PATIENCE);
