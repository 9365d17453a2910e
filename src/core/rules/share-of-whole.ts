/**
 * A share is a row's figure over its whole's, in a column of shares ("tỷ trọng", "cơ cấu"). Spec: docs/spec.md, R16.
 *
 * Where shares were forced to add up to 100, one may be a last place off its own ratio: that is a note.
 */
import type { SumOfRows } from '#core/layout/structure';
import type { Table } from '#core/layout/table';
import type { Decimal } from '#core/numbers/decimal';
import type { Grade } from '#core/numbers/grade';
import { cellOf, isTerm, termAt, type Relation, type Term } from '#core/relations/relation';
import { defineRule, type Outcome } from '#core/rule';
import { claimsNothing, judge, unchecked } from '#core/rules/outcomes';
import type { Column } from '#core/table/columns';
import type { Row } from '#core/table/rows';

interface Facts {
  readonly share: Term;
  readonly part: Term;
  readonly whole: Term;
  readonly worked: Decimal;
  readonly grade: Grade;
}

export const shareOfWhole = defineRule({
  id: 'share-of-whole',
  group: 'ratios',
  severity: 'error',
  check: (table) => outcomes(table),

  say({ share, part, whole, worked, grade }: Facts, print) {
    const right = print.value(worked, share.figure);
    return {
      what: `Tỷ trọng ghi ${print.figure(share.figure)}; tính lại được ${right}.`,
      why: `Tỷ trọng = ${print.figure(part.figure)} / ${print.figure(whole.figure)} (“${whole.row.name}”) = ${right}.`,
      todo: grade === 'wrong' ? `Sửa ${cellOf(share)} thành ${right}, hoặc đối chiếu ${cellOf(part)}, ${cellOf(whole)} với số liệu gốc.` : `Không bắt buộc; có thể sửa ${cellOf(share)} thành ${right}.`,
    };
  },

  examples: {
    holds: ['TT | Chỉ tiêu | ĐVT | Thực hiện năm 2020 | Tỷ trọng (%)\n1 | Tổng số | HTX | 30 | 100\n- | Nông nghiệp | HTX | 19 | 63,3\n- | Vận tải | HTX | 11 | 36,7'],
    breaks: ['TT | Chỉ tiêu | ĐVT | Thực hiện năm 2020 | Tỷ trọng (%)\n1 | Tổng số | HTX | [30] | 100\n- | Nông nghiệp | HTX | [19] | [36,3]\n- | Vận tải | HTX | 11 | 36,7'],
  },
});

function* outcomes(table: Table): Iterable<Outcome<Facts>> {
  for (const column of table.columns.shares) {
    const level = levelFor(table, column);
    if (level === null) continue;
    for (const sum of table.structure.sums) for (const part of sum.parts) yield* shareOutcome(table, { column, level, sum, part });
  }
}

interface Place {
  readonly column: Column;
  readonly level: Column;
  readonly sum: SumOfRows;
  readonly part: Row;
}

function* shareOutcome(table: Table, { column, level, sum, part: row }: Place): Iterable<Outcome<Facts>> {
  const at = { table, row, column };
  const judged = termAt(table, row, column);
  if (claimsNothing(judged)) return;
  const [part, whole] = [termAt(table, row, level), termAt(table, sum.whole, level)];
  if (!isTerm(judged)) yield unchecked(at, judged, at);
  else if (!isTerm(part)) yield unchecked(at, part, { ...at, column: level });
  else if (!isTerm(whole)) yield unchecked(at, whole, { table, row: sum.whole, column: level });
  else {
    const relation: Relation = { kind: 'quotient', judged, top: part, bottom: whole, offset: 0, basis: sum.basis };
    yield judge(relation, ({ worked, grade }) => ({ share: judged, part, whole, worked, grade }));
  }
}

/** The level that a column of shares divides: one of its own year and standing, else the nearest to its left. */
function levelFor({ columns }: Table, share: Column): Column | null {
  const named = columns.levels.filter(({ standing, period }) => standing === share.standing && period.year === share.period.year);
  const left = columns.levels.filter(({ index }) => index < share.index);
  return (share.standing !== 'unsaid' && named.length === 1 ? named[0] : left.at(-1)) ?? columns.actual;
}
