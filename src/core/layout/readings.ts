/**
 * The figures of a table: each cell read once, in the notation and the percent scale that its column votes for.
 *
 * Spec: docs/spec.md, N3 and N5.
 */
import { isWhole } from '#core/numbers/decimal';
import { asPercent, isGap, roundCountPlace, roundedInterval, type Figure, type Gap } from '#core/numbers/figure';
import { fraction, fractionOf, multiplyFractions, type Fraction } from '#core/numbers/fraction';
import { percentOf, percentOfImpliedBase, type Interval } from '#core/numbers/interval';
import { elected, NO_VOTE, settled, tally, type Vote } from '#core/numbers/notation';
import { readNumber } from '#core/numbers/number-cell';
import { readAnyText, readText, type Notation, type NumberText } from '#core/numbers/number-text';
import type { UnitKind } from '#core/layout/units';
import { holdsFigures, type Column, type Columns, type Comparison } from '#core/table/columns';
import type { Cell, Grid } from '#core/table/grid';
import type { Row } from '#core/table/rows';

/** How a column without `%` writes percent: 103.3, or the fraction 1.033; null where nothing decides. */
export type PercentScale = 'percent' | 'fraction' | null;

export interface Readings {
  /** The figure at a row and column, in percent where the column or the row is one of percents. */
  readonly figure: (row: Row, column: Column) => Figure | Gap;
  /** The notation elected for each column that has texts; null on a tie. */
  readonly notations: ReadonlyMap<Column, Notation | null>;
  /** The scale of each percent column that has figures without `%`. */
  readonly scales: ReadonlyMap<Column, PercentScale>;
}

/** What reading needs to know of a table. */
export interface ReadingContext {
  readonly grid: Grid;
  readonly columns: Columns;
  readonly rows: readonly Row[];
  readonly kind: (row: Row) => UnitKind | null;
}

const PERCENT_ROLES: ReadonlySet<string> = new Set(['ratio', 'growth', 'share']);

export function readingsOf(context: ReadingContext): Readings {
  const notations = notationsOf(context);
  const read = once(reader(context, notations));
  const scales = scalesOf(context, read);
  const figure = once((row, column) => scaled(read(row, column), percentIn(context, row, column), scales.get(column) ?? null));
  return { figure, notations, scales };
}

/** Each cell is read once, and asked for by many rules. */
function once(read: Read): Read {
  const known: (Figure | Gap)[][] = [];
  return (row, column) => {
    const own = (known[column.index] ??= []);
    return (own[row.at] ??= read(row, column));
  };
}

/** Each column elects its notation; the table's votes decide for a column without any. */
function notationsOf({ grid, columns, rows, kind }: ReadingContext): Map<Column, Notation | null> {
  const votes = new Map<Column, Vote>();
  for (const column of columns.all.filter(holdsFigures)) {
    const texts: NumberText[] = [];
    for (const row of rows) {
      const { value } = grid.cell(row.at, column.index);
      const text = typeof value === 'string' ? readText(value) : 'empty';
      if (typeof text !== 'string') texts.push(kind(row) === 'count' && !PERCENT_ROLES.has(column.role) ? wholeOnly(text) : text);
    }
    if (texts.length > 0) votes.set(column, tally(texts));
  }
  const table = [...votes.values()].reduce((sum, { vi, en }) => ({ vi: sum.vi + vi, en: sum.en + en }), NO_VOTE);
  return new Map([...votes].map(([column, vote]) => [column, elected(vote, table)]));
}

/** Of two readings of a count the whole one: "25,454" HTX is a vote for the English notation. */
function wholeOnly(text: NumberText): NumberText {
  const { vi, en } = text;
  if (vi === null || en === null || isWhole(vi) === isWhole(en)) return text;
  return isWhole(vi) ? { ...text, en: null } : { ...text, vi: null };
}

type Read = (row: Row, column: Column) => Figure | Gap;

/** Reads a cell as it stands; percent only where the cell itself says so. */
function reader({ grid, kind }: ReadingContext, notations: ReadonlyMap<Column, Notation | null>): Read {
  return (row, column) => {
    const cell = grid.cell(row.at, column.index);
    const count = kind(row) === 'count' && !PERCENT_ROLES.has(column.role);
    const { value } = cell;
    if (typeof value === 'string') return fromText(value, notations.get(column) ?? null, count);
    if (typeof value === 'number') return fromNumber(value, cell, count);
    if (value === null) return 'empty';
    return typeof value === 'object' ? 'error-value' : 'unreadable';
  };
}

