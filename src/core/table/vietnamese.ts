/**
 * Vietnamese words made comparable: with and without diacritics, whatever the keyboard, the spelling, the abbreviation.
 */

const MARKS = /[\u0300-\u036F]/g;
const TONE = /[\u0300\u0301\u0303\u0309\u0323]/;

/** Lower case without any diacritics, runs of spaces as one: for header words, where meaning survives it. */
export function folded(text: string): string {
  let known = foldedTexts.get(text);
  if (known === undefined) {
    if (foldedTexts.size > 20_000) foldedTexts.clear();
    known = fold(text);
    foldedTexts.set(text, known);
  }
  return known;
}

const foldedTexts = new Map<string, string>();

function fold(text: string): string {
  return text.normalize('NFD').replaceAll(MARKS, '').replaceAll('đ', 'd').replaceAll('Đ', 'd').toLowerCase().replaceAll(/[\s\u00A0]+/g, ' ').trim();
}

/** Whole words only; `\b` would see just ASCII letters, and find "tđó" inside a Vietnamese word. */
function whole(words: string): RegExp {
  return new RegExp(String.raw`(?<![\p{L}\p{N}])(?:${words})(?![\p{L}\p{N}])`, 'gu');
}

/** Written out in full, so that "HTX" and "hợp tác xã" are one name. Longer ones first: "LH HTX" before "HTX". */
const ABBREVIATIONS: readonly (readonly [RegExp, string])[] = [
  [whole('lh ?htx|liên hiệp htx'), 'liên hiệp hợp tác xã'],
  [whole('lm ?htx(?: ?vn)?'), 'liên minh hợp tác xã'],
  [whole('htx'), 'hợp tác xã'],
  [whole('tht'), 'tổ hợp tác'],
  [whole('ttcn'), 'tiểu thủ công nghiệp'],
  [whole('tdnd'), 'tín dụng nhân dân'],
  [whole('tm'), 'thương mại'],
  [whole('dv'), 'dịch vụ'],
  [whole('tr? ?đó'), 'trong đó'],
  [whole('bq'), 'bình quân'],
  [whole('trđ|tr ?đồng'), 'triệu đồng'],
];

/** Names of a sheet of 100 000 rows, which is walked several times: a cache that it overflows is worth nothing. */
const MOST_NAMES = 200_000;
const keys = new Map<string, string>();

/**
 * The key of a name: two names with the same key are the same words.
 *
 * Unicode form, case, punctuation, tone placement (hoá, hóa), i for y (tỉ, tỷ) and the usual abbreviations do not count.
 */
export function nameKey(name: string): string {
  let key = keys.get(name);
  if (key === undefined) {
    if (keys.size > MOST_NAMES) keys.clear();
    key = words(name).map(plainSyllable).join(' ');
    keys.set(name, key);
  }
  return key;
}

function words(name: string): string[] {
  const spaced = name.normalize('NFC').toLowerCase().replaceAll('%', ' phần trăm ').replaceAll(/[^\p{L}\p{N}]+/gu, ' ').trim();
  const full = ABBREVIATIONS.reduce((text, [short, long]) => text.replaceAll(short, long), spaced);
  return full.split(' ').filter((word) => word !== '');
}

const syllables = new Map<string, string>();

/** Vietnamese has some 7000 syllables, and a sheet a few hundred of them. */
function plainSyllable(word: string): string {
  let known = syllables.get(word);
  if (known === undefined) {
    if (syllables.size > 20_000) syllables.clear();
    known = syllable(word);
    syllables.set(word, known);
  }
  return known;
}

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
