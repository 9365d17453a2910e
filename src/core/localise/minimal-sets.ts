/**
 * The smallest weighted sets of operations after which a cluster's figures agree: a hitting-set tree, cheapest first.
 *
 * An operation throws one figure away, or a level with everything that was computed from it. A conflict is a set of
 * cells of which one must change; it is found only when a candidate fails. Exact, complete up to the slack, and in an
 * order that depends on the figures alone. Method: Reiter (1987); Moreno-Centeno and Karp (2013). Spec: docs/spec.md, D2.
 */
import { greater, lesser, order, subtract, type Exact } from '#core/localise/exact';
import { at, constraintAt, type Model } from '#core/localise/model';
import { Box, type Mask, type Scope } from '#core/localise/propagate';
import { BUDGET, CARRIED, CELL, FORMULA, INFERRED } from '#core/localise/weights';

/** Throwing a figure away, alone or with what was computed from it. */
export interface Operation {
  /** The cell that was typed wrong. */
  readonly cell: number;
  /** All cells that are freed, itself first. */
  readonly frees: readonly number[];
  readonly mask: Mask;
  /** Changes that keep a base which nobody wrote down: change = level − base. */
  readonly bases: readonly { readonly change: number; readonly base: Exact }[];
  readonly carries: boolean;
  readonly cost: number;
  readonly rank: number;
}

