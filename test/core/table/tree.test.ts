import { describe, expect, test } from '@jest/globals';
import { table, treeOf } from '#test/core/table/sheets';

const HEADER = 'TT | Chỉ tiêu | Đơn vị tính | Thực hiện năm 2020';

describe('totals, "trong đó" and spaces', () => {
  const shape = (rows: string): string => treeOf(table(`${HEADER}\n${rows.trim()}`)).replaceAll(/ (?:A|B|C)\b/g, '');

  test('[T5] a total by name stands level with the rows that it closes, and above those that it opens', () => {
    expect(shape('1 | Huyện A | HTX | 1\n2 | Huyện B | HTX | 2\n | Tổng cộng | HTX | 3')).toBe('2 1 Huyện\n3 2 Huyện\n4 Tổng cộng');
    expect(shape(' | Toàn tỉnh | HTX | 3\n1 | Huyện A | HTX | 1\n2 | Huyện B | HTX | 2')).toBe('2 Toàn tỉnh\n  3 1 Huyện\n  4 2 Huyện');
  });

  test.each(['Tổng cộng', 'Cộng', 'CỘNG:', 'Tổng số', 'Toàn tỉnh', 'Cả nước', 'Tổng cộng (I + II)', 'Cộng I'])('[T5] "%s" is a total', (name) => {
    expect(table(`${HEADER}\n1 | Huyện A | HTX | 1\n2 | Huyện B | HTX | 2\n | ${name} | HTX | 3`).rows.at(-1)?.total).toBe('above');
  });

  test.each([[' | Tổng số HTX | HTX | 3'], [' | Cộng đồng | HTX | 3'], ['3 | Tổng cộng | HTX | 3']])('[T5] "%s" is an indicator like others', (row) => {
    expect(table(`${HEADER}\n1 | Huyện A | HTX | 1\n2 | Huyện B | HTX | 2\n${row}`).rows.at(-1)?.total).toBeNull();
  });

  test('[T5] leading spaces make a level of their own, one space is a slip', () => {
    expect(shape(' | Số HTX | HTX | 3\n | ␣␣Huyện A | HTX | 1\n | ␣␣␣Huyện B | HTX | 2\n | Số THT | THT | 4')).toBe('2 Số HTX\n  3 Huyện\n  4 Huyện\n5 Số THT');
  });

  test('[T5] "trong đó" amidst a list belongs to the row above, at its end it may mean the whole', () => {
    expect(shape('1 | Tổng số | người | 9\n- | HTX | người | 5\n | Trong đó: nữ | người | 2\n- | THT | người | 4')).toContain('    4 Trong đó: nữ');
    expect(shape('1 | Tổng số | người | 9\n- | HTX | người | 5\n- | THT | người | 4\n | Trong đó: nữ | người | 2')).toContain('\n  5 Trong đó: nữ');
  });

  test('[T4] signatures and dates under the columns of figures are no rows', () => {
    expect(shape('1 | Số HTX | HTX | 3\n | | | Ngày 05 tháng 01 năm 2021\n | NGƯỜI LẬP BIỂU | | THỦ TRƯỞNG ĐƠN VỊ')).toBe('2 1 Số HTX');
  });

  test('[T4] a line above the header gives the unit of every row that has none', () => {
    const units = (line: string): string[] => table(`${line}\nTT | Chỉ tiêu | Năm 2020\n1 | Dư nợ | 5\n2 | Nợ xấu | 1`).rows.map(({ unit }) => unit);
    expect(units(' | | Đơn vị tính: tỷ đồng')).toEqual(['tỷ đồng', 'tỷ đồng']);
    expect(units('(ĐVT: triệu đồng) | |')).toEqual(['triệu đồng', 'triệu đồng']);
    expect(units('Đơn vị: Huyện A | |')).toEqual(['', '']);
  });
});
