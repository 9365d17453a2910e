/**
 * Which rows a total's formula adds, against the parts that it is made of: a part may stand for its own parts.
 *
 * Spec: docs/spec.md, O4.
 */
import { grouped } from '#core/grouped';
import type { SumOfRows } from '#core/layout/structure';
import type { Row } from '#core/table/rows';

/** How the rows that are added differ from the parts; all empty where they do not. */
export interface CoverFault {
  readonly missing: readonly Row[];
  /** Added more than once by itself. */
  readonly twice: readonly Row[];
  /** Added although a row that holds them is added too. */
  readonly within: readonly Row[];
  /** No part of this total. */
  readonly foreign: readonly Row[];
}

export type SumsOf = ReadonlyMap<Row, readonly SumOfRows[]>;

/** The sums of each total: one for each way in which its rows are classified. */
export function sumsByTotal(sums: readonly SumOfRows[]): SumsOf {
  return grouped(sums, ({ whole }) => whole);
}

/**
 * @param added every row as often as the formula adds it
 * @returns null where the formula adds none of the total's parts: it reckons in another way
 */
export function coverFault(added: readonly Row[], { parts }: SumOfRows, sums: SumsOf): CoverFault | null {
  const read = new Set(added);
  const used = new Set<Row>();
  const missing = parts.flatMap((part) => lacking(part, { read, used, sums }, 0));
  if (used.size === 0) return null;
  const inside = new Set([...used].flatMap((row) => below(row, sums, 0)));
  const unused = [...read].filter((row) => !used.has(row));
  return {
    missing,
    twice: [...read].filter((row) => added.indexOf(row) !== added.lastIndexOf(row)),
    within: unused.filter((row) => inside.has(row)),
    foreign: unused.filter((row) => !inside.has(row)),
  };
}

export function faults({ missing, twice, within, foreign }: CoverFault): number {
  return missing.length + twice.length + within.length + foreign.length;
}

interface Cover {
  readonly read: ReadonlySet<Row>;
  readonly used: Set<Row>;
  readonly sums: SumsOf;
}

/** Totals of totals of totals: a sheet has no more levels. */
const DEEPEST = 9;

/** The rows that lack for a part to be added whole; marks those that are used. */
function lacking(part: Row, { read, used, sums }: Cover, depth: number): readonly Row[] {
  if (read.has(part)) {
    used.add(part);
    return [];
  }
  const [best] = (depth < DEEPEST ? (sums.get(part) ?? []) : []).map(({ parts }) => byParts(parts, { read, sums, depth })).filter(({ taken }) => taken.size > 0).toSorted((a, b) => a.missing.length - b.missing.length);
  if (best === undefined) return [part];
  for (const row of best.taken) used.add(row);
  return best.missing;
}

/** A part by its own parts: which of them lack, and which are added. */
function byParts(parts: readonly Row[], { read, sums, depth }: Pick<Cover, 'read' | 'sums'> & { readonly depth: number }): { readonly missing: readonly Row[]; readonly taken: ReadonlySet<Row> } {
  const taken = new Set<Row>();
  return { missing: parts.flatMap((one) => lacking(one, { read, used: taken, sums }, depth + 1)), taken };
}

function below(row: Row, sums: SumsOf, depth: number): readonly Row[] {
  if (depth === DEEPEST) return [];
  return (sums.get(row) ?? []).flatMap(({ parts }) => parts.flatMap((part) => [part, ...below(part, sums, depth + 1)]));
}
