/**
 * Contradictions that hang together are solved together: broken relations that share cells, and those that the answers
 * of one reach into. The rest of the table is looked at only where a figure that may change touches it.
 */
import { printedRange } from '#core/localise/cell';
import { agrees, at, constraintAt, type Model } from '#core/localise/model';
import { mends, minimalSets, type Search } from '#core/localise/minimal-sets';
import { priced, type Priced } from '#core/localise/price';
import { Numbering, type Mask, type Scope } from '#core/localise/propagate';
import type { GradeCosts } from '#core/localise/grade-costs';
import { BUDGET, SLACK, SOFT_SLACK } from '#core/localise/weights';

/** Broken constraints that were solved as one. */
export interface Cluster {
  readonly model: Model;
  readonly broken: readonly number[];
  /** Likeliest first; empty where nothing lets them agree, or the search gave up. */
  readonly repairs: readonly Priced[];
  readonly complete: boolean;
}

interface Draft {
  broken: number[];
  cells: Set<number>;
  solved: { readonly repairs: readonly Priced[]; readonly complete: boolean } | null;
}

/** Solves these broken constraints, and what they turn out to hang together with. */
export function clustersOf(model: Model, broken: readonly number[], grades: GradeCosts): Cluster[] {
  let drafts = joined(broken.map((one) => draftOf(model, one)));
  for (let draft = unsolved(drafts); draft !== undefined; draft = unsolved(drafts)) {
    draft.solved = solve(model, draft.broken, grades);
    const best = draft.solved.repairs[0]?.set.operations.flatMap(({ frees }) => frees) ?? [];
    const reached = drafts.filter((other) => other !== draft && other.broken.some((one) => constraintAt(model, one).cells.some((cell) => best.includes(cell))));
    if (reached.length === 0) continue;
    for (const other of reached) absorb(draft, other);
    drafts = drafts.filter((other) => !reached.includes(other));
  }
  return drafts.map(({ broken: own, solved }) => ({ model, broken: own, repairs: solved?.repairs ?? [], complete: solved?.complete ?? false }));
}

/** Reaches into another broken constraint only through a cell that may be at fault for both. */
function draftOf(model: Model, one: number): Draft {
  const cells = new Set(constraintAt(model, one).cells);
  if (cells.size > BUDGET.terms) return { broken: [one], cells, solved: null };
  const shared = [...cells].filter((cell) => {
    const others = at(model, cell).constraints.filter((other) => other !== one && model.isBroken[other] === true);
    return others.some((other) => mends(scopeOf(model, [one, other]), cell, [one, other]));
  });
  return { broken: [one], cells: new Set(shared), solved: null };
}

function scopeOf(model: Model, broken: readonly number[]): Scope {
  const own = new Set(broken);
  return { model, numbering: new Numbering(), isParked: (one) => model.isBroken[one] === true && !own.has(one) };
}

function unsolved(drafts: readonly Draft[]): Draft | undefined {
  return drafts.find(({ solved }) => solved === null);
}

/** One draft for each set of drafts that share cells, in the order of their first members. */
function joined(drafts: readonly Draft[]): Draft[] {
  const owner = new Map<number, Draft>();
  const kept = new Set<Draft>();
  for (const draft of drafts) {
    const others = [...new Set([...draft.cells].map((cell) => owner.get(cell)))].filter((one) => one !== undefined);
    const [first = draft, ...more] = others;
    if (first !== draft) absorb(first, draft);
    for (const other of more) {
      absorb(first, other);
      kept.delete(other);
    }
    kept.add(first);
    for (const cell of first.cells) owner.set(cell, first);
  }
  return [...kept];
}

function absorb(into: Draft, { broken, cells }: Draft): void {
  into.broken = [...into.broken, ...broken];
  into.cells = new Set([...into.cells, ...cells]);
  into.solved = null;
}

function solve(model: Model, broken: readonly number[], grades: GradeCosts): { readonly repairs: readonly Priced[]; readonly complete: boolean } {
  const terms = broken.reduce((sum, one) => sum + constraintAt(model, one).cells.length, 0);
  if (terms > BUDGET.terms) return { repairs: [], complete: false };
  const scope = scopeOf(model, broken);
  const found = search(scope, broken);
  return { repairs: priced({ ...scope, broken: new Set(broken), grades }, found.sets), complete: found.complete };
}

/** The minimal sets of these broken constraints, solved as one. */
export function search(scope: Scope, broken: readonly number[]): Search {
  const { model, numbering } = scope;
  const conflicts: Mask[] = broken.map((one) => numbering.maskOf(constraintAt(model, one).cells));
  // What its own rule calls wrong clashes; the ranges here may be a little wider and need not say so.
  const narrowable = broken.filter((one) => !agrees(constraintAt(model, one), constraintAt(model, one).cells.map((cell) => printedRange(at(model, cell)))));
  const isSoft = broken.some((one) => constraintAt(model, one).cells.some((cell) => at(model, cell).role === 'residual'));
  return minimalSets(scope, conflicts, narrowable, isSoft ? SOFT_SLACK : SLACK);
}
