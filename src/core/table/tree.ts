/**
 * The tree of a table's rows: from ordinals first, then from "trong đó", totals by name, and leading spaces.
 *
 * A row belongs to the nearest row above it of a lower rank; of the same rank, to one with fewer leading spaces.
 * Spec: docs/spec.md, T5.
 */
import { rankOf, SECTION_RANK, DASH_RANK, type Rank } from '#core/table/ordinal';
import type { Row } from '#core/table/rows';
import { folded } from '#core/table/vietnamese';

/** A row while the tree is being built. */
export interface Draft extends Omit<Row, 'rank' | 'section' | 'parent' | 'children' | 'total'> {
  rank: Rank;
  total: Row['total'];
  section: Draft | null;
  parent: Draft | null;
  readonly children: Draft[];
}

const PLACE = 'tinh|thanh pho|huyen|quan|thi xa|xa|phuong|vung|nganh|quoc';
const TOTAL = new RegExp(String.raw`^(?:tong(?: cong| so)?|cong(?: [ivx]+)?|toan (?:${PLACE})|ca (?:nuoc|tinh|huyen|nam))(?: ?\(.*\)| ?[ivx\d]+ ?\+[ +ivx\d]*)? ?:?$`);

/** "Tổng cộng", "Cộng (I + II)", "Toàn tỉnh": a row that sums up others, wherever it stands. */
function isTotal({ name, ordinal, kind }: Draft): boolean {
  return kind === 'indicator' && rankOf(ordinal) === null && TOTAL.test(folded(name));
}

/** Two spaces are meant, one is a slip. */
const STEP = 2;

/** Hangs each row under the one that it belongs to. */
export function grow(rows: readonly Draft[]): void {
  placeTotals(rows);
  placeOfWhich(rows);
  const open: Draft[] = [];
  for (const row of rows) {
    for (let last = open.at(-1); last !== undefined && !isAbove(last, row); last = open.at(-1)) open.pop();
    row.parent = open.at(-1) ?? null;
    row.parent?.children.push(row);
    row.section = sectionOver(row.parent);
    open.push(row);
  }
}

/** The nearest section, from the row above on: each row knows its own. */
function sectionOver(parent: Draft | null): Draft | null {
  return parent === null || parent.kind === 'section' ? parent : parent.section;
}

function isAbove(upper: Draft, row: Draft): boolean {
  return upper.rank < row.rank || (upper.rank === row.rank && upper.indent + STEP <= row.indent);
}

/**
 * Totals by name stand level with what they sum up where they close it, and right above it where they open it.
 *
 * The sum of a whole table stands last, and above its sections.
 */
function placeTotals(rows: readonly Draft[]): void {
  const names = new Set<string>();
  let lowest = DASH_RANK;
  let opens = true;
  let heading: Draft | null = null;
  for (const [i, row] of rows.entries()) {
    if (isTotal(row)) {
      const isRepeated = names.has(folded(row.name));
      names.add(folded(row.name));
      placeTotal(row, rows[i + 1], { lowest, opens, heading, isRepeated });
    }
    if (isSection(row)) [lowest, opens, heading] = [DASH_RANK, true, row];
    else if (row.kind === 'indicator') [lowest, opens] = [lower(row.rank, lowest), false];
  }
}

/** Where a total stands: its section's heading, the lowest rank of the indicators above it there, and whether its name stood above before. */
interface TotalPlace {
  readonly lowest: Rank;
  /** No indicator stands above it. */
  readonly opens: boolean;
  readonly heading: Draft | null;
  readonly isRepeated: boolean;
}

function placeTotal(row: Draft, next: Draft | undefined, { lowest, opens, heading, isRepeated }: TotalPlace): void {
  if (opens && next !== undefined && (heading === null || next.kind === 'indicator')) {
    row.total = 'below';
    row.rank = next.rank - 0.5;
    return;
  }
  row.total = 'above';
  const ofTable = heading !== null && next === undefined && !isRepeated;
  row.rank = ofTable ? 0 : lowest;
}

function isSection({ kind, rank }: Draft): boolean {
  return kind === 'section' || rank <= SECTION_RANK;
}

function lower(a: Rank, b: Rank): Rank {
  return a < b ? a : b;
}

/**
 * "Trong đó" without an ordinal belongs to the row above, and a heading of that kind stands above what follows it.
 *
 * After a dash with others of its rank behind it, it can only mean that dash; at the end of a list it may mean the whole.
 */
function placeOfWhich(rows: readonly Draft[]): void {
  for (const [i, row] of rows.entries()) {
    const [above, next] = [rows[i - 1], rows[i + 1]];
    if (!row.ofWhich || above === undefined || next === undefined || rankOf(row.ordinal) !== null) continue;
    row.rank = row.kind === 'heading' ? headingRank(row, above, next) : remarkRank(row, above, next);
  }
}

function headingRank(row: Draft, above: Draft, next: Draft): Rank {
  if (above.ofWhich) return above.rank;
  return next.rank > above.rank ? next.rank - 0.5 : row.rank;
}

function remarkRank(row: Draft, above: Draft, next: Draft): Rank {
  const isAmidst = next.rank === above.rank && next.ordinal === above.ordinal;
  return above.rank >= row.rank && isAmidst ? above.rank + 0.5 : row.rank;
}
