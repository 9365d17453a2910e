/** Cells that use the custom functions: a computer without the add-in shows `#NAME?` there once it calculates them. */
import { address, type Grid } from '#core/table/grid';

/** A call, after texts and names of sheets were taken out. */
const CALL = /(?<![\w.])HTX\.[A-Z]+\s*\(/i;
const QUOTED = /"(?:[^"]|"")*"|'(?:[^']|'')*'/g;

/** @returns cells in A1 notation, row by row */
export function ownFunctionsIn({ rowCount, columnCount, cell }: Grid): string[] {
  const cells: string[] = [];
  for (let row = 0; row < rowCount; row += 1) {
    for (let column = 0; column < columnCount; column += 1) {
      const { formula } = cell(row, column);
      if (formula !== null && callsOwn(formula)) cells.push(address(row, column));
    }
  }
  return cells;
}

function callsOwn(formula: string): boolean {
  return CALL.test(formula) && CALL.test(formula.replaceAll(QUOTED, ''));
}
