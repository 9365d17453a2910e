/** A figure in a hidden row or column: it counts, and nobody sees it. Said once a row or column. Spec: docs/spec.md, F13. */
import type { Table } from '#core/layout/table';
import type { Spot } from '#core/relations/relation';
import { defineRule, type Outcome } from '#core/rule';
import { fault, figureSpots, textAt } from '#core/rules/layout-outcomes';
import { columnLetters } from '#core/table/grid';

interface Facts {
  /** "dòng 12" or "cột E": a row by its number, a column by its letters. */
  readonly row: number | null;
  readonly column: string;
  readonly count: number;
}

export const hiddenFigure = defineRule({
  id: 'hidden-figure',
  group: 'layout',
  severity: 'warning',
  check: (table) => outcomes(table),

  say({ row, column, count }: Facts) {
    const place = row === null ? `cột ${column}` : `dòng ${row}`;
    return {
      what: `Có ${count} số liệu nằm ở ${place} đang bị ẩn.`,
      why: 'Số bị ẩn vẫn được cộng, nhưng người đọc và người ký không nhìn thấy.',
      todo: `Cho hiện ${place} (Unhide), hoặc xóa nếu không dùng.`,
    };
  },

  examples: { holds: ['1 | Tổng số | HTX | 30'], breaks: ['1 | Tổng số | HTX | 30\n2 | Giải thể ^ẩn | HTX | [2]'] },
});

function* outcomes(table: Table): Iterable<Outcome<Facts>> {
  const groups = new Map<string, Spot[]>();
  for (const spot of figureSpots(table)) {
    const hidden = hiddenBy(spot);
    if (hidden !== null) groups.set(hidden, [...(groups.get(hidden) ?? []), spot]);
  }
  for (const spots of groups.values()) yield* said(spots);
}

/** What hides a cell: its row, else its column; null for a cell in sight. */
function hiddenBy({ table: { grid }, row, column }: Spot): string | null {
  if (grid.isRowHidden(row.at)) return `row ${row.at}`;
  return grid.isColumnHidden(column.index) ? `column ${column.index}` : null;
}

function* said([first, ...others]: readonly Spot[]): Iterable<Outcome<Facts>> {
  if (first === undefined) return;
  const row = first.table.grid.isRowHidden(first.row.at) ? first.row.at + 1 : null;
  yield fault(first, others, { row, column: columnLetters(first.column.index), count: others.length + 1 }, textAt(first));
}
