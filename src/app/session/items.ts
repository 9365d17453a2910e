/**
 * What a check found, as the panel lists it: one item a wrong cell, however many rules it breaks.
 *
 * A diagnosis is an item with the findings that it explains; a finding that none explains is one by itself. Items stand
 * in the order of the sheet: by row, then by column. Spec: docs/spec.md, V1.
 */
import { isHere } from '#app/session/places';
import type { Proposal } from '#app/session/proposal';
import type { TableResult } from '#app/session/tables';
import type { Diagnosis, Finding, IndicatorName, Repair } from '#core/report';
import type { Severity } from '#core/rule';
import { placeOf } from '#core/table/grid';

export interface Item {
  /** Lasts across checks as long as the same finding comes first. */
  readonly id: string;
  readonly severity: Severity;
  /** The host's id of the sheet. */
  readonly sheet: string;
  /** The cell to look at first, in A1 notation. */
  readonly cell: string;
  readonly indicator: IndicatorName | null;
  readonly what: string;
  readonly why: string;
  readonly todo: string;
  /** null where nothing but the finding itself is known. */
  readonly diagnosis: Diagnosis | null;
  /** Sets of changes to choose from, the likeliest first; each makes the figures agree. */
  readonly proposals: readonly Proposal[];
  /** The contradictions behind it, the first of them the one that the item is named after. */
  readonly findings: readonly Finding[];
}

const RANKS: Readonly<Record<Severity, number>> = { error: 0, warning: 1, note: 2 };

/** The items of one table. */
export function itemsOf(result: TableResult): Item[] {
  const { report: { findings, diagnoses } } = result;
  const open = findings.filter(({ waived }) => waived === null);
  const byId = new Map(open.map((finding) => [finding.id, finding]));
  const explained = new Set(diagnoses.flatMap(({ explains }) => explains));
  const diagnosed = diagnoses.flatMap((diagnosis) => diagnosedItem(diagnosis, byId, result));
  const single = open.filter(({ id }) => !explained.has(id)).map((finding) => itemOf(finding, result));
  return inSheetOrder([...diagnosed, ...single]);
}

function diagnosedItem(diagnosis: Diagnosis, byId: ReadonlyMap<string, Finding>, { sheet: { id: sheet }, changes, names }: TableResult): Item[] {
  const findings = diagnosis.explains.flatMap((id) => byId.get(id) ?? []);
  const [first] = findings;
  if (first === undefined) return [];
  const [repair] = diagnosis.cells;
  // A suspect on another sheet is reached from the contradiction on this one.
  const cell = isHere(repair?.cell) ? repair.cell : first.cell;
  const indicator = names.get(placeOf(cell).row) ?? first.indicator;
  const severity = findings.reduce<Severity>((worst, one) => (RANKS[one.severity] < RANKS[worst] ? one.severity : worst), 'note');
  const { what, why, todo, cells, alternatives } = diagnosis;
  const proposals = [cells, ...alternatives.map((one) => one.cells)].flatMap((repairs) => proposalOf(repairs, changes));
  return [{ id: first.id, severity, sheet, cell, indicator, what, why, todo, diagnosis, proposals, findings }];
}

/** None where a cell has no figure to propose, or lies elsewhere. */
function proposalOf(repairs: readonly Repair[], known: TableResult['changes']): Proposal[] {
  const changes = repairs.flatMap((repair) => {
    const change = known.get(repair);
    return change === undefined ? [] : [{ ...change, cause: repair.cause }];
  });
  return repairs.length > 0 && changes.length === repairs.length ? [{ repairs, changes, confidence: Math.min(...repairs.map(({ confidence }) => confidence)) }] : [];
}

function itemOf(finding: Finding, { sheet: { id: sheet }, formulas }: TableResult): Item {
  const { id, severity, cell, indicator, what, why, todo } = finding;
  const formula = formulas.get(id);
  return { id, severity, sheet, cell, indicator, what, why, todo, diagnosis: null, proposals: formula === undefined ? [] : [formula], findings: [finding] };
}

export function inSheetOrder<T extends Pick<Item, 'cell'>>(items: readonly T[]): T[] {
  const placed = items.map((item) => ({ item, place: placeOf(item.cell) }));
  return placed.toSorted((a, b) => a.place.row - b.place.row || a.place.column - b.place.column).map(({ item }) => item);
}
