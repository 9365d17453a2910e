/**
 * The words above each column, from the top of a header to its bottom.
 *
 * A merged cell counts for all that it covers. In a header without merges a group heading stands over its first column
 * only, and its neighbours to the right take it over as long as nothing of their own stands there.
 * Spec: docs/spec.md, T2.
 */
import { textOf, type Area, type Grid } from '#core/table/grid';
import type { MergeLookup } from '#core/table/merges';

export function pathsOf(grid: Grid, area: Area, near: MergeLookup): string[][] {
  const paths: string[][] = [];
  let groups: ReadonlyMap<number, string> = new Map();
  for (let column = area.left; column <= area.right; column += 1) {
    const words = wordsAbove(grid, area, near, column, groups);
    groups = new Map([...words].filter(([row]) => hasMore(grid, area, row, column)));
    paths.push(path(words.values()));
  }
  return paths;
}

/** The word that each header row has for a column; `groups` are those that its left neighbour may pass on. */
function wordsAbove(grid: Grid, area: Area, near: MergeLookup, column: number, groups: ReadonlyMap<number, string>): Map<number, string> {
  const words = new Map<number, string>();
  let inherits = true;
  for (let row = area.top; row <= area.bottom; row += 1) {
    const merge = near(row, column);
    const own = textOf(merge === null ? grid.cell(row, column) : grid.cell(merge.top, merge.left));
    // A heading of its own ends what a column takes over from its left.
    inherits &&= own === '' || merge !== null;
    const word = merge === null && inherits ? taken(grid, area, row, column, groups) : own;
    if (word !== '') words.set(row, word);
  }
  return words;
}

/** The group heading of the left neighbour, for a blank cell that has further words below it. */
function taken(grid: Grid, area: Area, row: number, column: number, groups: ReadonlyMap<number, string>): string {
  return hasMore(grid, area, row, column) ? (groups.get(row) ?? '') : '';
}

/** A group heading has further words below it. */
function hasMore(grid: Grid, { bottom }: Area, row: number, column: number): boolean {
  for (let below = row + 1; below <= bottom; below += 1) if (textOf(grid.cell(below, column)) !== '') return true;
  return false;
}

/** The same word merged over two rows counts once. */
function path(words: Iterable<string>): string[] {
  const unique: string[] = [];
  for (const word of words) if (word !== unique.at(-1)) unique.push(word);
  return unique;
}
