/**
 * Numbers stored as text in columns of numbers: Excel's own sums pass them over. Said once a table. Spec: docs/spec.md, F11.
 *
 * A column that is text throughout is a way of writing, and not spoken of.
 */
import type { Table } from '#core/layout/table';
import { isGap } from '#core/numbers/figure';
import { defineRule, type Outcome } from '#core/rule';
import { fault, figureColumns, fine, textAt } from '#core/rules/layout-outcomes';
import { cellList } from '#core/rules/sentence-parts';
import type { Spot } from '#core/relations/relation';
import type { Column } from '#core/table/columns';

interface Facts {
  readonly count: number;
  readonly cells: string;
}

export const numberAsText = defineRule({
  id: 'number-as-text',
  group: 'layout',
  severity: 'note',
  check: (table) => outcomes(table),

  say({ count, cells }: Facts) {
    return {
      what: `Có ${count} số được lưu dưới dạng chữ trong các cột số (${cells}).`,
      why: 'Hàm SUM và các phép tính của Excel bỏ qua số dạng chữ.',
      todo: `Chọn ${cells}, bấm dấu chấm than của Excel rồi chọn Convert to Number.`,
    };
  },

  examples: { holds: ['1 | Tổng số | HTX | 30\n2 | Giải thể | HTX | 2'], breaks: ['1 | Tổng số | HTX | 30#\n2 | Giải thể | HTX | [2]\n3 | Mới | HTX | 4#'] },
});

function* outcomes(table: Table): Iterable<Outcome<Facts>> {
  const texts = figureColumns(table).flatMap((column) => textsAmongNumbers(table, column));
  const [first, ...others] = texts.toSorted((a, b) => a.row.at - b.row.at || a.column.index - b.column.index);
  const facts = { count: texts.length, cells: cellList(first === undefined ? [] : [first, ...others]) };
  yield first === undefined ? fine({ table, row: null, column: table.columns.indicator }) : fault(first, others, facts, textAt(first));
}

/** Texts that are read as figures, in a column that has numbers too; what a formula gives was stored by nobody. */
function textsAmongNumbers(table: Table, column: Column): Spot[] {
  const texts: Spot[] = [];
  let numbers = 0;
  for (const row of table.rows) {
    const { value, formula } = table.grid.cell(row.at, column.index);
    if (typeof value === 'number') numbers += 1;
    else if (typeof value === 'string' && formula === null && !isGap(table.figure(row, column))) texts.push({ table, row, column });
  }
  return numbers > 0 ? texts : [];
}
