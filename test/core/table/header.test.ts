import { headerWord } from '#core/table/header-words';
import { describe, expect, test } from '@jest/globals';
import { columnsOf, comparisonsOf, figuresOf, table, tables } from '#test/core/table/sheets';

const PUBLISHED = 'A ordinal | B indicator | C unit | D actual | E change | F ratio | G plan-change | H attainment';
const PUBLISHED_COMPARISONS = ['D / – (2019): change E, ratio F', 'D / – (plan): change G, ratio H'];

describe('a header is found wherever it stands', () => {
  test('[T1] below title rows, and down and right on the sheet', () => {
    const found = table(`
       |  | PHỤ LỤC
       |  | Tình hình thực hiện các chỉ tiêu năm 2020
       |  |
       |  | TT | Chỉ tiêu | Đơn vị tính | Thực hiện năm 2020
       |  | 1 | Tổng số HTX | HTX | 254`);
    expect([found.range, columnsOf(found), found.year]).toEqual(['C4:F5', 'C ordinal | D indicator | E unit | F actual', 2020]);
    expect(found.title).toBe('PHỤ LỤC Tình hình thực hiện các chỉ tiêu năm 2020');
  });

  test.each(['Chỉ tiêu', 'CHỈ TIÊU CHỦ YẾU', 'Nội dung', 'Vùng', 'Đơn vị', 'Tỉnh, thành phố', 'Tên HTX', 'Địa phương', 'Lĩnh vực'])('[T1] names stand under "%s"', (heading) => {
    const found = table(`
      STT | ${heading} | Năm 2019 | Năm 2020
      1 | Đồng bằng sông Hồng | 254 | 260`);
    expect(columnsOf(found)).toBe('A ordinal | B indicator | C actual-2019 | D actual');
  });

  test('[T1] ordinal and unit may be missing', () => {
    const found = table(`
      Chỉ tiêu | Thực hiện năm 2020
      Tổng số HTX | 254`);
    expect([columnsOf(found), figuresOf(found)]).toEqual(['A indicator | B actual', 'B2 254']);
  });

  test('[T1] the heading of the names may be spelt in any Unicode form and case', () => {
    expect(columnsOf(table(`
      TT | ${'CHỈ TIÊU'.normalize('NFD')} | ${'Đơn vị tính'.normalize('NFD')} | ${'Thực hiện năm 2020'.normalize('NFD')}
      1 | Tổng số HTX | HTX | 254`))).toBe('A ordinal | B indicator | C unit | D actual');
  });

  test('[T1] years may stand in the header as numbers', () => {
    const found = table(`
      TT | Chỉ tiêu | ĐVT | #2019 | #2020
      1 | Tổng số HTX | HTX | #250 | #254`);
    expect([columnsOf(found), found.year]).toEqual(['A ordinal | B indicator | C unit | D actual-2019 | E actual', 2020]);
  });

  test.each([
    ['a letter', 'Kính gửi: Liên minh HTX\nCác chỉ tiêu năm 2020 như sau'],
    ['a list of names', 'TT | Chỉ tiêu\n1 | Tổng số HTX\n2 | Thành lập mới'],
    ['figures without names', '1 | 2 | 3\n4 | 5 | 6'],
    ['a header without rows', 'TT | Chỉ tiêu | ĐVT | Thực hiện năm 2020'],
  ])('[T1] %s is no table', (_what, text) => {
    expect(tables(text)).toEqual([]);
  });

  test.each(['Lĩnh vực nông nghiệp', 'Ngành nghề khác', 'Nhiệm vụ khoa học', 'Các chỉ tiêu khác', 'Mục tiêu giảm nghèo', 'Đơn vị'])('[T1] a row of figures whose name is "%s" opens no table of its own', (name) => {
    const found = table(`
      TT | Chỉ tiêu | Đơn vị tính | Thực hiện năm 2020 | So với năm 2019: Số lượng | So với năm 2019: Tỷ lệ
      1 | Tổng số HTX | HTX | 1.254 | 13 | 101,0%
      - | ${name} | HTX | 1.200 | 12 | 101,0%
      - | Vận tải | HTX | 54 | 1 | 101,9%`);
    expect([found.range, found.rows.length]).toEqual(['A1:F4', 3]);
  });

  test.each(['254', '…', '-', ''])('[T1] nor does a row whose unit is a place, with "%s" for its figure', (figure) => {
    const found = table(`
      TT | Chỉ tiêu | Đơn vị tính | Thực hiện năm 2020
      1 | Tổng số xã | xã | ${figure}
      2 | Số xã đạt chuẩn | xã | 90
      3 | Số huyện đạt chuẩn | huyện | 12`);
    expect([found.range, found.rows.length]).toEqual(['A1:D4', 3]);
  });
});

