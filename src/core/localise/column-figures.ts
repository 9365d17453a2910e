/** What else stands in a figure's column: where it may have been copied from, and how many decimals are usual there. */
import { exactOf, keyOf, order, toNearest, unitOfPlace, type Exact } from '#core/localise/exact';
import { bitsOf } from '#core/localise/odds';
import type { Row } from '#core/table/rows';
import { isGap } from '#core/numbers/figure';
import type { Cell } from '#core/table/grid';
import type { Term } from '#core/relations/relation';

/** How often figures stand in a column, and each one's neighbours above and below. */
interface ColumnFigures {
  readonly count: number;
  readonly of: ReadonlyMap<string, number>;
  readonly rows: readonly { readonly row: Row; readonly value: Exact; readonly stored: boolean }[];
  /** The last place of most decimals among its numbers. */
  readonly finest: number;
  /** How many of them the sheet worked out. */
  readonly worked: number;
  /** How many of those hold a formula. */
  readonly formulas: number;
}

const columns = new WeakMap<Term['table'], Map<number, ColumnFigures>>();

function figuresOf({ table, column }: Term): ColumnFigures {
  const known = columns.get(table) ?? new Map<number, ColumnFigures>();
  columns.set(table, known);
  const figures = known.get(column.index) ?? counted(table, column);
  known.set(column.index, figures);
  return figures;
}

function counted(table: Term['table'], column: Term['column']): ColumnFigures {
  const of = new Map<string, number>();
  const rows: { row: Row; value: Exact; stored: boolean }[] = [];
  let finest = 0;
  let worked = 0;
  let formulas = 0;
  for (const row of table.rows) {
    const figure = row.kind === 'indicator' ? table.figure(row, column) : 'empty';
    if (isGap(figure)) continue;
    const value = exactOf(figure.value);
    if (figure.place < finest) finest = figure.place;
    const cell = table.grid.cell(row.at, column.index);
    if (isWorkedOut(cell)) worked += 1;
    if (cell.formula !== null) formulas += 1;
    rows.push({ row, value, stored: figure.knowledge === 'stored' });
    const key = keyOf(value);
    of.set(key, (of.get(key) ?? 0) + 1);
  }
  return { count: rows.length, of, rows, finest, worked, formulas };
}

/** A formula, or what one left behind: a number with more decimals than anybody types. */
function isWorkedOut({ value, formula }: Pick<Cell, 'value' | 'formula'>): boolean {
  return formula !== null || (typeof value === 'number' && value % 1 !== 0 && MORE_THAN_TYPED.test(String(value)));
}

/** Seven decimals or a power of ten. */
const MORE_THAN_TYPED = /[.]\d{7}|e/;

/**
 * Does the sheet work out nearly all of its column, and not this one? Somebody typed over it.
 *
 * A quotient may be as round as 120 by itself, so that one or two digits tell nothing.
 */
export function isTypedOver(term: Term): boolean {
  const { count, worked, formulas } = figuresOf(term);
  const isMost = (some: number): boolean => some >= ENOUGH && (count - some) * ONE_IN < count;
  if (!isMost(worked)) return false;
  const { value, formula } = term.table.grid.cell(term.row.at, term.column.index);
  if (formula !== null || isMost(formulas)) return formula === null;
  return typeof value === 'number' && !isWorkedOut({ value, formula }) && String(value).replaceAll(/[-.]|0+$/g, '').length > 2;
}

/** Figures that must be worked out, and of how many one at most may not be. */
const ENOUGH = 5;
const ONE_IN = 4;

/** How a figure may have been copied: from the row above or below, from elsewhere in its column, or not at all. */
export type Copied = { readonly from: 'neighbour' } | { readonly from: 'column'; readonly rarity: number } | null;

export function copied(term: Term, value: Exact): Copied {
  // Nobody types all the digits of a quotient.
  const unit = unitOfPlace(term.figure.place);
  const { count, of, rows } = figuresOf(term);
  let place = 0;
  let end = rows.length;
  while (place < end) {
    const middle = (place + end) >> 1;
    if ((rows[middle]?.row.at ?? 0) < term.row.at) place = middle + 1;
    else end = middle;
  }
  const beside = [rows[place - 1], rows[place + 1]];
  if (beside.some((one) => one !== undefined && (order(one.value, value) === 0 || (one.stored && order(toNearest(one.value, unit), value) === 0)) && !hasSameLevel(term, one.row))) return { from: 'neighbour' };
  const others = (of.get(keyOf(value)) ?? 1) - 1;
  return others > 0 ? { from: 'column', rarity: bitsOf(count, others) } : null;
}

/** A row with the level from which this one is worked out may have the same comparison by itself. */
function hasSameLevel({ table, row, column }: Term, other: Row): boolean {
  const actual = table.columns.comparisons.find(({ change, ratio }) => change === column || ratio === column)?.actual;
  if (actual === undefined) return false;
  const [own, theirs] = [table.figure(row, actual), table.figure(other, actual)];
  return !isGap(own) && !isGap(theirs) && order(exactOf(own.value), exactOf(theirs.value)) === 0;
}

/** The last place of the figures of its column with most decimals: what a number that shows none may have lost. */
export function finestPlace(term: Term): number {
  return figuresOf(term).finest;
}
