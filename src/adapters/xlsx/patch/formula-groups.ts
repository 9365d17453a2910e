/**
 * Keeps the formulas that several cells have together alive when one of those cells is given something else.
 *
 * A shared formula's text stands in its first cell: it moves on to the next. An array's or a data table's stands for all its cells
 * at once: the cells that stay each keep their own place of it, or, of a data table, what it last worked out.
 */
import { formulaXml, plainTextOf } from '#adapters/xlsx/patch/cell-text';
import type { FormulaPlace, SheetIndex } from '#adapters/xlsx/patch/sheet-index';
import { movedFormula } from '#core/formulas/moved-formula';
import { address, type Area } from '#core/table/grid';

/** What becomes of a cell that nobody edits, because of one that somebody does: by its count in the index. */
export interface CellPlan {
  /** The new `f`, or '' for none; undefined where it stays. */
  formula?: string;
  /** Its value is out of date. */
  stale?: boolean;

}

export type CellPlans = Map<number, CellPlan>;

/** Whether a cell is given another content, by row and column. */
export type IsEdited = (row: number, column: number) => boolean;

/** @param text of the sheet, as the index has it */
export function planGroups(text: string, index: SheetIndex, isEdited: IsEdited): CellPlans {
  const plans: CellPlans = new Map();
  for (const group of sharedGroups(index)) planShared(text, index, group, { isEdited, plans });
  for (const formula of index.formulas) {
    if (formula.area === null || !coversEdit(formula.area, isEdited)) continue;
    if (formula.kind === 'array') planArray(text, index, formula, { isEdited, plans });
    else if (formula.kind === 'dataTable' && !isEdited(formula.row, formula.column)) planFor(plans, formula.cell).formula = '';
  }
  return plans;
}

interface Planning {
  readonly isEdited: IsEdited;
  readonly plans: CellPlans;
}

export function planFor(plans: CellPlans, cell: number): CellPlan {
  const known = plans.get(cell);
  if (known !== undefined) return known;
  const plan: CellPlan = {};
  plans.set(cell, plan);
  return plan;
}

/** The cells of each shared formula, the one with its text first; an index may be used again further down. */
function sharedGroups({ formulas }: SheetIndex): Iterable<readonly FormulaPlace[]> {
  const groups: FormulaPlace[][] = [];
  const current = new Map<string, FormulaPlace[]>();
  for (const formula of formulas) {
    if (formula.kind !== 'shared') continue;
    const group = current.get(formula.shared);
    if (group !== undefined && !hasText(formula)) group.push(formula);
    else {
      const started = [formula];
      current.set(formula.shared, started);
      groups.push(started);
    }
  }
  return groups;
}

function hasText({ inner }: FormulaPlace): boolean {
  return inner.to > inner.from;
}

function planShared(text: string, index: SheetIndex, group: readonly FormulaPlace[], { isEdited, plans }: Planning): void {
  const [master] = group;
  if (master === undefined || !hasText(master) || !isEdited(master.row, master.column)) return;
  const left = group.filter(({ row, column }) => !isEdited(row, column));
  const [heir] = left;
  if (heir === undefined) return;
  const formula = movedFormula(formulaTextAt(text, master), { rows: heir.row - master.row, columns: heir.column - master.column });
  planFor(plans, heir.cell).formula = formulaXml(index.prefix, formula, ` t="shared" ref="${areaText(boundsOf(left))}" si="${heir.shared}"`);
}

export function formulaTextAt(text: string, { inner }: FormulaPlace): string {
  return plainTextOf(text.slice(inner.from, inner.to));
}

function boundsOf(places: readonly FormulaPlace[]): Area {
  const rows = places.map(({ row }) => row);
  const columns = places.map(({ column }) => column);
  const least = (values: readonly number[]): number => values.reduce((a, b) => Math.min(a, b));
  const most = (values: readonly number[]): number => values.reduce((a, b) => Math.max(a, b));
  return { top: least(rows), left: least(columns), bottom: most(rows), right: most(columns) };
}

export function areaText({ top, left, bottom, right }: Area): string {
  return top === bottom && left === right ? address(top, left) : `${address(top, left)}:${address(bottom, right)}`;
}

function coversEdit(area: Area, isEdited: IsEdited): boolean {
  for (const [row, column] of placesOf(area)) if (isEdited(row, column)) return true;
  return false;
}

function* placesOf({ top, left, bottom, right }: Area): Iterable<readonly [row: number, column: number]> {
  for (let row = top; row <= bottom; row += 1) for (let column = left; column <= right; column += 1) yield [row, column];
}

function planArray(text: string, index: SheetIndex, array: FormulaPlace, planning: Planning): void {
  if (array.area === null || !hasText(array)) return;
  if (isDynamic(text, index, array)) planSpill(text, index, array, planning);
  else planParts(text, index, array, array.area, planning);
}

function isDynamic(text: string, index: SheetIndex, array: FormulaPlace): boolean {
  const { from } = index.cell(array.cell);
  return /\scm\s*=/.test(text.slice(from, array.from));
}

/** A dynamic array spills anew when it is calculated: around nothing, or into `#SPILL!` as Excel would say. */
function planSpill(text: string, index: SheetIndex, array: FormulaPlace, { isEdited, plans }: Planning): void {
  if (!isEdited(array.row, array.column)) {
    const plan = planFor(plans, array.cell);
    plan.formula = formulaXml(index.prefix, formulaTextAt(text, array), ` t="array" ref="${address(array.row, array.column)}"`);
    plan.stale = true;
  }
  for (const [row, column] of array.area === null ? [] : placesOf(array.area)) {
    const cell = isEdited(row, column) ? -1 : index.cellAt(row, column);
    if (cell !== -1) planFor(plans, cell).stale = true;
  }
}

/** Every cell that stays becomes an array of its own: its row and its column of the whole, which repeats where it has but one. */
function planParts(text: string, index: SheetIndex, array: FormulaPlace, area: Area, { isEdited, plans }: Planning): void {
  const whole = formulaTextAt(text, array);
  for (const [row, column] of placesOf(area)) {
    const cell = isEdited(row, column) ? -1 : index.cellAt(row, column);
    if (cell === -1) continue;
    const part = `INDEX(${whole},${step('ROWS', whole, row - area.top)},${step('COLUMNS', whole, column - area.left)})`;
    planFor(plans, cell).formula = formulaXml(index.prefix, part, ` t="array" ref="${address(row, column)}"`);
  }
}

function step(count: 'ROWS' | 'COLUMNS', whole: string, offset: number): string {
  return offset === 0 ? '1' : `IF(${count}(${whole})=1,1,${offset + 1})`;
}
