/** What it costs a repair to leave a figure rounded, truncated or off by its last digit: little where the table does so itself. */
import type { Evidence } from '#core/localise/model';
import { bitsOf } from '#core/localise/odds';
import type { Grade } from '#core/numbers/grade';
import { isAlsoCut } from '#core/relations/relation';

/** In sixteenths of a bit. */
export interface GradeCosts {
  /** Of a figure that rounding gives and cutting does not. */
  readonly rounded: number;
  readonly truncated: number;
  readonly lastDigit: number;
}

/** Figures of each kind before a table's own are counted; about as the published appendix of 2020 has them. */
const BEFORE = { rounded: 10, truncated: 2, lastDigit: 1 } as const;

/** Counts the ratios in which rounding and cutting differ. */
export function gradeCosts(all: readonly Evidence[]): GradeCosts {
  const counts: Record<keyof GradeCosts, number> = { ...BEFORE };
  for (const one of all) {
    const kind = kindOf(one);
    if (kind !== null) counts[kind] += 1;
  }
  const most = counts.rounded > counts.truncated ? counts.rounded : counts.truncated;
  const cost = (count: number): number => halfBits(bitsOf(most, count));
  return { rounded: cost(counts.rounded), truncated: cost(counts.truncated), lastDigit: cost(counts.lastDigit) };
}

/** null for what is no ratio, is wrong, or does not tell rounding from cutting. */
function kindOf({ relation, grade }: Evidence): keyof GradeCosts | null {
  if (relation.kind !== 'implied-ratio' && relation.kind !== 'quotient') return null;
  if (grade !== 'exact') return grade === 'truncated' ? 'truncated' : grade === 'last-digit' ? 'lastDigit' : null;
  return relation.judged.figure.knowledge === 'rounded' && !isAlsoCut(relation) ? 'rounded' : null;
}

/** Half bits, so that one edit seldom moves a cost. */
function halfBits(cost: number): number {
  return cost - (cost % 8);
}

/** What a repair pays for a relation that it leaves with this grade; wrong is never paid for. */
export function gradeCost(costs: GradeCosts, { relation, grade }: { readonly relation: Evidence['relation']; readonly grade: Grade }): number {
  if (relation.kind === 'sum') return 0;
  if (grade === 'exact') return costs.rounded > 0 && !isAlsoCut(relation) ? costs.rounded : 0;
  return grade === 'truncated' ? costs.truncated : costs.lastDigit;
}
