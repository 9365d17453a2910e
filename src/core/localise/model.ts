/**
 * The cells and constraints of a workbook's relations, as the solver sees them.
 * Spec: docs/spec.md, D1.
 */
import { cellOf, markCut, printedRange, residualOf, type Cell } from '#core/localise/cell';
import { order, unitOfPlace, ZERO, type Exact } from '#core/localise/exact';
import { projected, type Constraint, type Range } from '#core/localise/project';
import type { Table } from '#core/layout/table';
import type { Grade } from '#core/numbers/grade';
import { relatedTo, type Relation, type Term } from '#core/relations/relation';

/** A relation that a rule looked at, and what came of it. */
export interface Evidence {
  readonly relation: Relation;
  readonly grade: Grade;
}

export interface Model {
  readonly cells: Cell[];
  readonly constraints: Constraint[];
  readonly evidence: Evidence[];
  readonly isBroken: boolean[];
  /** What each relation's grade costs as printed, once somebody asked. */
  readonly paid: (number | undefined)[];
}

/** More columns than a sheet has. */
const WIDTH = 16_384;

/** The model of all relations that rules looked at; a relation that two rules looked at counts once. */
export function modelOf(all: readonly Evidence[]): Model {
  const model: Model = { cells: [], constraints: [], evidence: [], isBroken: [], paid: [] };
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
    const at = term.row.at * WIDTH + term.column.index;
    let number = table.cells.get(at);
    if (number === undefined) {
      number = this.#cells.length;
      table.cells.set(at, number);
      this.#cells.push(cellOf(term, table.rank * 2 ** 34 + at));
    }
    return number;
  }
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
    case 'sum': {
      const signs = relation.terms.map(({ sign }): 1 | -1 => (sign === 1 ? -1 : 1));
      const soft = mayNotApply(relation) ? [addResidual(model, at(model, judged), relation.basis === 'inferred')] : [];
      return { ...common, kind: 'sum', cells: [judged, ...others, ...soft], signs: [1, ...signs, ...soft.map((): -1 => -1)] };
    }
    case 'at-most': {
      return { ...common, kind: 'at-most', cells: [judged, ...others], signs: [1, ...others.map((_, i): 1 | -1 => (i === others.length - 1 ? -1 : 1))], loose: ZERO };
    }
    case 'direction':
    case 'whole-base': {
      return { ...common, kind: relation.kind, cells: [...others, judged], loose: ZERO };
    }
    default: {
      const offset = relation.kind === 'rate-change' ? 0 : relation.offset;
      return { ...common, kind: relation.kind, cells: [...others, judged], offset: { n: offset, d: 1 } };
    }
  }
}

function mayNotApply({ soft, basis }: Extract<Relation, { kind: 'sum' }>): boolean {
  return soft === true || basis === 'inferred';
}

function addResidual({ cells }: Model, judged: Cell, inferred: boolean): number {
  cells.push(residualOf(judged, inferred));
  return cells.length - 1;
}

/** A ratio's own bounds reach to its last digit already; other rounded figures may be one off in what is worked out. */
function looseOf({ figure, column }: Term): Exact {
  if (figure.knowledge !== 'rounded' || column.role === 'ratio' || column.role === 'growth') return ZERO;
  return unitOfPlace(figure.place);
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
    markCut(at(model, i));
  }
}
