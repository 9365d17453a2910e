/**
 * What a formula reads: cells, ranges, names and tables, as far as its text says.
 *
 * Where the text does not say it (INDIRECT, OFFSET, a range that ends in a function) the answer is "anything", never "nothing".
 */
import { columnOf, LAST_COLUMN, LAST_ROW } from '#core/table/cell-reference';

/** One end of a reference. */
interface End {
  readonly at: number;
  /** `$`: it does not move with the formula. */
  readonly fixed: boolean;
}

export interface Precedent {
  /** In lower case; null for the formula's own sheet, "*" for a run of sheets. */
  readonly sheet: string | null;
  readonly top: End;
  readonly left: End;
  readonly bottom: End;
  readonly right: End;
}

export interface Precedents {
  readonly ranges: readonly Precedent[];
  /** Names and tables, in lower case; a name that nobody defined is a function's own. */
  readonly names: readonly string[];
  /** Tables of which it reads its own row alone. */
  readonly rows: readonly string[];
  /** It may read anything. */
  readonly anything: boolean;
}

const TEXT = /"(?:[^"]|"")*"/.source;
const SHEET = String.raw`(?:'(?<quoted>(?:[^']|'')*)'|(?<plain>[\p{L}\p{N}_.:\\[\]]+))!`;
const COLUMN = String.raw`\$?[A-Za-z]{1,3}`;
const ROW = String.raw`\$?[1-9]\d{0,6}`;
const RANGE = String.raw`(?<range>${COLUMN}${ROW}(?::${COLUMN}${ROW})?|${COLUMN}:${COLUMN}|${ROW}:${ROW})(?![\w.(!\\])`;
const NAME = String.raw`(?<name>[\p{L}_\\][\p{L}\p{N}_.\\?]*)(?<call>\s*\()?`;
const BRACKETS = String.raw`\[(?:[^\[\]']|'.|\[(?:[^\[\]']|'.)*\])*\]`;
const TOKEN = new RegExp(String.raw`${TEXT}|(?:${SHEET})?(?<![\p{L}\p{N}_.$\\])${RANGE}|${SHEET.replaceAll(/\?<\w+>/g, '?:')}|${NAME}(?<brackets>${BRACKETS})?|${BRACKETS}|\d[\d.]*(?:[eE][+-]?\d+)?|:`, 'gu');

/** Functions that make a reference of a text or move one. */
const REACHES_FAR = new Set(['INDIRECT', 'OFFSET']);
/** `Table1[@Column]`, as files write it and as Excel shows it. */
const OWN_ROW = /\[#This Row\]|\[@/i;
const END = /^(?<before>\$?)(?<letters>[A-Za-z]{0,3})(?<between>\$?)(?<digits>\d*)$/;

/** @param formula without `=`, as the file has it */
export function precedentsOf(formula: string): Precedents {
  const found = { ranges: [] as Precedent[], names: new Set<string>(), rows: new Set<string>(), anything: false };
  for (const { 0: token, groups = {} } of formula.matchAll(TOKEN)) {
    const { range, name } = groups;
    // A colon that no range has taken joins what only a calculation can tell.
    if (token === ':') found.anything = true;
    else if (range !== undefined) found.ranges.push(rangeOf(range, groups['quoted'] ?? groups['plain']));
    else if (name !== undefined) takeName(name, groups, found);
  }
  return { ...found, names: [...found.names], rows: [...found.rows] };
}

function takeName(name: string, groups: Readonly<Record<string, string | undefined>>, found: { readonly names: Set<string>; readonly rows: Set<string>; anything: boolean }): void {
  if (groups['call'] === undefined) (OWN_ROW.test(groups['brackets'] ?? '') ? found.rows : found.names).add(name.toLowerCase());
  else if (REACHES_FAR.has(name.toUpperCase())) found.anything = true;
}

function rangeOf(range: string, sheet: string | undefined): Precedent {
  const [first = '', second = first] = range.split(':');
  const [top, left] = endsOf(first, { row: 0, column: 0 });
  const [bottom, right] = endsOf(second, { row: LAST_ROW, column: LAST_COLUMN });
  return ordered({ sheet: sheet === undefined ? null : sheetOf(sheet), top, left, bottom, right });
}

/** The row and the column of one end; where it names none, the sheet's edge. */
function endsOf(written: string, edge: { readonly row: number; readonly column: number }): readonly [row: End, column: End] {
  const groups = END.exec(written)?.groups;
  const [before, letters, between, digits] = ['before', 'letters', 'between', 'digits'].map((name) => groups?.[name] ?? '');
  // A whole row has its dollar where a cell's column has it.
  const rowDollar = letters === '' ? before : between;
  return [
    endAt(digits === undefined || digits === '' ? null : +digits - 1, rowDollar === '$', edge.row),
    endAt(letters === undefined || letters === '' ? null : columnIndex(letters), before === '$', edge.column),
  ];
}

function endAt(at: number | null, fixed: boolean, edge: number): End {
  return at === null ? { at: edge, fixed: true } : { at, fixed };
}

function ordered(range: Precedent): Precedent {
  const { top, left, bottom, right } = range;
  return { ...range, ...(top.at > bottom.at && { top: bottom, bottom: top }), ...(left.at > right.at && { left: right, right: left }) };
}

/** Three letters beyond XFD are a name: no cell is there. */
function columnIndex(letters: string): number {
  return letters.length === 3 && letters.toUpperCase() > 'XFD' ? LAST_COLUMN + 1 : columnOf(letters);
}

/** "[1]Sheet" is another workbook's: no edit of this one reaches it. A run of sheets is any of them. */
function sheetOf(written: string): string {
  const sheet = written.replaceAll("''", "'").toLowerCase();
  return sheet.includes(':') ? '*' : sheet;
}
