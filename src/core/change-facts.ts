/** What a diagnosis tells of each figure that it would change: what it is, what it is compared with, what gives the right one. */
import type { ChangeFacts, Measure, Working } from '#core/diagnosis-facts';
import { placesOf } from '#core/localise/cell';
import type { Change } from '#core/localise/assignments';
import { decimalOf } from '#core/localise/exact';
import type { Among } from '#core/localise/inquiry';
import { at, type Model } from '#core/localise/model';
import type { Table } from '#core/layout/table';
import { equal, minus, type Decimal } from '#core/numbers/decimal';
import { relatedTo, workedOut, type Relation, type Signed, type Term } from '#core/relations/relation';
import { withFigures } from '#core/relations/with-figures';
import { comparedWith, type Compared } from '#core/rules/comparing';

interface Around {
  readonly changes: readonly Change[];
  readonly explains: readonly number[];
}

/** What a reader is told of one figure that a repair changes; nothing of a residual, which stands in no cell. */
export function changeFacts(model: Model, { cell: number, value, cause, among }: Change, { changes, explains }: Around): ChangeFacts[] {
  const cell = at(model, number);
  if (cell.term === null) return [];
  const places = placesOf(cell);
  const proposal = value && decimalOf(value, places);
  const relation = explains.map((one) => model.evidence[one]?.relation).find((one) => one !== undefined && touches(one, cell.term));
  const from = relation === undefined ? [] : [relation.judged, ...relatedTo(relation)].filter((term) => !isSame(term, cell.term));
  return [{ term: cell.term, measure: measureOf(model, number, cell.term), compared: comparedIn(cell.term), proposal, among: among && rangeOf(among, places), cause, worked: workedFor(relation, { proposal, model, changes, term: cell.term }), from }];
}

interface Repaired {
  readonly model: Model;
  readonly changes: readonly Change[];
  readonly term: Term;
  readonly proposal: Decimal | null;
}

/** The arithmetic by which the other figures, as the repair leaves them, give the proposal. */
function workedFor(relation: Relation | undefined, { model, changes, term, proposal }: Repaired): Working | null {
  if (relation === undefined || proposal === null) return null;
  const repaired = withFigures(relation, (one) => repairedTerm(model, one, changes));
  return fits(repaired, proposal) ? workingOf(repaired, term) : null;
}

function rangeOf({ low, high }: Among, places: number): NonNullable<ChangeFacts['among']> {
  return { low: decimalOf(low, places), high: decimalOf(high, places) };
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

