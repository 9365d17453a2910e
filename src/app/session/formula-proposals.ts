/** Formulas in the place of wrong ones, and of figures typed over one. Spec: docs/spec.md, V19. */
import type { Made, Proposal } from '#app/session/proposal';
import type { Table } from '#core/layout/table';
import { canonical, plain } from '#core/numbers/decimal';
import { isGap } from '#core/numbers/figure';
import type { Print } from '#core/print';
import type { Repair, SheetReport } from '#core/report';
import { rightFormulas } from '#core/right-formulas';
import { placeOf, textOf, type Grid } from '#core/table/grid';

/** The cause of a repair that writes a formula: its `proposal` is the formula in en-US, behind its `=`. */
export const FORMULA = 'formula';

/** What the findings of one table propose, by their ids. */
export function formulasIn({ index, findings }: SheetReport, tables: readonly Table[], grid: Grid, print: Print): Map<string, Proposal> {
  const open = findings.filter(({ group }) => group === 'formulas');
  const own = open.length === 0 ? [] : tables.filter((table) => table.index === index);
  const known = new Map(own.flatMap(rightFormulas).map((right) => [`${right.rule} ${right.cell}`, right]));
  return new Map(open.flatMap(({ id, rule, cell }) => {
    const right = known.get(`${rule} ${cell}`);
    if (right === undefined) return [];
    const { found, formula } = right;
    const change = { cell, from: heldIn(cell, own, grid, print).shown, to: print.formula(formula), cause: FORMULA };
    // How often such a formula is right was never measured: it is for the reader to say.
    return [[id, { repairs: [{ cell, found, proposal: `=${formula}`, cause: FORMULA, confidence: 0 }], changes: [change], confidence: 0 }]];
  }));
}

/**
 * What a repair would write into the sheet as it stands now.
 *
 * @returns null where the cell holds what it held, and the formula is no longer the right one: what it rests on changed
 */
export function formulaChange({ cell, found, proposal }: Repair, tables: readonly Table[], grid: Grid, print: Print): Made | null {
  const formula = proposal?.slice(1) ?? '';
  const held = heldIn(cell, tables, grid, print);
  if (held.found === found && !tables.flatMap(rightFormulas).some((right) => right.cell === cell && right.formula === formula)) return null;
  return { found: held.found, content: { kind: 'formula', formula }, format: formatFor(cell, tables, grid), change: { cell, from: held.shown, to: print.formula(formula) } };
}

/** What stands in a cell, as a finding names it, and as a reader sees it. */
function heldIn(cell: string, tables: readonly Table[], grid: Grid, print: Print): { readonly found: string; readonly shown: string } {
  const { row, column } = placeOf(cell);
  const there = grid.cell(row, column);
  if (there.formula !== null) return { found: `=${there.formula}`, shown: print.formula(there.formula) };
  for (const table of tables) {
    const [own, at] = [table.rows.find((one) => one.at === row), table.columns.all.find(({ index }) => index === column)];
    const figure = own === undefined || at === undefined ? 'no-row' : table.figure(own, at);
    if (!isGap(figure)) return { found: canonical(plain(figure.value)), shown: print.figure(figure) };
  }
  const text = textOf(there);
  return { found: text, shown: text };
}

/** A formula's result is a number: over a text it takes the format of the column's other formulas. */
function formatFor(cell: string, tables: readonly Table[], grid: Grid): string | null {
  const { row, column } = placeOf(cell);
  if (typeof grid.cell(row, column).value !== 'string') return null;
  const rows = tables.flatMap((table) => (table.rows.some(({ at }) => at === row) ? table.rows : []));
  return rows.map(({ at }) => grid.cell(at, column)).find(({ formula, value }) => formula !== null && typeof value === 'number')?.format ?? null;
}
