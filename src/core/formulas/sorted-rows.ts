/** Rows in ascending order, in which ranges are looked up. */

/** The place of the first row that is not above the given one; the length where all are. */
export function placeFrom(rows: readonly number[], row: number): number {
  let low = 0;
  let high = rows.length;
  while (low < high) {
    const middle = (low + high - ((low + high) % 2)) / 2;
    if ((rows[middle] ?? 0) < row) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The first row between two, both included; null where none is. */
export function firstWithin(rows: readonly number[], top: number, bottom: number): number | null {
  const row = rows[placeFrom(rows, top)];
  return row === undefined || row > bottom ? null : row;
}
