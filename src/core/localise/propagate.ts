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
import { projected, type Range } from '#core/localise/project';
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
    return cells.reduce((all, cell) => all | this.mask(cell), 0n);
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
  settle(start: readonly number[], freed: ReadonlySet<number>): Mask | null {
    const queue = [...start];
    const queued = new Set(queue);
    for (let i = 0; i < queue.length && i < BUDGET.visits; i += 1) {
      const constraint = queue[i] ?? 0;
      queued.delete(constraint);
      const clash = this.#visit(constraint, freed, (others) => {
        // A range that is not narrowed further is too wide, never wrong.
        const next = others.length > BUDGET.hub ? [] : others.filter((one) => one !== constraint && !queued.has(one) && !this.#scope.isParked(one));
        for (const one of next) {
          queued.add(one);
          queue.push(one);
        }
      });
      if (clash !== null) return clash;
    }
    return null;
  }

  #visit(number: number, freed: ReadonlySet<number>, moved: (constraints: readonly number[]) => void): Mask | null {
    const { model } = this.#scope;
    const constraint = constraintAt(model, number);
    const { cells } = constraint;
    const held = cells.map((cell) => this.get(cell));
    const why = held.reduce((all, one) => all | one.why, 0n);
    // Narrowing a printed cell that nobody else asks for tells nothing; one target is enough to see a clash.
    const isTarget = (cell: number, i: number): boolean => i === cells.length - 1 || freed.has(cell) || at(model, cell).constraints.length > 1;
    for (const [i, cell] of [...cells.entries()].toReversed()) {
      if (!isTarget(cell, i)) continue;
      const { constraints, whole, unit } = at(model, cell);
      const next = narrowed(held[i] ?? this.get(cell), projected(constraint, i, held), whole ? unit : null);
      if (next === null) continue;
      if (order(next.low, next.high) > 0) return why;
      held[i] = { ...next, why };
      this.set(cell, next, why);
      moved(constraints);
    }
    return null;
  }
}

/** Counts lie on whole steps alone. */
function inwards({ low, high }: Range, step: Exact): Range {
  return { low: isFinite(low) ? steps(stepsAbove(low, step), step) : low, high: isFinite(high) ? steps(stepsBelow(high, step), step) : high };
}

/** The range that both leave; null where the second takes nothing off the first. */
function narrowed(own: Range, by: Range, whole: Exact | null): Range | null {
  const { low, high } = whole === null || order(by.low, by.high) > 0 ? by : inwards(by, whole);
  if (order(low, own.low) <= 0 && order(high, own.high) >= 0) return null;
  return { low: greater(low, own.low), high: lesser(high, own.high) };
}
