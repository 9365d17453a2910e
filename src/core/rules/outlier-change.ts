/**
 * A change far out of line with all others of its table: at least fivefold, and far beyond the usual spread.
 *
 * Robust: the middle is a median, the spread a median of distances, so that outliers do not hide each other; a table
 * of fewer than ten comparable rows says nothing. Spec: docs/spec.md, S6. After Leys et al. (2013), J. Exp. Soc.
 * Psychol. 49(4), on medians in place of means.
 */
import type { Table } from '#core/layout/table';
import type { Decimal } from '#core/numbers/decimal';
import { compareFractions, divideFractions, fraction, fractionOf, multiplyFractions, subtractFractions, toDecimal, type Fraction } from '#core/numbers/fraction';
import { cellOf, isTerm, type Term } from '#core/relations/relation';
import { defineRule, type Outcome } from '#core/rule';
import { comparedWith, comparisonRows, type Compare, type Compared } from '#core/rules/comparing';
import { broken } from '#core/rules/outcomes';
import { comparedName } from '#core/rules/ratio-sentence';

interface Facts extends Compared {
  readonly actual: Term;
  /** The actual over its base, in percent. */
  readonly ratio: Decimal;
  /** The median of the table, in percent. */
  readonly usual: Decimal;
}

export const outlierChange = defineRule({
  id: 'outlier-change',
  group: 'plausibility',
  severity: 'warning',
  check: (table) => outcomes(table),

  say(facts: Facts, print) {
    const style = { percent: true, decimals: 0 };
    return {
      what: `Số ${print.figure(facts.actual.figure)} bằng ${print.value(facts.ratio, style)} của ${comparedName(facts)}, khác xa các chỉ tiêu khác (thường khoảng ${print.value(facts.usual, style)}).`,
      why: 'Một mức thay đổi lạc hẳn so với cả bảng thường là do ghi nhầm.',
      todo: `Đối chiếu ${cellOf(facts.actual)} với số liệu gốc; nếu đúng thì ghi chú lý do.`,
    };
  },

  examples: {
    holds: [rows('1.050')],
    breaks: [rows('[9.000]')],
  },
});

/** Ten rows that grow by about a twentieth, and one of the given figure. */
function rows(last: string): string {
  const others = Array.from({ length: 10 }, (_, i) => `${i + 1} | Chỉ tiêu ${i + 1} | HTX | ${100 + i} | ${104 + 2 * i}`);
  return ['TT | Chỉ tiêu | ĐVT | Thực hiện năm 2019 | Thực hiện năm 2020 | So với năm 2019 (%)', ...others, `11 | Chỉ tiêu 11 | HTX | ${last.startsWith('[') ? '[1.000]' : '1.000'} | ${last} |`].join('\n');
}

const LEAST_ROWS = 10;
const ONE = fraction(1n);

function* outcomes(table: Table): Iterable<Outcome<Facts>> {
  const points = comparisonRows(table, 'earlier').flatMap((compare) => point(table, compare));
  if (points.length < LEAST_ROWS) return;
  const usual = median(points.map(({ ratio }) => ratio));
  const distances = points.map(({ ratio }) => times(ratio, usual));
  const spread = median(distances);
  const limit = multiplyFractions(fraction(8n), subtractFractions(spread, ONE));
  for (const [i, { compare, actual, ratio, from }] of points.entries()) {
    const distance = distances[i] ?? ONE;
    const far = compareFractions(distance, fraction(5n)) >= 0 && compareFractions(subtractFractions(distance, ONE), limit) > 0;
    if (!far) continue;
    yield broken(actual, from, { ...comparedWith(compare.comparison), actual, ratio: percent(ratio), usual: percent(usual) });
  }
}

interface Point {
  readonly compare: Compare;
  readonly actual: Term;
  readonly ratio: Fraction;
  readonly from: readonly Term[];
}

/** A row's actual over its base; none for rates, for figures of 0 or less, for parts of a year against a whole one. */
function point(table: Table, compare: Compare): Point[] {
  const { actual, base, change } = compare;
  const from = isTerm(base) ? base : change;
  if (!isTerm(actual) || !isTerm(from) || !isComparable(table, compare)) return [];
  const top = fractionOf(actual.figure.value);
  const bottom = isTerm(base) ? fractionOf(base.figure.value) : subtractFractions(top, fractionOf(from.figure.value));
  return top.n > 0n && bottom.n > 0n ? [{ compare, actual, ratio: divideFractions(top, bottom), from: [from] }] : [];
}

function isComparable(table: Table, { row, comparison: { base, actual } }: Compare): boolean {
  return table.kind(row) !== 'rate' && (base === null || base.period.part === actual.period.part);
}

/** How many times apart, whichever is the larger. */
function times(a: Fraction, b: Fraction): Fraction {
  return compareFractions(a, b) >= 0 ? divideFractions(a, b) : divideFractions(b, a);
}

function median(values: readonly Fraction[]): Fraction {
  const sorted = values.toSorted(compareFractions);
  return sorted[(sorted.length - (sorted.length % 2)) / 2] ?? ONE;
}

function percent(ratio: Fraction): Decimal {
  return toDecimal(multiplyFractions(ratio, fraction(100n)), 0);
}
