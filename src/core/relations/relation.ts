/**
 * Relations between cells as data: what is bound, and what it allows for the cell that it judges.
 *
 * Rules make them and put a broken one into words; whoever asks which cell is wrong reads the same relations.
 * Spec: docs/spec.md, R0.
 */
import type { Basis } from '#core/layout/structure';
import type { Table } from '#core/layout/table';
import { isGap, lastDigitInterval, roundedInterval, truncatedInterval, type Figure, type Gap } from '#core/numbers/figure';
import { equal, minus, plus, ZERO, type Decimal } from '#core/numbers/decimal';
import { fraction, fractionOf, toDecimal } from '#core/numbers/fraction';
import { expected, grade, type Expected, type Grade } from '#core/numbers/grade';
import { wholeBaseGrade } from '#core/relations/whole-base';
import { isPlainlyCut, isPlainlyRounded, plainQuotient, type PlainQuotient } from '#core/numbers/plain-quotient';
import { addIntervals, meets, negateInterval, percentOf, percentOfImpliedBase, point, subtractIntervals, type Interval } from '#core/numbers/interval';
import type { Column } from '#core/table/columns';
import { address, textOf } from '#core/table/grid';
import type { Row } from '#core/table/rows';

/** A cell of a table: in one of its rows, or in its header. */
export interface Place {
  readonly table: Table;
  /** null for a header cell. */
  readonly row: Row | null;
  readonly column: Column;
}

/** A cell in a row of a table. */
export interface Spot extends Place {
  readonly row: Row;
}

/** A cell and the figure in it. */
export interface Term extends Spot {
  readonly figure: Figure;
}

export type Relation =
  /** `ratio` = 100 · actual / (actual − change), less `offset`: 100 where the column holds growth. */
  | { readonly kind: 'implied-ratio'; readonly judged: Term; readonly actual: Term; readonly change: Term; readonly offset: 0 | 100; readonly basis: Basis }
  /** `judged` = 100 · top / bottom, less `offset`. */
  | { readonly kind: 'quotient'; readonly judged: Term; readonly top: Term; readonly bottom: Term; readonly offset: 0 | 100; readonly basis: Basis }
  /** `judged` = the sum of the signed terms; a soft one may fail without any figure being wrong. */
  | { readonly kind: 'sum'; readonly judged: Term; readonly terms: readonly Signed[]; readonly basis: Basis; readonly soft?: boolean }
  /** The terms together are at most the whole. */
  | { readonly kind: 'at-most'; readonly judged: Term; readonly others: readonly Term[]; readonly whole: Term; readonly basis: Basis }
  /** `judged` = 100 · top / bottom, less what that was before both changes. */
  | { readonly kind: 'rate-change'; readonly judged: Term; readonly top: Term; readonly topChange: Term; readonly bottom: Term; readonly bottomChange: Term; readonly basis: Basis }
  /** `judged`, a ratio, lies above 100 where the change is a rise, below where it is a fall. */
  | { readonly kind: 'direction'; readonly judged: Term; readonly change: Term; readonly basis: Basis }
  /** Some whole base gives the ratio `judged`. */
  | { readonly kind: 'whole-base'; readonly judged: Term; readonly actual: Term; readonly basis: Basis };

export interface Signed {
  readonly term: Term;
  readonly sign: 1 | -1;
}

/** What came of looking at a relation that its figures do not fulfil exactly. */
export interface Verdict {
  readonly grade: Exclude<Grade, 'exact'>;
  /** What may stand in the judged cell. */
  readonly expected: Expected;
  /** The true values that the other cells allow, from rounded inputs. */
  readonly allowed: Interval;
  /** What the other cells give when they are taken as written, in the judged cell's own last place. */
  readonly worked: Decimal;
}

type Read = (figure: Figure) => Interval;
/** True where the figures fulfil the relation as they are written, which nearly all do; else the intervals decide. */
function isPlainlyExact(relation: Relation): boolean {
  if (relation.kind === 'sum') return equal(relation.terms.reduce((sum, { term, sign }) => (sign === 1 ? plus : minus)(sum, term.figure.value), ZERO), relation.judged.figure.value);
  const plainly = quotientOf(relation);
  return plainly !== null && isPlainlyRounded(plainly);
}

function quotientOf(relation: Relation): PlainQuotient | null {
  if (relation.kind !== 'implied-ratio' && relation.kind !== 'quotient') return null;
  const top = relation.kind === 'quotient' ? relation.top : relation.actual;
  const by = relation.kind === 'quotient' ? { bottom: relation.bottom.figure } : { change: relation.change.figure };
  return plainQuotient(relation.judged.figure, { top: top.figure, by, offset: relation.offset });
}

/**
 * Looks at a relation with the figures as printed.
 *
 * @returns 'exact' where it is fulfilled; null where the other figures say nothing of the judged one, e.g. where a
 *   base may be 0
 */
export function weigh(relation: Relation): Verdict | 'exact' | null {
  if (isPlainlyExact(relation)) return 'exact';
  const allowed = allowedBy(relation);
  const found = allowed && gradeOf(relation, allowed);
  if (allowed === null || found === null) return null;
  return found === 'exact' ? found : verdict(relation, found, allowed);
}

/**
 * The grade of the judged figure; null where the others say nothing of it.
 *
 * @param allowed what the others allow for it when they are read as rounded
 */