/** Operations that together let every relation hold, and the ranges that are left then. */
export interface RepairSet {
  readonly operations: readonly Operation[];
  readonly mask: Mask;
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

/** The operations on one cell. */
function operationsOn(scope: Scope, number: number): Operation[] {
  const { model, numbering } = scope;
  const cell = at(model, number);
  const alone: Operation = { cell: number, frees: [number], mask: numbering.mask(number), bases: [], carries: false, cost: (cell.inferred ? INFERRED : CELL[cell.role]) + (cell.formula ? FORMULA : 0), rank: cell.rank };
  const row = rowConstraints(model, number);
  if (row.length === 0 || row.length === cell.constraints.length || row.some((one) => model.isBroken[one])) return [alone];
  const followers = [...new Set(row.flatMap((one) => computedIn(model, one, number)))].toSorted((a, b) => at(model, a).rank - at(model, b).rank);
  const bases = row.flatMap((one) => {
    const constraint = constraintAt(model, one);
    const change = constraint.cells[1];
    return constraint.kind === 'implied-ratio' && change !== undefined ? [{ change, base: subtract(cell.value, at(model, change).value) }] : [];
  });
  const frees = [number, ...followers];
  return [alone, { ...alone, frees, mask: numbering.maskOf(frees), bases, carries: true, cost: alone.cost + CARRIED }];
}

/** The constraints in which a level's own row compares it: with them it agreed before, so they follow it. */
function rowConstraints(model: Model, number: number): number[] {
  const { term, role, constraints } = at(model, number);
  if (term === null || role === 'change' || role === 'ratio') return [];
  return constraints.filter((one) => computedIn(model, one, number).length > 0);
}

/** The cells of a level's own row that a constraint computes from it. */
function computedIn(model: Model, one: number, level: number): number[] {
  const { kind, cells } = constraintAt(model, one);
  const row = at(model, level).term?.row;
  if (cells.some((cell) => at(model, cell).term?.row !== row)) return [];
  // A sum within a row is change = level − base.
  if (kind === 'sum') return cells[1] === level && at(model, cells[0]).role === 'change' ? cells.slice(0, 1) : [];
  const first = { 'implied-ratio': 1, quotient: 2 }[kind as string] ?? cells.length;
  return cells[0] === level ? cells.slice(first) : [];
}

/** Could throwing this one figure away, with what was computed from it or without, mend these broken constraints? */
export function mends(scope: Scope, cell: number, broken: readonly number[]): boolean {
  return operationsFor(scope, cell).some((one) => tried(scope, [one], broken) instanceof Box);
}

/** Frees a set's cells: the ranges that are left, or the printed cells that clash even so. */
function tried(scope: Scope, operations: readonly Operation[], broken: readonly number[]): Box | Mask {
  const box = new Box(scope);
  const freed = freedBy(operations);
  for (const cell of freed) box.free(cell);
  const start = touchedBy(scope, freed, broken);
  let clash = box.settle(start, freed);
  if (clash === null && operations.some(({ carries }) => carries)) clash = keepBases(box, operations) ?? box.settle(start, freed);
  return clash ?? box;
}

/** These constraints, and all others that the cells stand in. */
function touchedBy({ model, isParked }: Scope, cells: readonly number[], broken: readonly number[]): number[] {
  const touched = [...broken];
  for (const cell of cells) for (const one of at(model, cell).constraints) if (!isParked(one) && !touched.includes(one)) touched.push(one);
  return touched;
}

function freedBy(operations: readonly Operation[]): number[] {
  const freed: number[] = [];
  for (const { frees } of operations) for (const cell of frees) if (!freed.includes(cell)) freed.push(cell);
  return freed;
}

function keepBases(box: Box, operations: readonly Operation[]): Mask | null {
  for (const { cell, bases } of operations) {
    for (const { change, base } of bases) {
      const [level, own] = [box.get(cell), box.get(change)];
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
    for (const child of expanded(scope, node, { conflicts, broken, sets, most })) if (child.cost <= most && isNew(seen, child)) open.push(child);
  }
  return { sets, complete: true };
}

/** Nothing is too dear before the first set is found. */
function limit([cheapestSet]: readonly RepairSet[], slack: number): number {
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
    found.sets.push({ ...node, box: result });
    return null;
  }
  const conflict = result & ~node.mask;
  // The freed cells clash by themselves: no value helps.
  if (conflict === 0n) return null;
  found.conflicts.push(conflict);
  return node.cost + LEAST > found.most ? null : conflict;
}

function children(scope: Scope, { operations, cost }: Node, conflict: Mask): Node[] {
  const cells = scope.numbering.cellsOf(conflict);
  return cells.flatMap((cell) => (operations.some((one) => one.cell === cell) ? [] : operationsFor(scope, cell))).map((one) => {
    const all = [...operations, one].toSorted((a, b) => a.rank - b.rank);
    return { operations: all, mask: all.reduce((mask, { mask: own }) => mask | own, 0n), cost: cost + one.cost };
  });
}

const known = new WeakMap<Scope, Map<number, Operation[]>>();

function operationsFor(scope: Scope, cell: number): Operation[] {
  // What would have to agree with more relations than a search may visit is left alone.
  if (at(scope.model, cell).constraints.length > BUDGET.hub) return [];
  const own = known.get(scope) ?? new Map<number, Operation[]>();
  known.set(scope, own);
  const operations = own.get(cell) ?? operationsOn(scope, cell);
  own.set(cell, operations);
  return operations;
}

function isNew(seen: Set<string>, { operations }: Node): boolean {
  const key = operations.map(nameOf).join(' ');
  if (seen.has(key)) return false;
  seen.add(key);
  return true;
}

/** One name for an operation, the same wherever it is met. */
export function nameOf({ cell, carries }: Operation): string {
  return carries ? `${cell}*` : String(cell);
}

/** Takes the cheapest node; of two that cost the same, the one higher up in the table. */
function cheapest(open: Node[]): Node | null {
  let best: Node | null = null;
  let place = 0;
  for (const [i, node] of open.entries()) {
    if (best === null || node.cost < best.cost || (node.cost === best.cost && isBefore(node, best))) [best, place] = [node, i];
  }
  if (best !== null) open.splice(place, 1);
  return best;
}

/** By the ranks of their cells, one after the other; of equal ones the shorter. */
function isBefore(a: Pick<Node, 'operations'>, b: Pick<Node, 'operations'>): boolean {
  for (const [i, one] of a.operations.entries()) {
    const other = b.operations[i];
    if (other === undefined) return false;
    if (one.rank !== other.rank) return one.rank < other.rank;
    if (one.carries !== other.carries) return !one.carries;
  }
  return a.operations.length < b.operations.length;
}
