/** A row of last year's table that is several rows now, or several that are one. Spec: docs/spec.md, R18. */
import { seriesOf, type Break } from '#core/complete/series';
import type { Table } from '#core/layout/table';
import { cellFrom } from '#core/relations/relation';
import { defineRule, type Outcome } from '#core/rule';
import { fault, nameSpot } from '#core/rules/layout-outcomes';

interface Facts {
  /** What the one row was split into, or what it is made of. */
  readonly way: 'split' | 'merged';
  /** The one row's name. */
  readonly one: string;
  readonly several: readonly string[];
  /** Cells of last year's table. */
  readonly where: string;
}

export const splitSinceLast = defineRule({
  id: 'split-since-last',
  group: 'across',
  severity: 'warning',

  *check(table, all, sources) {
    for (const { last, split } of seriesOf(table, all, sources)) for (const one of split) yield* broken(table, last, one);
  },

  say({ way, one, several, where }: Facts) {
    const names = several.map((name) => `“${name}”`).join(', ');
    return way === 'split'
      ? { what: `Năm trước ${several.length} dòng ${names} là một dòng: “${one}” (${where}).`, why: 'Số năm trước của các dòng này cộng lại bằng số của dòng đó.', todo: 'Ghi thêm dòng tổng như năm trước, hoặc ghi chú việc tách chỉ tiêu.' }
      : { what: `Dòng này gộp ${several.length} dòng của năm trước: ${names} (${where}).`, why: 'Số năm trước của dòng này bằng các dòng đó cộng lại.', todo: 'Tách dòng như năm trước, hoặc ghi chú việc gộp chỉ tiêu.' };
  },

  examples: {
    holds: ['TT | Chỉ tiêu | ĐVT | Thực hiện năm 2020 | Tăng, giảm so với năm 2019\n1 | Số HTX trồng trọt | HTX | 102 | 17\n2 | Lao động | người | 900 | 10\nTT | Chỉ tiêu | ĐVT | Thực hiện năm 2019\n1 | Số HTX trồng trọt | HTX | 85\n2 | Lao động | người | 890'],
    breaks: ['TT | Chỉ tiêu | ĐVT | Thực hiện năm 2020 | Tăng, giảm so với năm 2019\n1 | [Trồng lúa] | HTX | 60 | 10\n2 | [Trồng cây ăn quả] | HTX | 42 | 7\n3 | Lao động | người | 900 | 10\n4 | Cán bộ | người | 90 | 10\nTT | Chỉ tiêu | ĐVT | Thực hiện năm 2019\n1 | [Số HTX trồng trọt] | HTX | 85\n3 | Lao động | người | 890\n4 | Cán bộ | người | 80'],
  },
});

function* broken(table: Table, last: Table, { rows, were }: Break): Iterable<Outcome<Facts>> {
  const here = rows.map((row) => nameSpot(table, row));
  const there = were.map((row) => nameSpot(last, row));
  const [at, ...others] = here;
  if (at === undefined) return;
  const way = were.length === 1 ? 'split' : 'merged';
  const [one = '', several] = way === 'split' ? [were[0]?.name, rows] : [rows[0]?.name, were];
  yield fault(at, [...others, ...there], { way, one, several: several.map(({ name }) => name), where: there.map((spot) => cellFrom(spot, at)).join(', ') }, at.row.name);
}
