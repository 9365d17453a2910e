/** A rate of a part in its whole lies between 0 and 100 %. Spec: docs/spec.md, S5. */
import type { Table } from '#core/layout/table';
import { canonical, compare, decimal, plain } from '#core/numbers/decimal';
import { cellOf, isTerm, termAt, type Term } from '#core/relations/relation';
import { defineRule, type Outcome } from '#core/rule';
import { fault } from '#core/rules/layout-outcomes';
import { folded } from '#core/table/vietnamese';
import type { Row } from '#core/table/rows';

interface Facts {
  readonly rate: Term;
}

export const rateRange = defineRule({
  id: 'rate-range',
  group: 'plausibility',
  severity: 'warning',
  check: (table) => outcomes(table),

  say({ rate }: Facts, print) {
    return {
      what: `Tỷ lệ ghi ${print.figure(rate.figure)}, ngoài khoảng từ 0% đến 100%.`,
      why: 'Một phần không thể nhỏ hơn 0 hay lớn hơn tổng của nó.',
      todo: `Đối chiếu ${cellOf(rate)} với số liệu gốc.`,
    };
  },

  examples: {
    holds: ['1 | Tỷ lệ hộ nghèo | % | 5,2', '2 | Tốc độ tăng giá trị sản xuất | % | 112,5'],
    breaks: ['1 | Tỷ lệ HTX hoạt động hiệu quả | % | [156]'],
  },
});

/** Rates that may well pass 100 %: growth, indices, what is over a plan. */
const OPEN = /tang|giam|toc do|chi so|hoan thanh|so voi (?:nam|ke hoach|cung ky|ngan sach|du toan)|he so|binh quan|dat/;
const RATE = /^(?:ty le|ti le|% so voi tong|%)/;
const HUNDRED = decimal('100');

function* outcomes(table: Table): Iterable<Outcome<Facts>> {
  for (const row of table.rows) {
    if (!isShare(table, row)) continue;
    for (const column of table.columns.levels) {
      const rate = termAt(table, row, column);
      if (!isTerm(rate)) continue;
      const { value } = rate.figure;
      const within = value.digits >= 0n && compare(value, HUNDRED) <= 0;
      yield within ? { is: 'holds', at: rate, relation: null } : fault(rate, [], { rate }, canonical(plain(value)));
    }
  }
}

function isShare(table: Table, row: Row): boolean {
  if (row.kind !== 'indicator' || table.kind(row) !== 'rate') return false;
  const name = folded(row.name);
  return table.match(row)?.indicator.rateOf !== undefined || (RATE.test(name) && !OPEN.test(name));
}
