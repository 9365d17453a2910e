/**
 * One formula of a column that reads other cells than all its neighbours do: another row's base, a cell too far.
 *
 * Said only where it is alone: a block of rows that reckons in its own way is a habit, and no slip. Spec: docs/spec.md, O1.
 */
import { columnForms, usualAt, type ColumnForms, type Formed } from '#core/formulas/column-forms';
import type { Table } from '#core/layout/table';
import { quoted } from '#core/formulas/quoted';
import { cellOf } from '#core/relations/relation';
import { defineRule, type Outcome } from '#core/rule';
import { fault, fine } from '#core/rules/layout-outcomes';

interface Facts {
  readonly cell: string;
  readonly formula: string;
  /** What the other rows have, as it would read here. */
  readonly usual: string;
  readonly others: number;
}

export const formulaOutOfLine = defineRule({
  id: 'formula-out-of-line',
  group: 'formulas',
  severity: 'warning',
  check: (table) => outcomes(table),

  say({ cell, formula, usual, others }: Facts) {
    return {
      what: `Công thức ${quoted(formula)} khác công thức của ${others} dòng khác trong cột.`,
      why: `Các dòng khác tính theo cùng một cách; ở dòng này cách đó là ${quoted(usual)}.`,
      todo: `Sửa công thức ở ${cell} thành ${quoted(usual)}, nếu dòng này không có lý do tính khác.`,
    };
  },

  examples: {
    holds: ['1 | Tổng số HTX | HTX | 102 | =17{D2-85} |\n2 | THT | tổ | 50 | 5 |'],
    breaks: ['TT | Chỉ tiêu | ĐVT | Thực hiện năm 2019 | Thực hiện năm 2020 | Tăng, giảm so với năm 2019\n1 | HTX | HTX | 85# | 102# | =17{E2-D2}\n2 | THT | tổ | 40# | 50# | =10{E3-D3}\n3 | Thành viên | người | 70# | 90# | [=50{E4-D3}]\n4 | Lao động | người | 30# | 31# | =1{E5-D5}\n5 | Cán bộ | người | 20# | 24# | =4{E6-D6}\n6 | Lớp | lớp | 9# | 12# | =3{E7-D7}'],
  },
});

function* outcomes(table: Table): Iterable<Outcome<Facts>> {
  for (const forms of columnForms(table)) {
    const { counts } = forms;
    for (const [place, one] of forms.formulas.entries()) {
      if (one.form === forms.usual) yield fine(one);
      else if (counts.get(one.form) === 1 && isBetween(forms, place)) yield broken(one, forms, counts.get(forms.usual) ?? 0);
    }
  }
}

/** Above and below it stands the usual form. */
function isBetween({ formulas, usual }: ColumnForms, place: number): boolean {
  return [formulas[place - 1], formulas[place + 1]].every((one) => one === undefined || one.form === usual);
}

function broken(one: Formed, forms: ColumnForms, others: number): Outcome<Facts> {
  return fault(one, [], { cell: cellOf(one), formula: one.formula, usual: usualAt(forms, one), others }, `=${one.formula}`);
}
