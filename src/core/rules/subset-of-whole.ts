/**
 * A subset ("trong đó") is at most its whole; it need not add up to it. Spec: docs/spec.md, R2.
 */
import { judge } from '#core/rules/outcomes';
import { cellOf, isTerm, termAt, type Relation, type Term } from '#core/relations/relation';
import { defineRule } from '#core/rule';

interface Facts {
  readonly part: Term;
  readonly whole: Term;
}

export const subsetOfWhole = defineRule({
  id: 'subset-of-whole',
  group: 'sums',
  severity: 'error',

  *check(table) {
    for (const subset of table.structure.subsets) {
      for (const column of table.columns.levels) {
        const part = termAt(table, subset.part, column);
        const whole = termAt(table, subset.whole, column);
        // A blank side claims nothing; that a required figure is missing is another rule's finding.
        if (!isTerm(part) || !isTerm(whole)) continue;
        const relation: Relation = { kind: 'at-most', judged: part, others: [], whole, basis: subset.basis };
        yield judge(relation, () => ({ part, whole }));
      }
    }
  },

  say({ part, whole }: Facts, print) {
    return {
      what: `Ghi ${print.figure(part.figure)}, lớn hơn ${print.figure(whole.figure)} của “${whole.row.name}” là số bao gồm nó.`,
      why: 'Số “trong đó” không thể lớn hơn tổng.',
      todo: `Đối chiếu ${cellOf(part)} và ${cellOf(whole)} với số liệu gốc.`,
    };
  },

  examples: {
    holds: ['I | HỢP TÁC XÃ\n1 | Tổng số HTX | HTX | 254\n4 | Số HTX là thành viên Liên minh HTX | HTX | 160'],
    breaks: ['I | HỢP TÁC XÃ\n1 | Tổng số HTX | HTX | [254]\n4 | Số HTX là thành viên Liên minh HTX | HTX | [1600]'],
  },
});
