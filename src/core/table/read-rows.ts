/**
 * The rows under a header: sections, indicators and headings, in a tree of ordinals; what is no row is left out.
 *
 * Left out are blank rows, page headers repeated, numbering rows ("A B C 1 2"), and footnotes.
 * Spec: docs/spec.md, T4 and T5.
 */
import { readText } from '#core/numbers/number-text';
import { holdsFigures, type Columns } from '#core/table/columns';
import { address, textOf, type Cell, type Grid } from '#core/table/grid';
import type { Header } from '#core/table/header';
import { isNumbering } from '#core/table/header-cells';
import { countOf, DASH_RANK, NUMBER_RANK, rankOf, SECTION_RANK, splitName, splitOrdinal, type Rank } from '#core/table/ordinal';
import type { Row, RowKind } from '#core/table/rows';
import { grow, type Draft } from '#core/table/tree';
import { folded } from '#core/table/vietnamese';

export interface Body {
  readonly header: Header;
  readonly columns: Columns;
  /** The last row of the sheet that may belong to the table. */
  readonly last: number;
  /** Rows of page headers repeated inside the table. */
  readonly skipped: ReadonlySet<number>;
  /** The unit that a line above the header gives for the whole table; '' where none does. */
  readonly unit: string;
}

const FOOTNOTE = /^(?:[\u00B9\u00B2\u00B3\u2070-\u2079*]|\(\d\)|\[\d\]|ghi chú|nguồn|chú thích|lưu ý)/i;
const OF_WHICH = /^(?:trong do|t\.? ?do|tr\.? ?do|chia ra|gom co|bao gom|trong so do|trong so)\b/;
const DITTO = /^(?:["″”“'’`]{1,2}|\/\/|-?\s*nt\s*-?|n\.t\.?|như trên)$/i;

/** Every row of the table, top to bottom, each with its place in the tree. */
export function readRows(grid: Grid, body: Body): readonly Row[] {
  const drafts: Draft[] = [];
  const above = { unit: '', count: 0 };
  for (let at = body.header.bottom + 1; at <= body.last; at += 1) {
    if (body.skipped.has(at) || isNumbering(grid, body.header, at)) continue;
    const row = read(grid, body, at, above);
    if (row === null) continue;
    above.unit = row.unit;
    above.count = countOf(row.ordinal, above.count) ?? above.count;
    drafts.push(row);
  }
  while (isTrailing(drafts.at(-1))) drafts.pop();
  grow(drafts);
  return drafts;
}

/** Signatures and remarks below the table look like headings; nothing follows them. */
function isTrailing(row: Draft | undefined): boolean {
  return row !== undefined && (row.kind === 'heading' || (row.kind === 'section' && rankOf(row.ordinal) === null));
}

/** What the rows so far tell of the next one: the unit that a ditto mark repeats, and how far rows are counted. */
interface Above {
  readonly unit: string;
  readonly count: number;
}

function rankAfter(ordinal: string, { count }: Above): Rank | null {
  return rankOf(ordinal) ?? (countOf(ordinal, count) === null ? null : NUMBER_RANK);
}

function read(grid: Grid, { columns, unit: tableUnit }: Body, at: number, above: Above): Draft | null {
  const { ordinal, name } = label(grid, columns, at);
  const rank = rankAfter(ordinal, above);
  const unit = unitOf(grid, columns, at, above.unit);
  const figures = hasFigures(grid, columns, at);
  const facts = { rank, name, unit, figures };
  if (isNoRow(facts)) return null;
  const kind = kindOf(facts);
  return {
    at, kind, ordinal,
    unit: unit === '' && kind === 'indicator' ? tableUnit : unit,
    rank: rank ?? (kind === 'section' ? SECTION_RANK : DASH_RANK),
    name: name === '' ? address(at, columns.indicator.index) : name,
    section: null, parent: null, children: [], total: null,
    ofWhich: OF_WHICH.test(folded(name)),
    indent: indentOf(grid.cell(at, columns.indicator.index)),
  };
}

/** The unit as written; a ditto mark stands for the one above. */
function unitOf(grid: Grid, { unit }: Columns, at: number, unitAbove: string): string {
  const written = unit === null ? '' : textOf(grid.cell(at, unit.index));
  return DITTO.test(written) ? unitAbove : written;
}

/** What tells rows from remarks, and sections from indicators. */
interface RowFacts {
  readonly rank: Rank | null;
  readonly name: string;
  readonly unit: string;
  readonly figures: boolean;
}

/** A blank row, a remark without a name, a footnote. */
function isNoRow({ rank, name, unit, figures }: RowFacts): boolean {
  if (figures || rank !== null) return false;
  return name === '' || (unit === '' && FOOTNOTE.test(name));
}

function indentOf({ value }: Cell): number {
  return typeof value === 'string' ? (/^[ \u00A0\t]*/.exec(value)?.[0].length ?? 0) : 0;
}

/** Ordinal and name, wherever they stand: in their columns, merged in one cell, or the ordinal before the name. */
function label(grid: Grid, columns: Columns, at: number): { ordinal: string; name: string } {
  const first = columns.ordinal === null ? '' : textOf(grid.cell(at, columns.ordinal.index));
  const second = textOf(grid.cell(at, columns.indicator.index));
  if (second === '' && first !== '' && rankOf(first) === null) return splitOrdinal(first) ?? { ordinal: '', name: first };
  const split = splitName(second);
  return { ordinal: first === '' ? split.ordinal : first, name: split.name };
}

function hasFigures(grid: Grid, { all }: Columns, at: number): boolean {
  return all.some((column) => holdsFigures(column) && isFigureLike(grid.cell(at, column.index)));
}

/** Figures, and what may stand for one: "-", "…", "12 HTX". A signature under a column of figures is none. */
function isFigureLike({ value }: Cell): boolean {
  if (typeof value !== 'string') return value !== null;
  return readText(value) !== 'unreadable' || (value.length <= LONGEST_FIGURE && /\d/.test(value));
}

const LONGEST_FIGURE = 20;

function kindOf({ rank, name, unit, figures }: RowFacts): RowKind {
  if (figures || unit !== '') return 'indicator';
  if (rank === null) return isCapitals(name) ? 'section' : 'heading';
  if (rank <= SECTION_RANK) return 'section';
  return rank < DASH_RANK - 10 ? 'indicator' : 'heading';
}

function isCapitals(name: string): boolean {
  return name.length > 3 && name === name.toUpperCase() && name !== name.toLowerCase();
}
