import { describe, expect, test } from '@jest/globals';
import { rankOf, splitName, splitOrdinal } from '#core/table/ordinal';
import { columnsOf, figuresOf, table, tables, treeOf } from '#test/core/table/sheets';

const HEADER = 'TT | Chỉ tiêu | Đơn vị tính | Thực hiện năm 2020';
const drawn = (text: string): string => text.trim().replaceAll(/^ {4}/gm, '');

describe('rows left out', () => {
  test('[T4] blank rows, repeated page headers, numbering rows and footnotes are no rows', () => {
    const found = table(`
      ${HEADER}
      A | B | C | 1
      1 | Tổng số HTX | HTX | 254
      | | |
      | ¹ Theo tổng hợp của 63/63 tỉnh | |
      | Ghi chú: số liệu ước tính | |
      ${HEADER}
      A | B | C | 1
      - | Nông nghiệp | HTX | 200
      | (1) Nghị quyết số 18 | |
      - | Vận tải | HTX | 54
      | Nguồn: Liên minh HTX | |`);
    expect(treeOf(found)).toBe('3 1 Tổng số HTX\n  9 - Nông nghiệp\n  11 - Vận tải');
    expect(found.range).toBe('A1:D11');
  });

  test('[T4] a page header with a reference mark is the same header', () => {
    const found = table(`
      ${HEADER} ¹
      1 | Tổng số HTX | HTX | 254
      ${HEADER}
      2 | Thành lập mới | HTX | 20`);
    expect(found.rows).toHaveLength(2);
  });

  test('[T4] an asterisk or number before a name with figures is no footnote', () => {
    expect(treeOf(table(`
      ${HEADER}
      * | Tổng số HTX | HTX | 254
      | (1) Thành lập mới | HTX | 20`))).toContain('Thành lập mới');
  });
});

describe('the tree of ordinals', () => {
  test('[T5] sections, indicators, parts and parts of parts', () => {
    expect(treeOf(table(`
      ${HEADER}
      I | HỢP TÁC XÃ | |
      1 | Tổng số HTX | HTX | 254
      - | Nông nghiệp | HTX | 200
      + | Trồng trọt | HTX | 120
      + + | Lúa | HTX | 60
      + | Chăn nuôi | HTX | 80
      - | Vận tải | HTX | 54
      2 | Thành lập mới | HTX | 20
      II | TỔ HỢP TÁC | |
      1 | Tổng số THT | THT | 90`))).toBe(drawn(`
    2 section: I HỢP TÁC XÃ
      3 1 Tổng số HTX
        4 - Nông nghiệp
          5 + Trồng trọt
            6 + + Lúa
          7 + Chăn nuôi
        8 - Vận tải
      9 2 Thành lập mới
    10 section: II TỔ HỢP TÁC
      11 1 Tổng số THT`));
  });

  test('[T5] numeral and name in one cell, in either column, and ordinals before the names', () => {
    const inOneCell = table(`
      ${HEADER}
      I. HỢP TÁC XÃ | | |
      1 | Tổng số HTX | HTX | 254`);
    const inNames = table(`
      Chỉ tiêu | Đơn vị tính | Thực hiện năm 2020
      I. HỢP TÁC XÃ | |
      1. Tổng số HTX | HTX | 254
      a) Nông nghiệp | HTX | 200
      - Trồng trọt | HTX | 120`);
    expect(treeOf(inOneCell)).toBe('2 section: I HỢP TÁC XÃ\n  3 1 Tổng số HTX');
    expect(treeOf(inNames)).toBe('2 section: I HỢP TÁC XÃ\n  3 1 Tổng số HTX\n    4 a Nông nghiệp\n      5 - Trồng trọt');
  });

  test('[T5] "trong đó" belongs to the row above, with figures or without', () => {
    const found = table(`
      ${HEADER}
      1 | Tổng số cán bộ | Người | 100
      | Trong đó | |
      + | Đại học | Người | 60
      + | Trung cấp | Người | 40
      2 | Số HTX | HTX | 50
      | T. đó: HTX mới | HTX | 5`);
    expect(treeOf(found)).toBe(drawn(`
    2 1 Tổng số cán bộ
      3 heading: Trong đó
        4 + Đại học
        5 + Trung cấp
    6 2 Số HTX
      7 T. đó: HTX mới`));
    expect(found.rows.map(({ ofWhich }) => ofWhich)).toEqual([false, true, false, false, false, true]);
  });

  test('[T5] a ditto mark repeats the unit above', () => {
    const found = table(`
      ${HEADER}
      1 | Tổng số HTX | HTX | 254
      2 | Thành lập mới | " | 20
      3 | Giải thể | nt | 5`);
    expect(found.rows.map(({ unit }) => unit)).toEqual(['HTX', 'HTX', 'HTX']);
  });

  test('[T5] a list of more than 999 rows › its numbers go on counting; a year in their place counts nothing', () => {
    const rows = Array.from({ length: 2100 }, (_, i) => `${i + 1} | HTX số ${i + 1} | HTX | 5`);
    const found = table([HEADER, ...rows].join('\n'));
    expect(found.rows.filter(({ parent }) => parent !== null)).toEqual([]);
    const years = table([HEADER, '1 | Tổng số HTX | HTX | 254', '2019 | Năm trước | HTX | 20', '2020 | Năm nay | HTX | 234'].join('\n'));
    expect(years.rows.map(({ parent }) => parent?.ordinal ?? '')).toEqual(['', '1', '1']);
  });

  test('[T5] rankOf › sections stand lowest, dashes above letters above numbers', () => {
    const order = ['A', 'I', '1', '1.1', '1.1.1', 'a', 'a1', '*', '-', '--', '+', '+ +'];
    const ranks = order.map((ordinal) => rankOf(ordinal) ?? Number.NaN);
    expect(ranks).toEqual(ranks.toSorted((a, b) => a - b));
    expect(new Set(ranks).size).toBe(order.length);
    expect(['I.', 'II)', '1.', '1)', 'a)', '–', '•', '++'].map((ordinal) => rankOf(ordinal) === null)).toEqual(Array.from({ length: 8 }, () => false));
    expect(['Tổng số', '', '12 HTX', '2020', 'HTX'].map(rankOf)).toEqual([null, null, null, null, null]);
  });

  test('[T5] splitName and splitOrdinal › take an ordinal off a name, and leave figures and words alone', () => {
    expect(['1. Tổng số', 'a) Nông nghiệp', '- Xây dựng', '+ + Lúa', 'II. TỔ HỢP TÁC', 'Tổng số', '1.000 hộ nghèo', '2.5 km đường', 'C.ty cổ phần'].map((name) => { const { ordinal, name: rest } = splitName(name); return `${ordinal}/${rest}`; }))
      .toEqual(['1/Tổng số', 'a/Nông nghiệp', '-/Xây dựng', '+ +/Lúa', 'II/TỔ HỢP TÁC', '/Tổng số', '/1.000 hộ nghèo', '/2.5 km đường', '/C.ty cổ phần']);
    expect(splitOrdinal('II LIÊN HIỆP HỢP TÁC XÃ')).toEqual({ ordinal: 'II', name: 'LIÊN HIỆP HỢP TÁC XÃ' });
    expect(splitOrdinal('Tổng số')).toBeNull();
  });
});

