/** A rate is the figure of one row over that of another: members over all cooperatives. Spec: docs/spec.md, R7. */
import type { Decimal } from '#core/numbers/decimal';
import type { Grade } from '#core/numbers/grade';
import { claimsNothing, judge, lacksRow, unchecked } from '#core/rules/outcomes';
import { cellOf, isTerm, termAt, type Relation, type Term } from '#core/relations/relation';
import { defineRule, type Outcome } from '#core/rule';
import type { RateOfRows } from '#core/layout/structure';
import type { Table } from '#core/layout/table';
import type { Column } from '#core/table/columns';

interface Facts {
  readonly rate: Term;
  readonly numerator: Term;
  readonly denominator: Term;
  readonly worked: Decimal;
  readonly grade: Grade;
}

export const rateOfRows = defineRule({
  id: 'rate-of-rows',
  group: 'ratios',
  severity: 'error',

  *check(table) {
    for (const rate of table.structure.rates) {
      for (const column of table.columns.levels) {
        const outcome = rateOutcome(table, rate, column);
        if (outcome !== null) yield outcome;
      }
    }
  },

  say({ rate, numerator, denominator, worked, grade }: Facts, print) {
    const right = print.value(worked, rate.figure);
    const cut = grade === 'truncated' ? ' (số ghi đã bị cắt bớt)' : '';
    return {
      what: `Tỷ lệ ghi ${print.figure(rate.figure)}; tính lại được ${right}${cut}.`,
      why: `Tỷ lệ = ${print.figure(numerator.figure)} (“${numerator.row.name}”) / ${print.figure(denominator.figure)} (“${denominator.row.name}”) = ${right}.`,
      todo: grade === 'wrong' ? `Sửa ${cellOf(rate)} thành ${right}, hoặc đối chiếu ${cellOf(numerator)}, ${cellOf(denominator)} với số liệu gốc.` : `Không bắt buộc; có thể sửa ${cellOf(rate)} thành ${right}.`,
    };
  },

  examples: {
    holds: ['I | HỢP TÁC XÃ\n1 | Tổng số HTX | HTX | 25.454\n4 | Số HTX là thành viên Liên minh HTX | HTX | 16.079\n | Tỷ lệ %/ tổng số HTX | % | 63,2%'],
    breaks: ['I | HỢP TÁC XÃ\n1 | Tổng số HTX | HTX | [25.454]\n4 | Số HTX là thành viên Liên minh HTX | HTX | [16.079]\n | Tỷ lệ %/ tổng số HTX | % | [36,2%]'],
  },
});

function rateOutcome(table: Table, { rate, numerator, denominator, basis }: RateOfRows, column: Column): Outcome<Facts> | null {
  const at = { table, row: rate, column };
  const judged = termAt(table, rate, column);
  if (claimsNothing(judged)) return null;
  if (!isTerm(judged)) return unchecked(at, judged, at);
  if (numerator === null || denominator === null) return lacksRow(at, '');
  const [top, bottom] = [termAt(table, numerator, column), termAt(table, denominator, column)];
  if (!isTerm(top)) return unchecked(at, top, { ...at, row: numerator });
  if (!isTerm(bottom)) return unchecked(at, bottom, { ...at, row: denominator });
  const relation: Relation = { kind: 'quotient', judged, top, bottom, offset: 0, basis };
  return judge(relation, ({ worked, grade }) => ({ rate: judged, numerator: top, denominator: bottom, worked, grade }));
}
