/**
 * What the tree of an unknown layout suggests: parts that add up, and subsets. Nothing here is declared.
 *
 * Children in the unit of their whole are its parts, and so are the rows that a total by name closes or opens; what
 * stands under or after "trong đó" is a subset at most. Spec: docs/spec.md, L5.
 */
import type { SumOfRows, Subset } from '#core/layout/structure';
import { unitKind } from '#core/layout/units';
import type { Row } from '#core/table/rows';
import { folded, nameKey } from '#core/table/vietnamese';

export function inferredSums(rows: readonly Row[]): SumOfRows[] {
  return rows.flatMap((whole, index) => {
    const parts = whole.total === 'above' ? closedBy(whole, rows, index) : partsOf(whole);
    return parts.length >= 2 && addUp(whole, parts) ? [{ whole, parts, missing: [], basis: 'inferred' as const }] : [];
  });
}

/** The rows that a row may be the sum of; none where the tree does not say. */
function partsOf(whole: Row): readonly Row[] {
  if (whole.kind !== 'indicator') return [];
  const { children } = whole;
  const only = children[0];
  // "Chia ra" says that what follows is the whole of it, "trong đó" says that it may not be.
  if (only?.kind === 'heading' && children.length === 1) return isDivision(only) ? only.children.filter(isOwn) : [];
  if (children.some(({ ofWhich, kind }) => ofWhich || kind === 'heading')) return [];
  return children.flatMap(opened).filter(isOwn);
}

function isDivision({ name }: Row): boolean {
  return /^(?:chia ra|gom|bao gom)/.test(folded(name));
}

/** Under a total that stands first, headings without figures stand for the rows under them. */
function opened(row: Row): readonly Row[] {
  return row.kind === 'section' ? row.children.flatMap(opened) : [row];
}

function isOwn({ kind, total }: Row): boolean {
  return kind === 'indicator' && total === null;
}

/**
 * What a total that stands last sums up: the highest rows above it, back to the sum before it or to its section's head.
 *
 * Right below another sum it is the sum of all sums since the last such one. Where a sum of another name stands above its rows nothing is clear.
 */
function closedBy(total: Row, rows: readonly Row[], index: number): readonly Row[] {
  const isBound = (row: Row | undefined): boolean => row === undefined || row === total.section || row.total === 'above';
  let start = index - 1;
  while (!isBound(rows[start])) start -= 1;
  const own = rows.slice(start + 1, index).filter(({ kind }) => kind === 'indicator');
  if (own.length === 0) return sumsAbove(rows, index);
  const before = rows[start];
  return before?.total === 'above' && nameKey(before.name) !== nameKey(total.name) ? [] : highest(own);
}

/** The sums above a sum of sums, back to the one before it, which would count them twice. */
function sumsAbove(rows: readonly Row[], index: number): readonly Row[] {
  const isSumOfSums = (at: number): boolean => rows[at]?.total === 'above' && rows[at - 1]?.total === 'above';
  const sums: Row[] = [];
  for (let at = index - 1; at >= 0 && !isSumOfSums(at); at -= 1) {
    const row = rows[at];
    if (row?.total === 'above') sums.push(row);
  }
  return sums.toReversed();
}

function highest(rows: readonly Row[]): readonly Row[] {
  const least = rows.reduce((rank, row) => (row.rank < rank ? row.rank : rank), 100);
  return rows.filter(({ rank, parent }) => rank === least && parent?.kind !== 'indicator');
}

const NO_SUM = /binh quan|trung binh|ty le|ti le|toc do|nang suat|mat do|he so|chi so|co cau|\bbq\b|%/;

/** Of one rank, in one unit that can be added; without any unit only where the whole calls itself a total. */
function addUp(whole: Row, parts: readonly Row[]): boolean {
  const [first] = parts;
  const unit = whole.unit === '' && whole.total !== null && first !== undefined ? first.unit : whole.unit;
  if (!parts.every((part) => part.rank === first?.rank && hasUnit(part, unit))) return false;
  if (unit === '') return isCalledTotal(whole);
  return isAdded(unit) && !NO_SUM.test(folded(whole.name));
}

/** A part may leave its whole's unit unsaid. */
function hasUnit(part: Row, unit: string): boolean {
  return part.unit === '' || nameKey(part.unit) === nameKey(unit);
}

function isAdded(unit: string): boolean {
  const kind = unitKind(unit);
  return kind === 'count' || kind === 'amount';
}

/** A total by name, one that begins with "Tổng", or one of the regions that a total above them sums up. */
function isCalledTotal({ name, total, parent }: Row): boolean {
  const words = folded(name);
  return total !== null || (!NO_SUM.test(words) && (parent?.total === 'below' || /^tong\b/.test(words)));
}

/** What "trong đó" announces: the row itself, the rows under its heading. */
export function inferredSubsets(rows: readonly Row[]): Subset[] {
  return rows.filter(({ ofWhich }) => ofWhich).flatMap((row) => {
    const whole = row.parent;
    if (whole?.kind !== 'indicator') return [];
    const parts = row.kind === 'heading' ? row.children : [row];
    return parts.filter((part) => isSubset(part, whole, row)).map((part) => ({ part, whole, basis: 'inferred' as const }));
  });
}

/** A count or an amount in the whole's unit; "chia ra" makes parts, and "trong đó" after a list may mean one of the list. */
function isSubset(part: Row, whole: Row, announced: Row): boolean {
  const isFirst = whole.children[0] === announced || announced.kind === 'heading';
  return isFirst && part.kind === 'indicator' && isAdded(whole.unit) && nameKey(part.unit) === nameKey(whole.unit) && !isDivision(announced);
}
