/**
 * Vietnamese words made comparable: with and without diacritics, whatever the keyboard, the spelling, the abbreviation.
 */
import { remembered } from '#core/remembered';

const MARKS = /[\u0300-\u036F]/g;
const TONE = /[\u0300\u0301\u0303\u0309\u0323]/;

/** Lower case without any diacritics, runs of spaces as one: for header words, where meaning survives it. */
export const folded = remembered(20_000, fold);

function fold(text: string): string {
  return text.normalize('NFD').replaceAll(MARKS, '').replaceAll('đ', 'd').replaceAll('Đ', 'd').toLowerCase().replaceAll(/[\s\u00A0]+/g, ' ').trim();
}

/** Written out in full, so that "HTX" and "hợp tác xã" are one name; by the abbreviation without spaces. */
const IN_FULL: ReadonlyMap<string, string> = new Map([
  ['lhhtx', 'liên hiệp hợp tác xã'], ['liênhiệphtx', 'liên hiệp hợp tác xã'],
  ['lmhtx', 'liên minh hợp tác xã'], ['lmhtxvn', 'liên minh hợp tác xã'],
  ['htx', 'hợp tác xã'], ['tht', 'tổ hợp tác'], ['ttcn', 'tiểu thủ công nghiệp'], ['tdnd', 'tín dụng nhân dân'],
  ['tm', 'thương mại'], ['dv', 'dịch vụ'], ['tđó', 'trong đó'], ['trđó', 'trong đó'], ['bq', 'bình quân'], ['trđ', 'triệu đồng'], ['trđồng', 'triệu đồng'],
]);

/** Whole words among words with one space between; longer ones first: "LH HTX" before "HTX". */
const ABBREVIATION = /(?<= |^)(?:lh ?htx|liên hiệp htx|lm ?htx(?: ?vn)?|htx|tht|ttcn|tdnd|tm|dv|tr? ?đó|bq|tr ?đồng|trđ)(?= |$)/g;

/** Names of a sheet of 100 000 rows, which is walked several times: a cache that it overflows is worth nothing. */
const MOST_NAMES = 200_000;

/**
 * The key of a name: two names with the same key are the same words.
 *
 * Unicode form, case, punctuation, tone placement (hoá, hóa), i for y (tỉ, tỷ) and the usual abbreviations do not count.
 */
export const nameKey = remembered(MOST_NAMES, (name) => words(name).map(plainSyllable).join(' '));

function words(name: string): string[] {
  const spaced = name.normalize('NFC').toLowerCase().replaceAll('%', ' phần trăm ').replaceAll(/[^\p{L}\p{N}]+/gu, ' ').trim();
  const full = spaced.replaceAll(ABBREVIATION, (short) => IN_FULL.get(short.replaceAll(' ', '')) ?? short);
  return full.split(' ').filter((word) => word !== '');
}

/** Vietnamese has some 7000 syllables, and a sheet a few hundred of them. */
const plainSyllable = remembered(20_000, syllable);

/** A syllable with its tone at the end, so that its place does not count, and with i for a lone y. */
function syllable(word: string): string {
  const letters = word.normalize('NFD');
  const tone = TONE.exec(letters)?.[0] ?? '';
  return letters.replace(TONE, '').replace(/(?<=^[^aeiouy]*|qu)y$/, 'i').normalize('NFC') + tone;
}

/** The fewest letters to add, drop, change or swap with a neighbour to get from one text to the other, up to a limit. */
export function distance(a: string, b: string, limit: number): number {
  const gap = a.length - b.length;
  if (gap > limit || -gap > limit) return limit + 1;
  let before: number[] = [];
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    let best = i;
    for (let j = 1; j <= b.length; j += 1) {
      const cost = step(a, b, i, j, before, row, next);
      next.push(cost);
      if (cost < best) best = cost;
    }
    if (best > limit) return limit + 1;
    before = row;
    row = next;
  }
  return row[b.length] ?? 0;
}

function step(a: string, b: string, i: number, j: number, before: readonly number[], row: readonly number[], next: readonly number[]): number {
  const at = (costs: readonly number[], index: number): number => costs[index] ?? a.length + b.length;
  const change = at(row, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1);
  const cost = least(change, least(at(row, j), at(next, j - 1)) + 1);
  const swapped = a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] && i > 1 && j > 1;
  return swapped ? least(cost, at(before, j - 2) + 1) : cost;
}

function least(a: number, b: number): number {
  return a < b ? a : b;
}
