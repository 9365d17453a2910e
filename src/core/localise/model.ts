/**
 * The cells and constraints of a workbook's relations, as the solver sees them.
 * Spec: docs/spec.md, D1.
 */
import { cellOf, forgetHidden, markCut, printedRange, residualOf, type Cell } from '#core/localise/cell';
import { CellNumbers } from '#core/localise/cell-numbers';
import { HUNDRED, order, unitOfPlace, ZERO, type Exact } from '#core/localise/exact';
import { isDivision, projected, type Constraint, type Range } from '#core/localise/project';
import type { Grade } from '#core/numbers/grade';
import { relatedTo, type Relation, type Term } from '#core/relations/relation';

/** A relation that a rule looked at, and what came of it. */
export interface Evidence {
  readonly relation: Relation;
  readonly grade: Grade;
}

/** What a figure is compared with in its own row. */
export interface RowComparison {
  readonly actual: number;
  /** null where the base has a column of its own, and is what follows. */
  readonly change: number | null;
  readonly base: number | null;
  readonly plan: boolean;
}

export interface Model {
  readonly cells: Cell[];
  readonly constraints: Constraint[];
  readonly evidence: Evidence[];
  readonly isBroken: boolean[];
  /** What each relation's grade costs as printed, once somebody asked. */
  readonly paid: (number | undefined)[];
  /** How unlikely each level's row is as printed, once somebody asked. */
  readonly densities: (number | undefined)[];
  /** The comparison that each constraint makes, and those of each level, once somebody asked. */
  readonly comparisons: (RowComparison | null | undefined)[];
  readonly comparisonsOf: (readonly RowComparison[] | undefined)[];
  /** What each constraint allows for each of its cells while all others stay as printed, once somebody asked. */
  readonly allowed: (Range | undefined)[][];
}

/**
 * The model of relations that rules looked at, in their order.
 *
 * @param cuts the table cuts its figures rather than rounding them: each may stand for more than itself
 */
export function modelOf(all: readonly Evidence[], cuts = false): Model {
  const model: Model = { cells: [], constraints: [], evidence: [], isBroken: [], paid: [], densities: [], comparisons: [], comparisonsOf: [], allowed: [] };
  const numbers = new CellNumbers();
  for (const one of all) place(model, numbers, one);
  weighHidden(model);
  for (const [number, { grade }] of model.evidence.entries()) if (cuts || isCutSomehow(model, number, grade)) loosen(model, number);
  return model;
}

/** What rounding gives holds within half of each last place; what its rule accepts though it does not was cut, or hides its digits. */
function isCutSomehow(model: Model, number: number, grade: Grade): boolean {
  return grade !== 'exact' && grade !== 'wrong' && !hidesDigits(model, number) && !holdsAsPrinted(model, number);
}

/**
 * Digits that a format hides are believed where what they were worked out from agrees with them, and where one relation
 * does not while nearly all others do: then a figure of it is wrong by less than its format shows.
 */
function weighHidden(model: Model): void {
  const checked = [...model.evidence.keys()].filter((number) => model.evidence[number]?.grade !== 'wrong' && hidesDigits(model, number));
  const doubtful = checked.filter((number) => !holdsAsPrinted(model, number));
  if (checked.length - doubtful.length >= SURELY * doubtful.length) return;
  for (const number of doubtful) for (const cell of constraintAt(model, number).cells) forgetHidden(at(model, cell));
}

/** So many relations that agree to the last hidden digit stand against one that does not. */
const SURELY = 4;

function hidesDigits(model: Model, number: number): boolean {
  return constraintAt(model, number).cells.some((cell) => at(model, cell).full !== null);
}

