/**
 * A rise goes with a ratio above 100 %, a fall with one below.
 *
 * Said only where the actual is missing: with it, the ratio itself is worked out. Spec: docs/spec.md, R9.
 */
import type { Table } from '#core/layout/table';
import { roundedInterval } from '#core/numbers/figure';
import { cellOf, gradeOf, isTerm, type Relation, type Term } from '#core/relations/relation';
import { defineRule, type Outcome } from '#core/rule';
import { comparedWith, comparisonRows, type Compared } from '#core/rules/comparing';
import { broken } from '#core/rules/outcomes';
import { comparedName } from '#core/rules/ratio-sentence';
import type { Against } from '#core/table/columns';

interface Facts extends Compared {
  readonly change: Term;
  readonly ratio: Term;
}

export const signOfChange = defineRule({
  id: 'sign-of-change',
  group: 'ratios',
  severity: 'error',

  *check(table) {
    for (const against of ['earlier', 'plan'] as const) yield* outcomes(table, against);
  },

  say(facts: Facts, print) {
    const { change, ratio } = facts;
    const rise = change.figure.value.digits > 0n;
    return {
      what: `So với ${comparedName(facts)}, chênh lệch ghi ${print.signed(change.figure.value, change.figure)} nhưng tỷ lệ ghi ${print.figure(ratio.figure)}.`,
      why: rise ? 'Chênh lệch tăng thì tỷ lệ phải trên 100%.' : 'Chênh lệch giảm thì tỷ lệ phải dưới 100%.',
      todo: `Đối chiếu ${cellOf(change)} và ${cellOf(ratio)} với số liệu gốc: có thể nhầm dấu, hoặc ghi mức tăng thay cho tỷ lệ.`,
    };
  },

  examples: {
    holds: ['5 | Số giải thể | HTX | | -5 | 85,0%'],
    breaks: ['5 | Số giải thể | HTX | | [5] | [85,0%]'],
  },
});

function* outcomes(table: Table, against: Against): Iterable<Outcome<Facts>> {
  for (const compare of comparisonRows(table, against)) {
    const { actual, base, change, ratio, comparison } = compare;
    if (isTerm(actual) || isTerm(base) || !isTerm(change) || !isTerm(ratio) || straddlesZero(change)) continue;
    const facts = { ...comparedWith(comparison), change, ratio };
    const relation: Relation = { kind: 'direction', judged: ratio, change, basis: 'declared' };
    yield gradeOf(relation) === 'wrong' ? broken(ratio, [change], facts, relation) : { is: 'holds', at: ratio, relation };
  }
}

/** A change rounded to nothing but its sign may have had the other one. */
function straddlesZero({ figure }: Term): boolean {
  const { low, high } = roundedInterval(figure);
  return low === null || high === null || (low.at.n <= 0n && high.at.n >= 0n);
}
