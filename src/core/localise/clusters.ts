/**
 * Contradictions that hang together are solved together: broken relations that share cells, and those that the answers
 * of one reach into. The rest of the table is looked at only where a figure that may change touches it.
 */
import { allowedAsPrinted, at, constraintAt, holdsAsPrinted, type Model } from '#core/localise/model';
import { greater, lesser, order } from '#core/localise/exact';
import { mends, minimalSets, type Search } from '#core/localise/minimal-sets';
import { priced, type Priced } from '#core/localise/price';
import { isDivision, type Range } from '#core/localise/project';
import { Numbering, type Mask, type Scope } from '#core/localise/propagate';
import { withSecondSlips } from '#core/localise/second-slips';
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

/** What is left of the budget of a whole workbook. */
export interface Purse {
  clusters: number;
}

/** Solves these broken constraints, and what they turn out to hang together with. */
export function clustersOf(model: Model, broken: readonly number[], { grades, purse }: { readonly grades: GradeCosts; readonly purse: Purse }): Cluster[] {
  const drafts = new Set(joined(broken.map((one) => draftOf(model, one))));
  const draftWith = new Map([...drafts].flatMap((draft) => draft.broken.map((one) => [one, draft] as const)));
  for (const draft of drafts) {
    for (let reached: readonly Draft[] = [draft]; reached.length > 0; ) {
      purse.clusters -= 1;
      draft.solved = purse.clusters < 0 ? UNDECIDED : solve(model, draft.broken, grades);
      reached = reachedBy(model, draft, draftWith);
      for (const other of reached) {
        for (const one of other.broken) draftWith.set(one, draft);
        absorb(draft, other);
        drafts.delete(other);
      }
    }
  }
  return [...drafts].map(({ broken: own, solved }) => ({ model, broken: own, ...(solved ?? UNDECIDED) }));
}

/** Other drafts with a broken constraint that the best repair of this one touches. */
function reachedBy(model: Model, draft: Draft, draftWith: ReadonlyMap<number, Draft>): Draft[] {
  const best = draft.solved?.repairs[0]?.set.operations.flatMap(({ frees }) => frees) ?? [];
  const found = best.flatMap((cell) => at(model, cell).constraints.map((one) => draftWith.get(one)));
  return [...new Set(found)].filter((one) => one !== undefined && one !== draft) as Draft[];
}

/** Reaches into another broken constraint only through a cell that may be at fault for both. */
function draftOf(model: Model, one: number): Draft {
  const cells = new Set(constraintAt(model, one).cells);
  const shared = cells.size > BUDGET.terms ? [] : [...cells].filter((cell) => {
    const { constraints } = at(model, cell);
    if (constraints.length > BUDGET.hub) return false;
    const others = constraints.filter((other) => other !== one && model.isBroken[other] === true);
    return others.slice(0, BUDGET.together).some((other) => agreeOn(model, cell, one, other) || mends(scopeOf(model, [one, other]), cell, [one, other]));
  });
  return { broken: [one], cells: new Set(shared), solved: null };
}

/** Do two broken equations tell the same figure of a cell, while all others stay as printed? Hardly ever by chance, where they tell it closely. */
function agreeOn(model: Model, cell: number, one: number, other: number): boolean {
  const a = toldBy(model, cell, one);
  const b = toldBy(model, cell, other);
  return a !== null && b !== null && order(greater(a.low, b.low), lesser(a.high, b.high)) <= 0;
}

/** What a constraint makes of a cell; null for one that allows a wide range. */
function toldBy(model: Model, cell: number, one: number): Range | null {
  const constraint = constraintAt(model, one);
  return constraint.kind === 'sum' || isDivision(constraint) ? allowedAsPrinted(model, one, constraint.cells.indexOf(cell)) : null;
}

function scopeOf(model: Model, broken: readonly number[]): Scope {
  const own = new Set(broken);
  return { model, numbering: new Numbering(), isParked: (one) => model.isBroken[one] === true && !own.has(one) };
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
  for (const one of broken) into.broken.push(one);
  for (const cell of cells) into.cells.add(cell);
  into.solved = null;
}

const UNDECIDED = { repairs: [], complete: false } as const;

function termsOf(model: Model, broken: readonly number[]): number {
  return broken.reduce((sum, one) => sum + constraintAt(model, one).cells.length, 0);
}

function solve(model: Model, broken: readonly number[], grades: GradeCosts): { readonly repairs: readonly Priced[]; readonly complete: boolean } {
  if (broken.length > BUDGET.together || termsOf(model, broken) > BUDGET.terms) return UNDECIDED;
  const scope = scopeOf(model, broken);
  const found = search(scope, broken);
  const pricing = { ...scope, broken: new Set(broken), grades, bothWays: false, dearest: Infinity };
  const repairs = priced(pricing, found.sets);
  return { repairs: found.complete ? withSecondSlips(pricing, repairs) : repairs, complete: found.complete };
}

/** The minimal sets of these broken constraints, solved as one. */
export function search(scope: Scope, broken: readonly number[]): Search {
  const { model, numbering } = scope;
  const conflicts: Mask[] = broken.map((one) => numbering.maskOf(constraintAt(model, one).cells));
  // What its own rule calls wrong clashes; the ranges here may be a little wider and need not say so.
  const narrowable = broken.filter((one) => !holdsAsPrinted(model, one));
  const isSoft = broken.length === 1 && broken.some((one) => constraintAt(model, one).cells.some((cell) => at(model, cell).role === 'residual'));
  return minimalSets(scope, conflicts, narrowable, isSoft ? SOFT_SLACK : SLACK);
}
