/** What the rules of a row's own comparison columns share: the row's terms, and the base that they imply. */
import { roundedInterval, type Figure, type Gap } from '#core/numbers/figure';
import { compare as compareDecimals, type Decimal } from '#core/numbers/decimal';
import type { Expected, Grade } from '#core/numbers/grade';
import { subtractIntervals, type Interval } from '#core/numbers/interval';
import { claimsNothing, judge, unchecked } from '#core/rules/outcomes';
import { isTerm, termAt, type Term } from '#core/relations/relation';
import type { Table } from '#core/layout/table';
import type { Outcome } from '#core/rule';
import type { Against, Column, Comparison } from '#core/table/columns';
import type { Row } from '#core/table/rows';

/** What a comparison is made with: last year, or this year's plan; `year` is null where no header says it. */
export interface Compared {
  readonly against: Against;
  readonly year: number | null;
}

export function comparedWith({ against, basePeriod, actual }: Comparison): Compared {
  const year = basePeriod?.year ?? null;
  if (year !== null || actual.period.year === null) return { against, year };
  return { against, year: against === 'plan' ? actual.period.year : actual.period.year - 1 };
}

/** A row's figures in one comparison; each is a gap where its cell or its column gives none. */
export interface Compare {
  readonly row: Row;
  readonly comparison: Comparison;
  readonly actual: Term | Gap;
  readonly base: Term | Gap;
  readonly change: Term | Gap;
  readonly ratio: Term | Gap;
}

const compared = new WeakMap<Table, Map<Against, readonly Compare[]>>();

/** Every row's figures in every comparison with an earlier year, or with a plan; made once a table. */
export function comparisonRows(table: Table, against: Against): readonly Compare[] {
  const known = compared.get(table) ?? new Map<Against, readonly Compare[]>();
  compared.set(table, known);
  const rows = known.get(against) ?? table.columns.comparisons.filter((one) => one.against === against).flatMap((comparison) => rowsIn(table, comparison));
  known.set(against, rows);
  return rows;
}

/** Rows that say nothing in a comparison are left out. */
function rowsIn(table: Table, comparison: Comparison): Compare[] {
  const term = (row: Row, column: Column | null): Term | Gap => (column === null ? 'no-row' : termAt(table, row, column));
  const { base, change, ratio, growth } = comparison;
  const own = [base, change, ratio, growth].filter((column) => column !== null);
  return table.rows
    .filter((row) => row.kind === 'indicator' && own.some((column) => table.figure(row, column) !== 'empty'))
    .map((row) => ({ row, comparison, actual: term(row, comparison.actual), base: term(row, base), change: term(row, change), ratio: term(row, ratio) }));
}

/** The interval of `actual − change`: the base that nobody wrote down. */
export function impliedBase(actual: Figure, change: Figure): Interval {
  return subtractIntervals(roundedInterval(actual), roundedInterval(change));
}

/** True where the base is above 0 with the figures just as they are written: no interval is needed to tell. */
export function isPlainlyPositive(actual: Figure, change: Figure): boolean {
  return compareDecimals(actual.value, change.value) > 0;
}

function isNotAbove(base: Figure): boolean {
  return base.value.digits <= 0n && notPositive(roundedInterval(base));
}

function impliesNoBase(actual: Figure, change: Figure): boolean {
  return !isPlainlyPositive(actual, change) && notPositive(impliedBase(actual, change));
}

/** True where no value of the interval is above 0. */
function notPositive({ high }: Interval): boolean {
  return high !== null && high.at.n <= 0n;
}

/** The facts of a ratio or a growth that its row does not give. */
export interface RatioFacts extends Compared {
  readonly judged: Term;
  readonly actual: Term;
  /** The base where it has a column; null where actual and change imply it. */
  readonly base: Term | null;
  readonly change: Term | null;
  readonly growth: boolean;
  readonly expected: Expected;
  readonly worked: Decimal;
  readonly grade: Grade;
}

/** Checks every ratio and growth of the comparisons with an earlier year, or with a plan. */
export function* ratioOutcomes(table: Table, against: Against): Iterable<Outcome<RatioFacts>> {
  for (const compare of comparisonRows(table, against)) {
    const { ratio, growth } = compare.comparison;
    for (const column of [ratio, growth]) {
      if (column === null) continue;
      const judged = termAt(table, compare.row, column);
      if (claimsNothing(judged)) continue;
      const outcome = isTerm(judged) ? ratioOutcome(compare, judged) : unchecked({ table, row: compare.row, column }, judged, { table, row: compare.row, column });
      if (outcome !== null) yield outcome;
    }
  }
}

function ratioOutcome(compare: Compare, judged: Term): Outcome<RatioFacts> | null {
  const { actual, base, change, comparison } = compare;
  const offset = judged.column === comparison.growth ? 100 : 0;
  if (!isTerm(actual)) return unchecked(judged, actual, { ...judged, column: comparison.actual });
  const common = (): Compared & Pick<RatioFacts, 'judged' | 'actual' | 'growth'> => ({ ...comparedWith(comparison), judged, actual, growth: offset === 100 });
  if (isTerm(base)) {
    if (isNotAbove(base.figure)) return null;
    const relation = { kind: 'quotient', judged, top: actual, bottom: base, offset, basis: 'declared' } as const;
    return judge(relation, ({ expected, worked, grade }) => ({ ...common(), base, change: null, expected, worked, grade }));
  }
  if (!isTerm(change)) return lacking(compare, judged);
  // A base of 0 or less has a finding of its own, and no ratio.
  if (impliesNoBase(actual.figure, change.figure)) return null;
  const relation = { kind: 'implied-ratio', judged, actual, change, offset, basis: 'declared' } as const;
  return judge(relation, ({ expected, worked, grade }) => ({ ...common(), base: null, change, expected, worked, grade }));
}

/** Neither base nor change: a count's ratio has its own check, any other could not be checked. */
function lacking({ actual, base, change, comparison, row }: Compare, judged: Term): Outcome<RatioFacts> | null {
  if (isTerm(actual) && hasWholeBase(actual.figure)) return null;
  const [column, gap] = comparison.change !== null && !isTerm(change) ? [comparison.change, change] : [comparison.base, base];
  if (column === null || isTerm(gap)) return unchecked(judged, 'no-result', judged);
  return unchecked(judged, gap, { table: judged.table, row, column });
}

/** A count's base is a whole number, which a ratio alone can contradict. */
export function hasWholeBase(actual: Figure): boolean {
  return actual.knowledge === 'exact' && !actual.percent && actual.value.digits > 0n && actual.value.places === 0;
}

