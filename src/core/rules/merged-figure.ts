/** A merged cell over figures: only its first cell holds one, and what the others held is lost. Spec: docs/spec.md, F14. */
import type { Table } from '#core/layout/table';
import { cellOf, type Spot } from '#core/relations/relation';
import { defineRule, type Outcome } from '#core/rule';
import { fault, figureColumns, textAt } from '#core/rules/layout-outcomes';
import { address, type Area } from '#core/table/grid';
import { mergesTouching } from '#core/table/merges';

interface Facts {
  readonly range: string;
  readonly cell: string;
}

export const mergedFigure = defineRule({
  id: 'merged-figure',
  group: 'layout',
  severity: 'warning',
  check: (table) => outcomes(table),

  say({ range, cell }: Facts) {
    return {
      what: `Số liệu nằm trong vùng ô gộp ${range}.`,
      why: 'Trong ô gộp chỉ ô đầu có số; các ô còn lại coi như trống khi cộng và khi tổng hợp.',
      todo: `Bỏ gộp ô ở ${cell} (Unmerge) và ghi số cho từng ô.`,
    };
  },

  examples: { holds: ['1 | Tổng số | HTX | 30'], breaks: ['1 | Tổng số | HTX | [30]\n2 | Giải thể | HTX | <'] },
});

function* outcomes(table: Table): Iterable<Outcome<Facts>> {
  const columns = new Map(figureColumns(table).map((column) => [column.index, column]));
  const rows = new Map(table.rows.map((row) => [row.at, row]));
  for (const area of mergesTouching(table.grid, table.header.bottom, table.rows.at(-1)?.at ?? table.header.bottom)) {
    const [row, column] = [rows.get(area.top), columns.get(area.left)];
    if (row === undefined || column === undefined || !coversFigures(area, rows, columns)) continue;
    const at: Spot = { table, row, column };
    const range = `${address(area.top, area.left)}:${address(area.bottom, area.right)}`;
    if (textAt(at) !== null) yield fault(at, [], { range, cell: cellOf(at) }, textAt(at));
  }
}

/** More than one figure cell lies under the merge. */
function coversFigures({ top, left, bottom, right }: Area, rows: ReadonlyMap<number, unknown>, columns: ReadonlyMap<number, unknown>): boolean {
  return (bottom > top && rows.has(top + 1)) || (right > left && columns.has(left + 1));
}
