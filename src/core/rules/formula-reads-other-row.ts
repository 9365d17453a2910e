/**
 * A comparison's formula that mixes its own row with another: this row's figure against another row's base.
 *
 * Said only where most formulas of the column keep to their own rows, and the formula is not one that the column repeats:
 * a table of years compares each with the row above. Spec: docs/spec.md, O5.
 */
import { columnForms, isOutOfLine } from '#core/formulas/column-forms';
import { quoted } from '#core/formulas/quoted';
import { readsOf, tableFormulas, type Formed, type Read } from '#core/formulas/table-formulas';
import type { Table } from '#core/layout/table';
import { cellOf, type Spot } from '#core/relations/relation';
import { defineRule, type Outcome } from '#core/rule';
import { formulaFault } from '#core/rules/formula-fault';
import { fine } from '#core/rules/layout-outcomes';
import { cellList } from '#core/rules/sentence-parts';
import type { Column } from '#core/table/columns';
import type { Row } from '#core/table/rows';

export interface OtherRowFacts {
  readonly cell: string;
  readonly formula: string;
  /** Cells of the other rows. */
  readonly read: string;
  readonly right: string;
}

export const formulaReadsOtherRow = defineRule({
  id: 'formula-reads-other-row',
  group: 'formulas',
  severity: 'warning',
  check: (table) => outcomes(table),

  say({ cell, formula, read, right }: OtherRowFacts, print) {
    return {
      what: `Công thức ${quoted(formula, print)} lấy ${read} của dòng khác.`,
      why: 'So sánh của một chỉ tiêu chỉ dùng số liệu của chính dòng đó.',
      todo: `Sửa công thức ở ${cell} thành ${quoted(right, print)}.`,
    };
  },

  examples: {
    holds: ['TT | Chỉ tiêu | ĐVT | Thực hiện năm 2019 | Thực hiện năm 2020 | Tăng, giảm so với năm 2019\n1 | HTX | HTX | 85# | 102# | =17{E2-D2}\n2 | THT | tổ | 40# | 50# | =10{E3-D3}'],
    breaks: ['TT | Chỉ tiêu | ĐVT | Thực hiện năm 2019 | Thực hiện năm 2020 | Tăng, giảm so với năm 2019\n1 | HTX | HTX | [85#] | 102# | =17{E2-D2}\n2 | THT | tổ | 40# | 50# | [=-35{E3-D2}]\n3 | Thành viên | người | 70# | 90# | =20{E4-D4}'],
  },
});

const COMPARISONS: ReadonlySet<Column['role']> = new Set<Column['role']>(['change', 'ratio', 'growth']);

function* outcomes(table: Table): Iterable<Outcome<OtherRowFacts>> {
  const { all, rowAt } = tableFormulas(table);
  if (all.length === 0) return;
  // What the column repeats is its habit, and what is alone against a habit is said with the habit's own formula.
  const known = new Set(columnForms(table).flatMap((forms) => forms.formulas.filter((one, place) => one.form === forms.usual || isOutOfLine(forms, place))));
  for (const column of table.columns.all.filter(({ role }) => COMPARISONS.has(role))) {
    const own = all.filter((one) => one.column === column && one.row.kind === 'indicator');
    const mixed = own.map((one) => ({ one, others: otherRows(one, rowAt) }));
    const straight = mixed.filter(({ others }) => others.length === 0).length;
    if (straight * 2 <= own.length) continue;
    for (const { one, others } of mixed) {
      if (others.length === 0) yield fine(one);
      else if (!known.has(one)) yield broken(one, others);
    }
  }
}

/** Single cells of other indicators that it reads beside its own row's; empty where it keeps to its row, or leaves it for good. */
function otherRows(one: Formed, rowAt: ReadonlyMap<number, Row>): Spot[] {
  const reads = readsOf(one).filter(isCell);
  if (!reads.some(({ top }) => top === one.row.at)) return [];
  return reads.flatMap(({ top, left, fixed }) => {
    const row = rowAt.get(top);
    const column = one.table.columns.all.find(({ index }) => index === left);
    return fixed || row === undefined || row === one.row || row.kind !== 'indicator' || column === undefined ? [] : [{ ...one, row, column }];
  });
}

function isCell({ top, bottom, left, right }: Read): boolean {
  return top === bottom && left === right;
}

function broken(one: Formed, others: readonly Spot[]): Outcome<OtherRowFacts> {
  const cells = new Map(others.map((spot) => [cellOf(spot), cellOf({ ...spot, row: one.row })]));
  const right = one.formula.replaceAll(/"[^"]*"|(?<![\w.!])\$?([A-Z]{1,3})\$?([1-9]\d*)(?![\w.(!])/g, (token: string, letters?: string, digits?: string) => (letters === undefined ? token : (cells.get(`${letters}${digits ?? ''}`) ?? token)));
  return formulaFault(one, others, { cell: cellOf(one), formula: one.formula, read: cellList(others), right }, right);
}
