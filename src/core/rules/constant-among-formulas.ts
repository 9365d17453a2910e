/**
 * A figure typed over the formula of a column that works all its others out: it stays when what it comes from changes.
 *
 * Spec: docs/spec.md, O2.
 */
import { columnForms, usualAt, type ColumnForms } from '#core/formulas/column-forms';
import { quoted } from '#core/formulas/quoted';
import type { Table } from '#core/layout/table';
import { canonical, plain } from '#core/numbers/decimal';
import { isGap, type Figure } from '#core/numbers/figure';
import { cellOf } from '#core/relations/relation';
import { defineRule, type Outcome } from '#core/rule';
import { fault } from '#core/rules/layout-outcomes';
import type { Row } from '#core/table/rows';

interface Facts {
  readonly cell: string;
  readonly figure: Figure;
  readonly usual: string;
}

export const constantAmongFormulas = defineRule({
  id: 'constant-among-formulas',
  group: 'formulas',
  severity: 'warning',
  check: (table) => outcomes(table),

  say({ cell, figure, usual }: Facts, print) {
    return {
      what: `Ô ghi thẳng số ${print.figure(figure)}, trong khi các dòng khác của cột dùng công thức.`,
      why: 'Số gõ thẳng không đổi theo khi số liệu của dòng được sửa.',
      todo: `Thay ${cell} bằng công thức ${quoted(usual, print)}, nếu không cố ý ghi số.`,
    };
  },

  examples: {
    holds: ['1 | Tổng số HTX | HTX | 102 | 17 |\n2 | THT | tổ | 50 | =5{D3-45} |'],
    breaks: ['TT | Chỉ tiêu | ĐVT | Thực hiện năm 2019 | Thực hiện năm 2020 | Tăng, giảm so với năm 2019\n1 | HTX | HTX | 85# | 102# | =17{E2-D2}\n2 | THT | tổ | 40# | 50# | =10{E3-D3}\n3 | Thành viên | người | 70# | 90# | [20#]\n4 | Lao động | người | 30# | 31# | =1{E5-D5}\n5 | Cán bộ | người | 20# | 24# | =4{E6-D6}'],
  },
});

function* outcomes(table: Table): Iterable<Outcome<Facts>> {
  for (const forms of columnForms(table)) {
    const typed = table.rows.filter((row) => isTyped(table, row, forms));
    // Where figures are typed as often as not, neither is the exception.
    if (typed.length * 4 > forms.formulas.length) continue;
    for (const row of typed) {
      const at = { table, row, column: forms.column };
      const figure = table.figure(row, forms.column);
      const usual = usualAt(forms, at);
      if (!isGap(figure)) yield { ...fault(at, [], { cell: cellOf(at), figure, usual }, canonical(plain(figure.value))), right: usual };
    }
  }
}

function isTyped(table: Table, row: Row, { column, rates }: ColumnForms): boolean {
  const { formula } = table.grid.cell(row.at, column.index);
  return row.kind === 'indicator' && formula === null && (table.kind(row) === 'rate') === rates && !isGap(table.figure(row, column));
}
