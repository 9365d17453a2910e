/**
 * A total repeats the figure of the total above it, and not the sum of its own parts: a figure taken from the wrong row.
 *
 * Spec: docs/spec.md, R3.
 */
import { equal } from '#core/numbers/decimal';
import { defineRule, type Outcome } from '#core/rule';
import type { Table } from '#core/layout/table';
import { broken } from '#core/rules/outcomes';
import { sumOutcome } from '#core/rules/sum-of-parts';
import { cellOf, isTerm, termAt, type Term } from '#core/relations/relation';

interface Facts {
  readonly total: Term;
  readonly above: Term;
}

export const grandparentFigure = defineRule({
  id: 'grandparent-figure',
  group: 'sums',
  severity: 'warning',

  check: (table) => outcomes(table),

  say({ total, above }: Facts, print) {
    return {
      what: `Ghi ${print.figure(total.figure)}, đúng bằng số của “${above.row.name}” ở cấp trên, trong khi các phần của nó cộng lại khác.`,
      why: 'Số của cấp trên có thể đã bị chép xuống dòng này.',
      todo: `Đối chiếu ${cellOf(total)} với số liệu gốc.`,
    };
  },

  examples: {
    holds: ['1 | Tổng | HTX | 30\n- | Nông nghiệp | HTX | 30\n+ | Trồng trọt | HTX | 20\n+ | Chăn nuôi | HTX | 10\n- | Vận tải | HTX | 0'],
    breaks: ['1 | Tổng | HTX | [30]\n- | Nông nghiệp | HTX | [30]\n+ | Trồng trọt | HTX | 10\n+ | Chăn nuôi | HTX | 9\n- | Vận tải | HTX | 11'],
  },
});

function* outcomes(table: Table): Iterable<Outcome<Facts>> {
  const wholeOf = new Map(table.structure.sums.flatMap(({ whole, parts }) => parts.map((part) => [part, whole] as const)));
  for (const sum of table.structure.sums) {
    const grandparent = wholeOf.get(sum.whole);
    if (grandparent === undefined) continue;
    for (const column of table.columns.levels) {
      const [total, above] = [termAt(table, sum.whole, column), termAt(table, grandparent, column)];
      if (isTerm(total) && isTerm(above) && repeats(total, above) && isWrong(sumOutcome(table, sum, column))) yield broken(total, [above], { total, above });
    }
  }
}

function isWrong(outcome: Outcome<unknown> | null): boolean {
  return outcome?.is === 'broken' && outcome.grade === 'wrong';
}

function repeats({ figure }: Term, above: Term): boolean {
  return figure.value.digits !== 0n && equal(figure.value, above.figure.value);
}
