/** A row whose unit is of another kind, or another power of the đồng, than in last year's table. Spec: docs/spec.md, R18. */
import { seriesOf } from '#core/complete/series';
import type { Table } from '#core/layout/table';
import { measureOf, moneyPower } from '#core/layout/units';
import { cellFrom, cellOf, type Place } from '#core/relations/relation';
import { defineRule, type Outcome } from '#core/rule';
import { fault, fine } from '#core/rules/layout-outcomes';
import type { Row } from '#core/table/rows';

interface Facts {
  readonly cell: string;
  readonly unit: string;
  readonly was: string;
  readonly where: string;
  readonly money: boolean;
}

export const unitSinceLast = defineRule({
  id: 'unit-since-last',
  group: 'across',
  severity: 'warning',

  *check(table, all, sources) {
    for (const { last, same } of seriesOf(table, all, sources)) {
      for (const [row, was] of same) {
        const [at, before] = [unitPlace(table, row), unitPlace(last, was)];
        if (at !== null && before !== null) yield measureOf(row.unit) === measureOf(was.unit) ? fine(at) : broken(row, was, [at, before]);
      }
    }
  },

  say({ cell, unit, was, where, money }: Facts) {
    return {
      what: `Đơn vị ghi “${unit}”; năm trước (${where}) ghi “${was}”.`,
      why: money ? 'Hai năm khác đơn vị thì chênh lệch và tỷ lệ dễ lệch hàng nghìn lần.' : 'Số liệu hai năm khác đơn vị thì không so sánh được.',
      todo: `Giữ đơn vị ở ${cell} như năm trước, hoặc ghi chú việc đổi đơn vị và tính lại số năm trước.`,
    };
  },

  examples: {
    holds: ['TT | Chỉ tiêu | ĐVT | Thực hiện năm 2020 | Tăng, giảm so với năm 2019\n1 | Tổng vốn | tỷ đồng | 102 | 17\nTT | Chỉ tiêu | ĐVT | Thực hiện năm 2019\n1 | Tổng vốn | tỷ đồng | 85'],
    breaks: ['TT | Chỉ tiêu | ĐVT | Thực hiện năm 2020 | Tăng, giảm so với năm 2019\n1 | Tổng vốn | [tỷ đồng] | 102 | 17\nTT | Chỉ tiêu | ĐVT | Thực hiện năm 2019\n1 | Tổng vốn | [triệu đồng] | 85000'],
  },
});

function broken(row: Row, was: Row, [at, before]: readonly [Place, Place]): Outcome<Facts> {
  const money = moneyPower(row.unit) !== null && moneyPower(was.unit) !== null;
  return fault(at, [before], { cell: cellOf(at), unit: row.unit, was: was.unit, where: cellFrom(before, at), money }, row.unit);
}

/** The cell of a row's unit; null where no unit stands, or one of which nothing is known. */
function unitPlace(table: Table, row: Row): Place | null {
  const { unit } = table.columns;
  return unit === null || measureOf(row.unit) === null ? null : { table, row, column: unit };
}
