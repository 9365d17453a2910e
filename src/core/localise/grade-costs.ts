/** What it costs a repair to leave a ratio truncated or off by its last digit: little in a table that does so itself. */
import type { Evidence } from '#core/localise/model';
import { bitsOf } from '#core/localise/odds';
import type { Grade } from '#core/numbers/grade';

/** In sixteenths of a bit, by grade; wrong is never paid. */
export type GradeCosts = Readonly<Record<Grade, number>>;

/** As many of each as the published appendix of 2020 has, before a table's own are counted. */
const BEFORE = { exact: 15, truncated: 3, 'last-digit': 2 } as const;

export function gradeCosts(all: readonly Evidence[]): GradeCosts {
  const counts = { exact: BEFORE.exact as number, truncated: BEFORE.truncated as number, 'last-digit': BEFORE['last-digit'] as number, wrong: 0 };
  for (const { relation, grade } of all) if (relation.kind === 'implied-ratio' || relation.kind === 'quotient') counts[grade] += 1;
  const cost = (count: number): number => whole(bitsOf(BigInt(counts.exact), BigInt(count)));
  return { exact: 0, truncated: cost(counts.truncated), 'last-digit': cost(counts['last-digit']), wrong: 0 };
}

/** Half bits, so that one edit seldom moves a cost; never a reward. */
function whole(cost: number): number {
  return cost <= 0 ? 0 : cost - (cost % 8);
}
