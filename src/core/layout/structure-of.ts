/**
 * Finds the relations between rows: what a template says is declared, what the rows' tree suggests is inferred.
 *
 * Spec: docs/spec.md, L4 and L5.
 */
import { inferredSubsets, inferredSums } from '#core/layout/classification';
import type { Recognition } from '#core/layout/recognise';
import type { Basis, FlowOfRows, RateOfRows, Structure, Subset, SumOfRows } from '#core/layout/structure';
import type { Indicator, RelationName } from '#core/layout/template';
import { isAverage } from '#core/table/column-words';
import type { Columns } from '#core/table/columns';
import type { Row } from '#core/table/rows';

/** The relations between rows; `recognition` is null for an unknown layout. */
export function structureOf(rows: readonly Row[], recognition: Recognition | null, { levels }: Columns): Structure {
  const declared = recognition === null ? { sums: [], subsets: [], rates: [], flows: [] } : fromTemplate(recognition);
  const mayAdd = !levels.some(({ header }) => isAverage(header));
  const isUnknown = (row: Row): boolean => recognition?.matches.has(row) !== true;
  return {
    ...declared,
    sums: [...declared.sums, ...inferredSums(rows).filter((sum) => isUnknown(sum.whole) && (mayAdd || hasUnits(sum)))],
    subsets: [...declared.subsets, ...inferredSubsets(rows).filter(({ whole, part }) => isUnknown(whole) && isUnknown(part))],
  };
}

/** Where rows give no unit the columns say what is counted, and one of them may be an average. */
function hasUnits({ whole, parts }: SumOfRows): boolean {
  return [whole, ...parts].some(({ unit }) => unit !== '');
}

function fromTemplate({ matches }: Recognition): Structure {
  const rows = new Map([...matches].map(([row, { indicator }]) => [indicator.id, row]));
  // Made where a part is missing: most sheets lack none.
  let all: ReadonlyMap<string, Indicator> | null = null;
  const known = (id: string): Indicator | undefined => (all ??= indicatorsOf(matches)).get(id);
  const at = (id: string): Row | null => rows.get(id) ?? null;
  const sums: SumOfRows[] = [];
  const subsets: Subset[] = [];
  const rates: RateOfRows[] = [];
  const flows: FlowOfRows[] = [];
  for (const [row, { indicator }] of matches) {
    const { parts, ofWhich, rateOf, flow } = indicator;
    if (parts !== undefined) sums.push({ ...sumOf(row, parts, at, known), basis: basisOf(indicator, 'parts') });
    if (ofWhich !== undefined) subsets.push(...ofWhich.map(at).filter((part) => part !== null).map((part) => ({ part, whole: row, basis: basisOf(indicator, 'ofWhich') })));
    if (rateOf !== undefined) rates.push({ rate: row, numerator: at(rateOf.numerator), denominator: at(rateOf.denominator), basis: basisOf(indicator, 'rateOf') });
    if (flow !== undefined) flows.push({ stock: row, opened: at(flow.opened), closed: at(flow.closed) });
  }
  return { sums, subsets, rates, flows };
}

/** Every indicator of the sections that the sheet has, by its id. */
function indicatorsOf(matches: Recognition['matches']): ReadonlyMap<string, Indicator> {
  const sections = new Set([...matches.values()].map(({ section }) => section));
  return new Map([...sections].flatMap((section) => section.rows.map((one) => [one.id, one])));
}

/** What a template itself only infers, nobody has declared yet. */
function basisOf({ inferred = [] }: Indicator, relation: RelationName): Basis {
  return inferred.includes(relation) ? 'inferred' : 'declared';
}

function sumOf(whole: Row, parts: readonly string[], at: (id: string) => Row | null, known: (id: string) => Indicator | undefined): Omit<SumOfRows, 'basis'> {
  const rows = parts.map(at).filter((part) => part !== null);
  const missing = parts.filter((id) => at(id) === null).map(known).filter((one) => one !== undefined);
  return { whole, parts: rows, missing };
}
