/** What is filled in as formulas, calculated by the engine of the workbench's grid: the figures that the check's own arithmetic gives. */
import { expect, test } from '@jest/globals';
import { knownTemplates } from '#app/known-templates';
import { complete, type CompleteOptions } from '#core/complete/complete';
import { tablesOf } from '#core/layout/table';
import { gridOf, type Grid } from '#core/table/grid';
import { calculated, calculatedSheets } from '#test/adapters/browser/grid/calculated';
import { appendix } from '#test/generate/appendix';
import { seedsAtLeast } from '#test/generate/seeds';

const OPTIONS = { templates: knownTemplates() };
/** Sheets of one workbook: the engine takes longer to start than to calculate them. */
const AT_ONCE = 50;

/** The grid with its empty cells filled in, and the results that were foretold. */
function filledIn(grid: Grid, options: Partial<CompleteOptions>): { readonly grid: Grid; readonly foretold: ReadonlyMap<string, string | number> } {
  const { completions } = complete(tablesOf(grid, OPTIONS), { as: 'formulas', sources: [], ...options });
  const made = new Map(completions.map((one) => [`${one.at.row.at},${one.at.column.index}`, one]));
  const cell: Grid['cell'] = (row, column) => {
    const one = made.get(`${row},${column}`);
    // Formulas without a result: nothing but the engine can give it.
    return one === undefined ? grid.cell(row, column) : { value: one.formula === null ? one.content : null, formula: one.formula, format: one.format ?? grid.cell(row, column).format };
  };
  return { grid: { ...grid, cell }, foretold: new Map(completions.flatMap(({ at, formula, content }) => (formula === null ? [] : [[`${at.row.at},${at.column.index}`, content]]))) };
}

/** Cells whose result differs; the engine takes off what doubles add after the thirteenth digit, and cells hold fifteen. */
function differing(foretold: ReadonlyMap<string, string | number>, results: ReadonlyMap<string, unknown> | undefined): string[] {
  return [...foretold].flatMap(([cell, wanted]) => {
    const result = results?.get(cell);
    const isSame = typeof result === 'number' && typeof wanted === 'number' && Math.abs(result - wanted) <= 1e-12 * Math.max(1, Math.abs(wanted));
    return isSame ? [] : [`${cell}: ${String(result)} for ${wanted}`];
  });
}

async function off(grid: Grid, options: Partial<CompleteOptions>): Promise<{ readonly count: number; readonly cells: string[] }> {
  const { grid: full, foretold } = filledIn(grid, options);
  return { count: foretold.size, cells: differing(foretold, await calculated(full)) };
}

/** A consistent appendix without what is computed. */
function stripped(seed: number): Grid {
  const { grid, placed } = appendix(seed, { bases: true, absent: 0, digits: 'stored' });
  const gone = new Set(placed.filter(({ role }) => role !== 'actual' && role !== 'base' && role !== 'plan').map(({ row, column }) => `${row},${column}`));
  return { ...grid, cell: (row, column) => (gone.has(`${row},${column}`) ? { ...grid.cell(row, column), value: null, formula: null } : grid.cell(row, column)) };
}

test.each([{ htx: false }, { htx: true }])('[G7][G12] complete › the grid\'s engine finds the figures that were foretold: %p', async (options) => {
  const seeds = seedsAtLeast(options.htx ? 200 : 1000);
  let formulas = 0;
  for (let from = 0; from < seeds.length; from += AT_ONCE) {
    const some = seeds.slice(from, from + AT_ONCE).map((seed) => ({ seed, ...filledIn(stripped(seed), options) }));
    const results = await calculatedSheets(some.map(({ grid }) => grid));
    for (const [i, { seed, foretold }] of some.entries()) {
      expect([seed, differing(foretold, results[i])]).toEqual([seed, []]);
      formulas += foretold.size;
    }
  }
  expect(formulas).toBeGreaterThan(40 * seeds.length);
}, 600_000);

test('[G7][G12] complete › texts in Vietnamese notation, rates in percent, and parts added as one range', async () => {
  const header = ['TT', 'Chỉ tiêu', 'ĐVT', 'Thực hiện năm 2019', 'Thực hiện năm 2020', 'Tăng, giảm so với năm 2019', 'Tỷ lệ so với năm 2019'];
  const grid = gridOf('Biểu', [header, ['1', 'Tổng số HTX', 'HTX', '24.618', '25.454', null, null], ['2', 'Tỷ lệ HTX khá, giỏi', '%', '52,1%', '56,0%', null, null], ['3', 'Vốn', 'tỷ đồng', '1.002,5', '998,1', null, null]]);
  for (const htx of [false, true]) expect(await off(grid, { htx })).toEqual({ count: 6, cells: [] });
  const parts = gridOf('Biểu', [header, ['1', 'Tổng số lớp', 'lớp', 15, null, null, null], ['-', 'Nông nghiệp', 'lớp', 5, 6, null, null], ['-', 'Vận tải', 'lớp', 5, 6, null, null], ['-', 'Khác', 'lớp', 5, 7, null, null]]);
  for (const htx of [false, true]) expect(await off(parts, { htx })).toEqual({ count: 9, cells: [] });
});

test('[B2] grid › 0 is no empty text, however often a column is compared', async () => {
  const formula = (text: string): { value: null; formula: string; format: null } => ({ value: null, formula: text, format: null });
  const results = await calculated(gridOf('Biểu', [[0, formula('IF(A1="","",A1)'), formula('IF(A1="","",A1)'), formula('IF(A2="","",A2)')], [null]]));
  expect([...results.values()]).toEqual([0, 0, '']);
});
