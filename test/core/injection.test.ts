import { expect, test } from '@jest/globals';
import { knownTemplates } from '#app/known-templates';
import { checkWorkbook } from '#core/check';
import type { Indicator } from '#core/layout/template';
import type { Grid } from '#core/table/grid';
import { appendix, type Appendix } from '#test/generate/appendix';
import { bondsOf, keyOf, spanOf, type Key, type Span } from '#test/generate/contradictions';
import { SLIPS, type Slip } from '#test/generate/injections';
import { Random } from '#test/generate/random';
import { drawn, gridWith, type Placed } from '#test/generate/sheet';
import { hiddenPlaces, written } from '#test/generate/writing';
import { vi } from '#words/vi';

const TABLES = 1000;
const INDICATORS: readonly Indicator[] = knownTemplates().flatMap(({ sections }) => sections.flatMap(({ rows }) => rows));

/** One table in the layout, with a few of its sections: errors are local, and small tables are quick to check. */
function table(seed: number): Appendix {
  const random = new Random(-seed);
  const drawing = known.get(seed) ?? appendix(seed, { sections: random.pick([['I'], ['II'], ['II'], ['III'], ['III'], ['II', 'V'], ['III', 'IV']]) });
  known.set(seed, drawing);
  return drawing;
}

/** Every kind of slip meets the same tables. */
const known = new Map<number, Appendix>();

interface Injected {
  readonly grid: Grid;
  readonly cell: string;
  readonly note: string;
}

/** The first figure, in random order, whose slip some relation of the layout sees. */
function inject({ placed, options, sheet, seed }: Appendix, slip: Slip): Injected | null {
  const random = new Random(seed * 31 + 7);
  const figures = new Map(placed.map((figure) => [keyOf(figure), figure]));
  const bonds = bondsOf(INDICATORS, new Set(figures.keys()));
  const order = placed.map((figure) => ({ figure, at: random.next() })).toSorted((a, b) => a.at - b.at);
  for (const { figure } of order) {
    const slipped = slip(figure, { placed, options, random });
    if (slipped === null) continue;
    const changed: Placed = { ...figure, ...slipped };
    const spans = (key: Key): Span => {
      const one = key === keyOf(figure) ? changed : (figures.get(key) ?? changed);
      return spanOf(one, hiddenPlaces(one, options));
    };
    if (!bonds.some(({ keys, isBroken }) => keys.includes(keyOf(figure)) && isBroken(keys.map(spans)))) continue;
    const grid = gridWith(sheet, figure.row, figure.column, written(changed, changed.printed, options, random));
    return { grid, cell: figure.cell, note: `${figure.cell} ${keyOf(figure)}: ${figure.printed.text(figure.places)} → ${changed.printed.text(changed.places)}` };
  }
  return null;
}

/** The cells of errors and warnings, those that a finding is about and those it names besides. */
function accused(grid: Grid): Set<string> {
  const reports = checkWorkbook([grid], { templates: knownTemplates() }, vi.words);
  const findings = reports.flatMap((report) => report.findings).filter(({ severity }) => severity !== 'note');
  return new Set(findings.flatMap(({ cell, related }) => [cell, ...related]));
}

test.each(Object.keys(SLIPS))('[C5] %s: found in 1 000 of 1 000 tables where some relation sees it', (kind) => {
  const slip = SLIPS[kind];
  const missed: string[] = [];
  let tables = 0;
  for (let seed = 1; tables < TABLES && seed < 20 * TABLES; seed += 1) {
    const drawing = table(seed);
    const injected = slip === undefined ? null : inject(drawing, slip);
    if (injected === null) continue;
    tables += 1;
    if (!accused(injected.grid).has(injected.cell)) missed.push(`seed ${seed}: ${injected.note}\n${JSON.stringify(drawing.options)}\n${drawn(injected.grid)}`);
  }
  expect(missed.slice(0, 1).join('\n')).toBe('');
  expect([missed.length, tables]).toEqual([0, TABLES]);
});
