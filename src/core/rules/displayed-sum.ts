/**
 * Stored figures add up, and the figures displayed do not: a reader who adds by hand finds the total wrong.
 *
 * Only where formulas keep more digits than their format shows. Spec: docs/spec.md, R15.
 */
import type { Table } from '#core/layout/table';
import { canonical, equal, plain, plus, rounded, ZERO, type Decimal } from '#core/numbers/decimal';
import type { Term } from '#core/relations/relation';
import { defineRule, type Holds, type Outcome } from '#core/rule';
import { sumOutcome } from '#core/rules/sum-of-parts';
import { cellList } from '#core/rules/sentence-parts';

interface Facts {
  readonly total: Term;
  readonly parts: readonly Term[];
  /** The parts added up as displayed. */
  readonly sum: Decimal;
}

export const displayedSum = defineRule({
  id: 'displayed-sum',
  group: 'sums',
  severity: 'note',
  check: (table) => outcomes(table),

  say({ total, parts, sum }: Facts, print) {
    return {
      what: `Số hiển thị ở tổng là ${print.figure(total.figure)}, nhưng các số hiển thị cộng lại được ${print.value(sum, total.figure)}.`,
      why: 'Các ô chứa công thức giữ nhiều chữ số hơn số hiển thị: số lưu trong ô khớp nhau, số hiển thị thì không.',
      todo: `Không bắt buộc; có thể dùng hàm ROUND ở ${cellList(parts)} để người đọc cộng lại vẫn khớp.`,
    };
  },

  examples: {
    holds: ['1 | Tổng vốn | tỷ đồng | 10.1#\n- | Trong tỉnh | tỷ đồng | 3.5#\n- | Ngoài tỉnh | tỷ đồng | 6.6#'],
    breaks: ['1 | Tổng vốn | tỷ đồng | [=10.08 0.0]\n- | Trong tỉnh | tỷ đồng | [=3.44 0.0]\n- | Ngoài tỉnh | tỷ đồng | [=6.64 0.0]'],
  },
});

function* outcomes(table: Table): Iterable<Outcome<Facts>> {
  for (const sum of table.structure.sums) {
    for (const column of table.columns.levels) {
      const outcome = sumOutcome(table, sum, column);
      if (outcome?.is !== 'holds' || outcome.relation?.kind !== 'sum') continue;
      const total = outcome.relation.judged;
      const parts = outcome.relation.terms.map(({ term }) => term);
      if ([total, ...parts].some(hidesDigits)) yield compared(outcome, total, parts, sum.basis);
    }
  }
}

function compared(holds: Holds, total: Term, parts: readonly Term[], basis: 'declared' | 'inferred'): Outcome<Facts> {
  const sum = parts.map(displayed).reduce(plus, ZERO);
  if (equal(sum, displayed(total))) return holds;
  return { is: 'broken', at: total, related: parts, facts: { total, parts, sum }, grade: 'wrong', basis, found: canonical(plain(displayed(total))), expected: null, relation: null };
}

function hidesDigits({ table, row, column, figure }: Term): boolean {
  return table.grid.cell(row.at, column.index).formula !== null && figure.value.places > figure.decimals;
}

function displayed({ figure }: Term): Decimal {
  return rounded(figure.value, figure.decimals);
}
