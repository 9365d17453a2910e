/**
 * A column of ratios writes 103.3 or 1.033, and nothing tells which: no `%`, and no row whose own figures agree.
 *
 * Said once a column; its relations could not be checked. Spec: docs/spec.md, N5.
 */
import type { Table } from '#core/layout/table';
import { termAt, type Spot } from '#core/relations/relation';
import { defineRule, type Outcome } from '#core/rule';
import { columnLetters, textOf } from '#core/table/grid';

interface Facts {
  readonly column: string;
  readonly text: string;
}

export const percentScale = defineRule({
  id: 'percent-scale',
  group: 'layout',
  severity: 'note',
  check: (table) => outcomes(table),

  say({ column, text }: Facts) {
    return {
      what: `Cột ${column} không có dấu %, và chưa rõ số như ${text} là phần trăm hay là tỷ số (1,033 hay 103,3).`,
      why: 'Không có dòng nào có đủ số liệu để đối chiếu cách ghi của cột này.',
      todo: `Định dạng cột ${column} là phần trăm, hoặc ghi thêm dấu %.`,
    };
  },

  examples: {
    holds: ['1 | Tổng số HTX | HTX | 254 | 13 | 105,4'],
    breaks: ['1 | Tổng số HTX | HTX | | | [105,4]'],
  },
});

function* outcomes(table: Table): Iterable<Outcome<Facts>> {
  for (const [column, scale] of table.scales) {
    if (scale !== null) continue;
    const row = table.rows.find((one) => termAt(table, one, column) === 'percent-unclear');
    if (row === undefined) continue;
    const at: Spot = { table, row, column };
    const text = textOf(table.grid.cell(row.at, column.index));
    yield { is: 'broken', at, related: [], facts: { column: columnLetters(column.index), text }, grade: 'wrong', basis: 'declared', found: text, expected: null, relation: null };
  }
}
