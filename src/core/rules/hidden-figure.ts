/** Figures in hidden rows or columns: they count, and nobody sees them. Said once a run of hidden rows or columns. Spec: docs/spec.md, F13. */
import type { Table } from '#core/layout/table';
import type { Spot } from '#core/relations/relation';
import { defineRule, type Outcome } from '#core/rule';
import { fault, figureSpots, textAt } from '#core/rules/layout-outcomes';
import { columnLetters } from '#core/table/grid';

interface Facts {
  readonly what: 'rows' | 'columns';
  /** "12" or "12–15", "E" or "E–H". */
  readonly run: string;
  readonly count: number;
}

export const hiddenFigure = defineRule({
  id: 'hidden-figure',
  group: 'layout',
  severity: 'warning',
  check: (table) => outcomes(table),

  say({ what, run, count }: Facts) {
    const place = `${what === 'rows' ? 'dòng' : 'cột'} ${run}`;
    return {
      what: `Có ${count} số liệu nằm ở ${place} đang bị ẩn.`,
      why: 'Số bị ẩn vẫn được cộng, nhưng người đọc và người ký không nhìn thấy.',
      todo: `Cho hiện ${place} (Unhide), hoặc xóa nếu không dùng.`,
    };
  },

  examples: { holds: ['1 | Tổng số | HTX | 30'], breaks: ['1 | Tổng số | HTX | 30\n2 | Giải thể ^ẩn | HTX | [2]'] },
});

function* outcomes(table: Table): Iterable<Outcome<Facts>> {
  const { grid } = table;
  const spots = figureSpots(table);
  const inRows = spots.filter(({ row }) => grid.isRowHidden(row.at));
  const inColumns = spots.filter(({ row, column }) => !grid.isRowHidden(row.at) && grid.isColumnHidden(column.index));
  yield* runs(inRows, ({ row }) => row.at, (at) => grid.isRowHidden(at), 'rows', (at) => String(at + 1));
  yield* runs(inColumns, ({ column }) => column.index, (at) => grid.isColumnHidden(at), 'columns', columnLetters);
}

/** Groups cells by the run of hidden rows or columns that they lie in. */
function* runs(spots: readonly Spot[], place: (spot: Spot) => number, isHidden: (at: number) => boolean, what: Facts['what'], name: (at: number) => string): Iterable<Outcome<Facts>> {
  const groups = new Map<number, Spot[]>();
  const starts = new Map<number, number>();
  for (const spot of spots) {
    const at = place(spot);
    const start = starts.get(at) ?? startOf(at, isHidden, starts);
    starts.set(at, start);
    const group = groups.get(start) ?? [];
    group.push(spot);
    groups.set(start, group);
  }
  for (const group of groups.values()) yield* said(group, what, ends(group.map(place)).map(name));
}

function* said([first, ...others]: readonly Spot[], what: Facts['what'], run: readonly string[]): Iterable<Outcome<Facts>> {
  if (first !== undefined) yield fault(first, others, { what, run: run.join('–'), count: others.length + 1 }, textAt(first));
}

/** The lowest and the highest place; one of them where they are the same. */
function ends(places: readonly number[]): number[] {
  const sorted = places.toSorted((a, b) => a - b);
  return [...new Set([sorted[0] ?? 0, sorted.at(-1) ?? 0])];
}

/** The first of the hidden rows or columns that reach here without a gap; a long run is walked once. */
function startOf(at: number, isHidden: (at: number) => boolean, starts: ReadonlyMap<number, number>): number {
  for (let start = at; ; start -= 1) {
    const known = starts.get(start);
    if (known !== undefined) return known;
    if (start === 0 || !isHidden(start - 1)) return start;
  }
}
