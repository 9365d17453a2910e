import { expect, test } from '@jest/globals';
import { anotherLocale } from '#core/rules/number-read-in-another-locale';
import { countFraction } from '#core/rules/count-fraction';
import { letterInFigure } from '#core/rules/letter-in-figure';
import { outlierChange } from '#core/rules/outlier-change';
import { rateRange } from '#core/rules/rate-range';
import { thousandfoldChange } from '#core/rules/thousandfold-change';
import { unitMagnitude } from '#core/rules/unit-magnitude';
import { checkWorkbook } from '#core/check';
import { gridOf } from '#core/table/grid';
import { expectBroken, expectHolds, expectSilent, findings } from '#test/draw/rule-harness';
import { vi } from '#words/vi';

const capital = (unit: string, figure: string, total = '25.454'): string => `I | HỢP TÁC XÃ | |\n1 | Tổng số HTX | HTX | ${total}\n11 | Tổng vốn điều lệ HTX | ${unit} | ${figure}`;

test('[S1] unit-magnitude › each cooperative cannot own 1.737 tỷ đồng, but 1.737 triệu đồng', () => {
  const { facts } = expectBroken(unitMagnitude, capital('[tỷ đồng]', '[44.223.592]', '[25.454]'));
  expect(unitMagnitude.say(facts, vi.words.print)).toEqual({
    what: 'Đơn vị ghi tỷ đồng, nhưng số 44.223.592 hợp với triệu đồng hơn.',
    why: 'Nếu là tỷ đồng thì mỗi HTX có 1.737 tỷ đồng; nếu là triệu đồng thì 1.737 triệu đồng.',
    todo: 'Sửa đơn vị ở C4 thành triệu đồng, hoặc đổi D4 ra tỷ đồng.',
  });
});

test('[S1] unit-magnitude › holds for plausible figures, and says nothing without the row to divide by', () => {
  expectHolds(unitMagnitude, capital('triệu đồng', '44.223.592'));
  expectHolds(unitMagnitude, capital('tỷ đồng', '44.223'));
  expectSilent(unitMagnitude, capital('tỷ đồng', '44.223.592', ''));
});

test('[S1] unit-magnitude › an average is held to its own range', () => {
  expectHolds(unitMagnitude, 'I | HỢP TÁC XÃ | |\n14 | Thu nhập bình quân của lao động trong HTX | triệu đồng/năm | 51,3');
  expectBroken(unitMagnitude, 'I | HỢP TÁC XÃ | |\n14 | Thu nhập bình quân của lao động trong HTX | [triệu đồng/năm] | [51.300]');
});

const WITH_BASE = 'TT | Chỉ tiêu | ĐVT | Thực hiện năm 2019 | Thực hiện năm 2020 | So với năm 2019 (%)';

test('[S2] thousandfold-change › about a thousand times last year, or a thousandth', () => {
  expectBroken(thousandfoldChange, `${WITH_BASE}\n1 | Vốn | tỷ đồng | [34,6] | [38.223,6] |`);
  expectBroken(thousandfoldChange, `${WITH_BASE}\n1 | Vốn | tỷ đồng | [34.600] | [38,2] |`);
  expectHolds(thousandfoldChange, `${WITH_BASE}\n1 | Vốn | tỷ đồng | 34,6 | 3.460,0 |`);
});

test('[S2] thousandfold-change › ten times only where no ratio owns up to it', () => {
  expectBroken(thousandfoldChange, `${WITH_BASE}\n1 | Vốn | tỷ đồng | [34,6] | [350,2] |`);
  expectHolds(thousandfoldChange, `${WITH_BASE}\n1 | Vốn | tỷ đồng | 34,6 | 350,2 | 1.012,1`);
});

