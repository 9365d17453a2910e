import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { knownTemplates } from '#app/known-templates';
import { tablesOf, type Table } from '#core/layout/table';
import { gridOf } from '#core/table/grid';
import { nameKey } from '#core/table/vietnamese';
import { columnsOf, table } from '#test/core/table/sheets';

const HEADER = 'TT | Chỉ tiêu | Đơn vị tính | Thực hiện năm 2020';

/** "I.1 name, I.5 typo, –": what each row was taken for, and how. */
function matches(found: Table): string {
  return found.rows.filter(({ kind }) => kind !== 'section').map((row) => {
    const match = found.match(row);
    return match === null ? '–' : `${match.indicator.id} ${match.likeness}`;
  }).join(', ');
}

/** Rows of the first section, with enough of them to recognise the layout by. */
function among(...rows: readonly string[]): string {
  const [published] = knownTemplates();
  const section = published?.sections[0];
  const others = (section?.rows ?? []).map(({ ordinal, name, unit }) => `${ordinal} | ${name} | ${unit} | `);
  const replaced = others.map((line) => rows.find((row) => row.split('→')[0]?.trim() === line.split('|')[1]?.trim())?.split('→')[1] ?? line);
  return [HEADER, 'I | HỢP TÁC XÃ | | ', ...replaced].join('\n');
}

/** What a row of the first section is taken for, once it is written otherwise. */
function taken(name: string, instead: string): string {
  const found = table(among(`${name} → ${instead}`));
  const at = (knownTemplates()[0]?.sections[0]?.rows ?? []).findIndex((row) => row.name === name);
  return matches(found).split(', ')[at] ?? '';
}

describe('the published appendix', () => {
  const rows = readFileSync('test/fixtures/phu-luc-2020.tsv', 'utf8').split('\n').map((line) => line.split('\t'));
  const [found, ...others] = tablesOf(gridOf('Phụ lục', rows), { templates: knownTemplates() });

  test('[L2] every row is recognised, as the row of its place in the layout', () => {
    const ids = found?.rows.filter(({ kind }) => kind !== 'section').map((row) => found.match(row)?.indicator.id);
    expect(others).toEqual([]);
    expect([found?.range, found?.year, found?.recognition?.confidence]).toEqual(['A4:H105', 2020, 100]);
    expect(ids).toEqual(knownTemplates()[0]?.sections.flatMap((section) => section.rows.map(({ id }) => id)));
  });

  test('[T3] its columns', () => {
    expect(found && columnsOf(found)).toBe('A ordinal | B indicator | C unit | D actual | E change | F ratio | G plan-change | H attainment');
  });

  test('[L4] its declared relations', () => {
    const { sums = [], subsets = [], rates = [], flows = [] } = found?.structure ?? {};
    expect(sums.filter(({ basis }) => basis === 'declared').map(({ whole, parts }) => `${whole.at + 1}: ${parts.map(({ at }) => at + 1).join(' ')}`)).toEqual([
      '8: 9 10 11 12 13 14 15 16', '24: 30 31', '44: 50 51', '53: 54 55', '56: 57 58', '74: 75 76', '77: 78 79', '100: 104 105',
    ]);
    expect(sums.filter(({ basis }) => basis === 'inferred')).toEqual([]);
    expect(rates.map(({ rate, numerator, denominator }) => `${rate.at + 1} = ${(numerator?.at ?? 0) + 1} / ${(denominator?.at ?? 0) + 1}`)).toEqual([
      '21 = 20 / 8', '32 = 24 / 8', '33 = 30 / 9', '45 = 44 / 43', '60 = 59 / 53', '64 = 63 / 53', '81 = 80 / 74', '86 = 85 / 74', '102 = 101 / 100',
    ]);
    expect(flows.map(({ stock, opened, closed }) => [stock, opened, closed].map((row) => (row?.at ?? 0) + 1))).toEqual([[8, 22, 23], [53, 61, 62], [74, 83, 84]]);
    expect(subsets.filter(({ whole }) => whole.at === 7).map(({ part }) => part.at + 1)).toEqual([17, 18, 20, 24]);
  });
});

describe('names', () => {
  test.each([
    ['Thành lập mới', 'Thành lập mới'], ['Hoà bình', 'Hòa bình'], ['HTX thuỷ sản', 'Hợp tác xã thủy sản'], ['Quỹ TDND', 'quỹ tín dụng nhân dân'], ['Tỉ lệ', 'TỶ LỆ'],
    ['LH HTX', 'Liên hiệp hợp tác xã'], ['T. đó', 'Trong đó'], ['Công nghiệp -TTCN', 'Công nghiệp - TTCN'], ['Thương mại, dịch vụ', 'Thương mại – dịch vụ'], ['Tỷ lệ %', 'tỷ lệ phần trăm'],
    ['Vận tải'.normalize('NFD'), 'Vận tải'], ['Số  HTX ', 'số htx'],
  ])('[L2] nameKey › %p and %p are one name', (a, b) => {
    expect(nameKey(a)).toBe(nameKey(b));
  });

  test.each([['Nông nghiệp', 'Công nghiệp'], ['Hóa chất', 'Hoa chất'], ['Thu', 'Thư'], ['HTX', 'LHHTX'], ['Số mới', 'Số mối']])('[L2] nameKey › %p and %p are two', (a, b) => {
    expect(nameKey(a)).not.toBe(nameKey(b));
  });

  test.each([
    ['Thành lập mới', '5 | THÀNH LẬP MỚI | HTX | ', 'I.5 name'],
    ['Tổng số HTX', '1 | Tổng số hợp tác xã | HTX | ', 'I.1 name'],
    ['Quỹ TDND', '- | Quỹ tín dụng nhân dân | HTX | ', 'I.1.4 name'],
    ['Tổng số HTX', '1 | Số HTX | HTX | ', 'I.1 alias'],
    ['Thành lập mới', `5 | ${'Thành lập mới'.normalize('NFD')} | HTX | `, 'I.5 name'],
    ['Giải thể', '6 | Giải thề | HTX | ', 'I.6 typo'],
    ['Vận tải', '- | Vận tãi | HTX | ', 'I.1.6 typo'],
    ['Môi trường', '- | Môi trừơng | HTX | ', 'I.1.7 name'],
    ['Tổng số lao động trong HTX', '10 | Tổng số lao đông trong HTX | người | ', 'I.10 typo'],
    ['Tổng số lao động trong HTX', '10 | Lao động làm việc thường xuyên trong HTX | người | ', 'I.10 place'],
    ['Thành lập mới', '5 | Số hộ nghèo | hộ | ', '–'],
  ])('[L3] %s, written as %s: %s', (name, instead, right) => {
    expect(taken(name, instead)).toBe(right);
  });

  test('[L3] "Công nghiệp" is not a slip of "Nông nghiệp"', () => {
    expect(taken('Nông nghiệp', '- | Công nghiệp | HTX | ')).not.toMatch(/typo/);
  });

  test('[L2] "Nông nghiệp" under two totals is two indicators', () => {
    const found = table(among());
    expect(found.rows.filter(({ name }) => name === 'Nông nghiệp').map((row) => found.match(row)?.indicator.id)).toEqual(['I.1.1', 'I.7.1']);
  });

  test('[L2] another layout is not taken for this one', () => {
    const found = table(`
      ${HEADER}
      1 | Số hộ nghèo | hộ | 254
      2 | Số xã đạt chuẩn | xã | 90
      3 | Số thôn | thôn | 12`);
    expect([found.recognition, matches(found)]).toEqual([null, '–, –, –']);
  });
});
