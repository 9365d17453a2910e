import { expect, test } from '@jest/globals';
import type { Table } from '#core/layout/table';
import { duplicateIndicator } from '#core/rules/duplicate-indicator';
import { errorValue } from '#core/rules/error-value';
import { hiddenFigure } from '#core/rules/hidden-figure';
import { indicatorOrder } from '#core/rules/indicator-order';
import { mergedFigure } from '#core/rules/merged-figure';
import { legacyFont } from '#core/rules/legacy-font';
import { missingColumn } from '#core/rules/missing-column';
import { missingIndicator } from '#core/rules/missing-indicator';
import { mixedNotation } from '#core/rules/mixed-notation';
import { numberAsText } from '#core/rules/number-as-text';
import { ordinalSequence } from '#core/rules/ordinal-sequence';
import { renamedIndicator } from '#core/rules/renamed-indicator';
import { requiredFigure } from '#core/rules/required-figure';
import { unitOfIndicator } from '#core/rules/unit-of-indicator';
import { unknownIndicator } from '#core/rules/unknown-indicator';
import { yearInHeader } from '#core/rules/year-in-header';
import { drawing, tablesIn } from '#test/draw/drawing';
import { expectBroken, expectHolds, expectSilent, findings } from '#test/draw/rule-harness';
import { vi } from '#words/vi';

const FUND = 'IV | HOẠT ĐỘNG QUỸ HỖ TRỢ HTX | |\n1 | Thành lập Quỹ Hỗ trợ HTX địa phương | Quỹ | 55';

test('[F1] missing-indicator › names the indicator, and the row that it should follow', () => {
  const found = findings(missingIndicator, `${FUND}\nV | CÔNG TÁC TUYÊN TRUYỀN | |\n2 | Tổng số cán bộ hệ thống Liên minh HTX | Người | 1.674`);
  const said = found.map(({ facts }) => missingIndicator.say(facts, vi.words.print).what);
  expect(said[0]).toBe('Thiếu cả mục I “HỢP TÁC XÃ” (35 chỉ tiêu).');
  expect(said.filter((what) => what.startsWith('Thiếu chỉ tiêu 1 “Tỷ lệ HTX, liên hiệp HTX'))).toHaveLength(1);
});

test('[F1] missing-indicator › a report spread over several tables is missing only what all of them lack', () => {
  const sheets = [FUND, 'III | TỔ HỢP TÁC (THT) | |\n1 | Tổng số tổ hợp tác | THT | 119.399'].flatMap((text, i) => tablesIn(drawing(text, `S${i}`)));
  const missing = sheets.flatMap((table) => [...missingIndicator.check(table, sheets, [])]).flatMap((one) => (one.is === 'broken' && one.facts.section > 0 ? [one.facts.ordinal] : []));
  expect(missing).toEqual(['I', 'II', 'V']);
});

test('[F1] missing-indicator › says nothing of a layout that it does not know', () => {
  expectSilent(missingIndicator, '1 | Số buổi văn nghệ | buổi | 12');
});

test('[F2] unknown-indicator › a row that the template does not know is a note', () => {
  expectBroken(unknownIndicator, `${FUND}\n2 | [Số buổi văn nghệ] | buổi | 12`);
  expectSilent(unknownIndicator, FUND);
});

test('[F3] renamed-indicator › a slip, a cut and a rewording are recognised, and not doubled as missing and unknown', () => {
  const text = 'III | TỔ HỢP TÁC (THT) | |\n1 | [Tổng số tổ hợp tácc] | THT | 30\n- | Nông nghiệp | THT | 19\n- | [Phi Nô] | THT | 11\n10 | [Doanh thu trung bình một tổ] | Tr đồng/năm | 512';
  expectBroken(renamedIndicator, text);
  expectSilent(unknownIndicator, text);
  expect(findings(missingIndicator, text).map(({ facts }) => facts.name)).not.toContain('Tổng số tổ hợp tác');
});

test('[F3] renamed-indicator › aliases and spellings are names like any other', () => {
  expectHolds(renamedIndicator, 'I | HỢP TÁC XÃ | |\n1 | TỔNG SỐ HỢP TÁC XÃ | HTX | 30\n6 | Giải thể | HTX | 2', 2);
});

