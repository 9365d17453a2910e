/** Repairs of a diagnosis in the cells' own writing: notation, scale, places. Spec: docs/spec.md, V4. */
import { FORMULA, formulaChange } from '#app/session/formula-proposals';
import type { Change } from '#app/session/journal';
import type { Made } from '#app/session/proposal';
import type { Table } from '#core/layout/table';
import { decimal, type Decimal } from '#core/numbers/decimal';
import { isGap, type Figure } from '#core/numbers/figure';
import { isMistyped } from '#core/numbers/number-text';
import { foundAs, written, type Writing } from '#core/numbers/written';
import type { Print } from '#core/print';
import type { Repair, SheetReport } from '#core/report';
import { placeOf, type Grid } from '#core/table/grid';
import type { CellWrite, OpenSheet } from '#ports/workbook-host';

/** Every repair that has something to propose, and what it would change as the reader sees figures. */
export function changesIn({ diagnoses }: SheetReport, tables: readonly Table[], grid: Grid, print: Print): Map<Repair, Change> {
  const changes = new Map<Repair, Change>();
  for (const repair of diagnoses.flatMap(({ cells, alternatives }) => [...cells, ...alternatives.flatMap((one) => one.cells)])) {
    const made = changeOf(repair, tables, grid, print);
    if (made !== null) changes.set(repair, made.change);
  }
  return changes;
}

/** What a repair writes, cell by cell, or why it writes nothing: a cell holds something else by now. */
export type Plan =
  | { readonly is: 'ready'; readonly writes: readonly CellWrite[]; readonly changes: readonly Change[] }
  | { readonly is: 'moved'; readonly cell: string; readonly now: string };

/** @param sheet just read: where a cell no longer holds what its repair says, nothing is to be written */
export function planFor(sheet: OpenSheet, tables: readonly Table[], repairs: readonly Repair[], print: Print): Plan {
  const writes: CellWrite[] = [];
  const changes: Change[] = [];
  for (const repair of repairs) {
    const made = repair.cause === FORMULA ? formulaChange(repair, tables, sheet.grid, print) : changeOf(repair, tables, sheet.grid, print);
    if (made === null) return { is: 'moved', cell: repair.cell, now: '' };
    if (made.found !== repair.found) return { is: 'moved', cell: repair.cell, now: made.change.from };
    writes.push({ sheet: sheet.id, ...placeOf(repair.cell), content: made.content, format: made.format });
    changes.push(made.change);
  }
  return { is: 'ready', writes, changes };
}

/** null where nothing is proposed, or the cell holds neither a figure nor a unit. */
function changeOf({ cell, proposal }: Repair, tables: readonly Table[], grid: Grid, print: Print): Made | null {
  const { row, column } = placeOf(cell);
  const { value } = grid.cell(row, column);
  if (proposal === null || (typeof value !== 'string' && typeof value !== 'number')) return null;
  for (const table of tables) {
    const writing = writingIn(table, row, column, value);
    if (writing !== null) return figureChange(cell, writing, proposal, print);
  }
  return typeof value === 'string' && isUnit(tables, column) ? textChange(cell, value, proposal) : null;
}

function figureChange(cell: string, writing: Writing, proposal: string, print: Print): Made {
  const { figure } = writing;
  const made = written(decimal(proposal), writing);
  return {
    found: foundAs(writing.value, figure),
    format: null,
    content: typeof made === 'number' ? { kind: 'number', value: made } : { kind: 'text', text: made },
    change: { cell, from: typeof writing.value === 'string' && isMistyped(writing.value) ? writing.value : print.figure(figure), to: shownAs(decimal(proposal), figure, print) },
  };
}

/** A unit is corrected as the text that it is. */
function textChange(cell: string, found: string, proposal: string): Made {
  return { found, format: null, content: { kind: 'text', text: proposal }, change: { cell, from: found, to: proposal } };
}

function isUnit(tables: readonly Table[], column: number): boolean {
  return tables.some(({ columns }) => columns.unit?.index === column);
}

function shownAs(value: Decimal, { percent, decimals }: Figure, print: Print): string {
  return print.value(value, { percent, decimals: Math.max(decimals, value.places) });
}

/** The figure in a cell, and how the cell writes it; null where it stands in no row and column of figures. */
function writingIn(table: Table, at: number, index: number, value: string | number): Writing | null {
  const row = table.rows.find((one) => one.at === at);
  const column = table.columns.all.find((one) => one.index === index);
  const figure = row === undefined || column === undefined ? 'no-row' : table.figure(row, column);
  return column === undefined || isGap(figure) ? null : { value, figure, notation: table.notations.get(column) ?? null };
}
