import { expect, test } from '@jest/globals';
import { knownTemplates } from '#app/known-templates';
import { checkWorkbook } from '#core/check';
import type { Source } from '#core/layout/source';
import { tablesOf } from '#core/layout/table';
import type { SheetReport } from '#core/report';
import { drawing } from '#test/draw/drawing';
import { en } from '#words/en';
import { vi } from '#words/vi';

const OPTIONS = { templates: knownTemplates() };
const BOTH = 'TT | Chỉ tiêu | ĐVT | Thực hiện năm 2020 | So với năm 2019: số lượng | Tỷ lệ so với năm 2019 | So với kế hoạch 2020: số lượng | Tỷ lệ so với kế hoạch 2020';

function source(text: string, as: Source['as'] = 'earlier', file = '2019.xlsx'): Source[] {
  return tablesOf(drawing(text, 'Phụ lục').grid, { ...OPTIONS, file }).map((table) => ({ table, as }));
}

function check(text: string, sources: Source[], texts = vi): SheetReport {
  const [report] = checkWorkbook([drawing(text).grid], OPTIONS, texts.words, { sources });
  if (report === undefined) throw new RangeError('The drawing holds no table');
  return report;
}

/** "E2 12 for 17": what last year's or the plan's table contradicts. */
function found({ findings }: SheetReport): string {
  return findings.filter(({ rule }) => rule === 'base-elsewhere').map((one) => `${one.severity} ${one.cell} ${one.found ?? ''} for ${one.expected?.from ?? ''}..${one.expected?.to ?? ''}`).join(', ');
}

const LAST = 'TT | Chỉ tiêu | ĐVT | Thực hiện năm 2019\n1 | Tổng số HTX | HTX | 85';

test('[R17] base-elsewhere › the base that the change implies, the ratio gives, or a column writes', () => {
  expect(found(check(`${BOTH}\n1 | Tổng số HTX | HTX | 102 | 12 | 113,3% | |`, source(LAST)))).toBe('warning E2 12 for 17..17');
  expect(found(check(`${BOTH}\n1 | Tổng số HTX | HTX | 102 | | 113,3% | |`, source(LAST)))).toBe('warning F2 113.3 for 120..120');
  expect(found(check('TT | Chỉ tiêu | ĐVT | Thực hiện năm 2019 | Thực hiện năm 2020 | Tăng, giảm so với năm 2019\n1 | Tổng số HTX | HTX | 90 | 102 | 12', source(LAST)))).toBe('warning D2 90 for 85..85');
  expect(found(check('TT | Chỉ tiêu | ĐVT | Thực hiện năm 2020 | Tốc độ tăng trưởng so với năm 2019\n1 | Tổng số HTX | HTX | 102 | 13,3%', source(LAST)))).toBe('warning E2 13.3 for 20..20');
  expect(found(check(`${BOTH}\n1 | Tổng số HTX | HTX | 102 | 17 | 120,0% | |`, source(LAST)))).toBe('');
});

test('[R17] base-elsewhere › a rounding explains it: nothing is said', () => {
  const last = 'TT | Chỉ tiêu | ĐVT | Thực hiện năm 2019\n1 | Vốn | tỷ đồng | 10,04';
  expect(found(check(`${BOTH}\n1 | Vốn | tỷ đồng | 12,1 | 2,1 | | |`, source(last)))).toBe('');
  expect(found(check(`${BOTH}\n1 | Vốn | tỷ đồng | 12,1 | 2,4 | | |`, source(last)))).toBe('warning E2 2.4 for 2..2.1');
});

test('[R17] base-elsewhere › the plan against the plan\'s file, with the cells of both', () => {
  const report = check(`${BOTH}\n1 | Tổng số HTX | HTX | 102 | | | 2 | 102,0%`, source('Chỉ tiêu | ĐVT | Kế hoạch\nTổng số HTX | HTX | 110', 'plan', 'ke-hoach.xlsx'));
  expect(found(report)).toBe('warning G2 2 for -8..-8');
  const [finding] = report.findings;
  expect(finding).toMatchObject({
    group: 'across', related: ['D2', '[ke-hoach.xlsx]Phụ lục!C3'],
    what: 'Chênh lệch so với kế hoạch năm 2020 ghi 2; theo [ke-hoach.xlsx]Phụ lục!C3 phải là −8.',
    why: 'Ở [ke-hoach.xlsx]Phụ lục!C3, số của kế hoạch năm 2020 là 110.',
  });
  expect(check(`${BOTH}\n1 | Tổng số HTX | HTX | 102 | | | 2 | |`, source('Chỉ tiêu | ĐVT | Kế hoạch\nTổng số HTX | HTX | 110', 'plan', 'ke-hoach.xlsx'), en).findings[0]?.what).toBe('The change against the 2020 plan says 2; by [ke-hoach.xlsx]Phụ lục!C3 it is −8.');
});

test('[R17] base-elsewhere › a row that the file lacks could not be checked; without a file nothing is asked', () => {
  const text = `${BOTH}\n1 | Tổng số HTX | HTX | 102 | 17 | | |\n2 | Tổng số THT | tổ | 40 | 5 | | |`;
  expect(check(text, source(LAST)).unchecked.filter(({ rule }) => rule === 'base-elsewhere').map(({ cell }) => cell)).toEqual(['E3']);
  expect(check(text, []).unchecked.filter(({ rule }) => rule === 'base-elsewhere')).toEqual([]);
  expect(check(text, source('TT | Chỉ tiêu | ĐVT | Thực hiện năm 2017\n1 | Tổng số HTX | HTX | 85')).unchecked.filter(({ rule }) => rule === 'base-elsewhere')).toEqual([]);
});

test('[R17] base-elsewhere › last year\'s own sheet of the workbook is held against too, a district\'s sheet is not', () => {
  const sheets = (first: string, second: string): SheetReport[] => checkWorkbook([drawing(first, 'Năm 2020').grid, drawing(second, 'Năm 2019').grid], OPTIONS, vi.words);
  expect(sheets(`${BOTH}\n1 | Tổng số HTX | HTX | 102 | 12 | | |`, LAST).map(found)).toEqual(['warning E2 12 for 17..17', '']);
  expect(sheets(`${BOTH}\n1 | Tổng số HTX | HTX | 102 | 12 | | |`, LAST)[0]?.findings[0]?.related).toEqual(['D2', "'Năm 2019'!D2"]);
  const district = 'TT | Chỉ tiêu | ĐVT | Thực hiện năm 2019 | Thực hiện năm 2020 | Tăng, giảm so với năm 2019';
  expect(sheets(`${district}\n1 | Tổng số HTX | HTX | 85 | 102 | 17`, `${district}\n1 | Tổng số HTX | HTX | 40 | 45 | 5`).map(found)).toEqual(['', '']);
});
