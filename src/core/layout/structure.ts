/**
 * Which rows belong together: totals and parts, subsets, rates, stocks and flows.
 *
 * What a template says is declared. What ordinals suggest is inferred, and never where "trong đó" hints at a subset.
 * Spec: docs/spec.md, L4 and L5.
 */
import type { Recognition } from '#core/layout/recognise';
import type { Indicator } from '#core/layout/template';
import { unitKind } from '#core/layout/units';
import type { Row } from '#core/table/rows';
import { nameKey } from '#core/table/vietnamese';

export type Basis = 'declared' | 'inferred';

export interface SumOfRows {
  readonly whole: Row;
  readonly parts: readonly Row[];
  /** Parts that the template names and the sheet lacks. */
  readonly missing: readonly Indicator[];
  readonly basis: Basis;
}

export interface Subset {
  readonly part: Row;
  readonly whole: Row;
  readonly basis: Basis;
}

export interface RateOfRows {
  readonly rate: Row;
  /** null where the sheet lacks the row. */
  readonly numerator: Row | null;
  readonly denominator: Row | null;
}

export interface FlowOfRows {
  readonly stock: Row;
  readonly opened: Row | null;
  readonly closed: Row | null;
}

export interface Structure {
  readonly sums: readonly SumOfRows[];
  readonly subsets: readonly Subset[];
  readonly rates: readonly RateOfRows[];
  readonly flows: readonly FlowOfRows[];
}

/** The relations between rows; `recognition` is null for an unknown layout. */
export function structureOf(rows: readonly Row[], recognition: Recognition | null): Structure {
  const declared = recognition === null ? { sums: [], subsets: [], rates: [], flows: [] } : fromTemplate(recognition);
  const covered = new Set(recognition?.matches.keys());
  const inferred = rows.filter((row) => !covered.has(row)).flatMap(inferredSum);
  return { ...declared, sums: [...declared.sums, ...inferred] };
}

function fromTemplate({ matches }: Recognition): Structure {
  const rows = new Map([...matches].map(([row, { indicator }]) => [indicator.id, row]));
  const sections = new Set([...matches.values()].map(({ section }) => section));
  const all = new Map([...sections].flatMap((section) => section.rows.map((one) => [one.id, one])));
  const at = (id: string): Row | null => rows.get(id) ?? null;
  const sums: SumOfRows[] = [];
  const subsets: Subset[] = [];
  const rates: RateOfRows[] = [];
  const flows: FlowOfRows[] = [];
  for (const [row, { indicator }] of matches) {
    const { parts, ofWhich = [], rateOf, flow } = indicator;
    if (parts !== undefined) sums.push(sumOf(row, parts, at, all));
    subsets.push(...ofWhich.map(at).filter((part) => part !== null).map((part) => ({ part, whole: row, basis: 'declared' as const })));
    if (rateOf !== undefined) rates.push({ rate: row, numerator: at(rateOf.numerator), denominator: at(rateOf.denominator) });
    if (flow !== undefined) flows.push({ stock: row, opened: at(flow.opened), closed: at(flow.closed) });
  }
  return { sums, subsets, rates, flows };
}

function sumOf(whole: Row, parts: readonly string[], at: (id: string) => Row | null, all: ReadonlyMap<string, Indicator>): SumOfRows {
  const rows = parts.map(at).filter((part) => part !== null);
  const missing = parts.filter((id) => at(id) === null).map((id) => all.get(id)).filter((one) => one !== undefined);
  return { whole, parts: rows, missing, basis: 'declared' };
}

/** Children of one kind, in the whole's own unit, are taken for its parts. */
function inferredSum(whole: Row): SumOfRows[] {
  const parts = whole.children.filter(({ kind }) => kind === 'indicator');
  if (parts.length < 2 || whole.kind !== 'indicator' || whole.children.some(({ ofWhich, kind }) => ofWhich || kind === 'heading')) return [];
  const unit = nameKey(whole.unit);
  const alike = parts.every((part) => (part.unit === '' || nameKey(part.unit) === unit) && part.rank === parts[0]?.rank);
  const kind = unitKind(whole.unit);
  return alike && (kind === 'count' || kind === 'amount') ? [{ whole, parts, missing: [], basis: 'inferred' }] : [];
}
