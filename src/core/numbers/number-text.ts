/**
 * What a text says when it is read as a figure: digits, sign, percent, and which separators it shows.
 *
 * Reading has two steps, since "25.454" alone is ambiguous: this one tells what a text shows, and a vote of the whole
 * column (`notation.ts`) settles what a lone separator before three digits means.
 * Spec: docs/spec.md, N2 and N3.
 */
import { decimal, type Decimal } from '#core/numbers/decimal';
import type { Gap } from '#core/numbers/figure';

/** `vi` groups with points and cuts with a comma (1.002,1); `en` the other way round (1,002.1). */
export type Notation = 'vi' | 'en';

/** A text that shows one number. */
export interface NumberText {
  /** What the digits say under each notation; null where that notation forbids them. */
  readonly vi: Decimal | null;
  readonly en: Decimal | null;
  readonly percent: boolean;
  /** The text says *trên*, *gần*, *khoảng*… before the number. */
  readonly about: boolean;
  /** True where groups are set apart, by whichever separator. */
  readonly grouped: boolean;
}

const SPACES = /[\s\u00A0\u2000-\u200B\u202F\u205F\u2060\u3000\uFEFF]+/g;
const MINUS = /[\u2212\u2010-\u2015\uFE63\uFF0D]/g;
const ABOUT = /^(trên|gần|khoảng|hơn|ước|xấp xỉ|~|≈)\s*/i;
const SUPERSCRIPTS = /[\u00B9\u00B2\u00B3\u2070\u2074-\u2079]+$/;
const RANGE = /^[\d.,]+%?\s*-\s*[\d.,]+%?$/;
const BRACKETED = /^\( ?(\d.*?) ?\)$/;
const SIGNED = /^([+-]?) ?(\d.*?) ?(%?)$/;
const BODY = /^(?:\d{1,3}(?:([.,' ])\d{3})(?:\1\d{3})*|\d+)(?:[.,]\d+)?$/;

/**
 * What a cell's text shows.
 *
 * @returns a {@link Gap} where it shows no number: `-` is "none", never zero; `…` not collected; `x` not applicable;
 *   `07 - 09` a range
 * @example readText('+ 836')    // vi 836, en 836
 * @example readText('25.454')   // vi 25454, en 25.454
 */
export function readText(text: string): NumberText | Gap {
  const plain = narrow(text.normalize('NFC')).replaceAll(MINUS, '-').replaceAll(SPACES, ' ').trim();
  const clean = plain.replace(SUPERSCRIPTS, '').trimEnd();
  const gap = gapIn(clean);
  if (gap !== null) return gap;
  const about = ABOUT.test(clean);
  return signed(clean.replace(ABOUT, ''), about) ?? 'unreadable';
}

/**
 * What a text shows that has letters in place of digits: O for 0, l or I for 1. Nobody types a figure so on purpose.
 *
 * A letter l or I counts only before a digit: "10 l" are litres.
 *
 * @returns null where there is no such letter, no digit, or no figure even so
 * @example readMistyped('1O2')   // vi 102, en 102
 */
function readMistyped(text: string): NumberText | null {
  if (text.length > LONGEST || !/\d/.test(text) || !LETTERS.test(text)) return null;
  const read = readText(text.replaceAll(ZERO_LETTERS, '0').replaceAll(ONE_LETTERS, '1'));
  return typeof read === 'string' ? null : read;
}

/** What a text shows, also where letters stand in place of digits. */
export function readAnyText(text: string): NumberText | Gap {
  const read = readText(text);
  return read === 'unreadable' ? (readMistyped(text) ?? read) : read;
}

/** True for a text that is a figure only once its letters are taken for digits. */
export function isMistyped(text: string): boolean {
  return readText(text) === 'unreadable' && readMistyped(text) !== null;
}

/** Latin and Cyrillic. */
const ZERO_LETTERS = /[OoОо]/g;
const ONE_LETTERS = /[lIІ](?=.*\d)/g;
const LETTERS = /[OoОоlIІ]/;

/** Full-width digits and signs, as some keyboards give them, in their plain form. */
function narrow(text: string): string {
  return text.replaceAll(/[\uFF01-\uFF5E]/g, (wide) => wide.normalize('NFKC'));
}

function gapIn(clean: string): Gap | null {
  if (clean === '') return 'empty';
  if (/^-+$/.test(clean)) return 'none';
  if (/^(\.{2,}|…+)$/.test(clean)) return 'not-collected';
  if (/^x$/i.test(clean)) return 'not-applicable';
  return RANGE.test(clean) ? 'range' : null;
}

/** Takes sign, accountants' brackets and percent sign off. */
function signed(text: string, about: boolean): NumberText | null {
  const inner = BRACKETED.exec(text)?.[1];
  const [, sign, body = '', percent] = SIGNED.exec(inner ?? text) ?? [];
  const minus = inner !== undefined || sign === '-';
  const [vi, en] = [reading(body, '.', ',', minus), reading(body, ',', '.', minus)];
  if (vi === null && en === null) return null;
  return { vi, en, percent: percent === '%', about, grouped: /[.,' ]\d{3}/.test(body) };
}

/** As many as the largest double has; reckoning with tens of thousands of digits would take minutes. */
const LONGEST = 400;

/** The digits under one notation. Groups may also be set apart by spaces or apostrophes, in either. */
function reading(body: string, group: string, cut: string, minus: boolean): Decimal | null {
  if (body.length > LONGEST) return null;
  const [whole = '', ...rest] = body.split(cut);
  if (!BODY.test(body) || rest.length > 1 || /\D/.test(rest.join('')) || !isGrouped(whole, group)) return null;
  const digits = [whole.replaceAll(/\D/g, ''), ...rest].join('.');
  return decimal(minus ? `-${digits}` : digits);
}

function isGrouped(whole: string, group: string): boolean {
  const parts = whole.split(/[.,' ]/);
  const separators = new Set(whole.replaceAll(/\d/g, ''));
  if (separators.size === 0) return true;
  if (separators.size > 1 || (!separators.has(group) && !separators.has(' ') && !separators.has("'"))) return false;
  return /^[1-9]\d{0,2}$/.test(parts[0] ?? '') && parts.slice(1).every((part) => part.length === 3);
}
