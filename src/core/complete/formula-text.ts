/** Pieces of plain Excel formulas, en-US: what completing a sheet and making a new one write alike. Spec: docs/spec.md, G5. */
import { columnLetters } from '#core/table/grid';

/** A cell as a formula of another sheet names it. */
export function onSheet(sheet: string, cell: string): string {
  return `'${sheet.replaceAll("'", "''")}'!${cell}`;
}

/** A quotient as a ratio, or as a growth, which is 100 less; as a fraction of one, or in percent. */
export function percentText(quotient: string, offset: 0 | 100, fraction: boolean): string {
  if (fraction) return offset === 0 ? quotient : `${quotient}-1`;
  return offset === 0 ? `100*${quotient}` : `100*${quotient}-100`;
}

const SHORTEST_RUN = 3;

/**
 * Cells one below the other as a range: `D8:D14`; null where they are none, or too few.
 *
 * @param rows counted from 1
 */
export function runText(column: number, rows: readonly number[]): string | null {
  const [first] = rows;
  if (rows.length < SHORTEST_RUN || first === undefined || !rows.every((row, i) => row === first + i)) return null;
  return `${columnLetters(column)}${first}:${columnLetters(column)}${first + rows.length - 1}`;
}
