/**
 * The formulas of a table's figures, each with its form and with what it reads.
 *
 * Two formulas have one form where they read the same once both stand in A1; what a form reads is found once.
 * Spec: docs/spec.md, O1 to O8.
 */
import { movedFormula } from '#core/formulas/moved-formula';
import { precedentsOf, type Precedent } from '#core/formulas/precedents';
import type { Table } from '#core/layout/table';
import type { Spot } from '#core/relations/relation';
import { remembered } from '#core/remembered';
import { LAST_COLUMN, LAST_ROW } from '#core/table/cell-reference';
import { holdsFigures } from '#core/table/columns';
import type { Area } from '#core/table/grid';
import type { Row } from '#core/table/rows';

/** A cell with a formula, and the form of it. */
export interface Formed extends Spot {
  readonly formula: string;
  readonly form: string;
}

export interface TableFormulas {
  /** Row by row, left to right. */
  readonly all: readonly Formed[];
  readonly rowAt: ReadonlyMap<number, Row>;
}

const known = new WeakMap<Table, TableFormulas>();

/** The formulas in the table's columns of figures; listed once a table. */
export function tableFormulas(table: Table): TableFormulas {
  let formulas = known.get(table);
  if (formulas === undefined) {
    const columns = table.columns.all.filter(holdsFigures);
    const all: Formed[] = [];
    for (const row of table.rows) {
      for (const column of columns) {
        const { formula } = table.grid.cell(row.at, column.index);
        if (formula !== null) all.push({ table, row, column, formula, form: movedFormula(formula, { rows: -row.at, columns: -column.index }) });
      }
    }
    formulas = { all, rowAt: new Map(all.length === 0 ? [] : table.rows.map((row) => [row.at, row])) };
    known.set(table, formulas);
  }
  return formulas;
}

/** A range on the formula's own sheet, and whether `$` keeps its rows where they are. */
export interface Read extends Area {
  readonly fixed: boolean;
}

/** Sheets repeat a few hundred forms. */
const MOST_FORMS = 20_000;
const readsOfForm = remembered(MOST_FORMS, (form) => precedentsOf(form).ranges.filter(({ sheet }) => sheet === null));

/** The ranges of its own sheet that a formula reads; other sheets, names and tables are left out. */
export function readsOf({ form, row, column }: Formed): Read[] {
  return readsOfForm(form).map((range) => readAt(range, row.at, column.index));
}

function readAt({ top, left, bottom, right }: Precedent, row: number, column: number): Read {
  const down = (end: Precedent['top']): number => (end.fixed ? end.at : (end.at + row) % (LAST_ROW + 1));
  const across = (end: Precedent['left']): number => (end.fixed ? end.at : (end.at + column) % (LAST_COLUMN + 1));
  const a = down(top);
  const b = down(bottom);
  const c = across(left);
  const d = across(right);
  return { top: a < b ? a : b, bottom: a < b ? b : a, left: c < d ? c : d, right: c < d ? d : c, fixed: top.fixed && bottom.fixed };
}
