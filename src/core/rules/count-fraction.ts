/** A count with a fraction: there is no half cooperative. Spec: docs/spec.md, S4. */
import type { Table } from '#core/layout/table';
import { canonical, isWhole, plain, type Decimal } from '#core/numbers/decimal';
import { isGap } from '#core/numbers/figure';
import { cellOf, type Spot } from '#core/relations/relation';
import { defineRule, type Outcome } from '#core/rule';
import { isCount, isSlip } from '#core/rules/number-read-in-another-locale';
import { fault, figureSpots } from '#core/rules/layout-outcomes';

interface Facts {
  readonly cell: string;
  readonly value: Decimal;
  readonly unit: string;
}

export const countFraction = defineRule({
  id: 'count-fraction',
  group: 'plausibility',
  severity: 'warning',
  check: (table) => outcomes(table),

  say({ cell, value, unit }: Facts, print) {
    return {
      what: `Ghi ${print.plain(value)} ${unit}: số đếm không có phần lẻ.`,
      why: 'Phần lẻ thường là do nhầm dấu chấm với dấu phẩy, hoặc nhầm đơn vị.',
      todo: `Đối chiếu ${cell} với số liệu gốc.`,
    };
  },

  examples: { holds: ['1 | Tổng số HTX | HTX | 254', '1 | Vốn | tỷ đồng | 25,4'], breaks: ['1 | Tổng số HTX | HTX | [25,4]'] },
});

function* outcomes(table: Table): Iterable<Outcome<Facts>> {
  for (const at of figureSpots(table)) {
    const value = typedCount(at);
    if (value !== null && !isWhole(value)) yield fault(at, [], { cell: cellOf(at), value, unit: at.row.unit }, canonical(plain(value)));
  }
}

/** The value of a typed count; a formula's fraction that nobody sees is no figure of anyone's. */
function typedCount(at: Spot): Decimal | null {
  const { table, row, column } = at;
  if (!isCount(at)) return null;
  const cell = table.grid.cell(row.at, column.index);
  const figure = table.figure(row, column);
  if (isGap(figure) || figure.percent || cell.formula !== null) return null;
  // What another locale made of a whole number has a finding of its own.
  return typeof cell.value === 'number' && isSlip(at, cell.value) ? null : figure.value;
}
