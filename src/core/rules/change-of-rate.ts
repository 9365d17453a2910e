/**
 * The change of a rate is in percentage points: this year's rate of two rows less last year's.
 *
 * Both come from the rows' own figures and changes, so two bases are implied: never more than a warning.
 * Spec: docs/spec.md, R11.
 */
import type { RateOfRows } from '#core/layout/structure';
import type { Table } from '#core/layout/table';
import type { Decimal } from '#core/numbers/decimal';
import type { Grade } from '#core/numbers/grade';
import { cellOf, isTerm, termAt, type Relation, type Term } from '#core/relations/relation';
import { defineRule, type Outcome } from '#core/rule';
import { comparedWith, type Compared } from '#core/rules/comparing';
import { judge } from '#core/rules/outcomes';
import { comparedName } from '#core/rules/ratio-sentence';
import type { Comparison } from '#core/table/columns';

interface Facts extends Compared {
  readonly change: Term;
  readonly worked: Decimal;
  readonly grade: Grade;
  readonly inputs: Inputs;
}

/** The rows' figures: numerator and denominator, each with its change. */
interface Inputs {
  readonly top: Term;
  readonly topChange: Term;
  readonly bottom: Term;
  readonly bottomChange: Term;
}

export const changeOfRate = defineRule({
  id: 'change-of-rate',
  group: 'ratios',
  severity: 'warning',

  *check(table) {
    for (const comparison of table.columns.comparisons) {
      for (const rate of table.structure.rates) {
        const outcome = rateChange(table, comparison, rate);
        if (outcome !== null) yield outcome;
      }
    }
  },

  say(facts: Facts, print) {
    const { change, inputs, worked } = facts;
    const { top, topChange, bottom, bottomChange } = inputs;
    return {
      what: `Thay đổi của tỷ lệ so với ${comparedName(facts)} ghi ${print.points(change.figure.value, change.figure)}; theo các số liệu thành phần là ${print.points(worked, change.figure)}.`,
      why: `Thay đổi của một tỷ lệ tính bằng điểm %: ${print.figure(top.figure)} / ${print.figure(bottom.figure)} trừ đi (${print.figure(top.figure)} − ${print.figure(topChange.figure)}) / (${print.figure(bottom.figure)} − ${print.figure(bottomChange.figure)}).`,
      todo: `Đối chiếu ${cellOf(change)} với ${[top, topChange, bottom, bottomChange].map(cellOf).join(', ')}.`,
    };
  },

  examples: {
    holds: ['I | HỢP TÁC XÃ\n1 | Tổng số HTX | HTX | 200 | 100 | 200%\n4 | Số HTX là thành viên Liên minh HTX | HTX | 120 | 70 | 240%\n | Tỷ lệ %/ tổng số HTX | % | 60% | 10% | 120%'],
    breaks: ['I | HỢP TÁC XÃ\n1 | Tổng số HTX | HTX | [200] | [100] | 200%\n4 | Số HTX là thành viên Liên minh HTX | HTX | [120] | [70] | 240%\n | Tỷ lệ %/ tổng số HTX | % | 60% | [20%] | 150%'],
  },
});

function rateChange(table: Table, comparison: Comparison, { rate, numerator, denominator }: RateOfRows): Outcome<Facts> | null {
  const column = comparison.change;
  if (column === null || numerator === null || denominator === null) return null;
  const change = termAt(table, rate, column);
  const inputs = inputsOf([termAt(table, numerator, comparison.actual), termAt(table, numerator, column), termAt(table, denominator, comparison.actual), termAt(table, denominator, column)]);
  return isTerm(change) && inputs !== null ? judgeChange(change, inputs, comparison) : null;
}

/** Where a base may be 0 nothing is claimed, and nothing needs saying. */
function judgeChange(change: Term, inputs: Inputs, comparison: Comparison): Outcome<Facts> | null {
  const relation: Relation = { kind: 'rate-change', judged: change, ...inputs, basis: 'declared' };
  const outcome = judge(relation, ({ worked, grade }) => ({ ...comparedWith(comparison), change, worked, grade, inputs }));
  return outcome.is === 'unchecked' ? null : outcome;
}

function inputsOf([top, topChange, bottom, bottomChange]: readonly (Term | string)[]): Inputs | null {
  const isHere = (term: Term | string | undefined): term is Term => typeof term === 'object';
  return isHere(top) && isHere(topChange) && isHere(bottom) && isHere(bottomChange) ? { top, topChange, bottom, bottomChange } : null;
}
