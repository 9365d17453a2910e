/**
 * The cells and constraints of a workbook's relations, as the solver sees them.
 *
 * A bound belongs to its cell: what a printed figure may stand for is the same in every relation, so a contradiction is
 * one of cells. Ratios are held to their last digit and not closer: truncated ones and those off by one are notes.
 * Spec: docs/spec.md, D1.
 */
import { add, exactOf, multiply, negate, order, subtract, unitOfPlace, ZERO, type Exact } from '#core/localise/exact';
import { projected, type Constraint, type Range } from '#core/localise/project';
import type { CellRole } from '#core/localise/weights';
import type { Table } from '#core/layout/table';
import type { Figure } from '#core/numbers/figure';
import type { Grade } from '#core/numbers/grade';
import { relatedTo, type Relation, type Term } from '#core/relations/relation';

/** A relation that a rule looked at, and what came of it. */
export interface Evidence {
  readonly relation: Relation;
  readonly grade: Grade;
}

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
  /** Of a residual: an inferred relation's. */
  readonly inferred: boolean;
}

export interface Model {
  readonly cells: Cell[];
  readonly constraints: Constraint[];
  readonly evidence: Evidence[];
  readonly isBroken: boolean[];
}

const TWO: Exact = { n: 2n, d: 1n };
const HALF: Exact = { n: 1n, d: 2n };
const ROWS = 4096;

/** The model of all relations that rules looked at; a relation that two rules looked at counts once. */
export function modelOf(all: readonly Evidence[]): Model {
  const model: Model = { cells: [], constraints: [], evidence: [], isBroken: [] };
  const numbers = new Numbers(model.cells);
  for (const one of all) place(model, numbers, one);
  for (const [i, { grade }] of model.evidence.entries()) if (grade !== 'wrong' && !holdsAsPrinted(model, i)) loosen(model, i);
  return model;
}

/** Numbers for cells, in the order in which relations name them. */
class Numbers {
  readonly #cells: Cell[];
  readonly #tables = new Map<Table, { readonly rank: number; readonly cells: Map<number, number> }>();

  constructor(cells: Cell[]) {
    this.#cells = cells;
  }

  of(term: Term): number {
    const table = this.#tables.get(term.table) ?? { rank: this.#tables.size, cells: new Map<number, number>() };
    this.#tables.set(term.table, table);
    const at = term.row.at * ROWS + term.column.index;
    let number = table.cells.get(at);
    if (number === undefined) {
      number = this.#cells.length;
      table.cells.set(at, number);
      this.#cells.push(cellOf(term, table.rank * 2 ** 34 + at));
    }
    return number;
  }
}

function cellOf(term: Term, rank: number): Cell {
  const { figure, column } = term;
  const unit = unitOfPlace(figure.place);
  const role = column.role === 'ratio' || column.role === 'growth' ? 'ratio' : column.role === 'share' ? 'rate' : column.role === 'change' ? 'change' : 'level';
  return {
    rank, term, role, plan: column.against === 'plan', value: exactOf(figure.value), unit, step: stepOf(term, unit),
    whole: figure.knowledge === 'exact', cut: false, constraints: [], inferred: false,
  };
}

/** A number without a format shows no zeros at its end: 20 may be one of a column of tenths. */
function stepOf({ table, row, column, figure }: Term, unit: Exact): Exact {
  if (figure.knowledge === 'exact' || figure.place < 0) return unit;
  const { value, format, formula } = table.grid.cell(row.at, column.index);
  return typeof value === 'number' && format === null && formula === null ? unitOfPlace(-1) : unit;
}

function place(model: Model, numbers: Numbers, evidence: Evidence): void {
  const { relation, grade } = evidence;
  const number = model.constraints.length;
  const terms = [relation.judged, ...relatedTo(relation)];
  const cells = terms.map((term) => numbers.of(term));
  const constraint = constraintOf(relation, cells, model);
  if (relation.kind === 'quotient' && relation.judged.column.role === 'level') at(model, cells[0]).role = 'rate';
  if (relation.kind === 'sum' && relation.terms.length > 1 && relation.terms.every(({ term }) => term.column === relation.judged.column)) markTotal(at(model, cells[0]));
  for (const cell of constraint.cells) at(model, cell).constraints.push(number);
  model.constraints.push(constraint);
  model.evidence.push(evidence);
  model.isBroken.push(grade === 'wrong');
}

function markTotal(cell: Cell): void {
  if (cell.role === 'level') cell.role = 'total';
}

/** The cell of a number; numbers come from the model itself. */
export function at({ cells }: Pick<Model, 'cells'>, number: number | undefined): Cell {
  const cell = number === undefined ? undefined : cells[number];
  if (cell === undefined) throw new RangeError(`Cannot find cell ${String(number)}: the model has ${cells.length} cells`);
  return cell;
}

