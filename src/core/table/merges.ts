/** Where merged cells lie: the few merges of a header are looked up often, the many of a hostile file only once. */
import type { Area, Grid } from '#core/table/grid';

/** Finds the merge over a cell; null where the cell stands alone. */
export type MergeLookup = (row: number, column: number) => Area | null;

/** The merges that touch the given rows; of two that overlap, which no program writes, the one further left. */
export function mergesIn(grid: Grid, top: number, bottom: number): MergeLookup {
  const near = mergesTouching(grid, top, bottom).toSorted((a, b) => a.left - b.left);
  const rows = new Map<number, Area[]>();
  for (const area of near) {
    const last = area.bottom < bottom ? area.bottom : bottom;
    for (let row = area.top > top ? area.top : top; row <= last; row += 1) addApart(rows, row, area);
  }
  return (row, column) => areaOver(rows.get(row) ?? [], column);
}

/** The merges of a sheet from top to bottom, and how far down those up to each of them reach. */
interface Downwards {
  readonly areas: readonly Area[];
  readonly reach: readonly number[];
}

const sorted = new WeakMap<readonly Area[], Downwards>();

/** Sorted once a sheet: it may have thousands of headers, and a hundred thousand merges. */
function downwards(merges: readonly Area[]): Downwards {
  const known = sorted.get(merges);
  if (known !== undefined) return known;
  const areas = merges.toSorted((a, b) => a.top - b.top);
  const reach: number[] = [];
  let furthest = -1;
  for (const { bottom } of areas) {
    if (bottom > furthest) furthest = bottom;
    reach.push(furthest);
  }
  sorted.set(merges, { areas, reach });
  return { areas, reach };
}

/** The merges that touch the given rows, from top to bottom. */
export function mergesTouching({ merges }: Grid, top: number, bottom: number): Area[] {
  const { areas, reach } = downwards(merges);
  const near: Area[] = [];
  for (let i = firstWhere(areas.length, (at) => (reach[at] ?? -1) >= top); i < areas.length; i += 1) {
    const area = areas[i];
    if (area === undefined || area.top > bottom) break;
    if (area.bottom >= top) near.push(area);
  }
  return near;
}

/** The first place from which on something holds, found by halves; the length where it never does. */
function firstWhere(length: number, holds: (at: number) => boolean): number {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}

function addApart(rows: Map<number, Area[]>, row: number, area: Area): void {
  const areas = rows.get(row);
  if (areas === undefined) rows.set(row, [area]);
  else if ((areas.at(-1)?.right ?? -1) < area.left) areas.push(area);
}

/** The areas of a row lie apart, from left to right. */
function areaOver(areas: readonly Area[], column: number): Area | null {
  const area = areas[firstWhere(areas.length, (at) => (areas[at]?.right ?? column) >= column)];
  return area !== undefined && area.left <= column ? area : null;
}
