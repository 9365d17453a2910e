/**
 * A cell as the solver sees it: its figure, what that may stand for, and what may be proposed in its place.
 *
 * A bound belongs to its cell: what a printed figure may stand for is the same in every relation, so a contradiction is
 * one of cells. Ratios are held to their last digit and not closer: truncated ones and those off by one are notes.
 * Spec: docs/spec.md, D1.
 */
import { finestPlace, isTypedOver } from '#core/localise/column-figures';
import { add, decimalOf, exactOf, multiply, order, subtract, toNearest, unitOfPlace, ZERO, type Exact } from '#core/localise/exact';
import type { Range } from '#core/localise/project';
import type { CellRole } from '#core/localise/weights';
import type { Table } from '#core/layout/table';
import { shifted } from '#core/numbers/decimal';
import type { Figure } from '#core/numbers/figure';
import { formatFacts, storedDecimal } from '#core/numbers/number-cell';
import type { Term } from '#core/relations/relation';
import type { CellValue } from '#core/table/grid';

export interface Cell {
  /** Tables in order, then rows, then columns: what ties are settled by. */
  readonly rank: number;
  /** null for the residual of a relation that may not apply. */
  readonly term: Term | null;
  role: CellRole;
  readonly plan: boolean;
  readonly value: Exact;
  /** The last place of the figure, and of what is proposed for it. */
  readonly unit: Exact;
  step: Exact;
  /** Whole steps and nothing between them. */
  readonly whole: boolean;
  /** Its figure is known to be cut rather than rounded. */
  cut: boolean;
  readonly constraints: number[];
  /** It may be below 0: a difference, a growth, a level that is so, the ratio of one. */
  signed: boolean;
  /** Of a residual: an inferred relation's. */
  readonly inferred: boolean;
  /** Its number with the digits that its format hides; null where it shows them all. */
  full: Exact | null;
  /** It holds a formula, or what one left behind: not its figure is typed, but those it comes from. */
  readonly formula: boolean;
  /** It holds a constant where nearly all of its column is worked out. */
  readonly typedOver: boolean;
}

const TWO: Exact = { n: 2, d: 1 };
const HALF: Exact = { n: 1, d: 2 };

const ROLES: Partial<Readonly<Record<Term['column']['role'], CellRole>>> = { ratio: 'ratio', growth: 'ratio', share: 'rate', change: 'change' };

/** @param rank its place among all cells: what ties are settled by */
export function cellOf(term: Term, rank: number): Cell {
  const { figure, column } = term;
  const { value, format, formula } = term.table.grid.cell(term.row.at, column.index);
  const unit = unitOfPlace(figure.place);
  const full = hiddenIn(figure, value, format);
  const role = ROLES[column.role] ?? 'level';
  return {
    rank, term, role, plan: column.against === 'plan', value: exactOf(figure.value), unit, step: stepOf(term, unit),
    whole: figure.knowledge === 'exact', cut: false, constraints: [], inferred: false, signed: role === 'change' || column.role === 'growth' || figure.value.digits < 0n,
    full, formula: formula !== null || (full ?? unit).d > MOST_TYPED, typedOver: isTypedOver(term),
  };
}

/** Six decimals: nobody types more. */
const MOST_TYPED = 1e6;

/** A number says more than its format shows of it; in its last digits it holds the dust of what it was worked out from. */
function hiddenIn({ value: shown, place, knowledge }: Figure, value: CellValue, format: string | null): Exact | null {
  if (typeof value !== 'number' || format === null || knowledge !== 'rounded') return null;
  const own = storedDecimal(+value.toPrecision(12));
  const full = exactOf(formatFacts(format, value).percent ? shifted(own, 2) : own);
  const unit = unitOfPlace(place);
  return full.d > unit.d && order(toNearest(full, unit), exactOf(shown)) === 0 ? full : null;
}

/**
 * The last place of what is proposed: finer than the figure's own where that is round by chance.
 *
 * A number without a format shows no zeros at its end, so 20 may be one of a column of tenths or hundredths; 5.700.000 people are
 * known to a hundred thousand, and what stands there instead is a count.
 */
function stepOf(term: Term, unit: Exact): Exact {
  const { table, row, column, figure } = term;
  if (figure.knowledge !== 'rounded') return unit;
  if (isCounted(figure, table.kind(row), column)) return figure.place > 0 ? unitOfPlace(0) : unit;
  const { value, format, formula } = table.grid.cell(row.at, column.index);
  if (typeof value !== 'number' || format !== null || formula !== null) return unit;
  return finer(unit, finestPlace(term));
}

/** More decimals than two are a quotient's, and nobody typed them. */
const FINEST = -2;