test('[S3] number-read-in-another-locale › a typed count of 25.454 was 25454', () => {
  const { facts } = expectBroken(anotherLocale, '1 | Tổng số HTX | HTX | [25.454#]\n2 | Giải thể | HTX | [1.5#]');
  expect(anotherLocale.say(facts, vi.words.print).what).toBe('Excel đang hiểu số này là 25,454; có lẽ đã gõ 25.454.');
  expectSilent(anotherLocale, '1 | Lợn | con | 47.2224#\n2 | Gà | con | 46.861#');
  expectSilent(anotherLocale, '1 | Vốn | tỷ đồng | 25.454#\n2 | HTX | HTX | 25454#');
});

test('[S3] number-read-in-another-locale › a date in the cell of a figure', () => {
  const date = { value: 44_150, formula: null, format: 'dd/mm/yyyy' };
  const grid = gridOf('Ngày', [['TT', 'Chỉ tiêu', 'ĐVT', 'Thực hiện năm 2020'], ['1', 'Số HTX', 'HTX', date]]);
  expect(checkWorkbook([grid], { templates: [] }, vi.words)[0]?.findings.map(({ rule, cell }) => `${rule} ${cell}`)).toEqual(['number-read-in-another-locale D2']);
});

test('[S4] count-fraction › there is no half cooperative', () => {
  expectBroken(countFraction, '1 | Tổng số HTX | HTX | [25,4]\n2 | Vốn | tỷ đồng | 25,4');
  expectSilent(countFraction, '1 | Tổng số HTX | HTX | 25.454#');
});

test('[S5] rate-range › a rate of a part lies between 0 and 100 %, growth need not', () => {
  expectHolds(rateRange, '1 | Tỷ lệ hộ nghèo | % | 0\n2 | Tỷ lệ HTX hiệu quả | % | 100', 2);
  expectBroken(rateRange, '1 | Tỷ lệ hộ nghèo | % | [100,1]\n2 | Tỷ lệ HTX hiệu quả | % | [-0,1]');
  expectSilent(rateRange, '1 | Tốc độ tăng trưởng | % | 156\n2 | Tỷ lệ hoàn thành kế hoạch | % | 120');
});

const many = (last: string, count = 10): string => [WITH_BASE, ...Array.from({ length: count }, (_, i) => `${i + 1} | Chỉ tiêu ${i + 1} | HTX | ${100 + i} | ${104 + 2 * i} |`), last].join('\n');

test('[S6] outlier-change › nine times last year among rows that grow by a twentieth', () => {
  expectBroken(outlierChange, many('11 | Khác | HTX | [1.000] | [9.000] |'));
  expect(findings(outlierChange, many('11 | Khác | HTX | 1.000 | 3.000 |'))).toEqual([]);
});

test('[S6] outlier-change › a table of few rows says nothing', () => {
  expectSilent(outlierChange, many('11 | Khác | HTX | 1.000 | 9.000 |', 8));
});

test('[S7] letter-in-figure › O for 0, l or I for 1, with the figure that is meant', () => {
  const { facts } = expectBroken(letterInFigure, '1 | Tổng số HTX | HTX | [16.52O]\n2 | Giải thể | HTX | 12.345');
  expect(letterInFigure.say(facts, vi.words.print)).toEqual({
    what: 'Ô ghi “16.52O”, có chữ cái lẫn trong số; có lẽ là 16.520.',
    why: 'Chữ O trông như số 0, chữ l và chữ I trông như số 1, nhưng Excel coi cả ô là chữ và không cộng vào tổng.',
    todo: 'Gõ lại D2 thành 16.520 nếu đúng vậy.',
  });
  expectSilent(letterInFigure, '1 | Tổng số HTX | HTX | 102\n2 | Xăng | lít | 10 l');
});

test('[S7] letter-in-figure › where the separator is open too, no figure is named', () => {
  const { facts } = expectBroken(letterInFigure, '1 | Vốn | tỷ đồng | [25.4O4]\n2 | Vay | tỷ đồng | 1.002,1\n3 | Thuế | tỷ đồng | 1,002.1');
  expect(letterInFigure.say(facts, vi.words.print).todo).toBe('Gõ lại D2 chỉ bằng chữ số.');
});
