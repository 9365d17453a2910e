import { expect, test } from '@jest/globals';
import { knownTemplates } from '#app/known-templates';
import { checkWorkbook } from '#core/check';
import type { Source } from '#core/layout/source';
import { tablesOf } from '#core/layout/table';
import { drawing } from '#test/draw/drawing';
import { vi } from '#words/vi';

const OPTIONS = { templates: knownTemplates() };
const SERIES = new Set(['renamed-since-last', 'split-since-last', 'unit-since-last']);
const NOW = 'TT | Chỉ tiêu | ĐVT | Thực hiện năm 2020 | Tăng, giảm so với năm 2019';
const THEN = 'TT | Chỉ tiêu | ĐVT | Thực hiện năm 2019';
/** Rows that both years have, so that the tables are a series. */
const SHARED = ['8 | Lao động | người | 900 | 10', '9 | Cán bộ | người | 90 | 10', '10 | Xã viên | người | 70 | 9'];
const SHARED_THEN = ['8 | Lao động | người | 890', '9 | Cán bộ | người | 80', '10 | Xã viên | người | 61'];

function found(now: readonly string[], then: readonly string[], as: Source['as'] = 'earlier'): string[] {
  const sources = tablesOf(drawing([THEN, ...then, ...SHARED_THEN].join('\n'), 'Phụ lục').grid, { ...OPTIONS, file: '2019.xlsx' }).map((table) => ({ table, as }));
  const [report] = checkWorkbook([drawing([NOW, ...now, ...SHARED].join('\n')).grid], OPTIONS, vi.words, { sources });
  return report?.findings.filter(({ rule }) => SERIES.has(rule)).map(({ rule, severity, cell, what }) => `${severity} ${rule} ${cell}: ${what}`) ?? [];
}

test('[R18] series › a new name at the same place: by its words, or by a figure that is no chance', () => {
  expect(found(['1 | Số HTX trồng trọt | HTX | 102 | 17'], ['1 | Số HTX ngành trồng trọt | HTX | 85'])).toEqual(['note renamed-since-last B2: Năm trước chỉ tiêu này tên là “Số HTX ngành trồng trọt” ([2019.xlsx]Phụ lục!B2).']);
  expect(found(['1 | Hợp tác xã nông lâm ngư | HTX | 1.020 | 17'], ['1 | Số đơn vị kinh tế | HTX | 1.003'])).toHaveLength(1);
  expect(found(['1 | Hợp tác xã nông lâm ngư | HTX | 102 | 17'], ['1 | Số đơn vị kinh tế | HTX | 85'])).toEqual([]);
  expect(found(['1 | Hợp tác xã nông lâm ngư | HTX | 1.020 | 17'], ['1 | Số đơn vị kinh tế | tỷ đồng | 1.003'])).toEqual([]);
  expect(found(['1 | Số HTX trồng trọt | HTX | 102 | 17', '2 | Số HTX của trồng trọt | HTX | 12 | 1'], ['1 | Số HTX ngành trồng trọt | HTX | 85'])).toEqual([]);
});

test('[R18] series › one row split into several, and several made one', () => {
  const parts = ['1 | Trồng lúa | HTX | 60 | 10', '2 | Trồng cây ăn quả | HTX | 42 | 7'];
  expect(found(parts, ['1 | Số HTX trồng trọt | HTX | 85'])).toEqual(['warning split-since-last B2: Năm trước 2 dòng “Trồng lúa”, “Trồng cây ăn quả” là một dòng: “Số HTX trồng trọt” ([2019.xlsx]Phụ lục!B2).']);
  expect(found(parts, ['1 | Số HTX trồng trọt | HTX | 86'])).toEqual([]);
  expect(found(['1 | Số HTX trồng trọt | HTX | 102 | 17'], ['1 | Trồng lúa | HTX | 50', '2 | Trồng cây ăn quả | HTX | 35'])).toEqual(['warning split-since-last B2: Dòng này gộp 2 dòng của năm trước: “Trồng lúa”, “Trồng cây ăn quả” ([2019.xlsx]Phụ lục!B2, [2019.xlsx]Phụ lục!B3).']);
  // Rounded amounts add up within their rounding.
  expect(found(['1 | Vốn điều lệ | tỷ đồng | 6,1 | 1,0', '2 | Vốn vay | tỷ đồng | 4,3 | 0,7'], ['1 | Nguồn lực | tỷ đồng | 8,8'])).toHaveLength(1);
});

test('[R18] series › a unit of another kind or another power', () => {
  expect(found(['1 | Tổng vốn | tỷ đồng | 102 | 17'], ['1 | Tổng vốn | triệu đồng | 85.000'])).toEqual(['warning unit-since-last C2: Đơn vị ghi “tỷ đồng”; năm trước ([2019.xlsx]Phụ lục!C2) ghi “triệu đồng”.']);
  expect(found(['1 | Tổng vốn | tỷ đồng | 102 | 17'], ['1 | Tổng vốn | tỉ đồng | 85'])).toEqual([]);
  expect(found(['1 | Tổ hợp tác | tổ | 102 | 17'], ['1 | Tổ hợp tác | THT | 85'])).toEqual([]);
});

test('[R18] series › tables that share little, and a plan, are no series', () => {
  expect(found(['1 | A | HTX | 102 | 17', '2 | B | HTX | 102 | 17', '3 | C | HTX | 102 | 17', '4 | D | HTX | 102 | 17'], ['1 | Tổng vốn | triệu đồng | 85'])).toEqual([]);
  expect(found(['1 | Tổng vốn | tỷ đồng | 102 | 17'], ['1 | Tổng vốn | triệu đồng | 85.000'], 'plan')).toEqual([]);
});