test('[F4] duplicate-indicator › the same name under the same parent', () => {
  expectBroken(duplicateIndicator, '1 | [Tổng số HTX] | HTX | 254\n2 | Giải thể | HTX | 8\n3 | [Tổng số hợp tác xã] | HTX | 254');
  expectSilent(duplicateIndicator, '1 | Tổng số | HTX | 30\n- | Nông nghiệp | HTX | 19\n2 | Hiệu quả | HTX | 20\n- | Nông nghiệp | HTX | 12');
});

test('[F5] indicator-order › names the fewest rows that would have to move', () => {
  expectBroken(indicatorOrder, 'I | HỢP TÁC XÃ | |\n10 | [Tổng số lao động trong HTX] | người | 9\n1 | Tổng số HTX | HTX | 9\n5 | Thành lập mới | HTX | 21\n6 | Giải thể | HTX | 8');
});

test('[F6] ordinal-sequence › counts under each parent, and begins anew', () => {
  expectHolds(ordinalSequence, 'A | Phần một | |\n1 | X | HTX | 1\n2 | Y | HTX | 1\nB | Phần hai | |\n1 | Z | HTX | 1', 3);
  expectBroken(ordinalSequence, '1 | X | HTX | 1\n2 | Y | HTX | 1\n[2] | Z | HTX | 1');
  expectHolds(ordinalSequence, 'A | Phần một | |\n1 | X | HTX | 1\n2 | Y | HTX | 1\nB | Phần hai | |\n3 | Z | HTX | 1', 3);
  expectHolds(ordinalSequence, '7 | X | HTX | 1\n8 | Y | HTX | 1', 2);
});

test('[F7] unit-of-indicator › any accepted spelling, and never another unit', () => {
  expectHolds(unitOfIndicator, 'II | LIÊN HIỆP HỢP TÁC XÃ | |\n1 | Tổng số LH HTX | LH HTX | 102\n8 | Tổng số lao động trong LHHTX | Người | 900', 2);
  expectBroken(unitOfIndicator, 'II | LIÊN HIỆP HỢP TÁC XÃ | |\n1 | Tổng số LH HTX | [HTX] | 102');
  expectBroken(unitOfIndicator, 'I | HỢP TÁC XÃ | |\n11 | Tổng vốn điều lệ HTX | [triệu đồng] | 44');
});

test('[F7] unit-of-indicator › HTX on a percentage row, in any layout', () => {
  const { facts } = expectBroken(unitOfIndicator, '1 | Tỷ lệ hộ nghèo | [hộ] | 5,2%');
  expect(unitOfIndicator.say(facts, vi.words.print).what).toBe('Đơn vị ghi “hộ”, nhưng số liệu là tỷ lệ phần trăm.');
});

test('[F8] missing-column › says the header that the template asks for', () => {
  const header = 'TT | Chỉ tiêu | Đơn vị tính | Thực hiện năm 2020 | So với năm 2019: Số lượng | [So với năm 2019: Tỷ lệ]';
  const { facts } = expectBroken(missingColumn, `${header}\nIV | HOẠT ĐỘNG QUỸ HỖ TRỢ HTX | | | |\n1 | Thành lập Quỹ Hỗ trợ HTX địa phương | Quỹ | 55 | 2 | 104%`);
  expect(missingColumn.say(facts, vi.words.print).what).toBe('Thiếu cột “So sánh với › Kế hoạch 2020 › Số lượng”.');
});

test('[F8] missing-column › a sheet with the figures that another one compares with is no form', () => {
  const sheet = (header: string, figures: string): string => `TT | Chỉ tiêu | Đơn vị tính | ${header}\nIV | HOẠT ĐỘNG QUỸ HỖ TRỢ HTX | |\n1 | Thành lập Quỹ Hỗ trợ HTX địa phương | Quỹ | ${figures}`;
  const full = 'Thực hiện năm 2020 | So với năm 2019: Số lượng | So với năm 2019: Tỷ lệ | So với kế hoạch 2020: Số lượng | So với kế hoạch 2020: Tỷ lệ';
  const [form] = tablesIn(drawing(sheet(full, '55 | 2 | 104% | 1 | 101%')));
  const [bases] = tablesIn(drawing(sheet('Thực hiện năm 2019', '')));
  if (form === undefined || bases === undefined) throw new Error('No table');
  const broken = (all: readonly Table[]): number => [missingColumn, requiredFigure].reduce((sum, rule) => sum + [...rule.check(bases, all, [])].filter(({ is }) => is === 'broken').length, 0);
  expect(broken([form, bases])).toBe(0);
  expect(broken([bases])).toBe(5);
});

