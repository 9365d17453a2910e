/**
 * What a custom function is handed: cells of a range, as numbers, texts or error values.
 *
 * Percents are fractions here, as spreadsheets hold them: "103,3%" is 1.033. Texts of a range elect their notation column by column, as
 * a table's do. Spec: docs/spec.md, U2.
 */
import type { Answer, ErrorValue, Problem } from '#core/functions/answer';
import { shifted, type Decimal } from '#core/numbers/decimal';
import { isGap, type Figure, type Gap } from '#core/numbers/figure';
import { elected, NO_VOTE, settled, tally, type Vote } from '#core/numbers/notation';
import { fifteenDigits, readNumber, storedDecimal } from '#core/numbers/number-cell';
import { readText, type Notation, type NumberText } from '#core/numbers/number-text';

/** A cell: null, undefined and '' are blank. */
export type Cell = string | number | boolean | null | undefined | { readonly error: ErrorValue };

export function isBlank(cell: Cell): cell is null | undefined | '' {
  return cell === null || cell === undefined || cell === '';
}

/** A range, row by row. One cell is a range of one. */
export type Matrix = readonly (readonly Cell[])[];

/** A figure that a cell gives. */
export interface Read {
  /** To 15 digits, percents as fractions. */
  readonly value: Decimal;
  /** As it is known: to its last place, or as a double is. Percents as fractions. */
  readonly figure: Pick<Figure, 'value' | 'place' | 'knowledge'>;
}

/** What a cell gives: a figure, nothing, or why it gives none. */
export type Reading = Read | Problem | 'blank';

export function isRead(reading: Reading): reading is Read {
  return typeof reading === 'object' && !('is' in reading);
}

/** Reads the cells of a range; texts that two notations can read are read as their column's others are. */
export function readMatrix(matrix: Matrix): Reading[][] {
  const texts = matrix.map((row) => row.map((cell) => (typeof cell === 'string' ? readText(cell) : null)));
  const notations = notationsOf(texts);
  return matrix.map((row, r) => row.map((cell, c) => readCell(cell, texts[r]?.[c] ?? null, notations[c] ?? null)));
}

type Shown = NumberText | Gap | null;

function notationsOf(texts: readonly (readonly Shown[])[]): (Notation | null)[] {
  const votes: Vote[] = [];
  for (const row of texts) {
    for (const [c, text] of row.entries()) {
      const vote = tally(text === null || typeof text === 'string' ? [] : [text]);
      votes[c] = plus(votes[c] ?? NO_VOTE, vote);
    }
  }
  const all = votes.reduce(plus, NO_VOTE);
  return votes.map((vote) => elected(vote, all));
}

function plus(a: Vote, b: Vote): Vote {
  return { vi: a.vi + b.vi, en: a.en + b.en };
}

function readCell(cell: Cell, text: Shown, notation: Notation | null): Reading {
  if (cell === null || cell === undefined) return 'blank';
  if (typeof cell === 'object') return { is: 'error', error: cell.error };
  if (typeof cell === 'number') return asNumber(cell);
  if (typeof cell === 'boolean' || text === null) return { is: 'unreadable', text: String(cell).toUpperCase() };
  return typeof text === 'string' ? asGap(text, cell) : asText(text, cell, notation);
}

/** As a formula's result is: a function does not see whether a cell was typed or worked out. */
function asNumber(value: number): Reading {
  const figure = readNumber({ value, format: null, formula: true, count: false });
  return isGap(figure) ? { is: 'unreadable', text: String(value) } : { value: fifteenDigits(storedDecimal(value)), figure };
}

function asText(text: NumberText, cell: string, notation: Notation | null): Reading {
  const value = settled(text, notation);
  if (typeof value === 'string') return asGap(value, cell);
  const figure = text.percent ? shifted(value, -2) : value;
  return { value: figure, figure: { value: figure, place: -figure.places, knowledge: 'rounded' } };
}

/** A lone dash is "none": nothing to reckon with, and never zero. */
function asGap(gap: Gap, text: string): Reading {
  if (gap === 'empty' || gap === 'none') return 'blank';
  if (gap === 'not-collected' || gap === 'not-applicable') return { is: gap };
  return { is: gap === 'range' || gap === 'ambiguous' ? gap : 'unreadable', text };
}

/** The first text of a range, for arguments that are words. */
export function textOf(cell: Cell): string | Problem | null {
  if (isBlank(cell)) return null;
  return typeof cell === 'object' ? { is: 'error', error: cell.error } : String(cell).trim();
}

/**
 * Works with figures, where all of them are there.
 *
 * @returns an error of a cell first, then a text that is no figure, then "not collected"; an empty text where a cell is blank
 */
export function withFigures<Readings extends readonly Reading[]>(readings: Readings, work: (...figures: { [I in keyof Readings]: Read }) => Answer): Answer {
  const problems = readings.filter((reading) => typeof reading === 'object' && 'is' in reading);
  const gravest = problems.find(({ is }) => is === 'error') ?? problems.find(({ is }) => is !== 'not-collected' && is !== 'not-applicable');
  const [first] = problems;
  if (gravest !== undefined || first !== undefined) return gravest ?? first ?? '';
  if (readings.includes('blank')) return '';
  return work(...(readings as unknown as { [I in keyof Readings]: Read }));
}
