/**
 * Which rows of a sheet belong to which header: one span a table.
 *
 * The same words over the same columns are the header of the next page; they open another table where a title of its
 * own stands above them, or where the ordinals start again. Spec: docs/spec.md, T4 and T6.
 */
import type { Grid } from '#core/table/grid';
import type { Header } from '#core/table/header';
import { isFigure, isNumbering, rowTexts } from '#core/table/header-cells';
import { DASH_RANK, rankOf, splitName, splitOrdinal } from '#core/table/ordinal';
import { folded } from '#core/table/vietnamese';

export interface Span {
  readonly header: Header;
  /** The last row of the sheet that may belong to the table. */
  readonly last: number;
  /** Rows of page headers repeated inside the table. */
  readonly skipped: ReadonlySet<number>;
  /** The lines above the header, down to it; none that belongs to a table above. */
  readonly titles: readonly string[];
}

interface OpenSpan extends Span {
  last: number;
  readonly skipped: Set<number>;
}

/** One span for each table that the headers open, in the headers' order. */
export function spansOf(grid: Grid, headers: readonly Header[]): Span[] {
  const spans: OpenSpan[] = [];
  let open: OpenSpan[] = [];
  for (const header of headers) {
    const above = open.filter((span) => overlap(span.header, header));
    const [only] = above;
    if (only !== undefined && isSameTable(grid, only.header, header)) {
      for (let row = header.top; row <= header.bottom; row += 1) only.skipped.add(row);
      continue;
    }
    for (const span of above) span.last = header.top - 1;
    const made: OpenSpan = { header, last: grid.rowCount - 1, skipped: new Set(), titles: titlesAbove(grid, header, only?.header.bottom ?? -1) };
    open = [...open.filter((span) => !above.includes(span)), made];
    spans.push(made);
  }
  return spans;
}

function overlap(a: Header, b: Header): boolean {
  return a.left <= b.right && b.left <= a.right;
}

function isSameTable(grid: Grid, first: Header, second: Header): boolean {
  if (first.left !== second.left || first.nameColumn !== second.nameColumn || wordsOf(first) !== wordsOf(second)) return false;
  return !hasOwnTitle(grid, second, first.bottom) && !startsAgain(grid, first, second);
}

const headerLines = new WeakMap<Header, string>();

function wordsOf(header: Header): string {
  const known = headerLines.get(header) ?? header.paths.map((path) => path.join(' ')).join('|').toLowerCase().replaceAll(/[\u00B9\u00B2\u00B3\u2070-\u2079\s]/g, '');
  headerLines.set(header, known);
  return known;
}

/** "Biểu 2. …" right above; "Biểu 1 (tiếp theo)" goes on with the table before. */
function hasOwnTitle(grid: Grid, header: Header, floor: number): boolean {
  return titlesAbove(grid, header, floor).some((line) => /^(?:bieu|bang|phu luc|mau)\b(?!.*tiep)/.test(folded(line)));
}

/** The first row has the number that the first table began with: 1 again, I again. */
function startsAgain(grid: Grid, first: Header, second: Header): boolean {
  const label = firstOrdinal(grid, second);
  return (rankOf(label) ?? DASH_RANK) < DASH_RANK && label === firstOrdinal(grid, first);
}

function firstOrdinal(grid: Grid, header: Header): string {
  for (let row = header.bottom + 1; row <= header.bottom + 6; row += 1) {
    const [first] = isNumbering(grid, header, row) ? [] : rowTexts(grid, row, header.left, header.nameColumn);
    if (first === undefined) continue;
    return rankOf(first.text) === null ? (splitOrdinal(first.text) ?? splitName(first.text)).ordinal : first.text;
  }
  return '';
}

/** Up to eight rows, nearest last; a row with a figure belongs to another table. */
function titlesAbove(grid: Grid, header: Header, floor: number): string[] {
  const lines: string[] = [];
  for (let row = header.top - 1; row > floor && row >= header.top - 8; row -= 1) {
    const texts = rowTexts(grid, row, header.left, header.right);
    if (texts.some(({ column }) => isFigure(grid, row, column))) break;
    lines.unshift(texts.map(({ text }) => text).join(' '));
  }
  return lines;
}

/** "Đơn vị tính: triệu đồng" in the lines above a header: the unit of every row that has none. */
export function unitIn(titles: readonly string[]): string {
  for (const line of titles) {
    const unit = /(?:đơn vị(?: tính)?|đvt|đ\.v\.t)\s*:\s*([^;()]+)/i.exec(line)?.[1];
    if (unit !== undefined) return unit.trim();
  }
  return '';
}
