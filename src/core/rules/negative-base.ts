/**
 * A base is above 0: actual less change is what stood there last year, or what was planned.
 *
 * A base of 0 is possible (nothing stood there), but it has no ratio. Profits and balances may be negative.
 * Spec: docs/spec.md, R8.
 */
import type { Table } from '#core/layout/table';
import { plain, ZERO, type Decimal } from '#core/numbers/decimal';
import { expected as expectedIn, type Expected } from '#core/numbers/grade';
import { roundedInterval, type Gap } from '#core/numbers/figure';
import { addFractions, fraction, multiplyFractions, toDecimal, type Fraction } from '#core/numbers/fraction';
import { point, type Interval } from '#core/numbers/interval';
import { cellOf, isTerm, type Relation, type Term } from '#core/relations/relation';
import { defineRule, type Outcome } from '#core/rule';
import { comparedWith, comparisonRows, impliedBase, isPlainlyPositive, type Compare, type Compared } from '#core/rules/comparing';
import { broken } from '#core/rules/outcomes';
import { comparedName } from '#core/rules/ratio-sentence';
import type { Against } from '#core/table/columns';
import type { Row } from '#core/table/rows';

interface Facts extends Compared {
  readonly actual: Term;
  /** The change that implies the base; null where the base itself is written. */
  readonly change: Term | null;
  readonly base: Decimal;
  readonly cell: string;
}

const NO_OTHERS: readonly Term[] = [];

/** Names of figures that may well be below 0. */
const BALANCE = /lãi|lợi nhuận|chênh lệch|thâm hụt|cân đối|số dư|tăng trưởng|tăng thêm|tăng tự nhiên|biến động/i;

export const negativeBase = defineRule({
  id: 'negative-base',
  group: 'ratios',
  severity: 'error',

  *check(table) {
    for (const against of ['earlier', 'plan'] as const) yield* outcomes(table, against);
  },

  say(facts: Facts, print) {
    const { actual, change, base, cell } = facts;
    const name = comparedName(facts);
    const figure = print.value(base, actual.figure);
    const zero = base.digits === 0n;
    const sum = change === null ? '' : ` (${print.figure(actual.figure)} − ${print.figure(change.figure)})`;
    return {
      what: zero ? `Theo bảng, ${name} là 0${sum}, nên không thể có tỷ lệ.` : `Theo bảng, ${name} là ${figure}${sum}: một số âm.`,
      why: zero ? 'Không có tỷ lệ so với số 0.' : 'Chênh lệch tăng không thể lớn hơn số thực hiện: số năm trước hoặc kế hoạch không âm.',
      todo: `Kiểm tra ${cell}: có thể nhầm dấu, hoặc ghi số của năm trước thay cho chênh lệch.`,
    };
  },

  examples: {
    holds: ['9 | Số hộ | hộ | 5.700.000 | 89.681 |', '5 | Lãi | triệu đồng | 24 | 30 |', '5 | Số mới | HTX | 3 | 3 |'],
    breaks: ['9 | Số hộ | hộ | [5.700.000] | [6.389.681] |', '5 | Số mới | HTX | [3] | [3] | [100%]'],
  },
});

function* outcomes(table: Table, against: Against): Iterable<Outcome<Facts>> {
  for (const compare of comparisonRows(table, against)) {
    const base = mayBeNegative(table, compare.row) ? null : baseIn(compare);
    const outcome = base === null ? null : outcomeOf(compare, base);
    if (outcome !== null) yield outcome;
  }
}

function mayBeNegative(table: Table, row: Row): boolean {
  return table.match(row)?.indicator.negative === true || BALANCE.test(row.name);
}

/** A base, written or implied: where to look first. */
interface Base {
  readonly at: Term;
  readonly actual: Term;
  readonly change: Term | null;
}

function baseIn({ actual, base, change, comparison }: Compare): Base | null {
  if (!isTerm(actual)) return null;
  if (isTerm(base)) return { at: base, actual, change: null };
  if (!isTerm(change) || comparison.base !== null) return null;
  return { at: change, actual, change };
}

interface Between {
  readonly from: Fraction;
  readonly to: Fraction;
}

/** Some base above 0, whichever. */
const ABOVE: Interval = point(fraction(1n));

function isPlainlyAbove({ at, actual, change }: Base): boolean {
  return change === null ? at.figure.value.digits > 0n : isPlainlyPositive(actual.figure, change.figure);
}

function allowedFor({ at, actual, change }: Base): Interval {
  return change === null ? roundedInterval(at.figure) : impliedBase(actual.figure, change.figure);
}

function outcomeOf(compare: Compare, base: Base): Outcome<Facts> | null {
  const { low, high } = isPlainlyAbove(base) ? ABOVE : allowedFor(base);
  if (!low || !high) return null;
  // A base of 0 breaks nothing until a ratio to it is stated; one that may lie on either side of 0 tells nothing.
  const stated = low.at.n === 0n && statesSomething(compare.ratio) ? [compare.ratio] : [];
  if (high.at.n >= (stated.length > 0 ? 1n : 0n)) return { is: 'holds', at: base.at, relation: relationOf(base.actual, base.change, 'empty') };
  return belowZero(compare, base, { from: low.at, to: high.at }, stated);
}

function belowZero({ comparison, ratio }: Compare, { at, actual, change }: Base, { from, to }: Between, stated: readonly Term[]): Outcome<Facts> {
  const facts = { ...comparedWith(comparison), actual, change, base: middle(from, to, places(at, actual)), cell: cellOf(at) };
  const expected = stated.length > 0 ? null : mayStand(at, actual, change);
  return { ...broken(at, [actual, ...stated], facts, relationOf(actual, change, ratio)), expected };
}

/** A change that implies its base is at most the actual, and gives the ratio where one is stated. */
function relationOf(actual: Term, change: Term | null, ratio: Term | Gap): Relation | null {
  if (change === null) return null;
  if (statesSomething(ratio)) return { kind: 'implied-ratio', judged: ratio, actual, change, offset: 0, basis: 'declared' };
  return { kind: 'at-most', judged: change, others: NO_OTHERS, whole: actual, basis: 'declared' };
}

/** A change is at most the actual; a base that is written is at least 0. */
function mayStand(at: Term, actual: Term, change: Term | null): Expected {
  if (change === null) return { from: ZERO, to: null };
  return expectedIn(at.figure, { low: null, high: roundedInterval(actual.figure).high });
}

function statesSomething(ratio: Term | Gap): ratio is Term {
  return isTerm(ratio) && ratio.figure.value.digits !== 0n;
}

function places(a: Term, b: Term): number {
  return a.figure.decimals > b.figure.decimals ? a.figure.decimals : b.figure.decimals;
}

function middle(low: Fraction, high: Fraction, decimals: number): Decimal {
  return plain(toDecimal(multiplyFractions(addFractions(low, high), { n: 1n, d: 2n }), decimals));
}
