/** What a figure is compared with in its own row: the level, its change, the base. */
import { printedRange, type Cell } from '#core/localise/cell';
import { add, divide, greater, HUNDRED, multiply, ONE, order, size, subtract, ZERO, type Exact } from '#core/localise/exact';
import { at, constraintAt, type Model, type RowComparison } from '#core/localise/model';
import { sizeBits } from '#core/localise/odds';
import { isDivision, projected } from '#core/localise/project';

/** The present figure of a cell: as printed, or as tried. */
export type Values = (cell: number) => Exact;

/** The comparison that a constraint makes within one row; null for every other constraint. */
function comparisonIn(model: Model, number: number): RowComparison | null {
  const known = model.comparisons[number];
  if (known !== undefined) return known;
  const found = comparedBy(model, number);
  model.comparisons[number] = found;
  return found;
}

function comparedBy(model: Model, number: number): RowComparison | null {
  const { kind, cells } = constraintAt(model, number);
  const first = cells[0] ?? 0;
  const second = cells[1] ?? 0;
  switch (kind) {
    case 'implied-ratio': {
      return { actual: first, change: second, base: null, plan: at(model, second).plan };
    }
    case 'quotient': {
      return isRow(model, first, second) ? { actual: first, change: null, base: second, plan: at(model, cells[2]).plan } : null;
    }
    case 'at-most': {
      return isRow(model, first, second) ? changeHeldTo(model, second, first) : null;
    }
    default: {
      return null;
    }
  }
}

/** Without a ratio a change is still held to its level: the base is not below 0. */
function changeHeldTo(model: Model, actual: number, change: number): RowComparison | null {
  const { role, plan } = at(model, change);
  return role === 'change' ? { actual, change, base: null, plan } : null;
}

function isRow(model: Model, a: number, b: number): boolean {
  return at(model, a).term?.row === at(model, b).term?.row;
}

/** The first comparison of its row that a cell stands in. */
export function comparisonOf(model: Model, cell: number): RowComparison | null {
  for (const one of at(model, cell).constraints) {
    const comparison = comparisonIn(model, one);
    if (comparison !== null) return comparison;
  }
  return null;
}

export function changeIn({ actual, change, base }: RowComparison, values: Values): Exact {
  if (change !== null) return values(change);
  return base === null ? ZERO : subtract(values(actual), values(base));
}

/** Last year's figure, or the planned one: not below 0, nor smaller than the last place shows. */
function baseIn(comparison: RowComparison, values: Values, unit: Exact): Exact {
  return greater(size(subtract(values(comparison.actual), changeIn(comparison, values))), unit);
}

/**
 * How unlikely a growth is, but for a constant: heavy tails about 10 %, against a plan about 20 %.
 *
 * @param squared the square of the growth, in parts of one
 */
export function spread(squared: Exact, plan: boolean): number {
  const steepness: Exact = { n: plan ? 25 : 100, d: 1 };
  return sizeBits(add(ONE, multiply(steepness, squared))) - (plan ? 11 : 27);
}

/** The same of a comparison: change² / (actual · base) rates a half like a double. */
function spreadOf(comparison: RowComparison, values: Values, unit: Exact): number {
  const change = changeIn(comparison, values);
  const actual = greater(size(values(comparison.actual)), unit);
  return spread(divide(multiply(change, change), multiply(actual, baseIn(comparison, values, unit))), comparison.plan);
}

/**
 * How unlikely a row's figures are: the level anywhere on a scale of sizes, each base a growth away from it.
 *
 * It tells 10 · A from C / 10: both mend a row, but a tenfold level has a zero at its end that would be a coincidence.
 */
export function density(model: Model, level: number, values: Values): number {
  const cell = at(model, level);
  let sum = cell.role === 'level' ? sizeCost(cell, values(level)) : 0;
  for (const comparison of comparisonsOf(model, level)) sum += sizeCost(cell, baseIn(comparison, values, cell.unit)) + spreadOf(comparison, values, cell.unit);
  return sum;
}

/** Of how many digits a level is says nothing, so that each figure of many is rarer; a rate is anywhere up to 100 %, and hardly beyond. */
function sizeCost({ unit, term }: Cell, value: Exact): number {
  if (term?.table.kind(term.row) !== 'rate') return sizeBits(divide(value, unit));
  const over = divide(size(value), HUNDRED);
  if (order(over, ONE) > 0) return BEYOND + 2 * sizeBits(over);
  return value.n < 0 ? BEYOND : 0;
}

/** What a rate beyond 100 % or below 0 costs at least: four bits. */
const BEYOND = 64;

/** Rarer than the usual by some four bits: a change of two fifths of the level within a year, of four fifths against a plan. */
const ODD = 36;

/** True where a level's row as printed tells of a growth that hardly happens. */
export function isOdd(model: Model, level: number): boolean {
  const printed: Values = (cell) => at(model, cell).value;
  return comparisonsOf(model, level).some((comparison) => spreadOf(comparison, printed, at(model, level).unit) > ODD);
}

/** What a level is compared with, each once. */
function comparisonsOf(model: Model, level: number): readonly RowComparison[] {
  const known = model.comparisonsOf[level];
  if (known !== undefined) return known;
  const found: RowComparison[] = [];
  for (const one of at(model, level).constraints) {
    const comparison = comparisonIn(model, one);
    if (comparison?.actual === level && !found.some(({ change, base }) => change === comparison.change && base === comparison.base)) found.push(comparison);
  }
  model.comparisonsOf[level] = found;
  return found;
}

/** The levels whose comparisons these cells stand in; how unlikely all others are stays as it is. */
export function levelsOf(model: Model, cells: readonly number[], touched: readonly number[]): number[] {
  const levels: number[] = [];
  for (const cell of cells) if (at(model, cell).role === 'level') levels.push(cell);
  for (const one of touched) {
    const comparison = comparisonIn(model, one);
    if (comparison !== null && !levels.includes(comparison.actual) && isAnyIn(comparison, cells)) levels.push(comparison.actual);
  }
  return levels;
}

function isAnyIn({ actual, change, base }: RowComparison, cells: readonly number[]): boolean {
  return cells.some((cell) => cell === actual || cell === change || cell === base);
}

/** What the relation that judges a cell gives for it when the others' figures are taken as written; null where none does. */
export function workedOut(model: Model, cell: number, values: Values): Exact | null {
  const judging = at(model, cell).constraints.find((one) => {
    const constraint = constraintAt(model, one);
    return (isDivision(constraint) || constraint.kind === 'rate-change') && constraint.cells.at(-1) === cell;
  });
  if (judging === undefined) return null;
  const constraint = constraintAt(model, judging);
  const points = constraint.cells.map((one) => {
    const point = one === cell ? ZERO : finest(model, one, values);
    return { low: point, high: point };
  });
  const { low } = projected({ ...constraint, loose: ZERO }, constraint.cells.length - 1, points);
  return low.d === 0 ? null : low;
}

/** A figure as closely as the sheet knows it: with the digits that its format hides, or worked out from others itself. */
function finest(model: Model, number: number, values: Values): Exact {
  const cell = at(model, number);
  const value = values(number);
  if (order(value, cell.value) !== 0) return value;
  if (cell.full !== null) return cell.full;
  const worked = workedOut(model, number, values);
  const { low, high } = printedRange(cell);
  return worked !== null && order(worked, low) >= 0 && order(worked, high) <= 0 ? worked : value;
}
