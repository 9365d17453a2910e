/**
 * A figure typed with a letter that looks like a digit: 1O2 for 102. Excel takes it for a text and leaves it out of every sum.
 *
 * It is read as the figure that it looks like, so that its relations are checked all the same. Spec: docs/spec.md, S7.
 */
import type { Table } from '#core/layout/table';
import type { Decimal } from '#core/numbers/decimal';
import { isGap } from '#core/numbers/figure';
import { isMistyped } from '#core/numbers/number-text';
import { cellOf, type Spot } from '#core/relations/relation';
import { defineRule, type Outcome } from '#core/rule';
import { fault, figureSpots } from '#core/rules/layout-outcomes';

interface Facts {
  readonly cell: string;
  readonly text: string;
  /** null where what stands around it leaves the figure open. */
  readonly meant: Decimal | null;
}

export const letterInFigure = defineRule({
  id: 'letter-in-figure',
  group: 'plausibility',
  severity: 'warning',
  check: (table) => outcomes(table),

  say({ cell, text, meant }: Facts, print) {
    return {
      what: `Ô ghi “${text}”, có chữ cái lẫn trong số${meant === null ? '' : `; có lẽ là ${print.plain(meant)}`}.`,
      why: 'Chữ O trông như số 0, chữ l và chữ I trông như số 1, nhưng Excel coi cả ô là chữ và không cộng vào tổng.',
      todo: meant === null ? `Gõ lại ${cell} chỉ bằng chữ số.` : `Gõ lại ${cell} thành ${print.plain(meant)} nếu đúng vậy.`,
    };
  },

  examples: { holds: ['1 | Tổng số HTX | HTX | 102'], breaks: ['1 | Tổng số HTX | HTX | [1O2]'] },
});

function* outcomes(table: Table): Iterable<Outcome<Facts>> {
  for (const at of figureSpots(table)) {
    const { value } = table.grid.cell(at.row.at, at.column.index);
    if (typeof value === 'string' && isMistyped(value)) yield outcome(at, value);
  }
}

function outcome(at: Spot, text: string): Outcome<Facts> {
  const figure = at.table.figure(at.row, at.column);
  const meant = isGap(figure) ? null : figure.value;
  const found = fault(at, [], { cell: cellOf(at), text: text.trim(), meant }, text);
  return meant === null ? found : { ...found, expected: { from: meant, to: meant }, slip: { cause: 'digit', confidence: 980 } };
}
