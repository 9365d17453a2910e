/**
 * Last year's figure in last year's own table, and the plan in the plan's, are the base that a row compares with.
 *
 * The base stands in a column of its own, or the change implies it, or only the ratio does; whichever is there is held against the
 * other table. Spec: docs/spec.md, R17.
 */
import { baseElsewhere, ownSources, reports, type Elsewhere } from '#core/complete/sources';
import type { Source } from '#core/layout/source';
import type { Table } from '#core/layout/table';
import { canonical, plain, type Decimal } from '#core/numbers/decimal';
import { roundedInterval, type Figure } from '#core/numbers/figure';
import { fraction, fractionOf, toDecimal } from '#core/numbers/fraction';
import { expected, grade, type Grade } from '#core/numbers/grade';
import { addIntervals, percentOf, point, subtractIntervals, type Interval } from '#core/numbers/interval';
import { cellFrom, cellOf, isTerm, termAt, type Term } from '#core/relations/relation';
import { defineRule, type Outcome } from '#core/rule';
import { comparedWith, comparisonRows, type Compare, type Compared } from '#core/rules/comparing';
import { lacksRow } from '#core/rules/outcomes';
import { comparedName } from '#core/rules/ratio-sentence';
import type { Against } from '#core/table/columns';

interface Facts extends Compared {
  readonly judged: Term;
  readonly measure: 'base' | 'change' | 'ratio' | 'growth';
  /** null where the base itself is judged. */
  readonly actual: Term | null;
  /** The other table's figure, in the row's own unit, and its cell. */
  readonly base: Figure;
  readonly where: string;
  readonly worked: Decimal;
  readonly grade: Grade;
}

export const baseElsewhereRule = defineRule({
  id: 'base-elsewhere',
  group: 'across',
  severity: 'warning',
  check: (table, all, sources) => outcomes(table, [...sources, ...ownSources(all)]),

  say(facts: Facts, print) {
    const { judged, base, where, worked, measure } = facts;
    const name = comparedName(facts);
    const right = print.value(worked, judged.figure);
    return {
      what: `${MEASURES[measure](name)} ghi ${print.figure(judged.figure)}; theo ${where} phải là ${right}.`,
      why: `Ở ${where}, số của ${name} là ${print.figure(base)}.`,
      todo: `Đối chiếu ${cellOf(judged)} với ${where}: sửa ${cellOf(judged)} thành ${right}, hoặc ghi rõ vì sao số của ${name} đã đổi.`,
    };
  },

  examples: {
    holds: ['TT | Chỉ tiêu | ĐVT | Thực hiện năm 2020 | Tăng, giảm so với năm 2019\n1 | Tổng số HTX | HTX | 102 | 17\nTT | Chỉ tiêu | ĐVT | Thực hiện năm 2019\n1 | Tổng số HTX | HTX | 85'],
    breaks: ['TT | Chỉ tiêu | ĐVT | Thực hiện năm 2020 | Tăng, giảm so với năm 2019\n1 | Tổng số HTX | HTX | [102] | [12]\nTT | Chỉ tiêu | ĐVT | Thực hiện năm 2019\n1 | Tổng số HTX | HTX | [85]'],
  },
});

const MEASURES: Readonly<Record<Facts['measure'], (name: string) => string>> = {
  base: (name) => `Số của ${name}`, change: (name) => `Chênh lệch so với ${name}`, ratio: (name) => `Tỷ lệ so với ${name}`, growth: (name) => `Mức tăng so với ${name}`,
};

const BOTH: readonly Against[] = ['earlier', 'plan'];

function* outcomes(table: Table, sources: readonly Source[]): Iterable<Outcome<Facts>> {
  for (const against of sources.length === 0 ? [] : BOTH) {
    for (const compare of comparisonRows(table, against)) {
      const outcome = outcomeOf(table, compare, sources);
      if (outcome !== null) yield outcome;
    }
  }
}

function outcomeOf(table: Table, compare: Compare, sources: readonly Source[]): Outcome<Facts> | null {
  const claim = claimIn(table, compare);
  if (claim === null) return null;
  const found = baseElsewhere(sources, table, compare.row, compare.comparison);
  if (found !== null) return held(claim, compare, found);
  return reports(sources, compare.comparison) ? lacksRow(claim.judged, compare.row.name) : null;
}

/** What a row says of its base, most directly. */
interface Claim {
  readonly judged: Term;
  readonly measure: Facts['measure'];
  readonly actual: Term | null;
}

function claimIn(table: Table, { row, comparison: { growth }, base, change, ratio, actual }: Compare): Claim | null {
  if (isTerm(base)) return { judged: base, measure: 'base', actual: null };
  if (!isTerm(actual)) return null;
  if (isTerm(change)) return { judged: change, measure: 'change', actual };
  if (isTerm(ratio)) return { judged: ratio, measure: 'ratio', actual };
  const grown = growth === null ? 'no-row' : termAt(table, row, growth);
  return isTerm(grown) ? { judged: grown, measure: 'growth', actual } : null;
}

/** Truncated figures and last digits are nobody's contradiction with another year's table. */
function held({ judged, measure, actual }: Claim, { comparison }: Compare, { input, spot }: Elsewhere): Outcome<Facts> | null {
  const allows = (read: (figure: Figure) => Interval): Interval | null => allowed(measure, actual && read(actual.figure), read(input.figure));
  const own = allows(roundedInterval);
  const found = grade(judged.figure, allows);
  if (own === null || found === null) return null;
  if (found !== 'wrong') return { is: 'holds', at: judged, relation: null };
  const worked = toDecimal(allows(({ value }) => point(fractionOf(value)))?.low?.at ?? fraction(0n), judged.figure.decimals);
  return {
    is: 'broken', at: judged, related: actual === null ? [spot] : [actual, spot], grade: found, basis: 'declared', relation: null,
    facts: { ...comparedWith(comparison), judged, measure, actual, base: input.figure, where: cellFrom(spot, judged), worked, grade: found },
    found: canonical(plain(judged.figure.value)), expected: expected(judged.figure, own),
  };
}

function allowed(measure: Facts['measure'], actual: Interval | null, base: Interval): Interval | null {
  if (measure === 'base' || actual === null) return base;
  if (measure === 'change') return subtractIntervals(actual, base);
  const ratio = percentOf(actual, base);
  return ratio && measure === 'growth' ? addIntervals(ratio, point(fraction(-100n))) : ratio;
}