describe('several tables', () => {
  const other = 'TT | Vùng | Năm 2019 | Năm 2020';

  test('[T6] one below the other: each has its own header and rows', () => {
    const found = tables(`
      Biểu 1
      ${HEADER}
      1 | Tổng số HTX | HTX | 254
      | | |
      Biểu 2
      ${other}
      1 | Bắc Bộ | 120 | 130
      2 | Nam Bộ | 100 | 110`);
    expect(found.map(({ range, index }) => `${index} ${range}`)).toEqual(['0 A2:D3', '1 A6:D8']);
    expect(found.map(columnsOf)).toEqual(['A ordinal | B indicator | C unit | D actual', 'A ordinal | B indicator | C actual-2019 | D actual']);
  });

  test('[T6] the same header below opens another table under a title, or where the ordinals start again', () => {
    const ranges = (between: string, second: string): string[] => tables(`${HEADER}\n1 | Số HTX | HTX | 3\n2 | Số THT | THT | 4\n${between}\n${HEADER}\n${second} | Dư nợ | tỷ đồng | 5\n9 | Nợ xấu | tỷ đồng | 1`).map(({ range }) => range);
    expect(ranges(' | | |', '3')).toEqual(['A1:D7']);
    expect(ranges(' | | |', '1')).toEqual(['A1:D3', 'A5:D7']);
    expect(ranges('Biểu 2 | | |', '3')).toEqual(['A1:D3', 'A5:D7']);
    expect(ranges('Biểu 1 (tiếp theo) | | |', '3')).toEqual(['A1:D7']);
  });

  test('[T6] side by side: each has its own columns', () => {
    const found = tables(`
      TT | Vùng | Năm 2020 | | TT | Vùng | Năm 2020
      1 | Bắc Bộ | 120 | | 1 | Tây Nguyên | 130
      2 | Nam Bộ | 100 | | 2 | Trung Bộ | 110`);
    expect(found.map(({ range }) => range)).toEqual(['A1:C3', 'E1:G3']);
    expect(found.map(figuresOf)).toEqual(['C2 120 | C3 100', 'G2 130 | G3 110']);
  });
});
