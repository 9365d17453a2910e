/** Ordinals as appendices write them, and which stands above which: `A`, `I`, `1`, `1.1`, `a)`, `*`, `-`, `+`, `+ +`. */

import { remembered } from '#core/remembered';

/** How deep an ordinal stands: sections lowest. A row belongs to the nearest row above it with a lower rank. */
export type Rank = number;

export const SECTION_RANK = 1;
export const NUMBER_RANK = 10;
/** Rows without an ordinal stand beside the dashes. */
export const DASH_RANK = 30;

/** Levels of numbers or pluses that are told apart: deeper ones would reach the ranks of letters, and no report has them. */
const DEEPEST = 9;

/** Ordinals and names of a large sheet, each asked for several times. */
const MOST_LABELS = 20_000;

/** Without what closes it: "1." and "1)" are 1. */
export function bareOrdinal(ordinal: string): string {
  return ordinal.trim().replace(/[.)\]:]+$/, '');
}

/** The rank of an ordinal; null where the text is none. */
export const rankOf = remembered(MOST_LABELS, (ordinal): Rank | null => {
  const text = bareOrdinal(ordinal);
  if (/^\d{1,3}(?:\.\d{1,3})*$/.test(text)) return NUMBER_RANK + levels(text.split('.').length) - 1;
  const marks = text.replaceAll(/\s/g, '');
  if (/^\++$/.test(marks)) return DASH_RANK + 10 * levels(marks.length);
  return RANKS.find(([form]) => form.test(marks))?.[1] ?? null;
});

/**
 * The number that an ordinal counts rows with; null for every other ordinal.
 *
 * From four figures on it may be a year, and counts only where it goes on from the one above: 999, 1000.
 */
export function countOf(ordinal: string, above: number): number | null {
  const digits = bareOrdinal(ordinal);
  if (!/^\d{1,6}$/.test(digits)) return null;
  const count = +digits;
  return digits.length <= 3 || count === above + 1 ? count : null;
}

function levels(count: number): number {
  return count < DEEPEST ? count : DEEPEST;
}

const RANKS: readonly (readonly [RegExp, Rank])[] = [
  [/^[IVXLC]+$/, SECTION_RANK],
  [/^[A-ZĐ]$/, 0],
  [/^[a-zđ]$/, 20],
  [/^[a-zđ]\d$/, 21],
  [/^\*$/, 25],
  [/^[-\u2010-\u2015\u2212•●]$/, DASH_RANK],
  [/^[-\u2013]{2,3}$/, 35],
];

const IN_NAME = /^(?:([IVXLC]{1,5}|[A-ZĐ]|\d{1,2}(?:\.\d{1,2})*|[a-zđ]|[a-zđ]\d)[.)\]]\s*|([IVXLC]{1,5})\s*[-–:]\s*|(\+(?:\s*\+)*|[-\u2010-\u2015\u2212•●*])\s*)(?=\S)/;

/** "T. đó" and "C.ty" begin with abbreviations, "1.000 hộ" and "2.5 km" with figures: none with an ordinal. */
const NO_ORDINAL = /^(?:[Tt]r?\. ?đó|\p{L}\.\p{Ll}|\d{1,2}(?:\.\d{1,2})*[.)\]]\s*\d)/u;

/** An ordinal written in front of the name: "a) Nông nghiệp", "- Xây dựng", "II. TỔ HỢP TÁC". */
export const splitName = remembered(MOST_LABELS, (name): { readonly ordinal: string; readonly name: string } => {
  const match = NO_ORDINAL.test(name) ? null : IN_NAME.exec(name);
  if (match === null) return { ordinal: '', name };
  return { ordinal: match[1] ?? match[2] ?? match[3] ?? '', name: name.slice(match[0].length) };
});

/** A numeral and a name in one cell: "II LIÊN HIỆP HỢP TÁC XÃ". */
export function splitOrdinal(text: string): { ordinal: string; name: string } | null {
  const match = /^([IVXLC]{1,5}|[A-ZĐ]|\d{1,2})[.)\s:-]+(\p{L}.{2,})$/u.exec(text);
  return match === null ? null : { ordinal: match[1] ?? '', name: match[2] ?? '' };
}
