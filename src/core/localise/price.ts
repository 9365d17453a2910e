/**
 * What a repair costs: how rare its faults are, and how well the figures then look that it leaves behind.
 *
 * Every figure is put into the relations that it touches and weighed there as a rule would: a proposal that any of them
 * calls wrong is none. Spec: docs/spec.md, D3.
 */
import { subtract, toNearest, type Exact } from '#core/localise/exact';
import { hypotheses } from '#core/localise/hypotheses';
import { gradeCost, type GradeCosts } from '#core/localise/grade-costs';
import type { Operation, RepairSet } from '#core/localise/minimal-sets';
import { nameOf } from '#core/localise/minimal-sets';
import { figureWith, rangeOf } from '#core/localise/cell';
import { at, constraintAt, type Evidence } from '#core/localise/model';
import { bitsOf, CERTAIN, weightOf } from '#core/localise/odds';
import { projected } from '#core/localise/project';
import { Box, type Mask, type Scope } from '#core/localise/propagate';
import { density, levelsOf, type Values } from '#core/localise/row-comparison';
import { BUDGET, type Cause } from '#core/localise/weights';
import { gradeOf, type Term } from '#core/relations/relation';
import { withFigures } from '#core/relations/with-figures';

/** One cell of a repair. */
export interface Change {
  readonly cell: number;
  /** null where the cell is wrong and no figure follows. */
  readonly value: Exact | null;
  readonly cause: Cause;
}

/** A set of operations with its best figures. */
export interface Priced {
  readonly set: RepairSet;
  readonly changes: readonly Change[];
  readonly cost: number;
  /** Of the likelihood of some of its operations the share of these figures, in thousandths. */
  readonly figureOf: (operations: readonly Operation[]) => number;
}

export interface Pricing extends Scope {
  readonly broken: ReadonlySet<number>;
  readonly grades: GradeCosts;
}

/** Every set with its best figures, likeliest first; sets that no figure fulfils are left out. */
export function priced(pricing: Pricing, sets: readonly RepairSet[]): Priced[] {
  const known = new Map<string, Group | null>();
  const all = sets.flatMap((set) => {
    const one = pricedSet(pricing, set, known);
    return one === null ? [] : [one];
  });
  return all.map((one, place) => ({ one, place })).toSorted((a, b) => a.one.cost - b.one.cost || a.place - b.place).map(({ one }) => one);
}

/** The figures of operations that hang together. */
interface Group {
  readonly changes: readonly Change[];
  readonly cost: number;
  readonly share: number;
}

/** Operations that share no constraint are priced apart and once: k repairs cost a sum, not a product. */
function pricedSet(pricing: Pricing, set: RepairSet, known: Map<string, Group | null>): Priced | null {
  let cost = 0;
  const groups: { readonly operations: readonly Operation[]; readonly share: number }[] = [];
  const changes: Change[] = [];
  for (const operations of apart(pricing, set.operations)) {
    const key = operations.map(nameOf).join(' ');
    let group = known.get(key);
    if (group === undefined) {
      group = groupOf(assignments(pricing, operations, set.box));
      known.set(key, group);
    }
    if (group === null) return null;
    cost += group.cost;
    groups.push({ operations, share: group.share });
    changes.push(...group.changes);
  }
  const figureOf = (own: readonly Operation[]): number => {
    const shares = groups.filter(({ operations }) => operations.some((one) => own.includes(one))).map(({ share }) => share);
    const mille = shares.reduce((all, share) => all * share, 1000);
    return mille - (mille % 1);
  };
  return { set, changes, cost, figureOf };
}

function groupOf(found: readonly Assignment[]): Group | null {
  const [best] = found;
  if (best === undefined) return null;
  const all = found.reduce((sum, { cost }) => sum + weightOf(cost - best.cost), 0);
  return { changes: best.changes, cost: best.cost - bitsOf(all, CERTAIN), share: CERTAIN / all };
}

function apart({ model, isParked }: Scope, operations: readonly Operation[]): Operation[][] {
  if (operations.length === 1) return [[...operations]];
  let groups: { readonly constraints: Set<number>; readonly operations: Operation[] }[] = [];
  for (const operation of operations) {
    const constraints = new Set(operation.frees.flatMap((cell) => at(model, cell).constraints).filter((one) => !isParked(one)));
    const mine = groups.filter((group) => [...group.constraints].some((one) => constraints.has(one)));
    for (const one of mine) for (const constraint of one.constraints) constraints.add(constraint);
    groups = [...groups.filter((group) => !mine.includes(group)), { constraints, operations: [...mine.flatMap((group) => group.operations), operation] }];
  }
  return groups.map((group) => group.operations);
}

interface Assignment {
  readonly changes: readonly Change[];
  readonly cost: number;
}

