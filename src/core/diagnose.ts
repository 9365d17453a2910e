/**
 * Diagnoses for the report: which cell is wrong and what belongs there, for the findings that it explains.
 *
 * Spec: docs/spec.md, D1 to D6.
 */
import { grouped } from '#core/grouped';
import { changeFacts } from '#core/change-facts';
import type { ChangeFacts, ConfirmedFigure, DiagnosisFacts } from '#core/diagnosis-facts';
import { decimalOf } from '#core/localise/exact';
import { localise } from '#core/localise/localise';
import { placesOf } from '#core/localise/cell';
import type { DiagnosisMemory } from '#core/localise/memory';
import { at, type Evidence, type Model } from '#core/localise/model';
import { proofsOf } from '#core/localise/proofs';
import { exactConfidence, type Localised, type Repair as Proposed } from '#core/localise/repairs';

import type { Table } from '#core/layout/table';
import { canonical, plain } from '#core/numbers/decimal';
import { foundAs } from '#core/numbers/written';
import { cellFrom, relatedTo, type Relation, type Spot, type Term } from '#core/relations/relation';
import type { Diagnosis, Finding, Repair } from '#core/report';
import type { Slip } from '#core/rule';
import type { Words } from '#core/rules/all';

/** A broken relation, and the finding that speaks of it. */
export interface Accusation {
  readonly relation: Relation;
  readonly finding: Finding;
  readonly table: Table;
}

/** A finding that tells what was typed wrong, without any relation. */
export interface Told {
  readonly finding: Finding;
  readonly slip: Slip;
  readonly at: Spot;
}

/** What the rules say of relations, for finding the wrong cells behind them; and what they say of single cells. */
export interface Heard {
  readonly evidence: Evidence[];
  readonly accusations: Accusation[];
  readonly told: Told[];
}

/** Groups whose findings a wrong figure explains. */
const EXPLAINED: ReadonlySet<Finding['group']> = new Set<Finding['group']>(['sums', 'ratios', 'across', 'plausibility']);

/** The diagnoses of each table, surest first. */
export function diagnose({ evidence, accusations }: Pick<Heard, 'evidence' | 'accusations'>, words: Words, memory: DiagnosisMemory | null): Map<Table, Diagnosis[]> {
  const spoken = new Map(accusations.map((one) => [one.relation, one]));
  const diagnoses = new Map<Table, Diagnosis[]>();
  for (const localised of localise(evidence, memory)) {
    const own = localised.explains.flatMap((number) => spoken.get(localised.model.evidence[number]?.relation ?? NONE) ?? []);
    const [first] = own;
    if (first === undefined) continue;
    const list = diagnoses.get(first.table) ?? [];
    diagnoses.set(first.table, list);
    list.push(diagnosisOf(localised, own.map(({ finding }) => finding), first, words));
  }
  return diagnoses;
}

/** Stands for no relation at all: the map of accusations does not know it. */
const NONE = {} as Relation;

/** Findings that no relation is behind, about a figure that a diagnosis calls wrong: they are explained by it too. */
export function alsoExplained(diagnoses: readonly Diagnosis[], findings: readonly Finding[]): Diagnosis[] {
  const explained = new Set(diagnoses.flatMap(({ explains }) => explains));
  const byCell = grouped(findings.filter(({ severity, group }) => severity !== 'note' && EXPLAINED.has(group)), ({ cell }) => cell);
  return diagnoses.map((diagnosis) => {
    const cells = [...new Set(diagnosis.cells.map(({ cell }) => cell))];
    const more = cells.flatMap((cell) => byCell.get(cell) ?? []).filter(({ id }) => !explained.has(id));
    for (const { id } of more) explained.add(id);
    return more.length === 0 ? diagnosis : { ...diagnosis, explains: [...diagnosis.explains, ...more.map(({ id }) => id)] };
  });
}

