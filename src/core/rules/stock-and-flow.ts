/**
 * A stock changes by what was opened less what was closed: closing = opening + new − dissolved.
 *
 * Reclassified and restructured cooperatives break it without a fault, so it is never more than a warning.
 * Spec: docs/spec.md, R13.
 */
import type { FlowOfRows } from '#core/layout/structure';
import type { Table } from '#core/layout/table';
import type { Decimal } from '#core/numbers/decimal';
import { cellOf, isTerm, termAt, type Relation, type Term } from '#core/relations/relation';
import { defineRule, type Outcome } from '#core/rule';
import { comparedWith, type Compared } from '#core/rules/comparing';
import { judge, lacksRow, unchecked } from '#core/rules/outcomes';
import { comparedName } from '#core/rules/ratio-sentence';
import type { Comparison } from '#core/table/columns';

interface Facts extends Compared {
  readonly change: Term;
  readonly opened: Term;
  readonly closed: Term;
  readonly worked: Decimal;
}

export const stockAndFlow = defineRule({
  id: 'stock-and-flow',
  group: 'across',
  severity: 'warning',

  *check(table) {
    const { comparisons, actual } = table.columns;
    const comparison = comparisons.find((one) => one.against === 'earlier' && one.actual === actual);
    if (comparison === undefined) return;
    for (const flow of table.structure.flows) {
      const outcome = flowOutcome(table, comparison, flow);
      if (outcome !== null) yield outcome;
    }
  },

  say(facts: Facts, print) {
    const { change, opened, closed, worked } = facts;
    const flow = print.value(worked, change.figure);
    return {
      what: `So với ${comparedName(facts)} ghi ${print.signed(change.figure.value)}, nhưng thành lập mới ${print.figure(opened.figure)} trừ giải thể ${print.figure(closed.figure)} là ${flow}.`,
      why: 'Số cuối năm = số đầu năm + thành lập mới − giải thể, trừ khi có chuyển đổi, sáp nhập hoặc rà soát lại.',
      todo: `Đối chiếu ${cellOf(change)}, ${cellOf(opened)}, ${cellOf(closed)}; nếu do rà soát hoặc chuyển đổi thì ghi chú lý do.`,
    };
  },

  examples: {
    holds: ['I | HỢP TÁC XÃ\n1 | Tổng số HTX | HTX | 254 | 13 | 105,4%\n5 | Thành lập mới | HTX | 21 | |\n6 | Giải thể | HTX | 8 | |'],
    breaks: ['I | HỢP TÁC XÃ\n1 | Tổng số HTX | HTX | 254 | [36] | 116,5%\n5 | Thành lập mới | HTX | [21] | |\n6 | Giải thể | HTX | [8] | |'],
  },
});

function flowOutcome(table: Table, comparison: Comparison, { stock, opened, closed }: FlowOfRows): Outcome<Facts> | null {
  const column = comparison.change;
  if (column === null) return null;
  const change = termAt(table, stock, column);
  if (!isTerm(change)) return null;
  if (opened === null || closed === null) return lacksRow(change, '');
  const at = { table, row: opened, column: comparison.actual };
  const [plus, minus] = [termAt(table, opened, comparison.actual), termAt(table, closed, comparison.actual)];
  if (!isTerm(plus)) return unchecked(change, plus, at);
  if (!isTerm(minus)) return unchecked(change, minus, { ...at, row: closed });
  const relation: Relation = { kind: 'sum', judged: change, terms: [{ term: plus, sign: 1 }, { term: minus, sign: -1 }], basis: 'declared', soft: true };
  return judge(relation, ({ worked }) => ({ ...comparedWith(comparison), change, opened: plus, closed: minus, worked }));
}
