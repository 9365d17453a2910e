import { describe, expect, test } from '@jest/globals';
import { table } from '#test/core/table/sheets';

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

  test('[L5] sections are no totals of the indicators under them', () => {
    expect(inferred('I | HỘ NGHÈO | | \n1 | Miền núi | hộ | 30\n2 | Đồng bằng | hộ | 10')).toEqual([]);
  });
});