export function gradeOf(relation: Relation, allowed = allowedBy(relation)): Grade | null {
  const { figure } = relation.judged;
  if (allowed === null) return null;
  switch (relation.kind) {
    // A part above its whole is wrong or it is not: nobody rounds a part past its whole by a last digit.
    case 'at-most': {
      return meets(roundedInterval(figure), allowed) ? 'exact' : 'wrong';
    }
    case 'direction': {
      return meets(lastDigitInterval(figure), allowed) ? 'exact' : 'wrong';
    }
    case 'whole-base': {
      return wholeBaseGrade(relation.actual.figure, figure);
    }
    default: {
      // Figures that are known exactly read the same in every way.
      const isFixed = relatedTo(relation).every((term) => term.figure.knowledge !== 'rounded');
      return grade(figure, (read) => (isFixed || read === roundedInterval ? allowed : allows(relation, read)));
    }
  }
}

function verdict(relation: Relation, found: Verdict['grade'], allowed: Interval): Verdict {
  return { grade: found, allowed, expected: expected(relation.judged.figure, allowed), worked: workedOut(relation, relation.judged.figure.decimals) };
}

function allows(relation: Relation, read: Read): Interval | null {
  switch (relation.kind) {
    case 'implied-ratio': {
      return shiftedBy(percentOfImpliedBase(read(relation.actual.figure), read(relation.change.figure)), relation.offset);
    }
    case 'quotient': {
      return shiftedBy(percentOf(read(relation.top.figure), read(relation.bottom.figure)), relation.offset);
    }
    case 'sum': {
      return relation.terms.map(({ term, sign }) => (sign > 0 ? read(term.figure) : negateInterval(read(term.figure)))).reduce(addIntervals, point(fraction(0n)));
    }
    case 'at-most': {
      return { low: null, high: relation.others.reduce((left, { figure }) => subtractIntervals(left, read(figure)), read(relation.whole.figure)).high };
    }
    case 'rate-change': {
      return changeOfRate(relation, read);
    }
    case 'direction': {
      return sideOf(read(relation.change.figure));
    }
    case 'whole-base': {
      return ANYTHING;
    }
  }
}

/** The true values that the other cells allow for the judged one when they are read as rounded; null where they say nothing of it. */
export function allowedBy(relation: Relation): Interval | null {
  return allows(relation, roundedInterval);
}

/** True where cutting the true value gives the judged figure as well as rounding it may. */
export function isAlsoCut(relation: Relation, interval?: Interval | null): boolean {
  const plainly = quotientOf(relation);
  if (plainly !== null && isPlainlyCut(plainly)) return true;
  const allowed = interval === undefined ? allowedBy(relation) : interval;
  return allowed !== null && meets(truncatedInterval(relation.judged.figure), allowed);
}

function changeOfRate({ top, topChange, bottom, bottomChange }: Extract<Relation, { kind: 'rate-change' }>, read: Read): Interval | null {
  const now = percentOf(read(top.figure), read(bottom.figure));
  const before = percentOf(subtractIntervals(read(top.figure), read(topChange.figure)), subtractIntervals(read(bottom.figure), read(bottomChange.figure)));
  return now && before && subtractIntervals(now, before);
}

const ANYTHING: Interval = { low: null, high: null };
const ABOVE: Interval = { low: { at: fraction(100n), open: true }, high: null };
const BELOW: Interval = { low: null, high: { at: fraction(100n), open: true } };

/** The ratios that a change allows; anything where its sign is not known for sure. */
function sideOf({ low, high }: Interval): Interval {
  if (low !== null && low.at.n > 0n) return ABOVE;
  return high !== null && high.at.n < 0n ? BELOW : ANYTHING;
}

function shiftedBy(interval: Interval | null, offset: 0 | 100): Interval | null {
  return interval && offset ? addIntervals(interval, point(fraction(-100n))) : interval;
}

/** The judged figure from the others taken as written, with so many places. */
export function workedOut(relation: Relation, places: number): Decimal {
  const asWritten = allows(relation, ({ value }) => point(fractionOf(value)));
  return toDecimal(asWritten?.high?.at ?? fraction(0n), places);
}

/** Every other cell whose figure enters the relation. */
export function relatedTo(relation: Relation): readonly Term[] {
  switch (relation.kind) {
    case 'implied-ratio': {
      return [relation.actual, relation.change];
    }
    case 'quotient': {
      return [relation.top, relation.bottom];
    }
    case 'sum': {
      return relation.terms.map(({ term }) => term);
    }
    case 'at-most': {
      return [...relation.others, relation.whole];
    }
    case 'rate-change': {
      return [relation.top, relation.topChange, relation.bottom, relation.bottomChange];
    }
    case 'direction': {
      return [relation.change];
    }
    case 'whole-base': {
      return [relation.actual];
    }
  }
}

/** The cell with its figure, or why there is none. */
export function termAt(table: Table, row: Row, column: Column): Term | Gap {
  const figure = table.figure(row, column);
  return isGap(figure) ? figure : { table, row, column, figure };
}

export function isTerm(term: Term | Gap): term is Term {
  return typeof term !== 'string';
}

/** A1 notation of a cell on its own sheet. */
export function cellOf(place: Place): string {
  return address(rowAt(place), place.column.index);
}

/** A1 on the same sheet as `at`; elsewhere with the sheet's name, in another workbook with its name too. */
export function cellFrom(place: Place, at: Place): string {
  const { table: { grid, file } } = place;
  if (grid === at.table.grid) return cellOf(place);
  return file === null ? `'${grid.name.replaceAll("'", "''")}'!${cellOf(place)}` : `[${file}]${grid.name}!${cellOf(place)}`;
}

/** The row on the sheet; a header cell stands in the last row of words above its column. */
export function rowAt({ table, row, column }: Place): number {
  if (row !== null) return row.at;
  const { top, bottom } = table.header;
  for (let at = bottom; at > top; at -= 1) if (textOf(table.grid.cell(at, column.index)) !== '') return at;
  return top;
}