/** One diagnosis for each finding that no other explains and that tells its figure by itself, unless a relation bears the cell out as it is. */
export function toldDiagnoses({ told, evidence }: Heard, diagnoses: readonly Diagnosis[], findings: readonly Finding[]): Diagnosis[] {
  const explained = new Set(diagnoses.flatMap(({ explains }) => explains));
  const own = new Set(findings.map(({ id }) => id));
  const open = told.filter(({ finding: { id } }) => own.has(id) && !explained.has(id));
  return open.filter(({ at: spot, slip }) => slip.cause !== 'locale' || !isBorneOut(spot, evidence)).map(({ finding, slip: { cause, confidence } }) => {
    const { id, cell, found, expected, what, why, todo } = finding;
    return { cells: [{ cell, found, proposal: expected?.from ?? null, cause, confidence: confidence / 1000 }], what, why, todo, explains: [id], alternatives: [] };
  });
}

function isBorneOut(spot: Spot, evidence: readonly Evidence[]): boolean {
  return evidence.some(({ relation, grade }) => grade !== 'wrong' && [relation.judged, ...relatedTo(relation)].some((term) => term.row === spot.row && term.column === spot.column && term.table === spot.table));
}

function diagnosisOf(localised: Localised, findings: readonly Finding[], first: Accusation, words: Words): Diagnosis {
  const { repairs } = localised;
  const [best, ...others] = repairs.map((repair) => repairOf(localised.model, repair, first));
  return {
    cells: best ?? [undecided(first)],
    ...words.diagnosis(factsOf(localised, first), words.print),
    explains: findings.map(({ id }) => id),
    alternatives: others.filter((cells) => cells.length > 0).map((cells) => ({ cells })),
  };
}

function repairOf(model: Model, repair: Proposed, { relation }: Accusation): Repair[] {
  const confidence = exactConfidence(repair) / 1000;
  return repair.changes.flatMap(({ cell: number, value, cause }) => {
    const cell = at(model, number);
    const { term } = cell;
    if (term === null) return [];
    const proposal = value && canonical(plain(decimalOf(value, placesOf(cell))));
    return [{ cell: cellFrom(term, relation.judged), found: foundIn(term), proposal, cause, confidence }];
  });
}

function foundIn({ table, row, column, figure }: Term): string {
  return foundAs(table.grid.cell(row.at, column.index).value, figure);
}

function undecided({ relation: { judged } }: Accusation): Repair {
  return { cell: cellFrom(judged, judged), found: foundIn(judged), proposal: null, cause: 'unknown', confidence: 0 };
}

function factsOf(localised: Localised, { finding: { what, why, todo } }: Accusation): DiagnosisFacts {
  const { model, repairs, explains } = localised;
  const [best, ...others] = repairs;
  const changes = (repair: Proposed): ChangeFacts[] => repair.changes.flatMap((change) => changeFacts(model, change, { changes: repair.changes, explains }));
  return {
    best: best === undefined ? [] : changes(best), others: others.map(changes).filter((one) => one.length > 0),
    mayNotApply: others.some((repair) => repair.changes.every(({ cell }) => at(model, cell).term === null)),
    tie: best !== undefined && others[0] !== undefined && isTie(best, others[0]),
    confirmed: confirmed(localised), contradiction: { what, why, todo },
  };
}

/** Below this nothing is named as the one: it is more likely something else. In thousandths. */
const EVEN = 500;

/** Neither the cells nor the figures of the likelier one lead clearly, or both together are wrong as often as not. */
function isTie(best: Proposed, next: Proposed): boolean {
  return best.likelihood < 2 * next.likelihood || best.confidence < next.confidence || best.confidence < EVEN;
}

/** Figures that a reader might suspect as well, and what bears them out. */
function confirmed({ model, explains, repairs }: Localised): ConfirmedFigure[] {
  const [first] = explains;
  const suspects = new Set(repairs.flatMap(({ changes }) => changes.map(({ cell }) => cell)));
  if (first === undefined) return [];
  return proofsOf(model, first).filter(({ cell }) => !suspects.has(cell)).flatMap(({ cell, confirms }) => {
    const { term } = at(model, cell);
    const relation = model.evidence[confirms]?.relation;
    // That a figure is not too large confirms nothing, nor does its own row to a reader who doubts the row.
    return term === null || relation === undefined || relation.kind === 'at-most' || relation.judged.row === term.row ? [] : [{ term, by: relation.judged }];
  }).slice(0, 2);
}
