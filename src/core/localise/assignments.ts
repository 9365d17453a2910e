/**
 * Figures for the cells of a repair: each is put into the relations that it touches and weighed there as a rule would.
 *
 * A proposal that any of them calls wrong is none. Spec: docs/spec.md, D3.
 */
import { add, subtract, toNearest, ZERO, type Exact } from '#core/localise/exact';
import { hypotheses } from '#core/localise/hypotheses';
import { gradeCost, keptCost, type GradeCosts } from '#core/localise/grade-costs';
import type { Among, Hypothesis } from '#core/localise/inquiry';
import type { Operation } from '#core/localise/operation';
import { figureWith, rangeOf } from '#core/localise/cell';
import { at, constraintAt, type Model } from '#core/localise/model';
import { projected } from '#core/localise/project';
import { touchedBy, type Box, type Mask, type Scope } from '#core/localise/propagate';
import { density, levelsOf, type Values } from '#core/localise/row-comparison';
import { BUDGET, type Cause } from '#core/localise/weights';
import type { Term } from '#core/relations/relation';
import { withFigures } from '#core/relations/with-figures';

/** One cell of a repair. */
export interface Change {
  readonly cell: number;
  /** null where the cell is wrong and no figure follows. */
  readonly value: Exact | null;
  readonly cause: Cause;
  /** What else would fit as well; null where one figure alone does. */
  readonly among: Among | null;
}

export interface Pricing extends Scope {
  readonly broken: ReadonlySet<number>;
  readonly grades: GradeCosts;
  /** Of two cells each is tried first in turn, with more figures: where both are taken to be slipped. */
  readonly bothWays: boolean;
  /** Slips that together cost more than this are not tried. */
  readonly dearest: number;
}

/** Figures for all cells of a repair, and what they cost. */
export interface Assignment {
  readonly changes: readonly Change[];
  readonly cost: number;
}

function keyOf({ changes }: Assignment): string {
  return changes.map(({ value }) => (value === null ? '' : `${value.n}/${value.d}`)).join(' ');
}

const ROLE_ORDER = { level: 0, total: 0, rate: 1, change: 2, ratio: 3, residual: 4 } as const;

/** Figures for all cells of some operations, each checked against every relation that it touches, cheapest first. */
export function assignments(pricing: Pricing, operations: readonly Operation[], start: Box): Assignment[] {
  const cells = cellsOf(pricing.model, operations);
  const search = new Assigning(pricing, operations, cells);
  let cost = 0;
  for (const operation of operations) cost += operation.cost;
  search.walk(0, start, [], cost);
  if (pricing.bothWays && cells.length === 2) search.turned(start, cost);
  return search.found.length < 2 ? search.found : search.found.toSorted((a, b) => a.cost - b.cost);
}

/** Levels first: what is computed from them follows. */
function cellsOf(model: Model, operations: readonly Operation[]): readonly number[] {
  const [first] = operations;
  if (first?.frees.length === 1 && operations.length === 1) return first.frees;
  const cells = [...new Set(operations.flatMap(({ frees }) => frees))];
  return cells.toSorted((a, b) => ROLE_ORDER[at(model, a).role] - ROLE_ORDER[at(model, b).role] || at(model, a).rank - at(model, b).rank);
}

class Assigning {
  readonly found: Assignment[] = [];
  readonly #pricing: Pricing;
  readonly #operations: readonly Operation[];
  #cells: readonly number[];
  readonly #touched: readonly number[];
  readonly #levels: readonly number[];
  readonly #fixed = new Map<number, Exact>();
  readonly #values: Values;
  readonly #before: number;
  #best = Infinity;

