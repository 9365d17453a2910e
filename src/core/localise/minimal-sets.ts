/**
 * The smallest weighted sets of operations after which a cluster's figures agree: a hitting-set tree, cheapest first.
 *
 * An operation throws one figure away, or a level with everything that was computed from it. A conflict is a set of
 * cells of which one must change; it is found only when a candidate fails. Exact, complete up to the slack, and in an
 * order that depends on the figures alone. Method: Reiter (1987); Moreno-Centeno and Karp (2013). Spec: docs/spec.md, D2.
 */
import { greater, lesser, order, subtract, type Exact } from '#core/localise/exact';
import { allowedAsPrinted, at, constraintAt, type Model } from '#core/localise/model';
import { domainOf } from '#core/localise/cell';
import type { Range } from '#core/localise/project';
import { Box, narrowed, touchedBy, type Mask, type Scope } from '#core/localise/propagate';
import { costOf, nameOf, operationsFor, type Operation } from '#core/localise/operation';
import { BUDGET, CELL } from '#core/localise/weights';

/** Operations that together let every relation hold, and the ranges that are left then. */
export interface RepairSet {
  readonly operations: readonly Operation[];
  readonly cost: number;
  readonly box: Box;
}

export interface Search {
  readonly sets: readonly RepairSet[];
  /** False where the budget ended before the tree did. */
  readonly complete: boolean;
}

/** What the cheapest of all operations costs. */
const LEAST = CELL.residual;

/** Could throwing this one figure away, with what was computed from it or without, mend these broken constraints? */
export function mends(scope: Scope, cell: number, broken: readonly number[]): boolean {
  return operationsFor(scope.model, cell).some((one) => tried(scope, [one], broken) instanceof Box);
}

/** Frees a set's cells: the ranges that are left, or the printed cells that clash even so. */
function tried(scope: Scope, operations: readonly Operation[], broken: readonly number[]): Box | Mask {
  const freed = freedBy(operations);
  return (freed.length === 1 ? clashAlone(scope, freed[0] ?? 0, broken) : null) ?? settled(scope, operations, { freed, broken });
}

/** These operations as a repair; null where some printed figure contradicts the others even so. */
export function repairedBy(scope: Scope, operations: readonly Operation[], broken: readonly number[]): RepairSet | null {
  const box = tried(scope, operations, broken);
  return box instanceof Box ? { operations, cost: costOf(operations), box } : null;
}

function settled(scope: Scope, operations: readonly Operation[], { freed, broken }: { readonly freed: readonly number[]; readonly broken: readonly number[] }): Box | Mask {
  const box = new Box(scope);
  for (const cell of freed) box.free(cell);
  const start = touchedBy(scope, freed, broken);
  let clash = box.settle(start, freed);
  if (clash === null && operations.some(({ carries }) => carries)) clash = keepBases(box, operations) ?? box.settle(start, freed);
  return clash ?? box;
}

/** Two constraints, or one, that leave a lone cell no value while all others stay as printed: most candidates fail so. */
function clashAlone(scope: Scope, cell: number, broken: readonly number[]): Mask | null {
  const { model, numbering } = scope;
  const { whole, unit } = at(model, cell);
  const step = whole ? unit : null;
  let range: Range = domainOf(at(model, cell));
  /** What made its ends. */
  let makers: readonly [low: number | null, high: number | null] = [null, null];
  for (const one of touchedBy(scope, [cell], broken)) {
    const next = leftAlone(model, one, { cell, range, step });
    if (next === null) continue;
    makers = [next.low === range.low ? makers[0] : one, next.high === range.high ? makers[1] : one];
    if (order(next.low, next.high) > 0) return makers.reduce((all, maker) => all | maskOf(maker), 0n);
    range = next;
  }
  return null;

  function maskOf(maker: number | null): Mask {
    return maker === null ? 0n : numbering.maskOf(constraintAt(model, maker).cells);
  }
}

/** What a constraint leaves of a cell's range while its other cells stay as printed; null where that is all of it. */
function leftAlone(model: Model, one: number, { cell, range, step }: { readonly cell: number; readonly range: Range; readonly step: Exact | null }): Range | null {
  const { cells } = constraintAt(model, one);
  const place = cells.length > BUDGET.widest ? -1 : cells.indexOf(cell);
  return place === -1 ? null : narrowed(range, allowedAsPrinted(model, one, place), step);
}

function freedBy(operations: readonly Operation[]): readonly number[] {
  if (operations.length === 1) return operations[0]?.frees ?? [];
  const freed: number[] = [];
  for (const { frees } of operations) for (const cell of frees) if (!freed.includes(cell)) freed.push(cell);
  return freed;
}

