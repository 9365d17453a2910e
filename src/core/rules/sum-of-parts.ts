/**
 * A total equals the sum of its parts, in every column of levels.
 *
 * Where some parts are blank the total must be at least the parts that stand there; more cannot be told.
 * Spec: docs/spec.md, R1.
 */
import type { SumOfRows } from '#core/layout/structure';
import type { Table } from '#core/layout/table';
import { canonical, minus, plain, plus, ZERO, type Decimal } from '#core/numbers/decimal';
import type { Gap } from '#core/numbers/figure';
import type { Expected, Grade } from '#core/numbers/grade';
import { cellOf, isTerm, termAt, type Relation, type Spot, type Term } from '#core/relations/relation';
import { defineRule, type Outcome, type Unchecked } from '#core/rule';
import { judge, lacksRow, unchecked } from '#core/rules/outcomes';
import { cellList } from '#core/rules/sentence-parts';
import type { Column } from '#core/table/columns';

export interface SumFacts {
  readonly total: Term;
  readonly parts: readonly Term[];
  /** The parts added up as written. */
  readonly sum: Decimal;
  /** Total less sum. */
  readonly gap: Decimal;
  readonly expected: Expected;
  readonly grade: Grade;
  /** Some parts are blank: the total may be larger than the sum, never smaller. */
  readonly partial: boolean;
}

export const sumOfParts = defineRule({
  id: 'sum-of-parts',
  group: 'sums',
  severity: 'error',

  *check(table) {
    for (const sum of table.structure.sums) {
      for (const column of table.columns.levels) {
        const outcome = sumOutcome(table, sum, column);
        if (outcome !== null) yield outcome;
      }
    }
  },

  say({ total, parts, sum, gap, grade, partial }: SumFacts, print) {
    const style = { percent: false, decimals: sum.places };
    const added = `${partial ? 'các phần đã có' : `${parts.length} phần`} cộng lại được ${print.value(sum, style)}`;
    const off = print.signed(gap, { percent: false, decimals: gap.places });
    const note = grade === 'truncated' ? ' (số ghi đã bị cắt bớt)' : '';
    return {
      what: `Tổng ghi ${print.figure(total.figure)}, nhưng ${added} (lệch ${off})${note}.`,
      why: partial ? 'Tổng không thể nhỏ hơn các phần của nó cộng lại.' : 'Tổng phải bằng các phần của nó cộng lại.',
      todo: `Đối chiếu ${cellOf(total)} và ${cellList(parts)} với số liệu gốc.`,
    };
  },

  examples: {
    holds: ['1 | Tổng số HTX | HTX | 30\n- | Nông nghiệp | HTX | 19\n- | Vận tải | HTX | 11', '1 | Vốn | tỷ đồng | 10,1\n- | Trong tỉnh | tỷ đồng | 3,4\n- | Ngoài tỉnh | tỷ đồng | 6,6'],
    breaks: ['1 | Tổng số HTX | HTX | [31]\n- | Nông nghiệp | HTX | [19]\n- | Vận tải | HTX | [11]'],
  },
});

/** Adds up one column of one classification; null where nothing is claimed. */
export function sumOutcome(table: Table, sum: SumOfRows, column: Column): Outcome<SumFacts> | null {
  const { whole, parts, missing, basis } = sum;
  const at = { table, row: whole, column };
  const total = termAt(table, whole, column);
  const terms = parts.map((row) => termAt(table, row, column));
  const known = terms.filter(isTerm);
  if (known.length === 0 && (basis === 'inferred' || !isTerm(total))) return null;
  if (!isTerm(total)) return unchecked(at, total, at);
  if (known.length < terms.length || missing.length > 0) return tooSmall(total, known, basis) ?? lacking(at, sum, terms);
  const relation: Relation = { kind: 'sum', judged: total, terms: known.map((term) => ({ term, sign: 1 })), basis };
  return judge(relation, ({ expected, grade }) => ({ ...added(total, known), expected, grade, partial: false }));
}

/** Says which part is not there: the first one without a figure, else the first row that the sheet lacks. */
function lacking(at: Spot, { parts, missing }: SumOfRows, terms: readonly (Term | Gap)[]): Unchecked {
  for (const [i, row] of parts.entries()) {
    const gap = terms[i];
    if (gap !== undefined && !isTerm(gap)) return unchecked(at, gap, { ...at, row });
  }
  return lacksRow(at, missing[0]?.name ?? '');
}

/** Parts above nothing less than 0 cannot exceed their total, however many are still blank. */
function tooSmall(total: Term, known: readonly Term[], basis: SumOfRows['basis']): Outcome<SumFacts> | null {
  const [first, ...others] = known;
  // Half a classification that nobody declared accuses nobody.
  if (first === undefined || basis === 'inferred' || known.some(({ figure }) => figure.value.digits < 0n)) return null;
  const relation: Relation = { kind: 'at-most', judged: first, others, whole: total, basis };
  const outcome = judge(relation, () => {
    const facts = added(total, known);
    return { ...facts, expected: { from: facts.sum, to: null }, grade: 'wrong' as const, partial: true };
  });
  if (outcome.is !== 'broken') return null;
  return { ...outcome, at: total, related: known, found: canonical(plain(total.figure.value)), expected: outcome.facts.expected };
}

function added(total: Term, parts: readonly Term[]): Pick<SumFacts, 'total' | 'parts' | 'sum' | 'gap'> {
  const sum = parts.reduce((soFar, { figure }) => plus(soFar, figure.value), ZERO);
  return { total, parts, sum, gap: minus(total.figure.value, sum) };
}
