import { describe, expect, test } from '@jest/globals';
import { relationsOf, table } from '#test/core/table/sheets';

const HEADER = 'TT | Chỉ tiêu | Đơn vị tính | Thực hiện năm 2020';

/** "2: 3 4": inferred totals and their parts, by their rows on the sheet. */
function inferred(text: string): string[] {
  return table(`${HEADER}\n${text.trim()}`).structure.sums.map(({ whole, parts, basis }) => `${basis} ${whole.at + 1}: ${parts.map(({ at }) => at + 1).join(' ')}`);
}

describe('relations that ordinals suggest', () => {
  test('[L5] children in the total\'s own unit are its parts, on each level', () => {
    expect(inferred(`
      1 | Tổng số hộ | hộ | 100
      - | Hộ nghèo | hộ | 40
      + | Miền núi | hộ | 30
      + | Đồng bằng | hộ | 10
      - | Hộ khác | hộ | 60`)).toEqual(['inferred 2: 3 6', 'inferred 3: 4 5']);
  });

  test.each([
    ['one child alone', '1 | Tổng số hộ | hộ | 100\n- | Hộ nghèo | hộ | 40'],
    ['"trong đó" before the children', '1 | Tổng số hộ | hộ | 100\n | Trong đó | | \n- | Hộ nghèo | hộ | 40\n- | Hộ cận nghèo | hộ | 30'],
    ['"trong đó" in a child\'s name', '1 | Tổng số hộ | hộ | 100\n- | Trong đó: hộ nghèo | hộ | 40\n- | Hộ cận nghèo | hộ | 30'],
    ['children in another unit', '1 | Tổng số hộ | hộ | 100\n- | Số người | người | 40\n- | Số trẻ em | người | 30'],
    ['averages', '1 | Thu nhập bình quân | triệu đồng/năm | 100\n- | Thành thị | triệu đồng/năm | 120\n- | Nông thôn | triệu đồng/năm | 80'],
    ['rates', '1 | Tỷ lệ hộ nghèo | % | 10\n- | Thành thị | % | 5\n- | Nông thôn | % | 15'],
  ])('[L5] %s: nothing is added up', (_what, text) => {
    expect(inferred(text)).toEqual([]);
  });

  test.each([
    ['the last row', '1 | Huyện A | HTX | 1\n2 | Huyện B | HTX | 2\n | Tổng cộng | HTX | 3', ['inferred 4: 2 3']],
    ['the first row', ' | Tổng số | HTX | 3\n1 | Huyện A | HTX | 1\n2 | Huyện B | HTX | 2', ['inferred 2: 3 4']],
    ['the last row of each section and of the table', 'I | PHẦN MỘT | |\n1 | A | hộ | 1\n2 | B | hộ | 2\n | Cộng | hộ | 3\nII | PHẦN HAI | |\n1 | C | hộ | 1\n2 | D | hộ | 1\n | Cộng | hộ | 2\n | Tổng cộng | hộ | 5', ['inferred 5: 3 4', 'inferred 9: 7 8', 'inferred 10: 5 9']],
    ['the last row below sections', 'I | PHẦN MỘT | |\n1 | A | hộ | 1\nII | PHẦN HAI | |\n1 | C | hộ | 1\n2 | D | hộ | 1\n | Tổng cộng | hộ | 3', ['inferred 7: 3 5 6']],
    ['the first row above sections', ' | Cả nước | hộ | 3\nI | VÙNG MỘT | |\n1 | A | hộ | 1\nII | VÙNG HAI | |\n1 | C | hộ | 2', ['inferred 2: 4 6']],
    ['a row without a unit', '1 | A | hộ | 1\n2 | B | hộ | 2\n | Tổng cộng | | 3', ['inferred 4: 2 3']],
  ])('[L5] a total by name in %s sums up the rows of its level', (_what, text, sums) => {
    expect(inferred(text)).toEqual(sums);
  });

  test.each([
    ['rows of different units', '1 | A | hộ | 1\n2 | B | HTX | 2\n | Tổng cộng | | 3', []],
    ['rates', '1 | A | % | 1\n2 | B | % | 2\n | Tổng cộng | % | 3', []],
    ['rows behind a sum of another name', '1 | A | hộ | 1\n2 | B | hộ | 2\n | Tổng số | hộ | 3\n3 | C | hộ | 1\n4 | D | hộ | 1\n | Toàn tỉnh | hộ | 5', ['inferred 4: 2 3']],
  ])('[L5] a total does not sum up %s', (_what, text, sums) => {
    expect(inferred(text)).toEqual(sums);
  });

  test('[L5] "chia ra" announces parts, "trong đó" subsets at most', () => {
    const found = (word: string): string[] => relationsOf(table(`${HEADER}\n1 | Thành viên | người | 9\n | ${word}: | |\n- | Nam | người | 5\n- | Nữ | người | 4`));
    expect(found('Chia ra')).toEqual(['sum 2 = 4 + 5 (inferred)']);
    expect(found('Trong đó')).toEqual(['subset 4 of 2 (inferred)', 'subset 5 of 2 (inferred)']);
  });

  test('[L5] names without units add up only under a row that calls itself a total', () => {
    const sums = (name: string): number => table(`TT | Chỉ tiêu | Năm 2020\n1 | ${name} | 9\n- | Nam | 5\n- | Nữ | 4`).structure.sums.length;
    expect([sums('Tổng số lao động'), sums('Lao động'), sums('Tổng thu nhập bình quân')]).toEqual([1, 0, 0]);
  });

  test('[L5] a sum of sums takes the sums since the last one, and none twice', () => {
    const half = (name: string): string => ['A', 'B', 'C', 'D'].map((one, i) => `${i + 1} | ${name} ${one} | HTX | 1${i % 2 === 1 ? '\n | Cộng | HTX | 2' : ''}`).join('\n');
    expect(inferred(`${half('Xã')}\n | Tổng cộng | HTX | 4\n${half('Phường')}\n | Tổng cộng | HTX | 4`)).toEqual([
      'inferred 4: 2 3', 'inferred 7: 5 6', 'inferred 8: 4 7', 'inferred 14: 12 13', 'inferred 15: 11 14',
    ]);
    // Row 11 closes rows 9 and 10, but a sum of another name right above them leaves that open.
  });

  test('[L5] a total row over a column of averages sums up nothing', () => {
    const sums = (second: string): number => table(`TT | Huyện | Số HTX năm 2020 | ${second}\n1 | Huyện A | 3 | 5\n2 | Huyện B | 4 | 6\n | Tổng cộng | 7 | 5,5`).structure.sums.length;
    expect([sums('Số THT năm 2020'), sums('Thu nhập bình quân năm 2020'), sums('Thu nhập bình quân')]).toEqual([1, 0, 1]);
  });

  test('[L5] sections are no totals of the indicators under them', () => {
    expect(inferred('I | HỘ NGHÈO | | \n1 | Miền núi | hộ | 30\n2 | Đồng bằng | hộ | 10')).toEqual([]);
  });
});