function place(model: Model, numbers: CellNumbers, evidence: Evidence): void {
  const { relation, grade } = evidence;
  const number = model.constraints.length;
  const cells = [relation.judged, ...relatedTo(relation)].map((term) => numbers.of(term, (rank) => model.cells.push(cellOf(term, rank)) - 1));
  const constraint = constraintOf(relation, cells, model);
  if (relation.kind === 'quotient' && relation.judged.column.role === 'level') at(model, cells[0]).role = 'rate';
  if (relation.kind === 'sum' && relation.terms.length > 1 && relation.terms.every(({ term }) => term.column === relation.judged.column)) markTotal(at(model, cells[0]));
  markSigned(model, constraint);
  for (const cell of constraint.cells) at(model, cell).constraints.push(number);
  model.constraints.push(constraint);
  model.evidence.push(evidence);
  model.isBroken.push(grade === 'wrong');
}

/** A level and its ratio lie on the same side of 0: where one of them is below, the other may be. */
function markSigned(model: Model, constraint: Constraint): void {
  if (!isDivision(constraint)) return;
  const { cells, offset } = constraint;
  const level = at(model, cells[0]);
  const judged = at(model, cells.at(-1));
  if (offset.n !== 0 || (level.value.n >= 0 && judged.value.n >= 0)) return;
  level.signed = true;
  judged.signed = true;
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

function constraintOf(relation: Relation, cells: readonly number[], model: Model): Constraint {
  const { kind, judged } = relation;
  switch (kind) {
    case 'sum': {
      return sumOf(relation, cells, model);
    }
    case 'at-most': {
      return { kind, cells, signs: cells.map((_, i): 1 | -1 => (i === cells.length - 1 ? -1 : 1)), offset: ZERO, loose: ZERO };
    }
    case 'direction':
    case 'whole-base': {
      return { kind, cells: judgedLast(cells), signs: NO_SIGNS, offset: ZERO, loose: ZERO };
    }
    default: {
      const isShifted = kind !== 'rate-change' && relation.offset !== 0;
      return { kind, cells: judgedLast(cells), signs: NO_SIGNS, offset: isShifted ? HUNDRED : ZERO, loose: looseOf(judged) };
    }
  }
}

const NO_SIGNS: readonly (1 | -1)[] = [];

function judgedLast(cells: readonly number[]): number[] {
  const moved = cells.slice(1);
  moved.push(cells[0] ?? 0);
  return moved;
}

function sumOf(relation: Extract<Relation, { kind: 'sum' }>, own: readonly number[], model: Model): Constraint {
  const cells = [...own];
  const signs: (1 | -1)[] = [1];
  for (const { sign } of relation.terms) signs.push(sign === 1 ? -1 : 1);
  if (mayNotApply(relation)) {
    cells.push(addResidual(model, at(model, own[0]), relation.basis === 'inferred'));
    signs.push(-1);
  }
  return { kind: 'sum', cells, signs, offset: ZERO, loose: looseOf(relation.judged) };
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
function agrees(constraint: Constraint, ranges: readonly Range[]): boolean {
  const target = constraint.kind === 'sum' || constraint.kind === 'at-most' ? 0 : constraint.cells.length - 1;
  const allowed = projected(constraint, target, ranges);
  const own = ranges[target];
  return own !== undefined && order(allowed.low, own.high) <= 0 && order(own.low, allowed.high) <= 0;
}

/** What a constraint allows for the cell at a place of it while all its other cells stay as printed. */
export function allowedAsPrinted(model: Model, number: number, place: number): Range {
  const known = (model.allowed[number] ??= []);
  let range = known[place];
  if (range === undefined) {
    const constraint = constraintAt(model, number);
    range = projected(constraint, place, printedRanges(model, constraint));
    known[place] = range;
  }
  return range;
}

function printedRanges(model: Model, { cells }: Constraint): Range[] {
  return cells.map((cell) => printedRange(at(model, cell)));
}

/** True where the printed figures may fulfil the constraint. */
export function holdsAsPrinted(model: Model, number: number): boolean {
  const constraint = constraintAt(model, number);
  return agrees(constraint, printedRanges(model, constraint));
}

/** A relation that its rule accepts, and that only figures cut instead of rounded fulfil. */
function loosen(model: Model, number: number): void {
  for (const i of constraintAt(model, number).cells) {
    markCut(at(model, i));
  }
}
