/**
 * A figure a thousand times last year's, or a thousandth: a unit or a separator slipped.
 *
 * Ten times is spoken of only where no ratio stands beside it to own up to the change. Spec: docs/spec.md, S2.
 */
import type { Table } from '#core/layout/table';
import { compareFractions, divideFractions, fraction, fractionOf, subtractFractions, toDecimal, type Fraction } from '#core/numbers/fraction';
import type { Decimal } from '#core/numbers/decimal';
import { cellOf, isTerm, type Term } from '#core/relations/relation';
import { defineRule, type Outcome } from '#core/rule';
import { comparedWith, comparisonRows, type Compare, type Compared } from '#core/rules/comparing';
import { broken } from '#core/rules/outcomes';
import { comparedName } from '#core/rules/ratio-sentence';

interface Facts extends Compared {
  readonly actual: Term;
  readonly base: Decimal;
  readonly times: 10 | 1000;
  readonly larger: boolean;
}

export const thousandfoldChange = defineRule({
  id: 'thousandfold-change',
  group: 'plausibility',
  severity: 'warning',
  check: (table) => outcomes(table),

  say(facts: Facts, print) {
    const { actual, base, times, larger } = facts;
    return {
      what: `Số ${print.figure(actual.figure)} ${larger ? 'lớn' : 'nhỏ'} gấp khoảng ${times === 10 ? '10' : '1.000'} lần ${comparedName(facts)} (${print.value(base, actual.figure)}).`,
      why: 'Chênh đúng 10 hoặc 1.000 lần thường là do nhầm đơn vị, hoặc nhầm dấu chấm, dấu phẩy.',
      todo: `Đối chiếu ${cellOf(actual)} và đơn vị của dòng này với số liệu gốc.`,
    };
  },

  examples: {
    holds: ['TT | Chỉ tiêu | ĐVT | Thực hiện năm 2019 | Thực hiện năm 2020 | Chênh lệch so với năm 2019\n1 | Vốn | tỷ đồng | 34,6 | 44,2 | 9,6'],
    breaks: ['TT | Chỉ tiêu | ĐVT | Thực hiện năm 2019 | Thực hiện năm 2020 | Chênh lệch so với năm 2019\n1 | Vốn | tỷ đồng | [34,6] | [44.223,6] | [44.189,0]'],
  },
});

function* outcomes(table: Table): Iterable<Outcome<Facts>> {
  for (const compare of comparisonRows(table, 'earlier')) {
    const { actual, comparison } = compare;
    const base = baseIn(compare);
    if (base === null || !isTerm(actual) || actual.figure.value.digits <= 0n || table.kind(compare.row) === 'rate') continue;
    const factor = divideFractions(fractionOf(actual.figure.value), base.value);
    const slip = slipIn(factor, isTerm(compare.ratio));
    yield slip === null
      ? { is: 'holds', at: actual, relation: null }
      : broken(actual, base.from, { ...comparedWith(comparison), actual, base: toDecimal(base.value, actual.figure.decimals), ...slip });
  }
}

interface Base {
  readonly value: Fraction;
  readonly from: readonly Term[];
}

/** Last year's figure above 0, from its own cell or implied; a change beside the written base is named too. */
function baseIn({ actual, base, change }: Compare): Base | null {
  if (isTerm(base)) return positive(fractionOf(base.figure.value), isTerm(change) ? [base, change] : [base]);
  if (!isTerm(actual) || !isTerm(change)) return null;
  return positive(subtractFractions(fractionOf(actual.figure.value), fractionOf(change.figure.value)), [change]);
}

function positive(value: Fraction, from: readonly Term[]): Base | null {
  return value.n > 0n ? { value, from } : null;
}

interface Between {
  readonly low: Fraction;
  readonly high: Fraction;
}

const ONE = fraction(1n);
const THOUSANDFOLD: Between = { low: fraction(500n), high: fraction(2000n) };
const TENFOLD: Between = { low: fraction(95n, 10n), high: fraction(105n, 10n) };

function slipIn(factor: Fraction, hasRatio: boolean): Pick<Facts, 'times' | 'larger'> | null {
  for (const larger of [true, false]) {
    const times = larger ? factor : divideFractions(ONE, factor);
    if (isBetween(times, THOUSANDFOLD)) return { times: 1000, larger };
    if (!hasRatio && isBetween(times, TENFOLD)) return { times: 10, larger };
  }
  return null;
}

function isBetween(value: Fraction, { low, high }: Between): boolean {
  return compareFractions(value, low) >= 0 && compareFractions(value, high) <= 0;
}