const ROLE_ORDER = { level: 0, total: 0, rate: 1, change: 2, ratio: 3, residual: 4 } as const;

/** Figures for all cells of some operations, each checked against every relation that it touches, cheapest first. */
function assignments(pricing: Pricing, operations: readonly Operation[], start: Box): Assignment[] {
  const { model } = pricing;
  const cells = [...new Set(operations.flatMap(({ frees }) => frees))].toSorted((a, b) => ROLE_ORDER[at(model, a).role] - ROLE_ORDER[at(model, b).role] || at(model, a).rank - at(model, b).rank);
  const search = new Assigning(pricing, operations, cells);
  search.walk(0, start, [], operations.reduce((sum, { cost }) => sum + cost, 0));
  return search.found.toSorted((a, b) => a.cost - b.cost);
}

class Assigning {
  readonly found: Assignment[] = [];
  readonly #pricing: Pricing;
  readonly #operations: readonly Operation[];
  readonly #cells: readonly number[];
  readonly #touched: readonly number[];
  readonly #levels: readonly number[];
  readonly #fixed = new Map<number, Exact>();
  readonly #values: Values;
  readonly #before: number;
  #best = Infinity;

  constructor(pricing: Pricing, operations: readonly Operation[], cells: readonly number[]) {
    const { model, isParked, broken } = pricing;
    this.#pricing = pricing;
    this.#operations = operations;
    this.#cells = cells;
    this.#values = (cell) => this.#fixed.get(cell) ?? at(model, cell).value;
    this.#touched = [...new Set(cells.flatMap((cell) => at(model, cell).constraints))].filter((one) => !isParked(one));
    this.#levels = levelsOf(model, cells, this.#touched);
    this.#before = this.#densities() + this.#touched.reduce((sum, one) => (broken.has(one) ? sum : sum + this.#paidBefore(one)), 0);
  }

  walk(place: number, box: Box, changes: readonly Change[], cost: number): void {
    const cell = this.#cells[place];
    if (cell === undefined) {
      this.#accept(changes, cost);
      return;
    }
    const isLast = place === this.#cells.length - 1;
    for (const one of this.#choices(cell, box)) {
      this.#fixed.set(cell, one.value);
      const next = isLast ? box : this.#narrowed(box, cell, one.value);
      if (next !== null) this.walk(place + 1, next, [...changes, { cell, value: one.open ? null : one.value, cause: one.cause }], cost + one.cost);
      this.#fixed.delete(cell);
    }
  }

  #choices(cell: number, box: Box): readonly { readonly value: Exact; readonly cause: Cause; readonly cost: number; readonly open: boolean }[] {
    const operation = this.#operations.find(({ frees }) => frees.includes(cell));
    if (operation?.carries === true && operation.cell !== cell) {
      const value = this.#recomputed(operation, cell);
      return value === null ? [] : [{ value, cause: 'stale-after-edit', cost: 0, open: false }];
    }
    const all = hypotheses(this.#pricing.model, cell, { range: box.get(cell), values: this.#values, cuts: this.#pricing.grades.rounded > 0 });
    return this.#cells.length > 1 ? all.slice(0, BUDGET.figuresTogether) : all;
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
      const left = this.#left(one);
      if (left?.grade === 'wrong') return;
      grades += this.#paid(left);
    }
    if (cost + grades < this.#best) this.#best = cost + grades;
    this.found.push({ changes, cost: cost + grades });
  }

  /** A relation with the figures being tried, and its grade; null where it is taken not to apply. */
  #left(number: number): Evidence | null {
    const { model } = this.#pricing;
    const evidence = model.evidence[number];
    const { cells } = constraintAt(model, number);
    if (evidence === undefined || cells.some((cell) => at(model, cell).role === 'residual' && this.#fixed.has(cell))) return null;
    const changed = cells.filter((cell) => this.#fixed.has(cell));
    const relation = withFigures(evidence.relation, (term) => this.#tried(term, changed));
    return { relation, grade: gradeOf(relation) ?? 'wrong' };
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

  #densities(): number {
    return this.#levels.reduce((sum, level) => sum + density(this.#pricing.model, level, this.#values), 0);
  }

  /** What a relation that holds is paid for as printed. */
  #paidBefore(one: number): number {
    const { model } = this.#pricing;
    return (model.paid[one] ??= this.#paid(model.evidence[one] ?? null));
  }

  #paid(left: Evidence | null): number {
    return left === null ? 0 : gradeCost(this.#pricing.grades, left);
  }
}

/** Figures this much rarer than the best ones weigh less than half a percent: they are not tried. */
const FAR = 128;

const NOBODY: Mask = 0n;

function isJudged({ kind, cells }: { readonly kind: string; readonly cells: readonly number[] }, number: number): boolean {
  return number === (kind === 'sum' ? cells[0] : cells.at(-1));
}