function keepBases(box: Box, operations: readonly Operation[]): Mask | null {
  for (const { cell, bases } of operations) {
    for (const { change, base } of bases) {
      const level = box.get(cell);
      const own = box.get(change);
      const low = greater(own.low, subtract(level.low, base));
      const high = lesser(own.high, level.high.d === 0 ? level.high : subtract(level.high, base));
      const why = own.why | level.why;
      if (order(low, high) > 0) return why;
      box.set(change, { low, high }, why);
    }
  }
  return null;
}

interface Node {
  readonly operations: readonly Operation[];
  readonly mask: Mask;
  readonly cost: number;
}

/**
 * All minimal sets up to `slack` above the cheapest.
 *
 * @param conflicts what is known to clash; the search adds to it
 * @param broken the constraints to be mended
 */
export function minimalSets(scope: Scope, conflicts: Mask[], broken: readonly number[], slack: number): Search {
  const open: Node[] = [{ operations: [], mask: 0n, cost: 0 }];
  const sets: RepairSet[] = [];
  const seen = new Set<string>();
  let nodes: number = BUDGET.nodes;
  for (let node = cheapest(open); node !== null && node.cost <= limit(sets, slack); node = cheapest(open)) {
    if (nodes === 0 || sets.length === BUDGET.sets) return { sets, complete: false };
    nodes -= 1;
    const most = limit(sets, slack);
    // What is too dear now is never taken: the limit only falls.
    for (const child of expanded(scope, node, { conflicts, broken, sets, most })) {
      const name = nameOf(child.operations);
      if (child.cost > most || seen.has(name)) continue;
      seen.add(name);
      open.push(child);
    }
  }
  return { sets, complete: true };
}

/** Nothing is too dear before the first set is found. */
function limit(sets: readonly RepairSet[], slack: number): number {
  const cheapestSet = sets[0];
  return cheapestSet === undefined ? Infinity : cheapestSet.cost + slack;
}

interface Found {
  readonly conflicts: Mask[];
  readonly broken: readonly number[];
  readonly sets: RepairSet[];
  /** What a repair may cost at most, as far as is known. */
  readonly most: number;
}

/** The nodes below one: none where it is a repair, holds one, or cannot become one. */
function expanded(scope: Scope, node: Node, found: Found): Node[] {
  const { operations, mask } = node;
  if (found.sets.some((set) => set.operations.every((one) => operations.includes(one)))) return [];
  const conflict = found.conflicts.find((one) => (one & mask) === 0n) ?? newConflict(scope, node, found);
  return conflict === null ? [] : children(scope, node, conflict);
}

/** Tries a set that hits every conflict known: it is a repair, or it shows another conflict. */
function newConflict(scope: Scope, node: Node, found: Found): Mask | null {
  const result = tried(scope, node.operations, found.broken);
  if (result instanceof Box) {
    found.sets.push({ operations: node.operations, cost: node.cost, box: result });
    return null;
  }
  const conflict = result & ~node.mask;
  // The freed cells clash by themselves: no value helps.
  if (conflict === 0n) return null;
  found.conflicts.push(conflict);
  return node.cost + LEAST > found.most ? null : conflict;
}

function children(scope: Scope, { operations, mask, cost }: Node, conflict: Mask): Node[] {
  const found: Node[] = [];
  for (const cell of scope.numbering.cellsOf(conflict)) {
    if (operations.some((one) => one.cell === cell)) continue;
    for (const one of operationsFor(scope.model, cell)) found.push({ operations: withOne(operations, one), mask: mask | scope.numbering.maskOf(one.frees), cost: cost + one.cost });
  }
  return found;
}

/** In the order of their ranks. */
export function withOne(operations: readonly Operation[], one: Operation): readonly Operation[] {
  return operations.length === 0 ? [one] : [...operations, one].toSorted((a, b) => a.rank - b.rank);
}

/** Takes the cheapest node; of two that cost the same, the one higher up in the table. */
function cheapest(open: Node[]): Node | null {
  let best: Node | null = null;
  let place = 0;
  let i = 0;
  for (const node of open) {
    if (best === null || node.cost < best.cost || (node.cost === best.cost && isBefore(node, best))) {
      best = node;
      place = i;
    }
    i += 1;
  }
  if (best !== null) open.splice(place, 1);
  return best;
}

/** By the ranks of their cells, one after the other; of equal ones the shorter. */
function isBefore(a: Pick<Node, 'operations'>, b: Pick<Node, 'operations'>): boolean {
  let i = 0;
  for (const one of a.operations) {
    const other = b.operations[i];
    i += 1;
    if (other === undefined) return false;
    if (one.rank !== other.rank) return one.rank < other.rank;
    if (one.carries !== other.carries) return !one.carries;
  }
  return a.operations.length < b.operations.length;
}