function fromText(value: string, notation: Notation | null, count: boolean): Figure | Gap {
  const text = readAnyText(value);
  if (typeof text === 'string') return text;
  const digits = settled(text, notation);
  if (typeof digits === 'string') return digits;
  const figure: Figure = { value: digits, place: -digits.places, knowledge: 'rounded', percent: text.percent, decimals: digits.places };
  return count && !text.percent ? asCount(figure, text.about) : figure;
}

function fromNumber(value: number, { format, formula }: Cell, count: boolean): Figure | Gap {
  const figure = readNumber({ value, format, formula: formula !== null, count });
  return isGap(figure) || !count || figure.percent || figure.knowledge === 'stored' ? figure : asCount(figure, false);
}

function asCount(figure: Figure, about: boolean): Figure {
  const { value, percent, decimals } = figure;
  const place = roundCountPlace(value, about);
  return place === null ? { value, place: -value.places, knowledge: 'exact', percent, decimals } : { value, place, knowledge: figure.knowledge, percent, decimals };
}

/** Percent is meant by a ratio's column, and by the levels and changes of a rate's row. */
function percentIn({ kind }: ReadingContext, row: Row, column: Column): boolean {
  return PERCENT_ROLES.has(column.role) || kind(row) === 'rate';
}

function scaled(reading: Figure | Gap, percent: boolean, scale: PercentScale): Figure | Gap {
  if (isGap(reading) || reading.percent || !percent) return reading;
  if (scale === null) return 'percent-unclear';
  if (scale === 'fraction') return asPercent(reading);
  // Written out, as below: half of a table's figures come by here, and V8 is slow to change a copied object.
  const { value, place, knowledge, decimals } = reading;
  return { value, place, knowledge, percent: true, decimals };
}

/**
 * The scale of each column whose percents show no `%`.
 *
 * Rows vote by their own actual and base: whichever of v and 100·v lies within half as much again of the ratio they
 * give. Without votes a `%` in header or unit means percent as written, and nothing else decides.
 */
function scalesOf(context: ReadingContext, read: Read): Map<Column, PercentScale> {
  const scales = new Map<Column, PercentScale>();
  for (const column of context.columns.all.filter(holdsFigures)) {
    const bare = context.rows.filter((row) => percentIn(context, row, column) && isBare(read(row, column)));
    if (bare.length > 0) scales.set(column, scaleOf(context, column, bare, read));
  }
  return scales;
}

function isBare(reading: Figure | Gap): reading is Figure {
  return !isGap(reading) && !reading.percent;
}

function scaleOf(context: ReadingContext, column: Column, bare: readonly Row[], read: Read): PercentScale {
  const comparison = context.columns.comparisons.find(({ ratio }) => ratio === column);
  const balance = comparison === undefined ? 0 : balanceOf(bare.slice(0, 500), (row) => vote(read(row, column), impliedRatio(comparison, row, read)));
  if (balance !== 0) return balance > 0 ? 'percent' : 'fraction';
  const named = column.header.includes('%') || bare.every(({ unit }) => unit.includes('%'));
  return named || !PERCENT_ROLES.has(column.role) ? 'percent' : null;
}

/** The sum of votes, counted until the rest cannot turn it. */
function balanceOf(rows: readonly Row[], voteOf: (row: Row) => number): number {
  let balance = 0;
  let left = rows.length;
  for (const row of rows) {
    if (balance > left || -balance > left) break;
    balance += voteOf(row);
    left -= 1;
  }
  return balance;
}

function impliedRatio(comparison: Comparison, row: Row, read: Read): Interval | null {
  const actual = read(row, comparison.actual);
  const base = comparison.base === null ? null : read(row, comparison.base);
  if (isGap(actual)) return null;
  if (base !== null) return isGap(base) ? null : percentOf(roundedInterval(actual), roundedInterval(base));
  const change = comparison.change === null ? 'no-row' : read(row, comparison.change);
  return isGap(change) ? null : percentOfImpliedBase(roundedInterval(actual), roundedInterval(change));
}

/** 1 for a figure in percent, −1 for a fraction, 0 where the row does not tell. */
function vote(reading: Figure | Gap, ratio: Interval | null): number {
  const written = isGap(reading) ? ZERO : fractionOf(reading.value);
  const at = lowEnd(ratio);
  if (at.n <= 0n || written.n <= 0n) return 0;
  if (alike(written, at)) return 1;
  return alike(multiplyFractions(written, fraction(100n)), at) ? -1 : 0;
}

const ZERO = fraction(0n);

function lowEnd(interval: Interval | null): Fraction {
  return interval?.low?.at ?? ZERO;
}

/** Within half as much again, either way. */
function alike(a: Fraction, b: Fraction): boolean {
  const left = a.n * b.d;
  const right = b.n * a.d;
  return 2n * left <= 3n * right && 2n * right <= 3n * left;
}
