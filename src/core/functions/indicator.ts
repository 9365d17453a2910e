/**
 * The figure of an indicator in a table, found by its name or its number, and by its column's heading.
 *
 * Names are compared as templates compare them: Unicode form, case, tone placement and the usual abbreviations do not count. Nothing is
 * guessed: a name that stands twice asks for its number. Spec: docs/spec.md, U7.
 */
import { doubleOf, type Answer, type Problem } from '#core/functions/answer';
import { readMatrix, textOf, withFigures, type Cell, type Matrix, type Reading } from '#core/functions/argument';
import { bareOrdinal, rankOf, SECTION_RANK, splitName, splitOrdinal } from '#core/table/ordinal';
import { folded, nameKey } from '#core/table/vietnamese';

/** A row as it can be asked for. */
interface Line {
  readonly row: number;
  readonly key: string;
  /** "I.1.2": the second part of the first indicator of the first section; '' without an ordinal. */
  readonly id: string;
}

/** A range, looked through once for all that is asked of it. */
export interface Lookup {
  readonly lines: readonly Line[];
  /** The words above each column, and those of its own cells alone. */
  readonly headings: readonly { readonly path: string; readonly own: readonly string[] }[];
  readonly readings: readonly (readonly Reading[])[];
}

export function lookupIn(matrix: Matrix): Lookup {
  const lines = linesOf(matrix);
  const first = lines.find(({ id }) => id !== '')?.row ?? lines[0]?.row ?? 0;
  return { lines, headings: headingsOf(matrix.slice(0, first)), readings: readMatrix(matrix) };
}

/**
 * @param asked a name, "Tổng số HTX", or a number, "I.1.2"
 * @param column a heading, or the place of the column in the range, counted from 1
 */
export function indicator(lookup: Lookup, asked: Cell, column: Cell): Answer {
  const words = [textOf(asked), textOf(column)];
  const error = words.find((one) => typeof one === 'object' && one !== null);
  if (error !== undefined) return error;
  const [name, heading] = words;
  return typeof name === 'string' && typeof heading === 'string' ? figureAt(lookup, rowOf(lookup, name), typeof column === 'number' ? placeIn(lookup, column) : columnOf(lookup, heading)) : '';
}

function figureAt({ readings }: Lookup, row: number | Problem, column: number | Problem): Answer {
  if (typeof row !== 'number') return row;
  if (typeof column !== 'number') return column;
  return withFigures([readings[row]?.[column] ?? 'blank'], ({ value }) => doubleOf(value));
}

function rowOf({ lines }: Lookup, asked: string): number | Problem {
  const byId = lines.filter(({ id }) => id !== '' && id === asked.toUpperCase());
  const key = nameKey(asked);
  const found = byId.length > 0 ? byId : lines.filter((line) => line.key === key && key !== '');
  const [only] = found;
  if (only === undefined) return { is: 'no-row', asked };
  return found.length === 1 ? only.row : { is: 'many-rows', asked, ids: found.map(({ id }) => id).filter((id) => id !== '') };
}

function placeIn({ headings }: Lookup, column: number): number | Problem {
  return column % 1 === 0 && column >= 1 && column <= headings.length ? column - 1 : { is: 'no-column', asked: String(column) };
}

/** A column whose whole heading, else one of whose headings, else whose words are those asked for; only where it is the only one. */
function columnOf({ headings }: Lookup, asked: string): number | Problem {
  const wanted = wordsOf(asked);
  const words = wanted.split(' ');
  const ways: readonly ((heading: Lookup['headings'][number]) => boolean)[] = [
    ({ path }) => path === wanted,
    ({ own }) => own.includes(wanted),
    ({ path }) => words.every((word) => ` ${path} `.includes(` ${word} `)),
  ];
  for (const is of ways) {
    const found = headings.flatMap((heading, column) => (is(heading) ? [column] : []));
    if (found.length > 1) return { is: 'many-columns', asked };
    if (found[0] !== undefined) return found[0];
  }
  return { is: 'no-column', asked };
}

