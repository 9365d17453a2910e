/**
 * Finding tables on a sheet: a header above a column of names and at least one column of figures.
 *
 * Nothing depends on fixed addresses. A header row is one that names a column of names and, beside it, an ordinal, a
 * unit, a period or a comparison; it grows upwards to group headings and downwards to further words.
 * Spec: docs/spec.md, T1.
 */
import { textOf, type Grid } from '#core/table/grid';
import { isFigure, isNumbering, rowTexts } from '#core/table/header-cells';
import { pathsOf } from '#core/table/header-paths';
import { headerWord, type HeaderWord } from '#core/table/header-words';
import { mergesIn, type MergeLookup } from '#core/table/merges';
import { rankOf } from '#core/table/ordinal';

/** A header: its rows, the columns under it, and for each of them the header's words from top to bottom. */
export interface Header {
  readonly top: number;
  /** The last header row, numbering row ("A B C 1 2") included. */
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
  readonly nameColumn: number;
  /** Words above each column, `left` to `right`. */
  readonly paths: readonly (readonly string[])[];
}

/** A row that names a column of names, and the columns of the table it opens. */
interface Seed {
  readonly row: number;
  readonly nameColumn: number;
  readonly left: number;
  readonly right: number;
}

/** Every header of a sheet, top to bottom, then left to right; a header repeated at each page is found each time. */
export function findHeaders(grid: Grid): Header[] {
  const headers: Header[] = [];
  for (let row = 0; row < grid.rowCount; row += 1) {
    const found = completeSeeds(grid, row).map((seed) => grown(grid, seed));
    headers.push(...found);
    for (const { bottom } of found) if (bottom > row) row = bottom;
  }
  return headers;
}

/** Words split over unmerged rows: "Đơn vị" above "tính" names no column of names where the row below does. */
function completeSeeds(grid: Grid, row: number): Seed[] {
  const seeds = seedsIn(grid, row);
  const isCut = seeds.length === 1 && seeds.every((seed) => isHalf(grid, seed) && seedsIn(grid, row + 1).some(({ nameColumn }) => nameColumn < seed.nameColumn));
  return isCut ? [] : seeds;
}

/** Nothing stands left of the names, and nothing below them but further words. */
function isHalf(grid: Grid, { row, nameColumn, left }: Seed): boolean {
  return left === nameColumn && textOf(grid.cell(row + 1, nameColumn)) !== '' && !isFigure(grid, row + 1, nameColumn);
}

type Texts = ReadonlyMap<number, string>;

function seedsIn(grid: Grid, row: number): Seed[] {
  const texts = wordsIn(grid, row);
  if (texts === null || texts.size < 2) return [];
  return split(grid, row, texts);
}

/** The row's texts by column; null where it holds a figure or begins with an ordinal, which no header row does. */
function wordsIn(grid: Grid, row: number): Texts | null {
  const texts = new Map<number, string>();
  for (let column = 0; column < grid.columnCount; column += 1) {
    const text = textOf(grid.cell(row, column));
    if (text === '') continue;
    if (isFigure(grid, row, column) || (texts.size === 0 && rankOf(text) !== null)) return null;
    texts.set(column, text);
  }
  return texts;
}

/** One seed a table, each with its own words; a sheet may have 16 000 columns, so they are walked once. */
function split(grid: Grid, row: number, texts: Texts): Seed[] {
  const starts = startsIn(texts);
  const words = [...texts].toReversed();
  const seeds: Seed[] = [];
  for (const [i, { name, left }] of starts.entries()) {
    const right = (starts[i + 1]?.left ?? grid.columnCount) - 1;
    const own: Word[] = [];
    for (let next = words.at(-1); next !== undefined && next[0] <= right; next = words.at(-1)) {
      own.push(next);
      words.pop();
    }
    if (announces(grid, row, name, own)) seeds.push({ row, nameColumn: name, left, right });
  }
  return seeds;
}

interface Start {
  readonly name: number;
  readonly left: number;
}

/** A second column of names, with the ordinal before it, opens another table beside the first, once figures stand between. */
function startsIn(texts: Texts): Start[] {
  const starts: Start[] = [];
  const [first = 0] = texts.keys();
  let since = NOTHING_YET;
  for (const [column, text] of texts) {
    const word = headerWord(text);
    if (word === 'name' && (starts.length === 0 || opensAnother(since))) {
      starts.push({ name: column, left: starts.length === 0 ? first : (since.ordinal ?? column) });
      since = NOTHING_YET;
    }
    since = including(since, word, column);
  }
  return starts;
}

