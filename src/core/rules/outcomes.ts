/** Outcomes of relations, made the same way by every rule. */
import { canonical, plain } from '#core/numbers/decimal';
import type { Gap } from '#core/numbers/figure';
import { isTerm, relatedTo, weigh, type Relation, type Spot, type Term, type Verdict } from '#core/relations/relation';
import type { Broken, Outcome, Unchecked } from '#core/rule';

/** Weighs a relation; `facts` is asked only where it is broken. */
export function judge<Facts>(relation: Relation, facts: (verdict: Verdict) => Facts): Outcome<Facts> {
  const at = relation.judged;
  const verdict = weigh(relation);
  if (verdict === null) return unchecked(at, 'no-result', at);
  if (verdict === 'exact') return { is: 'holds', at, relation };
  return {
    is: 'broken', at, related: relatedTo(relation), facts: facts(verdict), grade: verdict.grade, basis: relation.basis,
    found: canonical(plain(at.figure.value)), expected: verdict.expected, relation,
  };
}

/** A finding that no interval is behind: a sign, a base below 0. */
export function broken<Facts>(at: Term, related: readonly Spot[], facts: Facts, relation: Relation | null = null): Broken<Facts> {
  return { is: 'broken', at, related, facts, grade: 'wrong', basis: 'declared', found: canonical(plain(at.figure.value)), expected: null, relation };
}

/** Not enough to tell: `spot` is the cell that lacks a figure. */
export function unchecked(at: Spot, gap: Gap, spot: Spot): Unchecked {
  return { is: 'unchecked', at, because: { gap, spot, name: spot.row.name } };
}

/** The sheet lacks a row that the relation needs. */
export function lacksRow(at: Spot, name: string): Unchecked {
  return { is: 'unchecked', at, because: { gap: 'no-row', spot: null, name } };
}

/** Nothing is claimed where nothing is written, or where the report says that nothing applies. */
export function claimsNothing(term: Term | Gap): boolean {
  return !isTerm(term) && (term === 'empty' || term === 'none' || term === 'not-applicable');
}