function finer(unit: Exact, place: number): Exact {
  const usual = unitOfPlace(place < FINEST ? FINEST : place);
  return order(usual, unit) < 0 ? usual : unit;
}

function isCounted({ percent }: Figure, kind: ReturnType<Table['kind']>, { role }: Term['column']): boolean {
  return kind === 'count' && !percent && (role === 'level' || role === 'change');
}

/**
 * May its number be a count whose group of thousands Excel took for decimals, as it does in English: 1.437 for 1437?
 *
 * Then it was typed, has three decimals at most (zeros at the end are not kept), and fewer than a thousand before them.
 */
export function wasReadInEnglish({ term }: Cell): boolean {
  if (term === null || term.table.kind(term.row) !== 'count') return false;
  const { value, formula } = term.table.grid.cell(term.row.at, term.column.index);
  return typeof value === 'number' && formula === null && value % 1 !== 0 && value < 1000 && value > -1000 && term.figure.value.places <= 3;
}

/** The figure of a cell with another value, as it would be read then. */
export function figureWith(cell: Cell, value: Exact): Figure {
  const { term } = cell;
  if (term === null) throw new RangeError('Cannot write a figure into a relation: ask for a cell of the sheet');
  const { figure, table, row, column } = term;
  const places = placesOf(cell);
  const read = { ...figure, value: decimalOf(value, places) };
  if (order(stepFor(cell, value), cell.unit) === 0) return read;
  return { ...read, place: -placesOf({ step: stepFor(cell, value) }), knowledge: isCounted(figure, table.kind(row), column) ? 'exact' : 'rounded' };
}

/**
 * The last place that a figure in this cell would be read with: a number without a format shows no zeros at its end, so
 * 93,10 reads 93,1; but no place beyond that of the figure which stands there.
 */
function stepFor(cell: Pick<Cell, 'step' | 'unit'>, value: Exact): Exact {
  let place = cell.step;
  for (let at = 1 - placesOf(cell); ; at += 1) {
    const next = unitOfPlace(at);
    if (order(next, cell.unit) > 0 || order(toNearest(value, next), value) !== 0) return place;
    place = next;
  }
}

/** What a figure in this cell may stand for. */
export function rangeOf(cell: Cell, value: Exact): Range {
  if (cell.whole || cell.role === 'residual') return { low: value, high: value };
  const slack = slackOf(cell, value);
  const more = cell.cut ? multiply(slack, TWO) : slack;
  return value.n < 0 ? { low: subtract(value, more), high: add(value, slack) } : { low: subtract(value, slack), high: add(value, more) };
}

/** Ratios are held to their last digit, doubles to their fifteenth, all others to half of their last place. */
function slackOf(cell: Cell, value: Exact): Exact {
  const { role, term } = cell;
  const place = stepFor(cell, value);
  if (term?.figure.knowledge === 'stored') return place;
  return multiply(place, role === 'ratio' ? { n: 3, d: 2 } : HALF);
}

const printed = new WeakMap<Cell, Range>();

/** What its own figure may stand for. */
export function printedRange(cell: Cell): Range {
  let range = printed.get(cell);
  if (range === undefined) {
    const { full } = cell;
    range = full === null ? rangeOf(cell, cell.value) : withinUnit(full);
    printed.set(cell, range);
  }
  return range;
}

/** A decimal, and one unit of its last place either way. */
function withinUnit(value: Exact): Range {
  const unit = { n: 1, d: value.d };
  return { low: subtract(value, unit), high: add(value, unit) };
}

/** What a cell may hold when its figure is thrown away: levels are not below 0, unless this one is or its ratio is. */
export function domainOf({ signed }: Cell): Range {
  return { low: signed ? { n: -1, d: 0 } : ZERO, high: { n: 1, d: 0 } };
}

/** A figure of this cell, as its place shows it. */
export function placesOf({ step }: Pick<Cell, 'step'>): number {
  return step.d === 1 ? 0 : String(step.d).length - 1;
}

/** What a relation that may not apply is off by: a cell that says 0. */
export function residualOf({ rank, unit, whole }: Cell, inferred: boolean): Cell {
  return { rank: rank + 0.5, term: null, role: 'residual', plan: false, value: ZERO, unit, step: unit, whole, cut: false, constraints: [], signed: true, inferred, full: null, formula: false, typedOver: false };
}

/** Its hidden digits do not agree with what it was worked out from. */
export function forgetHidden(cell: Cell): void {
  cell.full = null;
  printed.delete(cell);
}

/** Its figure turns out to be cut rather than rounded. */
export function markCut(cell: Cell): void {
  if (cell.whole || cell.role === 'residual') return;
  cell.cut = true;
  printed.delete(cell);
}
