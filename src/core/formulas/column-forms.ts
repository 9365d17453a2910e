/**
 * What the formulas of a comparison's column, or of a total's row, have in common: the form that each repeats for its own cells.
 *
 * Two formulas have one form where they read the same once both stand in A1. Spec: docs/spec.md, O1 and O2.
 */
import { grouped } from '#core/grouped';
import { movedFormula } from '#core/formulas/moved-formula';
import type { Table } from '#core/layout/table';
import { tableFormulas, type Formed } from '#core/formulas/table-formulas';
import type { Spot } from '#core/relations/relation';
import type { Column } from '#core/table/columns';

/** Formulas in their order, and the form that nearly all of them have. */
export interface Forms {
  readonly formulas: readonly Formed[];
  readonly usual: string;
  /** How many formulas have each form. */
  readonly counts: ReadonlyMap<string, number>;
}

/** Those of a column. */
export interface ColumnForms extends Forms {
  readonly column: Column;
  /** Of rows of rates, which divide or multiply by 100, or of all others. */
  readonly rates: boolean;
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
  const formulas = tableFormulas(table).all.filter((one) => one.column === column && one.row.kind === 'indicator' && (table.kind(one.row) === 'rate') === rates);
  const habit = usualForm(formulas);
  return habit === null ? null : { column, rates, formulas, ...habit };
}

/** The form of at least two thirds of some formulas; null where too few have one. */
function usualForm(formulas: readonly Formed[]): Pick<Forms, 'usual' | 'counts'> | null {
  const counts = new Map<string, number>();
  for (const { form } of formulas) counts.set(form, (counts.get(form) ?? 0) + 1);
  const [usual = null] = [...counts].filter(([, count]) => count >= FEWEST && count * 3 >= formulas.length * 2).map(([form]) => form);
  return usual === null ? null : { usual, counts };
}

/** The rows, totals as a rule, in which at least two thirds of the formulas in columns of levels have one form. */
export function rowForms(table: Table): Forms[] {
  const levels = new Set(table.columns.levels);
  const byRow = grouped(tableFormulas(table).all.filter(({ column }) => levels.has(column)), ({ row }) => row);
  return [...byRow.values()].flatMap((formulas) => {
    const habit = usualForm(formulas);
    return habit === null ? [] : [{ formulas, ...habit }];
  });
}

/** The formula that a cell would have if it were as the others. */
export function usualAt({ usual }: Pick<Forms, 'usual'>, { row, column }: Spot): string {
  return movedFormula(usual, { rows: row.at, columns: column.index });
}

/** Alone with its form, with the usual one before and after it: a block that reckons in its own way is a habit. */
export function isOutOfLine({ formulas, usual, counts }: Forms, place: number): boolean {
  const own = formulas[place]?.form;
  return own !== usual && own !== undefined && counts.get(own) === 1 && [formulas[place - 1], formulas[place + 1]].every((one) => one === undefined || one.form === usual);
}
