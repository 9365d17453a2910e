/**
 * Diagnoses for the report: which cell is wrong and what belongs there, for the findings that it explains.
 *
 * Spec: docs/spec.md, D1 to D6.
 */
import type { ChangeFacts, ConfirmedFigure, DiagnosisFacts, Measure, Working } from '#core/diagnosis-facts';
import { decimalOf } from '#core/localise/exact';
import { localise } from '#core/localise/localise';
import { placesOf } from '#core/localise/cell';
import type { DiagnosisMemory } from '#core/localise/memory';
import { at, type Evidence, type Model } from '#core/localise/model';
import type { Change } from '#core/localise/assignments';
import { proofsOf } from '#core/localise/proofs';
import type { Localised, Repair as Proposed } from '#core/localise/repairs';

import type { Table } from '#core/layout/table';
import { canonical, equal, minus, plain, type Decimal } from '#core/numbers/decimal';
import { foundAs } from '#core/numbers/written';
import { cellFrom, relatedTo, workedOut, type Relation, type Signed, type Spot, type Term } from '#core/relations/relation';
import { withFigures } from '#core/relations/with-figures';
import type { Diagnosis, Finding, Repair } from '#core/report';
import type { Slip } from '#core/rule';
import type { Words } from '#core/rules/all';
import { comparedWith, type Compared } from '#core/rules/comparing';

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
  const byCell = new Map<string, Finding[]>();
  for (const finding of findings) {
    if (finding.severity !== 'note' && EXPLAINED.has(finding.group)) byCell.set(finding.cell, [...(byCell.get(finding.cell) ?? []), finding]);
  }
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

function repairOf(model: Model, { changes, confidence }: Proposed, { relation }: Accusation): Repair[] {
  return changes.flatMap(({ cell: number, value, cause }) => {
    const cell = at(model, number);
    const { term } = cell;
    if (term === null) return [];
    const proposal = value && canonical(plain(decimalOf(value, placesOf(cell))));
    return [{ cell: cellFrom(term, relation.judged), found: foundIn(term), proposal, cause, confidence: confidence / 1000 }];
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

interface Around {
  readonly changes: readonly Change[];
  readonly explains: readonly number[];
}

function changeFacts(model: Model, { cell: number, value, cause }: Change, { changes, explains }: Around): ChangeFacts[] {
  const cell = at(model, number);
  if (cell.term === null) return [];
  const proposal = value && decimalOf(value, placesOf(cell));
  const relation = explains.map((one) => model.evidence[one]?.relation).find((one) => one !== undefined && touches(one, cell.term));
  const from = relation === undefined ? [] : [relation.judged, ...relatedTo(relation)].filter((term) => !isSame(term, cell.term));
  const repaired = relation && withFigures(relation, (term) => repairedTerm(model, term, changes));
  const worked = repaired === undefined || proposal === null || !fits(repaired, proposal) ? null : workingOf(repaired, cell.term);
  return [{ term: cell.term, measure: measureOf(model, number, cell.term), compared: comparedIn(cell.term), proposal, cause, worked, from }];
}

/** The term as the repair leaves it. */
function repairedTerm(model: Model, term: Term, changes: readonly Change[]): Term {
  for (const { cell: number, value } of changes) {
    const cell = at(model, number);
    if (isSame(term, cell.term) && value !== null) return { ...term, figure: { ...term.figure, value: decimalOf(value, placesOf(cell)) } };
  }
  return term;
}

/** Is the proposal just what the arithmetic gives, so that a reader can follow it? */
function fits(relation: Relation, proposal: Decimal): boolean {
  return equal(workedOut(relation, proposal.places), proposal);
}

function touches(relation: Relation, term: Term | null): boolean {
  return isSame(relation.judged, term) || relatedTo(relation).some((one) => isSame(one, term));
}

function isSame(a: Term, b: Term | null): boolean {
  return b !== null && a.row === b.row && a.column === b.column && a.table === b.table;
}

function measureOf(model: Model, number: number, { column }: Term): Measure {
  const { role } = at(model, number);
  if (column.role === 'growth' || column.role === 'share' || column.role === 'ratio' || column.role === 'change') return column.role;
  return role === 'rate' || role === 'total' ? role : 'level';
}

/** What the figure's own column compares with. */
function comparedIn({ table, column }: Term): Compared | null {
  let own = comparisons.get(table);
  if (own === undefined) {
    own = new Map(table.columns.comparisons.toReversed().flatMap((one) => [one.change, one.ratio, one.growth].map((each) => [each, comparedWith(one)] as const)));
    comparisons.set(table, own);
  }
  return own.get(column) ?? null;
}

const comparisons = new WeakMap<Table, ReadonlyMap<Term['column'] | null, Compared>>();

/** How a relation works its own cell out; null where that takes more than a few figures, or the cell is not its own. */
function workingOf(relation: Relation, term: Term): Working | null {
  if (!isSame(relation.judged, term)) return null;
  switch (relation.kind) {
    case 'quotient': {
      return relation.offset === 0 ? { operator: '/', figures: figuresOf([relation.top, relation.bottom]) } : null;
    }
    case 'implied-ratio': {
      const { actual, change, offset } = relation;
      const base = { value: minus(actual.figure.value, change.figure.value), percent: actual.figure.percent };
      return offset === 0 ? { operator: '/', figures: [...figuresOf([actual]), base] } : null;
    }
    case 'sum': {
      return sumWorking(relation.terms);
    }
    default: {
      return null;
    }
  }
}

function figuresOf(terms: readonly Term[]): Working['figures'] {
  return terms.map(({ figure: { value, percent } }) => ({ value, percent }));
}

const MOST_TERMS = 4;

function sumWorking(terms: readonly Signed[]): Working | null {
  if (terms.length > MOST_TERMS || terms.length < 2) return null;
  const figures = figuresOf(terms.map(({ term }) => term));
  if (terms.every(({ sign }) => sign === 1)) return { operator: '+', figures };
  return terms.length === 2 && terms[0]?.sign === 1 ? { operator: '−', figures } : null;
}

