/** What it costs a repair to leave a figure rounded, truncated or off by its last digit: little where the table does so itself. */
import type { Evidence } from '#core/localise/model';
import { bitsOf, whole } from '#core/localise/odds';
import { exactOf, stepsNearest, unitOfPlace } from '#core/localise/exact';
import { minus, plus } from '#core/numbers/decimal';
import type { Interval } from '#core/numbers/interval';
import { allowedBy, gradeOf, isAlsoCut, type Relation } from '#core/relations/relation';

/** In sixteenths of a bit. */
export interface GradeCosts {
  /** Of a figure that rounding gives and cutting does not. */
  readonly rounded: number;
  readonly truncated: number;
  readonly lastDigit: number;
}

/** Figures of each kind before a table's own are counted; about as the published appendix of 2020 has them. */
const BEFORE = { rounded: 10, truncated: 2, lastDigit: 1 } as const;

/** One of a table's own ratios tells as much of it as so many of other tables: who cuts cuts all. */
const SURE = 5;

/** More ratios than these tell no more of how a table rounds. */
const ENOUGH = 1000;

/** Counts the ratios in which rounding and cutting differ. */
export function gradeCosts(all: readonly Evidence[]): GradeCosts {
  const counts: Record<keyof GradeCosts, number> = { ...BEFORE };
  let told = 0;
  for (const one of all) {
    const kind = kindOf(one);
    if (kind === null) continue;
    counts[kind] += SURE;
    told += 1;
    if (told === ENOUGH) break;
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

/** What a repair pays for a relation that it leaves as its rule grades it; null for a wrong one, which no repair may leave. */
export function gradeCost(costs: GradeCosts, relation: Relation): number | null {
  const allowed = allowedBy(relation);
  const grade = gradeOf(relation, allowed);
  if (grade === null || grade === 'wrong') return null;
  return keptCost(costs, { relation, grade }, allowed);
}

/** The same of a relation whose grade is known, and not wrong. */
export function keptCost(costs: GradeCosts, { relation, grade }: Evidence, allowed?: Interval | null): number {
  if (relation.kind === 'sum') return sumCost(costs, relation);
  if (!isShortened(relation)) return 0;
  if (grade === 'exact') return costs.rounded > 0 && !isAlsoCut(relation, allowed) ? costs.rounded : 0;
  return grade === 'truncated' ? costs.truncated : costs.lastDigit;
}

function isShortened({ kind }: Relation): boolean {
  return kind === 'implied-ratio' || kind === 'quotient' || kind === 'rate-change';
}

/**
 * What rounded figures cost that miss their sum by some units of the last place: the errors of rounding nearly cancel
 * out, each spread evenly over one unit. Cut figures err all one way, and tell nothing.
 */
function sumCost({ rounded }: GradeCosts, { judged, terms }: Extract<Relation, { readonly kind: 'sum' }>): number {
  if (judged.figure.knowledge !== 'rounded' || rounded > 0) return 0;
  const off = terms.reduce((left, { term, sign }) => (sign === 1 ? minus : plus)(left, term.figure.value), judged.figure.value);
  if (off.digits === 0n) return 0;
  const units = stepsNearest(exactOf(off), unitOfPlace(judged.figure.place));
  return typeof units === 'number' && units > -MOST_UNITS && units < MOST_UNITS ? whole((SPREAD * units * units) / (terms.length + 1)) : 0;
}

/** Sixteenths of a bit by which a normal curve of variance 1/12 falls at one unit from its middle: 16 · 6 · log2 e. */
const SPREAD = 138;
const MOST_UNITS = 100;
