/**
 * Narrows the ranges of freed cells through the constraints until nothing moves, and remembers why.
 *
 * Each range carries the printed cells whose bounds made it. Where a range becomes empty those cells contradict each
 * other, whatever stands in the freed ones: every repair must change one of them. Sound, though not always minimal.
 * Spec: docs/spec.md, D2.
 */
import { greater, isFinite, lesser, order, steps, stepsAbove, stepsBelow, type Exact } from '#core/localise/exact';
import { domainOf, printedRange } from '#core/localise/cell';
import { at, constraintAt, type Model } from '#core/localise/model';
import { projected, type Constraint, type Range } from '#core/localise/project';
import { BUDGET } from '#core/localise/weights';

/** A set of cells, one bit each, in the cluster's own numbering. */
export type Mask = bigint;

/** Bits for the cells that a cluster meets, given as they are met: a mask stays as short as the search is local. */
export class Numbering {
  readonly #bits = new Map<number, number>();
  readonly #cells: number[] = [];
  readonly #masks: Mask[] = [];

  mask(cell: number): Mask {
    let bit = this.#bits.get(cell);
    if (bit === undefined) {
      bit = this.#cells.length;
      this.#bits.set(cell, bit);
      this.#cells.push(cell);
      this.#masks.push(1n << BigInt(bit));
    }
    return this.#masks[bit] ?? 0n;
  }

  maskOf(cells: readonly number[]): Mask {
    let all = 0n;
    for (const cell of cells) all |= this.mask(cell);
    return all;
  }

  cellsOf(mask: Mask): number[] {
    return this.#cells.filter((_, bit) => (mask & (this.#masks[bit] ?? 0n)) !== 0n);
  }
}

/** A range, and the printed cells that made it. */
interface Held extends Range {
  readonly why: Mask;
}

/** What is looked at together: a model, the numbering of a cluster, the broken constraints that are not its own. */
export interface Scope {
  readonly model: Model;
  readonly numbering: Numbering;
  readonly isParked: (constraint: number) => boolean;
}

/** These constraints, and all others that the cells stand in, each once. */
export function touchedBy({ model, isParked }: Scope, cells: readonly number[], first: readonly number[] = []): number[] {
  const touched = [...first];
  for (const cell of cells) for (const one of at(model, cell).constraints) if (!touched.includes(one) && !isParked(one)) touched.push(one);
  return touched;
}

/** Values being tried, beside the printed ones. */
export class Box {
  readonly #scope: Scope;
  readonly #held: Map<number, Held>;

  constructor(scope: Scope, held = new Map<number, Held>()) {
    this.#scope = scope;
    this.#held = held;
  }

  copy(): Box {
    return new Box(this.#scope, new Map(this.#held));
  }

  get(cell: number): Held {
    const held = this.#held.get(cell);
    if (held !== undefined) return held;
    const { low, high } = printedRange(at(this.#scope.model, cell));
    const printed = { low, high, why: this.#scope.numbering.mask(cell) };
    this.#held.set(cell, printed);
    return printed;
  }

  set(cell: number, range: Range, why: Mask): void {
    this.#held.set(cell, { low: range.low, high: range.high, why });
  }

  free(cell: number): void {
    this.set(cell, domainOf(at(this.#scope.model, cell)), 0n);
  }

  /**
   * Narrows from these constraints on.
   *
   * @returns null where nothing is contradictory, else the printed cells that clash; an empty mask where the freed ones do alone
   */
  settle(start: readonly number[], freed: readonly number[]): Mask | null {
    const queue = [...start];
    for (let i = 0; i < queue.length && i < BUDGET.visits; i += 1) {
      const clash = this.#isTooWide(queue[i] ?? 0) ? null : this.#visit(queue, i, freed);
      if (clash !== null) return clash;
    }
    return null;
  }

  /** A sum of more figures than any report's is not held to while repairs are searched for. */
  #isTooWide(number: number): boolean {
    return constraintAt(this.#scope.model, number).cells.length > BUDGET.widest;
  }

  #visit(queue: number[], place: number, freed: readonly number[]): Mask | null {
    const constraint = this.#queued(queue, place);
    const { cells } = constraint;
    const held = cells.map((cell) => this.get(cell));
    for (let i = cells.length - 1; i >= 0; i -= 1) {
      const { constraints } = at(this.#scope.model, cells[i]);
      const isTarget = i === cells.length - 1 || isIn(freed, cells[i]) || isToldMore(constraint, constraints, held[i]);
      const next = isTarget ? this.#narrow(constraint, i, held) : null;
      if (next === null) continue;
      if (order(next.low, next.high) > 0) return next.why;
      // A range that is not narrowed further is too wide, never wrong.
      if (constraints.length <= BUDGET.hub) this.#queueAll(constraints, queue, place);
    }
    return null;
  }

  #queued(queue: readonly number[], place: number): Constraint {
    return constraintAt(this.#scope.model, queue[place] ?? 0);
  }

  /** What is left of the range of a constraint's cell; null where the others take nothing off it. */
  #narrow(constraint: Constraint, i: number, held: Held[]): Held | null {
    const cell = constraint.cells[i] ?? 0;
    const own = held[i] ?? this.get(cell);
    const { whole, unit } = at(this.#scope.model, cell);
    const next = narrowed(own, projected(constraint, i, held), whole ? unit : null);
    if (next === null) return null;
    let why = 0n;
    for (const one of held) why |= one.why;
    const left = { low: next.low, high: next.high, why };
    held[i] = left;
    this.#held.set(cell, left);
    return left;
  }

  #queueAll(constraints: readonly number[], queue: number[], place: number): void {
    const { isParked } = this.#scope;
    for (const one of constraints) if (one !== queue[place] && !isParked(one) && mayQueue(queue, place, one)) queue.push(one);
  }
}

/**
 * Narrowing a printed cell that nobody else asks for tells nothing; through a rate's change it takes little off at a high price.
 *
 * A count is one figure or none: whether the others of a sum allow it shows on any of them as well.
 */
function isToldMore({ kind, signs }: Constraint, others: readonly number[], held: Range | undefined): boolean {
  return others.length > 1 && kind !== 'rate-change' && (signs.length === 0 || held?.low !== held?.high);
}

function isIn(cells: readonly number[], cell: number | undefined): boolean {
  return cell !== undefined && cells.includes(cell);
}

/** Not twice at a time, nor again and again: rounded figures narrow each other by ever less, without end. */
function mayQueue(queue: readonly number[], place: number, constraint: number): boolean {
  if (queue.includes(constraint, place + 1)) return false;
  let visits = 0;
  for (const one of queue) if (one === constraint) visits += 1;
  return visits < BUDGET.rounds;
}

/** Counts lie on whole steps alone. */
function inwards({ low, high }: Range, step: Exact): Range {
  return { low: isFinite(low) ? steps(stepsAbove(low, step), step) : low, high: isFinite(high) ? steps(stepsBelow(high, step), step) : high };
}

/** The range that both leave; null where the second takes nothing off the first. */
export function narrowed(own: Range, by: Range, whole: Exact | null): Range | null {
  const { low, high } = whole === null || order(by.low, by.high) > 0 ? by : inwards(by, whole);
  if (order(low, own.low) <= 0 && order(high, own.high) >= 0) return null;
  return { low: greater(low, own.low), high: lesser(high, own.high) };
}
