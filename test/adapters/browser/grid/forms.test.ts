/** New forms, blank and filled in, calculated by the engine of the workbench's grid: the figures that Excel's own semantics give. */
import { expect, test } from '@jest/globals';
import { knownTemplates } from '#app/known-templates';
import type { Template } from '#core/layout/template';
import { newBook } from '#core/new/new-book';
import { address, type Grid } from '#core/table/grid';
import { calculatedSheets } from '#test/adapters/browser/grid/calculated';
import { filledGrids, typed } from '#test/core/new/filled';

const [PUBLISHED] = knownTemplates() as readonly [Template];

/** Formulas without a result: nothing but the engine can give it. */
function unsolved(grid: Grid): Grid {
  return { ...grid, cell: (row, column) => {
    const cell = grid.cell(row, column);
    return cell.formula === null ? cell : { ...cell, value: null };
  } };
}

function* formulas(grid: Grid): Iterable<readonly [row: number, column: number]> {
  for (let row = 0; row < grid.rowCount; row += 1) for (let column = 0; column < grid.columnCount; column += 1) if (grid.cell(row, column).formula !== null) yield [row, column];
}

function isSame(wanted: unknown, given: unknown): boolean {
  if (typeof wanted !== 'number') return (wanted ?? '') === (given ?? '');
  return typeof given === 'number' && Math.abs(given - wanted) <= 1e-9 * Math.max(1, Math.abs(wanted));
}

test.each([['sheet', 'blank'], ['sheet', 'filled'], ['columns', 'blank'], ['columns', 'filled']] as const)('[A2] new form › the grid finds what the formulas mean: bases in %s, %s', async (base, state) => {
  const { forms } = newBook({ template: PUBLISHED, year: 2021, base, sources: [], office: '', isLocked: false, taken: [] });
  const meant = filledGrids(forms, state === 'filled' ? typed : () => undefined);
  const found = await calculatedSheets(meant.map(unsolved));
  const off = meant.flatMap((grid, i) => [...formulas(grid)].flatMap(([row, column]) => {
    const [wanted, given] = [grid.cell(row, column).value, found[i]?.get(`${row},${column}`)];
    return isSame(wanted, given) ? [] : [{ cell: address(row, column), wanted, given }];
  }));
  expect(off.slice(0, 5)).toEqual([]);
  expect(meant.reduce((count, grid) => count + [...formulas(grid)].length, 0)).toBeGreaterThan(300);
}, 60_000);
