/** What is filled in as formulas, calculated by the engine of the workbench's grid: the figures that the check's own arithmetic gives. */
import { expect, test } from '@jest/globals';
import { knownTemplates } from '#app/known-templates';
import { complete, type CompleteOptions } from '#core/complete/complete';
import { tablesOf } from '#core/layout/table';
import { gridOf, type Grid } from '#core/table/grid';
import { calculated } from '#test/adapters/browser/grid/calculated';
import { appendix } from '#test/generate/appendix';

const OPTIONS = { templates: knownTemplates() };
/** A thousand, where somebody has the minutes: SEEDS=1000. */
const SEEDS = Number(process.env['SEEDS'] ?? 12);

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
async function off(grid: Grid, options: Partial<CompleteOptions>): Promise<{ readonly count: number; readonly cells: string[] }> {
  const { grid: full, foretold } = filledIn(grid, options);
  const results = await calculated(full);
  const cells = [...foretold].flatMap(([cell, wanted]) => {
    const result = results.get(cell);
    const isSame = typeof result === 'number' && typeof wanted === 'number' && Math.abs(result - wanted) <= 1e-12 * Math.max(1, Math.abs(wanted));
    return isSame ? [] : [`${cell}: ${String(result)} for ${wanted}`];
  });
  return { count: foretold.size, cells };
}

test.each([{ htx: false }, { htx: true }])('[G7][G12] complete › the grid\'s engine finds the figures that were foretold: %p', async (options) => {
  let formulas = 0;
  for (let seed = 1; seed <= SEEDS; seed += 1) {
    const { grid, placed } = appendix(seed, { bases: true, absent: 0, digits: 'stored' });
    const gone = new Set(placed.filter(({ role }) => role !== 'actual' && role !== 'base' && role !== 'plan').map(({ row, column }) => `${row},${column}`));
    const bare: Grid = { ...grid, cell: (row, column) => (gone.has(`${row},${column}`) ? { ...grid.cell(row, column), value: null, formula: null } : grid.cell(row, column)) };
    const { count, cells } = await off(bare, options);
    expect([seed, cells]).toEqual([seed, []]);
    formulas += count;
  }
  expect(formulas).toBeGreaterThan(300);
}, 3_600_000);

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
