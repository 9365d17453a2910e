/**
 * How a figure is to be written into an empty cell: as its column writes its own, else as the cell's format says, else
 * as the sheet's actuals are written.
 *
 * Spec: docs/spec.md, G4.
 */
import type { Table } from '#core/layout/table';
import { canonical, plain, rounded, shifted, withPlaces, type Decimal } from '#core/numbers/decimal';
import { isGap, type Figure } from '#core/numbers/figure';
import { formatFacts } from '#core/numbers/number-cell';
import type { Notation } from '#core/numbers/number-text';
import { inNotation } from '#core/numbers/written';
import type { Spot } from '#core/relations/relation';
import { holdsFigures, type Column } from '#core/table/columns';
import type { Cell } from '#core/table/grid';
import type { Row } from '#core/table/rows';

export interface Look {
  readonly as: 'text' | 'number';
  /** Percents are stored as fractions of one: 1.033 for 103.3. */
  readonly fraction: boolean;
  /** Decimals shown, of a percent in percent. */
  readonly decimals: number;
  /** The number format to give the cell, in en-US; null leaves its own. */
  readonly format: string | null;
  /** Of a text. */
  readonly notation: Notation;
  readonly sign: boolean;
}

const RATIOS: ReadonlySet<string> = new Set(['ratio', 'growth', 'share']);

/** Whether the cell is to hold a percent: a ratio's column, or a row of rates. */
export function isPercent(table: Table, row: Row, column: Column): boolean {
  return RATIOS.has(column.role) || table.kind(row) === 'rate';
}

/** A cell of the column that holds a figure of the same sort. */
interface Sample {
  readonly cell: Cell;
  readonly figure: Figure;
}

/** Rows looked at to learn how a column writes. */
const ENOUGH = 300;

/** What there is to learn from how a cell is to be written. */
interface Evidence {
  readonly table: Table;
  readonly column: Column;
  readonly percent: boolean;
  /** The empty cell's own format, where it is one of numbers. */
  readonly own: string | null;
  readonly samples: readonly Sample[];
  /** A figure of the column, else one of the row. */
  readonly example: Sample | null;
}

/** @param exact decimals that the figure has, where it is exact; null for a quotient */
export function lookOf(at: Spot, exact: number | null): Look {
  const evidence = evidenceAt(at);
  const { percent } = evidence;
  const common = { decimals: exact ?? usualDecimals(evidence), notation: notationOf(evidence) };
  if (isText(evidence)) return { ...common, as: 'text', format: null, fraction: percent && isTextFraction(evidence), sign: percent && isSigned(evidence) };
  const format = formatFor(evidence);
  return { ...common, as: 'number', format: format === formatAt(at) ? null : withDecimals(format, common.decimals), fraction: percent && isFraction(evidence, format), sign: false };
}

function formatAt({ table, row, column }: Spot): string | null {
  return table.grid.cell(row.at, column.index).format;
}

function evidenceAt({ table, row, column }: Spot): Evidence {
  const percent = isPercent(table, row, column);
  const format = formatAt({ table, row, column });
  const samples = samplesIn(table, column, percent);
  const example = samples[0] ?? beside(table, row, percent && !RATIOS.has(column.role)) ?? samplesIn(table, column, !percent)[0] ?? null;
  return { table, column, percent, own: isFormat(format) ? format : null, samples, example };
}

/** As most of its column; an empty column as its cell's format says, else as the row's actual. */
function isText({ samples, own, example }: Evidence): boolean {
  if (samples.length > 0) return samples.filter(({ cell }) => typeof cell.value === 'string').length * 2 > samples.length;
  return own === null && typeof example?.cell.value === 'string';
}

const samplesKnown = new WeakMap<Column, readonly [plain: readonly Sample[], percent: readonly Sample[]]>();

/** Figures of the column, learnt once a column: those of percents, and the others. */
function samplesIn(table: Table, column: Column, percent: boolean): readonly Sample[] {
  let known = samplesKnown.get(column);
  if (known === undefined) {
    known = [sampled(table, column, false), sampled(table, column, true)];
    samplesKnown.set(column, known);
  }
  return percent ? known[1] : known[0];
}

function sampled(table: Table, column: Column, percent: boolean): Sample[] {
  const found: Sample[] = [];
  for (const row of table.rows) {
    if (found.length === ENOUGH) break;
    const sample = row.kind === 'indicator' && isPercent(table, row, column) === percent ? sampleAt(table, row, column) : null;
    if (sample !== null) found.push(sample);
  }
  return found;
}