/** The constraint of a number. */
export function constraintAt({ constraints }: Pick<Model, 'constraints'>, number: number): Constraint {
  const constraint = constraints[number];
  if (constraint === undefined) throw new RangeError(`Cannot find constraint ${number}: the model has ${constraints.length}`);
  return constraint;
}

function constraintOf(relation: Relation, [judged = 0, ...others]: readonly number[], model: Model): Constraint {
  const common = { signs: [], offset: ZERO, loose: looseOf(relation.judged) };
  switch (relation.kind) {
    case 'implied-ratio':
    case 'quotient': {
      return { ...common, kind: relation.kind, cells: [...others, judged], offset: { n: BigInt(relation.offset), d: 1n } };
    }
    case 'sum': {
      const signs = relation.terms.map(({ sign }): 1 | -1 => (sign === 1 ? -1 : 1));
      const soft = relation.soft === true || relation.basis === 'inferred' ? [residual(model, relation.basis === 'inferred', at(model, judged))] : [];
      return { ...common, kind: 'sum', cells: [judged, ...others, ...soft], signs: [1, ...signs, ...soft.map((): -1 => -1)] };
    }
    case 'at-most': {
      return { ...common, kind: 'at-most', cells: [judged, ...others], signs: [1, ...others.map((_, i): 1 | -1 => (i === others.length - 1 ? -1 : 1))], loose: ZERO };
    }
    case 'rate-change': {
      return { ...common, kind: 'rate-change', cells: [...others, judged] };
    }
    case 'direction':
    case 'whole-base': {
      return { ...common, kind: relation.kind, cells: [...others, judged], loose: ZERO };
    }
  }
}

/** A ratio's own bounds reach to its last digit already; other rounded figures may be one off in what is worked out. */
function looseOf({ figure, column }: Term): Exact {
  if (figure.knowledge !== 'rounded' || column.role === 'ratio' || column.role === 'growth') return ZERO;
  return unitOfPlace(figure.place);
}

/** What a relation that may not apply is off by: a cell that says 0. */
function residual({ cells }: Model, inferred: boolean, { rank, unit, whole }: Cell): number {
  cells.push({ rank: rank + 0.5, term: null, role: 'residual', plan: false, value: ZERO, unit, step: unit, whole, cut: false, constraints: [], inferred });
  return cells.length - 1;
}

/** What a figure in this cell may stand for. */
export function rangeOf(cell: Cell, value: Exact): Range {
  const { role, whole, unit, cut, term } = cell;
  if (whole || role === 'residual') return { low: value, high: value };
  const slack = term?.figure.knowledge === 'stored' ? unit : multiply(unit, role === 'ratio' ? { n: 3n, d: 2n } : HALF);
  const more = cut ? multiply(slack, TWO) : slack;
  return { low: subtract(value, value.n < 0n ? more : slack), high: add(value, value.n < 0n ? slack : more) };
}

const printed = new WeakMap<Cell, Range>();

/** What its own figure may stand for. */
export function printedRange(cell: Cell): Range {
  let range = printed.get(cell);
  if (range === undefined) {
    range = rangeOf(cell, cell.value);
    printed.set(cell, range);
  }
  return range;
}

/** Do these ranges leave the constraint a solution? Tried on the cell that it judges. */
export function agrees(constraint: Constraint, ranges: readonly Range[]): boolean {
  const target = constraint.kind === 'sum' || constraint.kind === 'at-most' ? 0 : constraint.cells.length - 1;
  const allowed = projected(constraint, target, ranges);
  const own = ranges[target];
  return own !== undefined && order(allowed.low, own.high) <= 0 && order(own.low, allowed.high) <= 0;
}

function holdsAsPrinted(model: Model, number: number): boolean {
  const constraint = constraintAt(model, number);
  return agrees(constraint, constraint.cells.map((cell) => printedRange(at(model, cell))));
}

/** A relation that its rule accepts, and that only figures cut instead of rounded fulfil. */
function loosen(model: Model, number: number): void {
  for (const i of constraintAt(model, number).cells) {
    const cell = at(model, i);
    if (cell.whole || cell.role === 'residual') continue;
    cell.cut = true;
    printed.delete(cell);
  }
}

/** What a cell may hold when its figure is thrown away: levels are not below 0, unless this one is. */
export function domainOf({ role, value }: Cell): Range {
  const open = role === 'change' || role === 'residual' || value.n < 0n;
  return { low: open ? { n: -1n, d: 0n } : ZERO, high: { n: 1n, d: 0n } };
}

/** A figure of this cell, as its place shows it. */
export function placesOf({ step }: Cell): number {
  return step.d === 1n ? 0 : String(step.d).length - 1;
}

export function opposite(value: Exact): Exact {
  return negate(value);
}

export type { Figure };
