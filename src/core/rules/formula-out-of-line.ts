/**
 * One formula that reads other cells than all its neighbours do: of a column of comparisons another row's base, of a row
 * of totals a cell too few.
 *
 * Said only where it is alone: a block of rows that reckons in its own way is a habit, and no slip. Spec: docs/spec.md, O1.
 */
import { columnForms, isOutOfLine, rowForms, usualAt, type Forms } from '#core/formulas/column-forms';
import { quoted } from '#core/formulas/quoted';
import { tableFormulas, type Formed } from '#core/formulas/table-formulas';
import type { Table } from '#core/layout/table';
import { cellOf } from '#core/relations/relation';
import { defineRule, type Outcome } from '#core/rule';
import { formulaFault } from '#core/rules/formula-fault';
import { fine } from '#core/rules/layout-outcomes';

interface Facts {
  readonly cell: string;
  readonly formula: string;
  /** What the other rows have, as it would read here. */
  readonly usual: string;
  readonly others: number;
  /** The others stand in its column, or in its row. */
  readonly along: 'column' | 'row';
}

export const formulaOutOfLine = defineRule({
  id: 'formula-out-of-line',
  group: 'formulas',
  severity: 'warning',
  check: (table) => outcomes(table),

  say({ cell, formula, usual, others, along }: Facts, print) {
    const [one, all] = along === 'column' ? ['dòng', 'cột'] : ['cột', 'dòng'];
    return {
      what: `Công thức ${quoted(formula, print)} khác công thức của ${others} ${one} khác trong ${all}.`,
      why: `Các ${one} khác tính theo cùng một cách; ở ${one} này cách đó là ${quoted(usual, print)}.`,
      todo: `Sửa công thức ở ${cell} thành ${quoted(usual, print)}, nếu ${one} này không có lý do tính khác.`,
    };
  },

  examples: {
    holds: ['1 | Tổng số HTX | HTX | 102 | =17{D2-85} |\n2 | THT | tổ | 50 | 5 |'],
    breaks: ['TT | Chỉ tiêu | ĐVT | Thực hiện năm 2019 | Thực hiện năm 2020 | Tăng, giảm so với năm 2019\n1 | HTX | HTX | 85# | 102# | =17{E2-D2}\n2 | THT | tổ | 40# | 50# | =10{E3-D3}\n3 | Thành viên | người | 70# | 90# | [=50{E4-D3}]\n4 | Lao động | người | 30# | 31# | =1{E5-D5}\n5 | Cán bộ | người | 20# | 24# | =4{E6-D6}\n6 | Lớp | lớp | 9# | 12# | =3{E7-D7}'],
  },
});

function* outcomes(table: Table): Iterable<Outcome<Facts>> {
  for (const forms of columnForms(table)) yield* judged(forms, 'column', () => false);
  const rows = rowForms(table);
  if (rows.length === 0) return;
  const counts = formsByColumn(table);
  // What other rows of its column repeat, such as a total over columns, is a habit too.
  const isHabit = (one: Formed): boolean => (counts.get(keyOf(one)) ?? 0) > 1;
  for (const forms of rows) yield* judged(forms, 'row', isHabit);
}

function formsByColumn(table: Table): Map<string, number> {
  const counts = new Map<string, number>();
  for (const one of tableFormulas(table).all) counts.set(keyOf(one), (counts.get(keyOf(one)) ?? 0) + 1);
  return counts;
}

function keyOf({ column, form }: Formed): string {
  return `${column.index} ${form}`;
}

function* judged(forms: Forms, along: Facts['along'], isHabit: (one: Formed) => boolean): Iterable<Outcome<Facts>> {
  const { formulas, counts, usual } = forms;
  for (const [place, one] of formulas.entries()) {
    if (one.form === usual) yield fine(one);
    else if (isOutOfLine(forms, place) && !isHabit(one)) yield broken(one, { usual: usualAt(forms, one), others: counts.get(usual) ?? 0, along });
  }
}

function broken(one: Formed, others: Pick<Facts, 'usual' | 'others' | 'along'>): Outcome<Facts> {
  return formulaFault(one, [], { cell: cellOf(one), formula: one.formula, ...others }, others.usual);
}
