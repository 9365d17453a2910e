/** What a cell holds, between the port and Excel. */
import type { CellValue } from '#core/table/grid';
import type { Content } from '#ports/workbook-host';

/** A cell as Excel tells of it. */
export interface Told {
  readonly value: unknown;
  readonly formula: unknown;
  readonly type: unknown;
  /** In en-US. */
  readonly format: string;
}

/** The number format of cells whose figures are kept as texts. */
const TEXT_FORMAT = '@';

/** Without its `=`; null for a constant, also for a text that begins with `=`: of those Excel gives the same text twice. */
export function formulaIn({ value, formula }: Told): string | null {
  return typeof formula === 'string' && formula.startsWith('=') && formula !== value ? formula.slice(1) : null;
}

export function valueIn({ value, type }: Told): CellValue {
  if (type === 'Error') return { error: String(value) };
  return typeof value === 'number' || typeof value === 'boolean' ? value : value === '' || typeof value !== 'string' ? null : value;
}

export function contentIn(told: Told): Content {
  const formula = formulaIn(told);
  if (formula !== null) return { kind: 'formula', formula };
  const value = valueIn(told);
  if (value === null) return { kind: 'blank' };
  if (typeof value === 'object') return { kind: 'error', error: value.error };
  if (typeof value === 'string') return { kind: 'text', text: value };
  return typeof value === 'number' ? { kind: 'number', value } : { kind: 'boolean', value };
}

/** Excel keeps 15 digits of what is typed; whether it does so here too is its own affair. */
const LAST_DIGITS = 1e-14;

/** Whether a cell holds what it was to hold; of a formula Excel may change the writing, of a text the line breaks. */
export function isHeld(content: Content, told: Told): boolean {
  const now = contentIn(told);
  // An empty text is nothing.
  if (content.kind === 'text' && content.text === '') return now.kind === 'blank';
  return now.kind === content.kind && isAlike(content, now);
}

function isAlike(content: Content, now: Content): boolean {
  if (content.kind === 'formula') return true;
  if (content.kind === 'text' && now.kind === 'text') return lines(now.text) === lines(content.text);
  if (content.kind === 'number' && now.kind === 'number') return Math.abs(now.value - content.value) <= Math.abs(content.value) * LAST_DIGITS;
  return plain(now) === plain(content);
}

function lines(text: string): string {
  return text.replaceAll(/\r\n?/g, '\n');
}

/** Whether two cells hold and look the same. */
export function isSame(a: Told, b: Told): boolean {
  return contentIn(a).kind === contentIn(b).kind && plain(contentIn(a)) === plain(contentIn(b)) && a.format === b.format;
}

function plain(content: Content): string | number | boolean | null {
  if (content.kind === 'text') return content.text;
  if (content.kind === 'formula') return content.formula;
  if (content.kind === 'error') return content.error;
  return content.kind === 'blank' ? null : content.value;
}

/** Whether a cell of texts would take a content for a text: it is written as General, and formatted again. */
export function needsGeneral(content: Content, format: string): boolean {
  return format === TEXT_FORMAT && content.kind !== 'text' && content.kind !== 'blank';
}

/**
 * A content as Excel is to be given it.
 *
 * @param format that the cell has while it is written
 * @param certain puts an apostrophe before any text, which is no part of it
 */
export function entered(content: Content, format: string, certain: boolean): string | number | boolean {
  if (content.kind === 'text') return textEntered(content.text, format, certain);
  if (content.kind === 'formula') return `=${content.formula}`;
  if (content.kind === 'error') return content.error;
  return content.kind === 'blank' ? '' : content.value;
}

/**
 * What Excel takes for a formula, a figure, a date, a truth value or an error, in whatever notation it has. A text that begins
 * with a letter is tried without: an apostrophe stays with the cell, and names of months differ from one Excel to the next.
 */
const TELLING = /^[\s=+@#'-]|^[^\p{L}].*\d|^\d|^(?:true|false)$/isu;

function textEntered(text: string, format: string, certain: boolean): string {
  const doubtful = text.startsWith("'") || (format !== TEXT_FORMAT && (certain || TELLING.test(text)));
  return doubtful && text !== '' ? `'${text}` : text;
}
