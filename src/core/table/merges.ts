/** Where merged cells lie: the few merges of a header are looked up often, the many of a hostile file only once. */
import type { Area, Grid } from '#core/table/grid';

/** Finds the merge over a cell; null where the cell stands alone. */
export type MergeLookup = (row: number, column: number) => Area | null;

/** The merges that touch the given rows. */
export function mergesIn(grid: Grid, top: number, bottom: number): MergeLookup {
  const near = grid.merges.filter((area) => area.top <= bottom && area.bottom >= top);
  return (row, column) => near.find((area) => holds(area, row, column)) ?? null;
}

function holds({ top, left, bottom, right }: Area, row: number, column: number): boolean {
  return row >= top && row <= bottom && column >= left && column <= right;
}
