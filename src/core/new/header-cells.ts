/** A header of several rows from the paths above its columns: equal words beside each other are one merged cell. */
import type { Area } from '#core/table/grid';

export interface HeaderCell {
  readonly text: string;
  readonly area: Area;
}

/** How many rows the longest path takes. */
export function headerDepth(paths: readonly (readonly string[])[]): number {
  return paths.reduce((most, { length }) => (length > most ? length : most), 1);
}

/**
 * Cells in the order of their rows. A path shorter than the header reaches down to its end, and no two columns share
 * their last words.
 *
 * @param top the header's first row, counted from 0
 * @param depth its rows
 */
export function headerCells(paths: readonly (readonly string[])[], top: number, depth = headerDepth(paths)): HeaderCell[] {
  return Array.from({ length: depth }, (_, level) => levelCells(paths, level, { top, depth })).flat();
}

function levelCells(paths: readonly (readonly string[])[], level: number, { top, depth }: { readonly top: number; readonly depth: number }): HeaderCell[] {
  const cells: HeaderCell[] = [];
  for (let left = 0; left < paths.length; ) {
    const path = paths[left] ?? [];
    const isLast = level === path.length - 1;
    const right = isLast ? left : lastAlike(paths, left, level);
    const text = path[level];
    if (text !== undefined) cells.push({ text, area: { top: top + level, bottom: isLast ? top + depth - 1 : top + level, left, right } });
    left = right + 1;
  }
  return cells;
}

/** The last column, going right, that stands under the same words and has more of them below. */
function lastAlike(paths: readonly (readonly string[])[], left: number, level: number): number {
  const words = (column: number): string | null => {
    const path = paths[column] ?? [];
    return path.length > level + 1 ? path.slice(0, level + 1).join('\n') : null;
  };
  let right = left;
  while (right + 1 < paths.length && words(right + 1) !== null && words(right + 1) === words(left)) right += 1;
  return right;
}