/** A heading over several columns stands in the first of them, and is carried over blank cells; titles above the headings are none. */
function headingsOf(above: Matrix): Lookup['headings'] {
  const start = above.findIndex((row) => row.filter((cell) => wordsOf(cell) !== '').length > 1);
  const rows = start === -1 ? above : above.slice(start);
  const width = rows.reduce((most, { length }) => (length > most ? length : most), 0);
  const own: string[][] = Array.from({ length: width }, () => []);
  const paths: string[][] = Array.from({ length: width }, () => []);
  for (const row of rows) {
    let carried = '';
    for (let column = 0; column < width; column += 1) {
      const text = wordsOf(row[column]);
      if (text !== '') {
        carried = text;
        own[column]?.push(text);
      }
      if (carried !== '') paths[column]?.push(carried);
    }
  }
  return own.map((texts, column) => ({ path: paths[column]?.join(' ') ?? '', own: texts }));
}

/** Without marks of footnotes, and without the letters and numbers that number columns. */
function wordsOf(cell: Cell): string {
  if (typeof cell !== 'string' && typeof cell !== 'number') return '';
  const words = folded(String(cell)).replaceAll(/[^\p{L}\p{Nd}%]+/gu, ' ').trim();
  return /^(?:\p{L}|\d{1,2})$/u.test(words) ? '' : words;
}

/** The rows with a name, numbered as templates number them: section, indicator, and the parts counted. */
function linesOf(matrix: Matrix): Line[] {
  const above: Numbered[] = [];
  const counts = new Map<string, number>();
  return matrix.flatMap((cells, row) => {
    const named = namedIn(cells);
    return named === null ? [] : [{ row, key: nameKey(named.name), id: idOf(named.ordinal, above, counts) }];
  });
}

interface Numbered {
  readonly rank: number;
  readonly id: string;
}

/** The ordinal and the name of a row: two cells, or one. */
function namedIn(cells: readonly Cell[]): { readonly ordinal: string; readonly name: string } | null {
  const texts = cells.map((cell) => (typeof cell === 'string' || typeof cell === 'number' ? String(cell).trim() : ''));
  const at = texts.findIndex((text, i) => typeof cells[i] === 'string' && /\p{L}{2}/u.test(text) && !isOrdinal(text));
  const name = texts[at];
  if (name === undefined) return null;
  const before = texts.slice(0, at).find(isOrdinal);
  if (before !== undefined) return { ordinal: before, name };
  // "II LIÊN HIỆP HTX" stands in the column of ordinals, where a numeral and a name share a cell.
  return (at === 0 && /^[IVXLC\d]+\s/.test(name) ? splitOrdinal(name) : null) ?? splitName(name);
}

function isOrdinal(text: string): boolean {
  return rankOf(text) !== null;
}

/** Sections and numbers say theirs; dashes and the like are counted among their kind. */
function idOf(ordinal: string, above: Numbered[], counts: Map<string, number>): string {
  const rank = ordinal === '' ? null : rankOf(ordinal);
  if (rank === null) return '';
  const parent = parentOf(rank, above);
  const label = labelOf(ordinal, rank, parent, counts);
  const id = parent === '' ? label : `${parent}.${label}`;
  above.push({ rank, id });
  return id;
}

/** The nearest row above that stands higher; those beside and below it have ended. */
function parentOf(rank: number, above: Numbered[]): string {
  for (let last = above.at(-1); last !== undefined && last.rank >= rank; last = above.at(-1)) above.pop();
  return above.at(-1)?.id ?? '';
}

function labelOf(ordinal: string, rank: number, parent: string, counts: Map<string, number>): string {
  const text = bareOrdinal(ordinal).toUpperCase();
  if (rank <= SECTION_RANK) return text;
  if (/^[\d.]+$/.test(text)) return text.split('.').at(-1) ?? text;
  const kind = `${parent} ${rank}`;
  const count = (counts.get(kind) ?? 0) + 1;
  counts.set(kind, count);
  return String(count);
}
