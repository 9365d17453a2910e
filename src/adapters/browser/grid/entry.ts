/**
 * What a user types into a cell, in the notation of the reader: `1.234,5` is a figure in Vietnamese, and so are `103,3%` and `=SUM(A1;B1)`.
 *
 * Nothing becomes a date: `12/5` stays what was typed.
 */
import { canonical, shifted, type Decimal } from '#core/numbers/decimal';
import { settled } from '#core/numbers/notation';
import { storedDecimal } from '#core/numbers/number-cell';
import { readText, type Notation } from '#core/numbers/number-text';

/** What is to stand in the cell; `format` where the cell has none of its own and should get one. */
export type Entry =
  | { readonly kind: 'number'; readonly value: number; readonly format: string | null }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'formula'; readonly formula: string }
  | { readonly kind: 'boolean'; readonly value: boolean };

/** More than a double holds: a number of an account, and no figure. */
const MOST_DIGITS = 15;
const TEXT_FORMAT = '@';

/** @param format of the cell that it is typed into, null for General */
export function entryOf(typed: string, format: string | null, notation: Notation): Entry {
  if (typed.startsWith("'")) return { kind: 'text', text: typed.slice(1) };
  if (format === TEXT_FORMAT) return { kind: 'text', text: typed };
  if (typed.startsWith('=') && typed.length > 1) return { kind: 'formula', formula: plainFormula(typed.slice(1)) };
  if (/^(?:true|false)$/i.test(typed)) return { kind: 'boolean', value: typed.toLowerCase() === 'true' };
  return figureIn(typed, format, notation) ?? { kind: 'text', text: typed };
}

function figureIn(typed: string, format: string | null, notation: Notation): Entry | null {
  const read = readText(typed);
  if (typeof read === 'string' || read.about) return null;
  const value = settled(read, notation);
  if (typeof value === 'string' || digitsOf(value) > MOST_DIGITS) return null;
  const stored = read.percent || isPercent(format) ? shifted(value, -2) : value;
  return { kind: 'number', value: Number(canonical(stored)), format: read.percent ? formatFor(value, format) : null };
}

/** A cell that has a look of its own keeps it. */
function formatFor(percent: Decimal, format: string | null): string | null {
  return format === null ? percentFormat(percent) : null;
}

function digitsOf({ digits }: Decimal): number {
  return String(digits).replace('-', '').replace(/0+$/, '').length;
}

function isPercent(format: string | null): boolean {
  return format?.includes('%') === true;
}

function percentFormat({ places }: Decimal): string {
  return places > 0 ? `0.${'0'.repeat(places)}%` : '0%';
}

/** What stands in the cell's editor for a figure, so that taking it back in gives the same figure. */
export function editedText(value: number, format: string | null, notation: Notation): string {
  const exact = storedDecimal(value);
  const plain = canonical(isPercent(format) ? shifted(exact, 2) : exact);
  return (notation === 'vi' ? plain.replace('.', ',') : plain) + (isPercent(format) ? '%' : '');
}

/** Quoted texts, names of sheets and lists in braces keep their signs. */
const TOKENS = /"(?:[^"]|"")*"|'(?:[^']|'')*'|\{[^}]*\}|\d+,\d+|[;()]|[^"'{};()\d]+|\d+/g;

/**
 * A formula as en-US writes it. One that divides its arguments by `;` has decimal commas; so has one with a comma between digits outside
 * of every bracket.
 */
function plainFormula(formula: string): string {
  const tokens: readonly string[] = formula.match(TOKENS) ?? [];
  const isSplit = tokens.includes(';');
  let depth = 0;
  return tokens.map((token) => {
    if (token === '(') depth += 1;
    if (token === ')') depth -= 1;
    if (token === ';') return ',';
    return /^\d+,\d+$/.test(token) && (isSplit || depth === 0) ? token.replace(',', '.') : token;
  }).join('');
}

/** A figure as a number format of en-US shows it, its separators those of the reader. */
export function localised(shown: string, notation: Notation): string {
  return notation === 'en' ? shown : shown.replaceAll(/[.,]/g, (sign) => (sign === '.' ? ',' : '.'));
}

