import { expect, test } from '@jest/globals';
import { knownTemplates } from '#app/known-templates';
import { checkWorkbook } from '#core/check';
import type { SheetReport } from '#core/report';
import type { Grid } from '#core/table/grid';
import { layoutBonds } from '#test/generate/layout-contradictions';
import { LAYOUT_SLIPS, type LayoutSlip } from '#test/generate/layout-slips';
import { Random } from '#test/generate/random';
import { keyOf, randomLayout, type LayoutFigure, type RandomLayout } from '#test/generate/random-layout';
import { drawn } from '#test/generate/sheet';
import { vi } from '#words/vi';

const TABLES = 1000;
const ARITHMETIC: ReadonlySet<string> = new Set(['sums', 'ratios', 'across']);

function check(grid: Grid): SheetReport[] {
  return checkWorkbook([grid], { templates: knownTemplates() }, vi.words);
}

/** Errors, and warnings about figures that do not agree; and relations that were overlooked. */
function faults(grid: Grid, layout: RandomLayout): string[] {
  const reports = check(grid);
  const accused = reports.flatMap(({ findings }) => findings).filter(({ severity, group }) => severity === 'error' || (severity === 'warning' && ARITHMETIC.has(group)));
  const checked = reports.reduce((sum, report) => sum + report.checked, 0);
  const due = layoutBonds(layout).length;
  return [...accused.map(({ cell, rule, what }) => `${cell} ${rule}: ${what}`), ...(reports.length === 1 && checked >= due ? [] : [`${reports.length} tables, ${checked} of ${due} relations`])];
}

test('[C6] consistent tables in random layouts: each is found whole, and none of its figures is accused, in 1 000 of 1 000', () => {
  const failed: string[] = [];
  for (let seed = 1; seed <= TABLES; seed += 1) {
    const layout = randomLayout(seed);
    const grid = layout.gridWith();
    const found = faults(grid, layout);
    if (found.length > 0) failed.push([`seed ${seed}`, drawn(grid), ...found].join('\n'));
  }
  expect(failed.slice(0, 1).join('\n')).toBe('');
  expect(failed).toHaveLength(0);
});

/** The first figure, in random order, whose slip some relation of the table sees. */
function injected(layout: RandomLayout, slip: LayoutSlip): LayoutFigure | null {
  const random = new Random(layout.seed * 31 + 7);
  const bonds = layoutBonds(layout);
  const order = [...layout.figures].map(([key, figure]) => ({ key, figure, at: random.next() })).toSorted((a, b) => a.at - b.at);
  for (const { key, figure } of order) {
    const value = slip(figure, random);
    if (value === null || isRound(value)) continue;
    const changed = { ...figure, value };
    const seen = (one: string): LayoutFigure => (one === key ? changed : (layout.figures.get(one) ?? changed));
    if (bonds.some(({ keys, isBroken }) => keys.includes(key) && isBroken(keys.map(seen)))) return changed;
  }
  return null;
}

/** A count of 100.000 or more with four zeros at its end may be a round one. */
function isRound(value: number): boolean {
  return Math.abs(value) >= 100_000 && value % 10_000 === 0;
}

/** The cells that errors and warnings are about, and those that they name besides. */
function accused(grid: Grid): Set<string> {
  const findings = check(grid).flatMap((report) => report.findings).filter(({ severity }) => severity !== 'note');
  return new Set(findings.flatMap(({ cell, related }) => [cell, ...related]));
}

test.each(Object.entries(LAYOUT_SLIPS))('[C6] %s: found in 1 000 of 1 000 random layouts where some relation sees it', (_kind, slip) => {
  const missed: string[] = [];
  let tables = 0;
  for (let seed = 1; tables < TABLES && seed < 20 * TABLES; seed += 1) {
    const layout = randomLayout(seed);
    const figure = injected(layout, slip);
    if (figure === null) continue;
    tables += 1;
    const grid = layout.gridWith(figure);
    if (!accused(grid).has(figure.cell)) missed.push(`seed ${seed}: ${figure.cell} ${String(layout.figures.get(keyOf(figure.row, figure.column))?.value)} → ${figure.value}\n${drawn(grid)}`);
  }
  expect(missed.slice(0, 1).join('\n')).toBe('');
  expect([missed.length, tables]).toEqual([0, TABLES]);
});
