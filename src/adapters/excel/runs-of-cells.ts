/** Cells gathered into rectangles, so that many of them are one call. */
import type { Area } from '#core/table/grid';

export interface Placed {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
}

/** A full rectangle on one sheet; its cells by rows. */
export interface Run<T> {
  readonly sheet: string;
  readonly area: Area;
  readonly cells: readonly (readonly T[])[];
}

/** Of one run: a larger array is cut by Office.js itself, and Excel then tells of the pieces. */
export const MOST_CELLS = 1500;

/** Rectangles that hold these cells and no other, by sheet, row and column; of a cell named twice the last counts. */
export function runsOf<T extends Placed>(cells: readonly T[]): Run<T>[] {
  const bySheet = new Map<string, Map<string, T>>();
  for (const cell of cells) {
    const places = bySheet.get(cell.sheet) ?? new Map<string, T>();
    places.set(`${cell.row},${cell.column}`, cell);
    bySheet.set(cell.sheet, places);
  }
  return [...bySheet].flatMap(([sheet, places]) => stacked(sheet, rowRuns([...places.values()])));
}

/** Neighbours in a row; no run is empty. */
function rowRuns<T extends Placed>(cells: readonly T[]): [T, ...T[]][] {
  const runs: [T, ...T[]][] = [];
  for (const cell of cells.toSorted((a, b) => a.row - b.row || a.column - b.column)) {
    const last = runs.at(-1);
    const before = last?.at(-1);
    if (last !== undefined && before?.row === cell.row && before.column === cell.column - 1) last.push(cell);
    else runs.push([cell]);
  }
  return runs;
}

/** Runs of the same columns in rows that follow each other. */
function stacked<T extends Placed>(sheet: string, rows: readonly [T, ...T[]][]): Run<T>[] {
  const stacks: [T, ...T[]][][] = [];
  const open = new Map<string, [T, ...T[]][]>();
  for (const row of rows) {
    const [{ row: at, column: left }] = row;
    const key = `${left},${row.length}`;
    const stack = open.get(key);
    if (stack !== undefined && (stack.length + 1) * row.length <= MOST_CELLS && stack[0]?.[0].row === at - stack.length) {
      stack.push(row);
    } else {
      const begun = [row];
      open.set(key, begun);
      stacks.push(begun);
    }
  }
  return stacks.map((cells) => ({ sheet, area: areaOf(cells), cells }));
}

/** The same cells in runs of so many rows. */
export function cutRun<T extends Placed>({ sheet, cells }: Run<T>, rows: number): Run<T>[] {
  const pieces = Array.from({ length: Math.ceil(cells.length / rows) }, (_, i) => cells.slice(i * rows, (i + 1) * rows));
  return pieces.map((piece) => ({ sheet, area: areaOf(piece), cells: piece }));
}

function areaOf(cells: readonly (readonly Placed[])[]): Area {
  const [first, last] = [cells[0]?.[0], cells.at(-1)?.at(-1)];
  if (first === undefined || last === undefined) throw new RangeError('Cannot place a run without cells');
  return { top: first.row, left: first.column, bottom: last.row, right: last.column };
}
