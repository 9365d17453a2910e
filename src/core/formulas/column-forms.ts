/**
 * What the formulas of a comparison's column have in common: the form that its rows repeat, each for its own cells.
 *
 * Two formulas have one form where they read the same once both stand in A1. Spec: docs/spec.md, O1 and O2.
 */
import { movedFormula } from '#core/formulas/moved-formula';
import type { Table } from '#core/layout/table';
import type { Spot } from '#core/relations/relation';
import type { Column } from '#core/table/columns';

/** A cell with a formula, and the form of it. */
export interface Formed extends Spot {
  readonly formula: string;
  readonly form: string;
}

/** A column, its formulas, and the form that nearly all of them have. */
export interface ColumnForms {
  readonly column: Column;
  /** Of rows of rates, which divide or multiply by 100, or of all others. */
  readonly rates: boolean;
  readonly formulas: readonly Formed[];
  readonly usual: string;
  /** How many formulas have each form. */
  readonly counts: ReadonlyMap<string, number>;
}

const known = new WeakMap<Table, readonly ColumnForms[]>();

/** Fewer formulas than these tell of no habit. */
const FEWEST = 4;

/** The columns of changes, ratios and shares in which at least two thirds of the formulas have one form; found once a table. */
export function columnForms(table: Table): readonly ColumnForms[] {
  let forms = known.get(table);
  if (forms === undefined) {
    const computed = table.columns.all.filter(({ role }) => role === 'change' || role === 'ratio' || role === 'growth' || role === 'share');
    forms = computed.flatMap((column) => [formsIn(table, column, false), formsIn(table, column, true)].filter((one) => one !== null));
    known.set(table, forms);
  }
  return forms;
}

function formsIn(table: Table, column: Column, rates: boolean): ColumnForms | null {
  const formulas = table.rows.flatMap((row) => {
    const { formula } = table.grid.cell(row.at, column.index);
    return row.kind !== 'indicator' || formula === null || (table.kind(row) === 'rate') !== rates ? [] : [{ table, row, column, formula, form: formOf(formula, row.at, column.index) }];
  });
  const counts = new Map<string, number>();
  for (const { form } of formulas) counts.set(form, (counts.get(form) ?? 0) + 1);
  const [usual = null] = [...counts].filter(([, count]) => count >= FEWEST && count * 3 >= formulas.length * 2).map(([form]) => form);
  return usual === null ? null : { column, rates, formulas, usual, counts };
}

function formOf(formula: string, row: number, column: number): string {
  return movedFormula(formula, { rows: -row, columns: -column });
}

/** The formula that a cell would have if it were as the others. */
export function usualAt({ usual }: Pick<ColumnForms, 'usual'>, { row, column }: Spot): string {
  return movedFormula(usual, { rows: row.at, columns: column.index });
}
