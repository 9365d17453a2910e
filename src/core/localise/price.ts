/**
 * What a repair costs: how rare its faults are, and how well the figures then look that it leaves behind.
 *
 * Every figure is put into the relations that it touches and weighed there as a rule would: a proposal that any of them
 * calls wrong is none. Spec: docs/spec.md, D3.
 */
import { assignments, type Assignment, type Change, type Pricing } from '#core/localise/assignments';
import type { RepairSet } from '#core/localise/minimal-sets';
import { nameOf, type Operation } from '#core/localise/operation';
import { bitsOf, CERTAIN, weightOf, whole } from '#core/localise/odds';
import { touchedBy, type Scope } from '#core/localise/propagate';

/** A set of operations with its best figures. */
export interface Priced {
  readonly set: RepairSet;
  readonly changes: readonly Change[];
  readonly cost: number;
  /** Of the likelihood of some of its operations the share of these figures, in thousandths. */
  readonly figureOf: (operations: readonly Operation[]) => number;
}

/** Every set with its best figures, likeliest first; sets that no figure fulfils are left out. */
export function priced(pricing: Pricing, sets: readonly RepairSet[]): Priced[] {
  const known = new Map<string, Group | null>();
  const all = sets.flatMap((set) => {
    const one = pricedSet(pricing, set, known);
    return one === null ? [] : [one];
  });
  return inOrder(all);
}

/** Likeliest first; of two that are as likely, as they were found. */
export function inOrder(all: readonly Priced[]): Priced[] {
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
    const key = nameOf(operations);
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
    return whole(shares.reduce((all, share) => all * share, 1000));
  };
  return { set, changes, cost, figureOf };
}

function groupOf(found: readonly Assignment[]): Group | null {
  const [best] = found;
  if (best === undefined) return null;
  const all = found.reduce((sum, { cost }) => sum + weightOf(cost - best.cost), 0);
  return { changes: best.changes, cost: best.cost - bitsOf(all, CERTAIN), share: CERTAIN / all };
}

function apart(scope: Scope, operations: readonly Operation[]): readonly (readonly Operation[])[] {
  if (operations.length === 1) return [operations];
  let groups: { readonly constraints: readonly number[]; readonly operations: readonly Operation[] }[] = [];
  for (const operation of operations) {
    const constraints = touchedBy(scope, operation.frees);
    const mine = groups.filter((group) => group.constraints.some((one) => constraints.includes(one)));
    groups = groups.filter((group) => !mine.includes(group));
    groups.push({ constraints: [...mine.flatMap((group) => group.constraints), ...constraints], operations: [...mine.flatMap((group) => group.operations), operation] });
  }
  return groups.map((group) => group.operations);
}
