/** Changes against a base that has a column of its own: what the two rules of changes share. */
import type { Table } from '#core/layout/table';
import type { Decimal } from '#core/numbers/decimal';
import type { Grade } from '#core/numbers/grade';
import type { Print } from '#core/print';
import { cellOf, isTerm, termAt, type Relation, type Term } from '#core/relations/relation';
import type { Outcome, Sentence } from '#core/rule';
import { comparedWith, comparisonRows, type Compared } from '#core/rules/comparing';
import { claimsNothing, judge, unchecked } from '#core/rules/outcomes';
import { comparedName } from '#core/rules/ratio-sentence';
import type { Against } from '#core/table/columns';

export interface ChangeFacts extends Compared {
  readonly change: Term;
  readonly actual: Term;
  readonly base: Term;
  readonly worked: Decimal;
  readonly grade: Grade;
}

export function* changeOutcomes(table: Table, against: Against): Iterable<Outcome<ChangeFacts>> {
  for (const { row, comparison, actual, base } of comparisonRows(table, against)) {
    const { change: column, base: baseColumn } = comparison;
    if (column === null || baseColumn === null) continue;
    const change = termAt(table, row, column);
    const at = { table, row, column };
    if (claimsNothing(change)) continue;
    if (!isTerm(change)) yield unchecked(at, change, at);
    else if (!isTerm(actual)) yield unchecked(at, actual, { ...at, column: comparison.actual });
    else if (!isTerm(base)) yield unchecked(at, base, { ...at, column: baseColumn });
    else {
      const relation: Relation = { kind: 'sum', judged: change, terms: [{ term: actual, sign: 1 }, { term: base, sign: -1 }], basis: 'declared' };
      yield judge(relation, ({ worked, grade }) => ({ ...comparedWith(comparison), change, actual, base, worked, grade }));
    }
  }
}

export function sayChange(facts: ChangeFacts, print: Print): Sentence {
  const { change, actual, base, worked, grade } = facts;
  const right = print.value(worked, change.figure);
  return {
    what: `Chênh lệch so với ${comparedName(facts)} ghi ${print.figure(change.figure)}; tính lại được ${right}.`,
    why: `Chênh lệch = ${print.figure(actual.figure)} − ${print.figure(base.figure)} = ${right}.`,
    todo: grade === 'wrong' ? `Sửa ${cellOf(change)} thành ${right}, hoặc đối chiếu ${cellOf(actual)}, ${cellOf(base)} với số liệu gốc.` : `Không bắt buộc; có thể sửa ${cellOf(change)} thành ${right}.`,
  };
}
