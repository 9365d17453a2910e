/** A function of single figures over ranges: row by row and column by column, one row or column repeated beside many. */
import type { Answer } from '#core/functions/answer';

/** The rows and columns of a range. */
interface Size {
  readonly rows: number;
  readonly columns: number;
}

/**
 * Gives an answer for each place of the largest range.
 *
 * A single row or column is repeated; where another range has no cell, the answer is #N/A, as Excel's own arrays give.
 * @example spread([[[6], [8]], [[2]]], (a, b) => a / b)   // [[3], [4]]
 */
export function spread<Item>(ranges: readonly (readonly (readonly Item[])[])[], work: (items: readonly Item[], row: number, column: number) => Answer): Answer[][] {
  const sizes = ranges.map(sizeOf);
  const rows = most(sizes.map((size) => size.rows));
  const columns = most(sizes.map((size) => size.columns));
  return Array.from({ length: rows }, (_, row) => Array.from({ length: columns }, (_unused, column) => {
    const items = ranges.flatMap((range, i) => itemAt(range, sizes[i] ?? { rows: 0, columns: 0 }, row, column));
    return items.length < ranges.length ? { is: 'outside' } : work(items, row, column);
  }));
}

function sizeOf(range: readonly (readonly unknown[])[]): Size {
  return { rows: range.length, columns: most(range.map((row) => row.length)) };
}

function most(counts: readonly number[]): number {
  return counts.reduce((a, b) => (a > b ? a : b), 0);
}

/** The cell in a list of one; an empty list where the range does not reach there. */
function itemAt<Item>(range: readonly (readonly Item[])[], { rows, columns }: Size, row: number, column: number): Item[] {
  const line = range[rows === 1 ? 0 : row];
  const at = columns === 1 ? 0 : column;
  return line === undefined || at >= line.length ? [] : line.slice(at, at + 1);
}
