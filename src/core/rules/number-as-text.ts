/**
 * A number stored as text in a column of numbers: Excel's own sums pass it over. Said once a column. Spec: docs/spec.md, F11.
 *
 * A column that is text throughout is a way of writing, and not spoken of.
 */
import type { Table } from '#core/layout/table';
import { isGap } from '#core/numbers/figure';
import { columnLetters } from '#core/table/grid';
import { defineRule, type Outcome } from '#core/rule';
import { fault, figureColumns, fine, textAt } from '#core/rules/layout-outcomes';
import { cellList } from '#core/rules/sentence-parts';
import type { Spot } from '#core/relations/relation';

interface Facts {
  readonly column: string;
  readonly count: number;
  readonly cells: string;
}

export const numberAsText = defineRule({
  id: 'number-as-text',
  group: 'layout',
  severity: 'note',
  check: (table) => outcomes(table),

  say({ column, count, cells }: Facts) {
    return {
      what: `Cột ${column} có ${count} số được lưu dưới dạng chữ (${cells}).`,
      why: 'Hàm SUM và các phép tính của Excel bỏ qua số dạng chữ.',
      todo: `Chọn ${cells}, bấm dấu chấm than của Excel rồi chọn Convert to Number.`,
    };
  },

  examples: { holds: ['1 | Tổng số | HTX | 30\n2 | Giải thể | HTX | 2'], breaks: ['1 | Tổng số | HTX | 30#\n2 | Giải thể | HTX | [2]\n3 | Mới | HTX | 4#'] },
});

function* outcomes(table: Table): Iterable<Outcome<Facts>> {
  for (const column of figureColumns(table)) {
    const texts: Spot[] = [];
    let numbers = 0;
    for (const row of table.rows) {
      const { value } = table.grid.cell(row.at, column.index);
      if (typeof value === 'number') numbers += 1;
      else if (typeof value === 'string' && !isGap(table.figure(row, column))) texts.push({ table, row, column });
    }
    const [first, ...others] = texts;
    if (numbers === 0) continue;
    const facts = { column: columnLetters(column.index), count: texts.length, cells: cellList(texts) };
    yield first === undefined ? fine({ table, row: null, column }) : fault(first, others, facts, textAt(first));
  }
}
