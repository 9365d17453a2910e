/** How far a total is off its parts: `total − sum of parts`. Spec: docs/spec.md, U4. */
import { doubleOf, type Answer } from '#core/functions/answer';
import { isRead, withFigures, type Reading } from '#core/functions/argument';
import { minus, plus, ZERO } from '#core/numbers/decimal';

type Readings = readonly (readonly Reading[])[];

/**
 * One total against all parts; a row of totals against the columns of parts below it, a column of totals against the rows beside it.
 *
 * Blank parts add nothing; where all are blank there is nothing to say. One that was not collected leaves the gap open: #N/A.
 */
export function gaps(totals: Readings, parts: Readings): Answer[][] {
  const [first = []] = totals;
  if (totals.length === 1 && first.length === 1) return [[gap(first[0], parts.flat())]];
  if (totals.length === 1 && parts.every(({ length }) => length === first.length)) return [first.map((total, c) => gap(total, parts.flatMap((row) => row.slice(c, c + 1))))];
  if (first.length === 1 && parts.length === totals.length) return totals.map(([total], r) => [gap(total, parts[r] ?? [])]);
  return [[{ is: 'bad-shape' }]];
}

function gap(total: Reading = 'blank', parts: readonly Reading[]): Answer {
  const given = parts.filter((part) => part !== 'blank');
  if (given.length === 0) return withFigures([total], () => '');
  return withFigures([total, ...given], () => doubleOf(minus(isRead(total) ? total.value : ZERO, sumOf(given))));
}

function sumOf(readings: readonly Reading[]): typeof ZERO {
  return readings.filter(isRead).reduce((sum, { value }) => plus(sum, value), ZERO);
}
