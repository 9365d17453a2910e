/** The cells of a form's figures: formulas where something follows, figures carried in, and what is to be typed. */
import type { Indicator } from '#core/layout/template';
import type { Table } from '#core/layout/table';
import type { FormBody } from '#core/new/body';
import type { FormCell, NewForm } from '#core/new/form';
import { changeFormula, formulaRows, levelFormula, quotientFormula, type RowOf } from '#core/new/form-formulas';
import { figureFormat } from '#core/new/figure-formats';
import { formInputs, inputRule } from '#core/new/inputs';
import { holdsFigures, type Column, type Comparison } from '#core/table/columns';
import { address } from '#core/table/grid';

/** A form laid out, and how it reads. */
export interface LaidForm {
  readonly name: string;
  readonly body: FormBody;
  readonly table: Table;
}

export interface Filling {
  /** The cell with a comparison's base, for a formula; null where there is none. */
  readonly baseAt: (comparison: Comparison, indicator: Indicator) => string | null;
  /** A figure that is known already, as its cell stores it; null for none. */
  readonly figureAt: (column: Column, indicator: Indicator) => number | null;
  readonly isLocked: boolean;
}

export function filledForm({ name, body, table }: LaidForm, { baseAt, figureAt, isLocked }: Filling): NewForm {
  const rows = body.rows.map((row) => [...row]);
  const rowOf = formulaRows(body.indicators);
  const byRow = new Map([...body.indicators].map(([indicator, row]) => [row, indicator]));
  const measures = measuresOf(table);
  for (const [indicator, row] of body.indicators) {
    if (indicator.kind === 'heading') continue;
    for (const column of table.columns.all.filter(holdsFigures)) {
      const measure = measures.get(column);
      const formula = measure === undefined ? levelCell(indicator, column, rowOf) : measureCell(measure, indicator, { row, column, baseAt });
      const cells = rows[row];
      if (cells !== undefined) cells[column.index] = figureCell(indicator, column, { ...formula, figure: figureAt(column, indicator) });
    }
  }
  const shares = new Set(table.columns.shares.map(({ index }) => index));
  const ruleAt = (row: number, column: number): ReturnType<typeof inputRule> | null => {
    const indicator = byRow.get(row);
    return indicator === undefined ? null : inputRule(indicator, shares.has(column));
  };
  return { name, rows, isLocked, hidden: false, merges: body.merges, widths: body.widths, heights: body.heights, header: body.header, inputs: formInputs(rows, ruleAt) };
}

/** What a cell is filled with by itself. */
interface Filled {
  readonly formula: string | null;
  readonly look: 'input' | 'total' | 'result';
}

function figureCell(indicator: Indicator, column: Column, { formula, look, figure }: Filled & { readonly figure: number | null }): FormCell {
  const common = { indent: 1, format: figureFormat(indicator, column) };
  if (figure !== null) return { ...common, value: figure, formula: null, look: 'carried' };
  return { ...common, value: null, formula, look };
}

function levelCell(indicator: Indicator, { index, role }: Column, rowOf: RowOf): Filled {
  const formula = role === 'level' ? levelFormula(indicator, index, rowOf) : null;
  return { formula, look: formula === null ? 'input' : indicator.parts === undefined ? 'result' : 'total' };
}

/** The comparison that a column is a measure of. */
function measuresOf({ columns }: Table): ReadonlyMap<Column, Comparison> {
  return new Map(columns.comparisons.flatMap((comparison) => [comparison.change, comparison.ratio, comparison.growth].flatMap((column) => (column === null ? [] : [[column, comparison] as const]))));
}

interface MeasureContext extends Pick<Filling, 'baseAt'> {
  readonly row: number;
  readonly column: Column;
}

function measureCell(comparison: Comparison, indicator: Indicator, { row, column, baseAt }: MeasureContext): Filled {
  const base = baseAt(comparison, indicator);
  if (base === null) return { formula: null, look: 'input' };
  const actual = address(row, comparison.actual.index);
  const formula = column === comparison.change ? changeFormula(actual, base) : quotientFormula(actual, base, column === comparison.growth ? 100 : 0);
  return { formula, look: 'result' };
}