/** What stands since the last column of names: a figure, an ordinal, and whether a figure stands before that. */
interface Since {
  readonly figures: boolean;
  readonly ordinal: number | null;
  readonly figuresBefore: boolean;
}

const NOTHING_YET: Since = { figures: false, ordinal: null, figuresBefore: false };

function including(since: Since, word: HeaderWord | null, column: number): Since {
  if (word === 'figure') return { ...since, figures: true };
  return word === 'ordinal' ? { ...since, ordinal: column, figuresBefore: since.figures } : since;
}

function opensAnother({ figures, ordinal, figuresBefore }: Since): boolean {
  return ordinal === null ? figures : figuresBefore;
}

/** A column and its text. */
type Word = readonly [number, string];

/** A name alone is a heading; beside an ordinal, a unit or a period, or above figures, it is a header. */
function announces(grid: Grid, row: number, name: number, words: readonly Word[]): boolean {
  const others = words.filter(([column]) => column !== name);
  const told = others.some(([, text]) => headerWord(text) !== null && headerWord(text) !== 'name');
  return told || others.some(([column]) => column > name && hasFigureBelow(grid, row, column));
}

function hasFigureBelow(grid: Grid, row: number, column: number): boolean {
  for (let below = row + 1; below <= row + 6; below += 1) if (isFigure(grid, below, column)) return true;
  return false;
}

/** Grows a seed row to the whole header: the merged cells and group headings above it, the rows of words below it. */
function grown(grid: Grid, seed: Seed): Header {
  const near = mergesIn(grid, seed.row > 4 ? seed.row - 4 : 0, seed.row + 10);
  const top = topOf(grid, seed, near);
  let bottom = mergedBottom(seed, near);
  while (bottom < seed.row + 8 && continues(grid, seed, near, bottom + 1)) bottom += 1;
  const right = lastColumn(grid, seed, near, { top, bottom });
  const paths = pathsOf(grid, { top, bottom, left: seed.left, right }, near);
  const { left, nameColumn } = seed;
  return { top, bottom: isNumbering(grid, seed, bottom + 1) ? bottom + 1 : bottom, left, right, nameColumn, paths };
}

/** The last row that the seed row's merged cells reach. */
function mergedBottom({ row, left, right }: Seed, near: MergeLookup): number {
  let bottom = row;
  for (let column = left; column <= right; column += 1) {
    const end = near(row, column)?.bottom ?? row;
    if (end > bottom && end <= row + 6) bottom = end;
  }
  return bottom;
}

/** Group headings may stand above an unmerged name: rows with words over the figures and nothing over the names. */
function topOf(grid: Grid, seed: Seed, near: MergeLookup): number {
  let top = near(seed.row, seed.nameColumn)?.top ?? seed.row;
  while (top > 0 && top > seed.row - 4 && isGroupRow(grid, seed, near, top - 1)) top -= 1;
  return top;
}

function isGroupRow(grid: Grid, { nameColumn, left, right }: Seed, near: MergeLookup, row: number): boolean {
  const cells = rowTexts(grid, row, left, right);
  const first = cells[0];
  if (first === undefined || first.column <= nameColumn || (near(row, first.column)?.left ?? first.column) <= nameColumn) return false;
  return cells.some(({ text }) => headerWord(text) === 'figure');
}

/** A row of further header words: nothing of its own under name and ordinal, no figure but years. */
function continues(grid: Grid, seed: Seed, near: MergeLookup, row: number): boolean {
  const { nameColumn, left, right } = seed;
  const own = rowTexts(grid, row, left, right).filter(({ column }) => (near(row, column)?.top ?? row) === row);
  if (own.length === 0 || own.some(({ column }) => isFigure(grid, row, column))) return false;
  return own.every(({ column }) => column > nameColumn) || isSplit(own, row - seed.row);
}

/** Words of one heading may be split over unmerged rows: then the row right below holds mostly short header words. */
function isSplit(cells: readonly { readonly text: string }[], below: number): boolean {
  const heads = cells.filter(({ text }) => headerWord(text) === 'figure');
  return below <= 2 && heads.length >= 2 && heads.length * 2 >= cells.length && cells.every(({ text }) => text.length < 25);
}

/** The last column with words over it, merged cells counted to their end. */
function lastColumn(grid: Grid, { left, right, nameColumn }: Seed, near: MergeLookup, { top, bottom }: Pick<Header, 'top' | 'bottom'>): number {
  let last = nameColumn;
  for (let row = top; row <= bottom; row += 1) {
    for (const { column } of rowTexts(grid, row, left, right)) {
      const end = near(row, column)?.right ?? column;
      if (end > last) last = end;
    }
  }
  return last > right ? right : last;
}
