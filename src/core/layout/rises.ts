/**
 * "Tăng, giảm so với năm 2019: Tỷ lệ (%)" is 120 to one province and 20 to the next: the rows' own figures decide.
 *
 * Each row votes for what its actual figure and its base, or the change, come nearer to. Spec: docs/spec.md, T3.
 */
import { isGap, type Figure, type Gap } from '#core/numbers/figure';
import { compareFractions, divideFractions, fraction, fractionOf, subtractFractions, type Fraction } from '#core/numbers/fraction';
import type { Column, Columns, Comparison } from '#core/table/columns';
import type { Row } from '#core/table/rows';
import { folded } from '#core/table/vietnamese';

type Read = (row: Row, column: Column) => Figure | Gap;

/** Rows that are asked at most. */
const VOTERS = 200;

/** The columns with each such ratio taken for the growth that its rows show. */
export function settledRises(columns: Columns, rows: readonly Row[], read: Read): Columns {
  if (!columns.comparisons.some(isUnclear)) return columns;
  const voters = rows.filter(({ kind }) => kind === 'indicator').slice(0, VOTERS);
  const settled = (comparison: Comparison): Comparison => {
    const votes = isUnclear(comparison) ? voters.reduce((sum, row) => sum + vote(row, comparison, read), 0) : 0;
    return votes > 0 ? { ...comparison, ratio: null, growth: comparison.ratio } : comparison;
  };
  return { ...columns, comparisons: columns.comparisons.map(settled) };
}

function isUnclear({ ratio, growth }: Comparison): boolean {
  return ratio !== null && growth === null && /\b(?:tang|giam)\b/.test(folded(ratio.header));
}

/** 1 for growth, −1 for a ratio, 0 where the row does not tell. */
function vote(row: Row, { actual, base, change, ratio }: Comparison, read: Read): number {
  const value = (column: Column | null): Fraction | null => valueOf(column === null ? 'no-row' : read(row, column));
  const top = value(actual);
  const stated = value(ratio);
  const changed = value(change);
  if (top === null || stated === null) return 0;
  const bottom = value(base) ?? (changed && subtractFractions(top, changed));
  if (bottom === null || bottom.n <= 0n) return 0;
  const grown = divideFractions(subtractFractions(top, bottom), bottom);
  // In percent, the ratio lies 100 above the growth: half-way between them is where the votes part.
  const parting = fraction(grown.n * 100n + grown.d * 50n, grown.d);
  return compareFractions(stated, parting) < 0 ? 1 : -1;
}

function valueOf(figure: Figure | Gap): Fraction | null {
  return isGap(figure) ? null : fractionOf(figure.value);
}
