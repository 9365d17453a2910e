import { expect, test } from '@jest/globals';
import { knownTemplates } from '#app/known-templates';
import { checkWorkbook } from '#core/check';
import type { Finding, SheetReport } from '#core/report';
import { gridOf, type Cell, type Grid } from '#core/table/grid';
import { appendix } from '#test/generate/appendix';
import { Random } from '#test/generate/random';
import { drawn } from '#test/generate/sheet';
import { vi } from '#words/vi';

const ARITHMETIC = new Set<Finding['group']>(['sums', 'ratios', 'across']);

/** Errors, and warnings about figures that do not agree. */
function accusations(reports: readonly SheetReport[]): string[] {
  const accused = reports.flatMap(({ findings }) => findings).filter(({ severity, group }) => severity === 'error' || (severity === 'warning' && ARITHMETIC.has(group)));
  return accused.map(({ cell, rule, what }) => `${cell} ${rule}: ${what}`);
}

/** A table that is cut in two, or taken for another layout, would be silent for the wrong reason. */
function lost(reports: readonly SheetReport[], isWhole: boolean): string[] {
  const inLayout = reports.every(({ template }) => template?.id === 'lmhtxvn-2020');
  return reports.length === 1 && (inLayout || !isWhole) ? [] : [`found ${reports.length} tables, at ${reports.map(({ table }) => table ?? 'no place').join(', ')}${inLayout ? '' : ', in another layout'}`];
}

function checkedIn(reports: readonly SheetReport[]): number {
  return reports.reduce((sum, { checked }) => sum + checked, 0);
}

function check(grid: Grid): SheetReport[] {
  return checkWorkbook([grid], { templates: knownTemplates() }, vi.words);
}

test('[C5] a consistent appendix gives no error and no arithmetic warning, in 1 000 of 1 000 random ones', () => {
  const failed: string[] = [];
  let checked = 0;
  for (let seed = 1; seed <= 1000; seed += 1) {
    const { grid, options } = appendix(seed);
    const reports = check(grid);
    checked += checkedIn(reports);
    const faults = [...lost(reports, options.absent === 0), ...accusations(reports)];
    if (faults.length > 0) failed.push([`seed ${seed}`, JSON.stringify(options), drawn(grid), ...faults].join('\n'));
  }
  expect(failed.slice(0, 1).join('\n')).toBe('');
  expect(failed).toHaveLength(0);
  expect(checked).toBeGreaterThan(60_000);
});

test('[N4] =SUM, =A-B and =A/B over decimals, in 10 000 small sheets with the doubles that a spreadsheet keeps', () => {
  const failed: string[] = [];
  for (let seed = 1; seed <= 10_000; seed += 1) {
    const grid = formulaSheet(new Random(seed));
    const reports = check(grid);
    const accused = accusations(reports);
    if (accused.length > 0 || checkedIn(reports) < 9) failed.push([`seed ${seed}`, drawn(grid), ...accused].join('\n'));
  }
  expect(failed.slice(0, 1).join('\n')).toBe('');
  expect(failed).toHaveLength(0);
});

/** A total of typed amounts, last year's beside it, change and ratio: all but the parts are formulas. */
function formulaSheet(random: Random): Grid {
  const decimals = random.whole(1, 2);
  const amount = (): number => random.sized(3, 7) / 10 ** decimals;
  const [shown, percent] = [random.pick([null, decimals === 1 ? '#,##0.0' : '#,##0.00']), random.pick(['0.0%', '0%', '0.00%'])];
  const computed = (value: number, format: string | null): Cell => ({ value, format, formula: 'SUM(C3:C5)' });
  const typed = (value: number): Cell => ({ value, format: shown, formula: null });
  const parts = Array.from({ length: random.whole(2, 6) }, () => [amount(), amount()] as const);
  const added = (pick: 0 | 1): number => parts.reduce((sum, part) => sum + part[pick], 0);
  const compared = (base: number, actual: number): Cell[] => [computed(actual - base, shown), computed(actual / base, percent)];
  return gridOf('Vốn', [
    ['TT', 'Chỉ tiêu', 'Đơn vị tính', 'Thực hiện năm 2019', 'Thực hiện năm 2020', 'So với năm 2019: Số lượng', 'So với năm 2019: Tỷ lệ'],
    ['1', 'Tổng vốn', 'tỷ đồng', computed(added(0), shown), computed(added(1), shown), ...compared(added(0), added(1))],
    ...parts.map(([base, actual], i) => ['-', `Nguồn ${String.fromCodePoint(65 + i)}`, 'tỷ đồng', typed(base), typed(actual), ...compared(base, actual)]),
  ]);
}