function sampleAt(table: Table, row: Row, column: Column): Sample | null {
  const figure = table.figure(row, column);
  return isGap(figure) ? null : { figure, cell: table.grid.cell(row.at, column.index) };
}

/** How the row writes its actual, else any figure of its own. */
function beside(table: Table, row: Row, sameSort: boolean): Sample | null {
  const { actual, all } = table.columns;
  for (const column of [actual, ...all.filter(holdsFigures)]) {
    const sample = column === null || (sameSort && RATIOS.has(column.role)) ? null : sampleAt(table, row, column);
    if (sample !== null) return sample;
  }
  return null;
}

/** A format of numbers: not General, not text. */
function isFormat(format: string | null): format is string {
  return format !== null && !/^(?:general|@)$/i.test(format);
}

function decimalsIn(format: string): number | null {
  return formatFacts(format, 1).decimals;
}

function formatFor({ own, samples, example, column, percent }: Evidence): string | null {
  if (own !== null) return own;
  if (samples.length > 0) return commonest(samples.map(({ cell }) => cell.format));
  if (percent && RATIOS.has(column.role)) return '0.0%';
  const beside = example?.cell.format ?? null;
  return isFormat(beside) ? beside : null;
}

function commonest<Value>(values: readonly Value[]): Value | null {
  const counts = new Map<Value, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  let best: Value | null = null;
  for (const [value, count] of counts) if (best === null || count > (counts.get(best) ?? 0)) best = value;
  return best;
}

/** A quotient under the column's format is shown with that format's decimals; an exact figure is never cut by it. */
function withDecimals(format: string | null, decimals: number): string | null {
  if (format === null) return null;
  const shown = decimalsIn(format);
  if (shown === null || shown >= decimals) return format;
  const places = `.${'0'.repeat(decimals)}`;
  return /^[#,]*0(?:\.0+)?%?$/.test(format) ? format.replace(/(?:\.0+)?(%?)$/, `${places}$1`) : format;
}

/** Of a quotient: as the column has them, else as the cell's format says, else one. */
function usualDecimals({ samples, own }: Evidence): number {
  if (samples.length === 0) return (own === null ? null : decimalsIn(own)) ?? 1;
  // A number without a format shows no zeros at its end: the longest tells.
  const [shown, others] = [samples.filter((one) => !isBare(one)), samples.filter(isBare)];
  const usual = commonest(shown.map(({ figure }) => figure.decimals));
  return usual ?? others.reduce((most, { figure: { decimals } }) => (decimals > most && decimals <= FINEST ? decimals : most), 0);
}

/** More decimals than these are a quotient's. */
const FINEST = 2;

function isBare({ cell: { value, format } }: Sample): boolean {
  return typeof value === 'number' && !isFormat(format);
}

function isTextFraction({ table, column, samples }: Evidence): boolean {
  return samples.length > 0 && table.scales.get(column) === 'fraction';
}

function isFraction({ table, column, samples }: Evidence, format: string | null): boolean {
  if (isFormat(format) && formatFacts(format, 1).percent) return true;
  return samples.length > 0 && RATIOS.has(column.role) && table.scales.get(column) === 'fraction';
}

function isSigned({ samples, example, column }: Evidence): boolean {
  if (samples.length > 0) return samples.filter(({ cell }) => hasSign(cell)).length * 2 > samples.length;
  return RATIOS.has(column.role) || example === null || !example.figure.percent || hasSign(example.cell);
}

function hasSign({ value }: Cell): boolean {
  return typeof value === 'string' && value.includes('%');
}

function notationOf({ table, column }: Evidence): Notation {
  const own = table.notations.get(column);
  if (own !== undefined) return own ?? 'vi';
  return (table.columns.actual && table.notations.get(table.columns.actual)) ?? 'vi';
}

/** What the cell is to hold as a value. @param value percents in percent */
export function asContent(value: Decimal, { as, fraction, decimals, notation, sign }: Look): string | number {
  const shown = withPlaces(rounded(plain(value), decimals), decimals);
  if (as === 'number') return +canonical(plain(fraction ? shifted(shown, -2) : shown));
  return inNotation(fraction && !sign ? shifted(shown, -2) : shown, notation, true) + (sign ? '%' : '');
}

/** The look of a formula's result: a number, whatever the column writes. */
export function asFormula(look: Look, percent: boolean): Look {
  if (look.as === 'number') return look;
  const places = look.decimals > 0 ? `.${'0'.repeat(look.decimals)}` : '';
  return { ...look, as: 'number', fraction: percent, format: percent ? `0${places}%` : `#,##0${places}` };
}
