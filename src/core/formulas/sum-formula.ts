/** A sum as a formula. */
import type { Spot } from '#core/relations/relation';
import { address } from '#core/table/grid';
import type { Row } from '#core/table/rows';

/** `SUM(D8:D11,D14)`: rows with no other figure between them are one range. */
export function sumFormula(parts: readonly Row[], { table, column }: Pick<Spot, 'table' | 'column'>): string {
  const order = table.rows.filter(({ kind }) => kind === 'indicator');
  const place = new Map(order.map((row, i) => [row, i]));
  const runs: { readonly first: Row; last: Row }[] = [];
  for (const row of parts.toSorted((a, b) => a.at - b.at)) {
    const run = runs.at(-1);
    if (run !== undefined && place.get(row) === (place.get(run.last) ?? -2) + 1) run.last = row;
    else runs.push({ first: row, last: row });
  }
  const cell = (row: Row): string => address(row.at, column.index);
  return `SUM(${runs.map(({ first, last }) => (first === last ? cell(first) : `${cell(first)}:${cell(last)}`)).join(',')})`;
}
