/** A formula as it reads elsewhere: cells share one, and a column repeats it row by row. */
import { columnOf, LAST_COLUMN, LAST_ROW } from '#core/table/cell-reference';
import { columnLetters } from '#core/table/grid';

/** Quoted text, quoted sheet names and columns of lists hold no references, however they look. */
const QUOTED = /"(?:[^"]|"")*"|'(?:[^']|'')*'|\[[^\]]*\]/.source;
const QUOTES: ReadonlySet<string> = new Set(['"', "'", '[']);
const COLUMN = String.raw`\$?[A-Z]{1,3}`;
const ROW = String.raw`\$?[1-9]\d{0,6}`;
/** Cells, whole columns (D:E) and whole rows (4:5); not LOG10(, not a name or a sheet that looks like a cell. */
const REFERENCE = new RegExp(String.raw`${QUOTED}|(?<![\w.\\$])(?:${COLUMN}${ROW}|${COLUMN}:${COLUMN}|${ROW}:${ROW})(?![\w.(!])`, 'gi');
/** One end of a reference: a column, a row or both. */
const STEP = /(?:(\$?)([A-Z]{1,3}))?(?:(\$?)(\d+))?/gi;

/** What a cell elsewhere sees of the same formula. */
export interface Move {
  readonly rows: number;
  readonly columns: number;
}

/**
 * The formula as it reads after a move; references with `$` stay.
 *
 * @example movedFormula('SUM(D$4:D8)/$E8', { rows: 2, columns: 1 })   // 'SUM(E$4:E10)/$E10'
 */
export function movedFormula(formula: string, move: Move): string {
  return formula.replaceAll(REFERENCE, (token: string) => {
    if (QUOTES.has(token.charAt(0))) return token;
    return token.replaceAll(STEP, (_, fixed: string, letters: string, fixedRow: string, digits: string) => {
      return movedColumn(fixed, letters, move) + movedRow(fixedRow, digits, move);
    });
  });
}

/** Excel goes round at the sheet's edges: one left of A is XFD. */
function movedColumn(fixed: string, letters: string | undefined, { columns }: Move): string {
  if (letters === undefined) return '';
  if (fixed === '$' || isBeyond(letters)) return fixed + letters;
  return columnLetters(around(columnOf(letters) + columns, LAST_COLUMN + 1));
}

function movedRow(fixed: string, digits: string | undefined, { rows }: Move): string {
  if (digits === undefined) return '';
  return fixed === '$' ? fixed + digits : String(around(+digits - 1 + rows, LAST_ROW + 1) + 1);
}

function around(index: number, size: number): number {
  return ((index % size) + size) % size;
}

/** Three letters beyond XFD are a name. */
function isBeyond(letters: string): boolean {
  return letters.length === 3 && letters.toUpperCase() > 'XFD';
}
