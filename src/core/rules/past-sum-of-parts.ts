/**
 * Last year's total equalled last year's parts, so the changes add up too; likewise the plan's.
 *
 * Neither base is written down: both are implied by the changes. Spec: docs/spec.md, R12.
 */
import { defineRule, type Outcome } from '#core/rule';
import type { SumOfRows } from '#core/layout/structure';
import type { Table } from '#core/layout/table';
import { comparedWith, type Compared } from '#core/rules/comparing';
import { comparedName } from '#core/rules/ratio-sentence';
import { cellList } from '#core/rules/sentence-parts';
import { sumOutcome, type SumFacts } from '#core/rules/sum-of-parts';
import { cellOf, isTerm, termAt } from '#core/relations/relation';
import type { Column } from '#core/table/columns';

interface Facts extends SumFacts, Compared {}

export const pastSumOfParts = defineRule({
  id: 'past-sum-of-parts',
  group: 'across',
  severity: 'warning',
  check: (table) => outcomes(table),

  say(facts: Facts, print) {
    const { total, parts, sum, gap } = facts;
    return {
      what: `So với ${comparedName(facts)}, tổng thay đổi ${print.signed(total.figure.value)}, nhưng các phần cộng lại thay đổi ${print.signed(sum)} (lệch ${print.signed(gap)}).`,
      why: 'Tổng và các phần của năm trước (hoặc kế hoạch) cũng phải khớp nhau, nên các mức thay đổi cộng lại phải bằng nhau.',
      todo: `Đối chiếu ${cellOf(total)} và ${cellList(parts)} với số liệu gốc.`,
    };
  },

  examples: {
    holds: ['1 | Tổng số HTX | HTX | 30 | 5 |\n- | Nông nghiệp | HTX | 19 | 3 |\n- | Vận tải | HTX | 11 | 2 |'],
    breaks: ['1 | Tổng số HTX | HTX | 30 | [5] |\n- | Nông nghiệp | HTX | 19 | [3] |\n- | Vận tải | HTX | 11 | [3] |'],
  },
});

function* outcomes(table: Table): Iterable<Outcome<Facts>> {
  for (const comparison of table.columns.comparisons) {
    const { change } = comparison;
    if (change === null || comparison.base !== null) continue;
    for (const sum of table.structure.sums) {
      const outcome = isWhole(table, sum, change) ? sumOutcome(table, sum, change) : null;
      if (outcome !== null) yield compared(outcome, comparedWith(comparison));
    }
  }
}

function compared(outcome: Outcome<SumFacts>, to: Compared): Outcome<Facts> {
  return outcome.is === 'broken' ? { ...outcome, facts: { ...outcome.facts, ...to } } : outcome;
}

/** A blank change says nothing of the others: growing parts may hide shrinking ones. */
function isWhole(table: Table, { whole, parts, missing }: SumOfRows, change: Column): boolean {
  return missing.length === 0 && [whole, ...parts].every((row) => isTerm(termAt(table, row, change)));
}
