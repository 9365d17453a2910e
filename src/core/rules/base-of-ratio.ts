/**
 * A ratio of counts implies a base that is a whole number.
 *
 * Where only actual and ratio are written, some whole base must give that ratio: 37 households at 246,6 % had a plan
 * of 15. Said only where no change and no base stand beside. Spec: docs/spec.md, R10.
 */
import type { Table } from '#core/layout/table';
import { decimal, type Decimal } from '#core/numbers/decimal';
import { divideFractions, floor, fraction, fractionOf, multiplyFractions, toDecimal } from '#core/numbers/fraction';
import type { Grade } from '#core/numbers/grade';
import { cellOf, isTerm, type Relation, type Term } from '#core/relations/relation';
import { wholeBaseGrade } from '#core/relations/whole-base';
import { defineRule, type Outcome } from '#core/rule';
import { comparedWith, comparisonRows, hasWholeBase, type Compare, type Compared } from '#core/rules/comparing';
import { broken } from '#core/rules/outcomes';
import { comparedName } from '#core/rules/ratio-sentence';
import type { Against } from '#core/table/columns';

interface Facts extends Compared {
  readonly actual: Term;
  readonly ratio: Term;
  /** The two whole bases nearest to what the ratio implies, and the ratios they would give. */
  readonly bases: readonly { readonly base: Decimal; readonly ratio: Decimal }[];
  readonly grade: Grade;
}

export const baseOfRatio = defineRule({
  id: 'base-of-ratio',
  group: 'ratios',
  severity: 'error',

  *check(table) {
    for (const against of ['earlier', 'plan'] as const) yield* outcomes(table, against);
  },

  say(facts: Facts, print) {
    const { actual, ratio, bases } = facts;
    const tries = bases.map((one) => `${print.figure(actual.figure)} / ${print.plain(one.base)} = ${print.value(one.ratio, ratio.figure)}`).join('; ');
    return {
      what: `Tỷ lệ so với ${comparedName(facts)} ghi ${print.figure(ratio.figure)}, nhưng không có số nguyên nào cho tỷ lệ này.`,
      why: `Số của ${comparedName(facts)} phải là số nguyên: ${tries}.`,
      todo: `Đối chiếu ${cellOf(ratio)} và ${cellOf(actual)} với số liệu gốc.`,
    };
  },

  examples: {
    holds: ['3 | Số hộ thoát nghèo | hộ | 37 | | 246,7%'],
    breaks: ['3 | Số hộ thoát nghèo | hộ | [37] | | [241,0%]'],
  },
});

function* outcomes(table: Table, against: Against): Iterable<Outcome<Facts>> {
  for (const compare of comparisonRows(table, against)) {
    const { actual, comparison } = compare;
    const ratio = loneRatio(compare);
    if (ratio === null || !isTerm(actual)) continue;
    const grade = wholeBaseGrade(actual.figure, ratio.figure);
    const relation: Relation = { kind: 'whole-base', judged: ratio, actual, basis: 'declared' };
    yield (grade === 'exact' ? { is: 'holds', at: ratio, relation } : { ...broken(ratio, [actual], { ...comparedWith(comparison), actual, ratio, bases: nearest(actual, ratio), grade }, relation), grade });
  }
}

/** The ratio of a count that has neither change nor base beside it. */
function loneRatio({ actual, base, change, ratio }: Compare): Term | null {
  if (isTerm(base) || isTerm(change) || !isTerm(actual) || !hasWholeBase(actual.figure)) return null;
  return isTerm(ratio) && ratio.figure.value.digits > 0n ? ratio : null;
}

function nearest({ figure }: Term, ratio: Term): Facts['bases'] {
  const top = multiplyFractions(fractionOf(figure.value), fraction(100n));
  const base = floor(divideFractions(top, fractionOf(ratio.figure.value)));
  return [base, base + 1n].filter((one) => one > 0n).map((one) => ({
    base: decimal(String(one)),
    ratio: toDecimal(divideFractions(top, fraction(one)), ratio.figure.decimals),
  }));
}