test('[F9] year-in-header › last year is the year before, the plan is of the year itself', () => {
  expectBroken(yearInHeader, 'TT | Chỉ tiêu | ĐVT | Thực hiện năm 2021 | [So với năm 2019: Tỷ lệ] | [So với kế hoạch 2020: Tỷ lệ]\n1 | Tổng số | HTX | 30 | |');
  expectHolds(yearInHeader, 'TT | Chỉ tiêu | ĐVT | Thực hiện năm 2021 | So với năm 2020: Tỷ lệ | So với kế hoạch 2021: Tỷ lệ\n1 | Tổng số | HTX | 30 | |', 2);
});

test('[F9] year-in-header › a title that names one year names the year reported', () => {
  expectBroken(yearInHeader, 'Tình hình thực hiện năm 2020 | | |\nTT | Chỉ tiêu | ĐVT | [Thực hiện năm 2021]\n1 | Tổng số | HTX | 30');
  expectSilent(yearInHeader, 'Kế hoạch năm 2022 | | |\nTT | Chỉ tiêu | ĐVT | Thực hiện năm 2021\n1 | Tổng số | HTX | 30');
  expectSilent(yearInHeader, 'Kèm theo Báo cáo ngày 02/4/2020 | | |\nTT | Chỉ tiêu | ĐVT | Thực hiện năm 2021\n1 | Tổng số | HTX | 30');
});

test('[F10] required-figure › an empty cell is no answer; a dash, an x and "…" are', () => {
  expectBroken(requiredFigure, FUND.replace('55', '[]'));
  for (const answer of ['-', 'x', '…', '0']) expectHolds(requiredFigure, FUND.replace('55', answer));
});

test('[F11] number-as-text › once a table, and not where all is text', () => {
  expectBroken(numberAsText, '1 | A | HTX | 30#\n2 | B | HTX | [2]\n3 | C | HTX | 4#\n4 | D | HTX | [7]');
  expectHolds(numberAsText, '1 | A | HTX | 30\n2 | B | HTX | 2');
  expectHolds(numberAsText, '1 | A | HTX | 30#\n2 | B | HTX | …');
});

test('[F12] mixed-notation › thousands set apart beside thousands that are not, and the two notations', () => {
  expectBroken(mixedNotation, '1 | A | HTX | 25.454\n2 | B | HTX | [1437]\n3 | C | HTX | 1.437\n4 | D | HTX | 7');
  expectBroken(mixedNotation, '1 | A | tỷ đồng | 1.002,1\n2 | B | tỷ đồng | 12,5\n3 | C | tỷ đồng | [1,002.1]');
  expectHolds(mixedNotation, '1 | A | HTX | 25.454\n2 | B | HTX | 237\n3 | C | HTX | 05');
});

test('[F13] hidden-figure › once a run of hidden rows', () => {
  const { facts } = expectBroken(hiddenFigure, '1 | Tổng số | HTX | 30 | 1 | 103%\n2 | Giải thể ^ẩn | HTX | [2] | [1] | [200%]\n3 | Mới ^ẩn | HTX | [5] | | ');
  expect(hiddenFigure.say(facts, vi.words.print).what).toBe('Có 4 số liệu nằm ở dòng 3–4 đang bị ẩn.');
  expect(findings(hiddenFigure, '1 | A ^ẩn | HTX | 30\n2 | B | HTX | 2\n3 | C ^ẩn | HTX | 5')).toHaveLength(2);
});

test('[F14] merged-figure › a merge over figures, not one over words', () => {
  expectBroken(mergedFigure, '1 | A | HTX | [30]\n2 | B | HTX | <');
  expectSilent(mergedFigure, '1 | A | HTX | 30\n< | B | < | 2');
});

test('[F15] error-value › says what the error means', () => {
  const { facts } = expectBroken(errorValue, '1 | A | HTX | [#REF!]\n2 | B | HTX | 2');
  expect(errorValue.say(facts, vi.words.print).why).toBe('Công thức trỏ tới ô hoặc trang tính đã bị xóa.');
});

test('[F16] legacy-font › a table in the codes of an old font is read, and said', () => {
  const { facts } = expectBroken(legacyFont, legacyFont.examples.breaks[0] ?? '');
  expect(legacyFont.say(facts, vi.words.print).what).toBe('Chữ trong bảng dùng bảng mã cũ TCVN3 (phông .VnTime), không phải Unicode.');
  expectSilent(legacyFont, '1 | Tổng số hợp tác xã | HTX | 254');
});
