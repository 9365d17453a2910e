import { describe, expect, test } from '@jest/globals';
import { COLUMN_KINDS, type ColumnKind } from '#core/table/column-kinds';
import { columnLetters } from '#core/table/grid';
import { columnsOf, comparisonsOf, table } from '#test/core/table/sheets';

/** Columns, comparisons and what stays unclear, under a header row, after the reader has said what some columns hold. */
function under(header: string, said: Readonly<Record<string, ColumnKind>> = {}, title = ''): { columns: string; comparisons: string[]; unclear: string } {
  const figures = header.split('|').map(() => '12').join(' | ');
  const kinds = new Map(Object.entries(said).map(([letters, kind]) => [`Bảng!${letters}`, kind]));
  const found = table(`${title}\nTT | Chỉ tiêu | ĐVT | ${header}\n1 | Tổng số HTX | HTX | ${figures}`, { kinds });
  return { columns: columnsOf(found).replace('A ordinal | B indicator | C unit | ', ''), comparisons: comparisonsOf(found), unclear: found.columns.unclear.map(({ index }) => columnLetters(index)).join(' ') };
}

describe('columns whose header does not tell', () => {
  test.each([
    ['TH 2019 | TH 2020 | Tổng hợp', 'F'],
    ['TH 2019 | TH 2020 |  | Tỷ lệ so với năm 2019', 'F'],
    ['Tổng hợp | Tỷ lệ so với năm 2019', 'D'],
    // All told.
    ['TH 2019 | TH 2020 | Tỷ lệ so với năm 2019 | Ghi chú', ''],
    ['TH 2020 | Thu nhập bình quân | Tỷ lệ hộ nghèo', ''],
    // Nothing told: a table of another sort.
    ['Số HTX | Số thành viên', ''],
    // Too many.
    ['TH 2020 | Huyện A | Huyện B | Huyện C | Huyện D', ''],
  ])('[T9] %s: %s', (header, unclear) => {
    expect(under(header).unclear).toBe(unclear);
  });

  test.each<[string, string, Readonly<Record<string, ColumnKind>>, string, string[]]>([
    ['TH 2019 | TH 2020 | Tổng hợp', '', { F: 'ratio' }, 'D actual-2019 | E actual | F ratio', ['E / D (earlier): ratio F']],
    ['TH 2019 | TH 2020 | Tổng hợp', '', { F: 'change' }, 'D actual-2019 | E actual | F change', ['E / D (earlier): change F']],
    ['TH 2019 | TH 2020 | Tổng hợp', '', { F: 'growth' }, 'D actual-2019 | E actual | F growth', ['E / D (earlier): growth F']],
    ['KH 2020 | TH 2020 | Tổng hợp', '', { F: 'attainment' }, 'D plan-2020 | E actual | F attainment', ['E / D (plan): ratio F']],
    ['KH 2020 | TH 2020 | Tổng hợp', '', { F: 'plan-change' }, 'D plan-2020 | E actual | F plan-change', ['E / D (plan): change F']],
    ['TH 2020 | Tổng hợp | Tỷ lệ % so với kế hoạch', '', { E: 'plan' }, 'D actual | E plan-2020 | F attainment', ['D / E (plan): ratio F']],
    ['TH 2020 | Tổng hợp | Tỷ lệ % so với năm 2019', '', { E: 'base' }, 'D actual | E actual-2019 | F ratio', ['D / E (2019): ratio F']],
    ['TH 2019 | Tổng hợp | Tỷ lệ % so với năm 2019', '', { E: 'actual' }, 'D actual-2019 | E actual | F ratio', ['E / D (2019): ratio F']],
    ['TH 2019 | Tổng hợp | Tăng, giảm', 'BIỂU NĂM 2020', { E: 'actual' }, 'D actual-2019 | E actual | F change', ['E / D (earlier): change F']],
    ['TH 2020 | Tổng hợp', '', { E: 'share' }, 'D actual | E share', []],
    ['TH 2020 | Tổng hợp', '', { E: 'none' }, 'D actual', []],
  ])('[T9] %s %s, the reader says %j', (header, title, said, columns, comparisons) => {
    expect(under(header, said, title)).toMatchObject({ columns, comparisons });
  });

  test('[T9] what the reader said is changed as before: the column stays one that its header does not tell', () => {
    expect(under('TH 2019 | TH 2020 | Tổng hợp', { F: 'ratio' }).unclear).toBe('F');
  });

  test.each(COLUMN_KINDS)('[T9] a column that its header tells is no %s, whatever was said of it', (kind) => {
    const header = 'TH 2019 | TH 2020 | Tỷ lệ so với năm 2019';
    expect(under(header, { D: kind, E: kind, F: kind })).toEqual(under(header));
  });
});