describe('header paths', () => {
  const body = '1 | Tổng số HTX | HTX | 25.454 | + 836 | 103,3% | -12 | 99,9%';

  test('[T2] merged cells count for all they cover', () => {
    const found = table(`
      TT | Chỉ tiêu | Đơn vị tính | Thực hiện năm 2020 ¹ | So sánh với | <        | <        | <
      ^  | ^        | ^           | ^                    | năm 2019    | <        | Kế hoạch 2020 ² | <
      ^  | ^        | ^           | ^                    | Số lượng    | Tỷ lệ    | Số lượng | Tỷ lệ
      ${body}`);
    expect([columnsOf(found), comparisonsOf(found)]).toEqual([PUBLISHED, PUBLISHED_COMPARISONS]);
  });

  test('[T2] a group heading left unmerged counts for the blank cells to its right, and no further than the next one', () => {
    const found = table(`
      TT | Chỉ tiêu | Đơn vị tính | Thực hiện năm 2020 ¹ | So sánh với |       |               |
         |          |             |                      | năm 2019    |       | Kế hoạch 2020 |
         |          |             |                      | Số lượng    | Tỷ lệ | Số lượng      | Tỷ lệ
      ${body}`);
    expect([columnsOf(found), comparisonsOf(found)]).toEqual([PUBLISHED, PUBLISHED_COMPARISONS]);
  });

  test('[T2] a numbering row belongs to the header', () => {
    for (const numbers of ['A | B | C | 1 | 2 | 3=1/2 | 4 | 5', '(1) | (2) | (3) | (4) | (5) | (6) | (7) | (8)', '1 | 2 | 3 | 4 | 5 | 6 | 7 | 8']) {
      const found = table(`
        TT | Chỉ tiêu | Đơn vị tính | Thực hiện năm 2020 | So sánh với năm 2019 | | So sánh với kế hoạch 2020 |
        | | | | Số lượng | Tỷ lệ | Số lượng | Tỷ lệ
        ${numbers}
        ${body}`);
      expect([columnsOf(found), found.rows.map(({ name }) => name)]).toEqual([PUBLISHED, ['Tổng số HTX']]);
    }
  });

  test('[T2] group headings may stand above the row that names the columns', () => {
    const found = table(`
         |          |     | Năm 2019  | Năm 2020
      TT | Chỉ tiêu | ĐVT | Thực hiện | Thực hiện
      1  | Tổng số HTX | HTX | 250    | 254`);
    expect([found.range, columnsOf(found)]).toEqual(['A1:E3', 'A ordinal | B indicator | C unit | D actual-2019 | E actual']);
  });

  test('[T2] words split over unmerged rows, where the row of the names is the second', () => {
    const found = table(`
          |          | Đơn vị | Thực hiện | Kế hoạch | So sánh
      STT | Chỉ tiêu | tính   | năm       | năm      | TH 2019
          |          |        | 2019      | 2020     | với 2018 (%)
      1   | Tổng số HTX | HTX | 100       | 110      | 120,0`);
    expect([found.range, columnsOf(found)]).toEqual(['A1:F4', 'A ordinal | B indicator | C unit | D actual | E plan-2020 | F ratio']);
  });

  test('[T2] line breaks and double spaces in a heading are spaces', () => {
    const found = table('TT | Chỉ tiêu | ĐVT | Thực  hiện năm 2020\n1 | Tổng số HTX | HTX | 254');
    expect(found.columns.all.map(({ header }) => header)).toEqual(['TT', 'Chỉ tiêu', 'ĐVT', 'Thực hiện năm 2020']);
  });
});

test('[T1] a row named "Nợ" is no heading, "No." is one', () => {
  expect(['No.', 'NO', 'Nợ', 'nợ', 'Nó'].map((text) => headerWord(text))).toEqual(['ordinal', 'ordinal', null, null, null]);
});