  constructor(pricing: Pricing, operations: readonly Operation[], cells: readonly number[]) {
    const { model, broken } = pricing;
    this.#pricing = pricing;
    this.#operations = operations;
    this.#cells = cells;
    this.#values = (cell) => this.#fixed.get(cell) ?? at(model, cell).value;
    this.#touched = touchedBy(pricing, cells);
    this.#levels = levelsOf(model, cells, this.#touched);
    let before = this.#printedDensities();
    for (const one of this.#touched) if (!broken.has(one)) before += this.#paidBefore(one);
    this.#before = before;
  }

  /** Once more with the last cell first: what is known of each narrows what the other may be, and few figures of the second are tried. */
  turned(box: Box, cost: number): void {
    this.#cells = this.#cells.toReversed();
    const before = this.found.length;
    this.walk(0, box, [], cost);
    const more = this.found.splice(before).map((one) => ({ ...one, changes: one.changes.toReversed() }));
    const known = new Set(this.found.map(keyOf));
    this.found.push(...more.filter((one) => !known.has(keyOf(one))));
  }

  walk(place: number, box: Box, changes: readonly Change[], cost: number): void {
    const cell = this.#cells[place];
    if (cell === undefined) {
      this.#accept(changes, cost);
      return;
    }
    const isLast = place === this.#cells.length - 1;
    for (const one of this.#choices(cell, box)) {
      if (cost + one.cost > this.#pricing.dearest) break;
      this.#fixed.set(cell, one.value);
      const next = isLast ? box : this.#narrowed(box, cell, one.value);
      if (next !== null) this.walk(place + 1, next, [...changes, { cell, value: one.open ? null : one.value, cause: one.cause, among: one.among }], cost + one.cost);
      this.#fixed.delete(cell);
    }
  }

  #choices(cell: number, box: Box): readonly Hypothesis[] {
    const operation = this.#operations.find(({ frees }) => frees.includes(cell));
    if (operation?.carries === true && operation.cell !== cell) {
      const value = this.#recomputed(operation, cell);
      return value === null ? [] : [{ value, cause: 'stale-after-edit', cost: 0, open: false, among: null }];
    }
    const all = hypotheses(this.#pricing.model, cell, { range: box.get(cell), values: this.#values, cuts: this.#pricing.grades.rounded > 0 });
    return this.#cells.length === 1 || (this.#pricing.bothWays && cell === this.#cells[0]) ? all : all.slice(0, BUDGET.figuresTogether);
  }

  /** What a level's own row gives once the level is right: base and plan stay as they were. */
  #recomputed(operation: Operation, number: number): Exact | null {
    const { model } = this.#pricing;
    const cell = at(model, number);
    const base = operation.bases.find(({ change }) => change === number);
    if (base !== undefined) return subtract(this.#values(operation.cell), base.base);
    const judging = cell.constraints.find((one) => isJudged(constraintAt(model, one), number) && constraintAt(model, one).cells.includes(operation.cell));
    if (judging === undefined) return null;
    const constraint = constraintAt(model, judging);
    const points = constraint.cells.map((one) => ({ low: this.#values(one), high: this.#values(one) }));
    const { low } = projected({ ...constraint, loose: { n: 0, d: 1 } }, constraint.cells.indexOf(number), points);
    return low.d === 0 ? null : toNearest(low, cell.step);
  }

  #narrowed(box: Box, cell: number, value: Exact): Box | null {
    const { model, isParked } = this.#pricing;
    const next = box.copy();
    next.set(cell, rangeOf(at(model, cell), value), NOBODY);
    const start = at(model, cell).constraints.filter((one) => !isParked(one));
    return next.settle(start, this.#cells) === null ? next : null;
  }

  #accept(changes: readonly Change[], likely: number): void {
    const cost = likely + this.#densities() - this.#before;
    if (cost > this.#best + FAR) return;
    let grades = 0;
    for (const one of this.#touched) {
      const paid = this.#paid(one);
      if (paid === null) return;
      grades += paid;
    }
    if (cost + grades < this.#best) this.#best = cost + grades;
    this.found.push({ changes, cost: cost + grades });
  }

  /** What a relation costs with the figures being tried; null where they leave it wrong. */
  #paid(number: number): number | null {
    const { model, grades } = this.#pricing;
    const evidence = model.evidence[number];
    const { kind, cells, signs } = constraintAt(model, number);
    const changed = cells.filter((cell) => this.#fixed.has(cell));
    if (evidence === undefined || changed.some((cell) => at(model, cell).role === 'residual')) return 0;
    if (kind === 'sum' && isBalanced(cells, signs, this.#values)) return 0;
    return gradeCost(grades, withFigures(evidence.relation, (term) => this.#tried(term, changed)));
  }

  /** The term with the figure being tried; the term itself where its cell keeps its own. */
  #tried(term: Term, changed: readonly number[]): Term {
    const { model } = this.#pricing;
    for (const number of changed) {
      const cell = at(model, number);
      if (cell.term?.row !== term.row || cell.term.column !== term.column || cell.term.table !== term.table) continue;
      return { ...term, figure: figureWith(cell, this.#values(number)) };
    }
    return term;
  }

  #printedDensities(): number {
    const { model } = this.#pricing;
    let sum = 0;
    for (const level of this.#levels) sum += model.densities[level] ??= density(model, level, (cell) => at(model, cell).value);
    return sum;
  }

  #densities(): number {
    let sum = 0;
    for (const level of this.#levels) sum += density(this.#pricing.model, level, this.#values);
    return sum;
  }

  /** What a relation that holds is paid for as printed. */
  #paidBefore(one: number): number {
    const { model, grades } = this.#pricing;
    const evidence = model.evidence[one];
    return evidence === undefined ? 0 : (model.paid[one] ??= keptCost(grades, evidence));
  }
}

/** A sum whose figures come to nothing just as they are. */
function isBalanced(cells: readonly number[], signs: readonly (1 | -1)[], values: Values): boolean {
  let sum = ZERO;
  let i = 0;
  for (const cell of cells) {
    sum = signs[i] === 1 ? add(sum, values(cell)) : subtract(sum, values(cell));
    i += 1;
  }
  return sum.n === 0;
}

/** Figures this much rarer than the best ones weigh less than half a percent: they are not tried. */
const FAR = 128;

const NOBODY: Mask = 0n;

function isJudged({ kind, cells }: { readonly kind: string; readonly cells: readonly number[] }, number: number): boolean {
  return number === (kind === 'sum' ? cells[0] : cells.at(-1));
}
