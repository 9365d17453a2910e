import { describe, expect, test } from '@jest/globals';
import { columnsOf, comparisonsOf, figuresOf, table } from '#test/core/table/sheets';

/** Roles and comparisons under a header row, over one row of figures. */
function under(...header: readonly string[]): { columns: string; comparisons: string[] } {
  const width = header.at(-1)?.split('|').length ?? 0;
  const figures = Array.from({ length: width }, () => '12').join(' | ');
  const found = table([...header.map((line) => `TT | Chỉ tiêu | ĐVT | ${line}`), `1 | Tổng số HTX | HTX | ${figures}`].join('\n'));
  return { columns: columnsOf(found).replace('A ordinal | B indicator | C unit | ', ''), comparisons: comparisonsOf(found) };
}

describe('roles of columns in real headers', () => {
  test('[T3] several years, the plan, and comparisons that name both of their sides', () => {
    const found = table(`
      TT | Chỉ tiêu | ĐVT | TH 2019 | KH 2020 | ƯTH 2020 | So sánh (%)       |
         |          |     |         |         |          | ƯTH 2020/TH 2019  | ƯTH 2020/KH 2020
      1  | Tổng số HTX | HTX | 200  | 210     | 220      | 110,0             | 104,8`);
    expect(columnsOf(found)).toBe('A ordinal | B indicator | C unit | D actual-2019 | E plan-2020 | F actual | G ratio | H attainment');
    expect(comparisonsOf(found)).toEqual(['F / D (2019): ratio G', 'F / E (plan): ratio H']);
    expect(figuresOf(found)).toBe('D3 200 | E3 210 | F3 220 | G3 110.0% | H3 104.8%');
  });

  test('[T3] last year and plan in columns of their own, change and ratio under one heading', () => {
    const found = table(`
      TT | Chỉ tiêu | Đơn vị tính | Thực hiện năm 2019 | Kế hoạch năm 2020 | Thực hiện năm 2020 | So sánh với |       |               |
         |          |             |                    |                   |                    | năm 2019    |       | Kế hoạch 2020 |
         |          |             |                    |                   |                    | Số lượng    | Tỷ lệ | Số lượng      | Tỷ lệ
      1  | Tổng số HTX | HTX      | 200                | 210               | 220                | 20          | 110%  | 10            | 104,8%`);
    expect(columnsOf(found)).toBe('A ordinal | B indicator | C unit | D actual-2019 | E plan-2020 | F actual | G change | H ratio | I plan-change | J attainment');
    expect(comparisonsOf(found)).toEqual(['F / D (2019): change G, ratio H', 'F / E (plan): change I, ratio J']);
  });

  test.each([
    ['Thực hiện năm 2020 | Tăng, giảm so với năm 2019', 'D actual | E change', ['D / – (2019): change E']],
    ['Thực hiện năm 2020 | Tỷ lệ % so với năm 2019', 'D actual | E ratio', ['D / – (2019): ratio E']],
    ['Thực hiện năm 2020 | So với cùng kỳ (%)', 'D actual | E ratio', ['D / – (earlier): ratio E']],
    ['Thực hiện năm 2020 | Tốc độ tăng trưởng so với năm 2019 (%)', 'D actual | E growth', ['D / – (2019): growth E']],
    ['Thực hiện năm 2020 | % tăng, giảm so với năm 2019', 'D actual | E growth', ['D / – (2019): growth E']],
    ['Kế hoạch năm 2020 | Thực hiện năm 2020 | % hoàn thành kế hoạch', 'D plan-2020 | E actual | F attainment', ['E / D (plan): ratio F']],
    ['KH 2020 | TH 2020 | TH/KH (%)', 'D plan-2020 | E actual | F attainment', ['E / D (plan): ratio F']],
    ['KH 2020 | TH 2020 | Đạt % so với kế hoạch', 'D plan-2020 | E actual | F attainment', ['E / D (plan): ratio F']],
    ['TH 2019 | TH 2020 | So sánh 2020/2019 (%)', 'D actual-2019 | E actual | F ratio', ['E / D (2019): ratio F']],
    ['TH 2019 | TH 2020 | Chênh lệch 2020/2019', 'D actual-2019 | E actual | F change', ['E / D (2019): change F']],
    ['Năm 2018 | Năm 2019 | Năm 2020', 'D actual-2018 | E actual-2019 | F actual', []],
    ['Thực hiện năm 2020 | Cơ cấu (%)', 'D actual | E share', []],
    ['Thực hiện năm 2020 | Ghi chú', 'D actual', []],
    ['Thực hiện năm 2020 | Kế hoạch năm 2021', 'D actual | E plan-2021', []],
    ['Thực hiện 6 tháng đầu năm 2020 | Kế hoạch năm 2020', 'D actual | E plan-2020', []],
    ['Ước thực hiện năm 2020 | Lũy kế đến hết năm 2020', 'D estimate-2020 | E actual', []],
    ['TH 2019 | ƯTH/ TH 2020 | So sánh % ƯTH/ TH 2020/ TH 2019', 'D actual-2019 | E actual | F ratio', ['E / D (2019): ratio F']],
    ['TH 2020 | Chỉ số giá TH 2020 | Chỉ số giá KH 2021', 'D actual', []],
    ['Ước TH 2020 | Kế hoạch năm 2021 | KH 2021/ƯTH 2020 (%)', 'D actual | E plan-2021 | F ratio-2021', ['E / D (2020): ratio F']],
    ['Quý III năm 2019 | Quý III năm 2020 | So sánh quý III năm 2020 với quý III năm 2019 (%)', 'D actual-q3-2019 | E actual | F ratio', ['E / D (2019): ratio F']],
    ['TH 2019 | TH 2020 | So sánh TH 2020 với TH 2019: +/-', 'D actual-2019 | E actual | F change', ['E / D (2019): change F']],
    ['TH 2019 | TH 2020 | Tăng, giảm: Tuyệt đối | Tăng, giảm: Tương đối (%)', 'D actual-2019 | E actual | F change | G growth', ['E / D (earlier): change F, growth G']],
    ['Kế hoạch giao | Thực hiện năm 2020 | Đạt (%)', 'D plan-year | E actual | F attainment', ['E / D (plan): ratio F']],
    ['Thực hiện cùng kỳ năm trước | Thực hiện kỳ báo cáo | So cùng kỳ (%)', 'D actual-year | E actual | F ratio', ['E / D (earlier): ratio F']],
    ['Thực hiện cùng kỳ năm trước | TH năm 2020', 'D actual-year | E actual', []],
    ['Thực hiện năm 2020 | Thu nhập bình quân', 'D actual', []],
    ['Thu nhập bình quân: TH 2019 | Thu nhập bình quân: TH 2020 | So sánh 2020/2019 (%)', 'D actual-2019 | E actual | F ratio', ['E / D (2019): ratio F']],
    ['Nửa đầu năm 2020 | Nửa cuối năm 2020', 'D actual-h1-2020 | E actual', []],
  ])('[T3] %s', (header, columns, comparisons) => {
    expect(under(header)).toEqual({ columns, comparisons });
  });

  test('[T3] two comparisons of one year stay apart: with last year, and with the plan', () => {
    expect(under('Thực hiện năm 2020 | So với năm 2019: Số lượng | So với năm 2019: Tỷ lệ | So với KH 2020: Số lượng | So với KH 2020: Tỷ lệ')).toEqual({
      columns: 'D actual | E change | F ratio | G plan-change | H attainment',
      comparisons: ['D / – (2019): change E, ratio F', 'D / – (plan): change G, ratio H'],
    });
  });

  test('[T3] "tăng, giảm: tỷ lệ" is what the rows\' own figures say: a growth, or a ratio', () => {
    const measured = (first: string, second: string, heads = 'Tăng, giảm so với năm 2019: Số lượng | Tăng, giảm so với năm 2019: Tỷ lệ (%)'): string[] =>
      comparisonsOf(table(`TT | Chỉ tiêu | ĐVT | Thực hiện năm 2020 | ${heads}\n1 | Số HTX | HTX | 120 | 20 | ${first}\n2 | Số THT | THT | 90 | -10 | ${second}`));
    expect(measured('20,0', '-10,0')).toEqual(['D / – (2019): change E, growth F']);
    expect(measured('120,0', '90,0')).toEqual(['D / – (2019): change E, ratio F']);
    expect(measured('', '')).toEqual(['D / – (2019): change E, ratio F']);
  });

  test('[T3] the year of the title stands for a header without years', () => {
    const found = table(`
      Tình hình kinh tế tập thể năm 2021
      TT | Chỉ tiêu | ĐVT | Thực hiện | So với năm trước (%)
      1 | Tổng số HTX | HTX | 254 | 102`);
    expect([found.year, columnsOf(found), comparisonsOf(found)]).toEqual([2021, 'A ordinal | B indicator | C unit | D actual | E ratio', ['D / – (2020): ratio E']]);
  });

  test('[T3] parts of a year are periods of their own', () => {
    const found = table(`
      TT | Chỉ tiêu | ĐVT | TH 6 tháng năm 2019 | TH 6 tháng năm 2020 | Quý III năm 2020 | So với cùng kỳ (%)
      1 | Tổng số HTX | HTX | 120 | 130 | 60 | 108,3`);
    expect(columnsOf(found)).toContain('D actual-6m-2019');
    expect(found.columns.levels.map(({ period }) => `${period.part} ${String(period.n)} ${String(period.year)}`)).toEqual(['months 6 2019', 'months 6 2020', 'quarter 3 2020']);
  });
});
