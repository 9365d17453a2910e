/** Periods and standings as headers name them: "Ước thực hiện 6 tháng đầu năm 2024", "KH 2025", "so cùng kỳ". */

export type PeriodPart = 'year' | 'half' | 'quarter' | 'month' | 'months';

/** A year, or the part of one; `n` counts halves, quarters and months, and is the number of first months. */
export interface Period {
  readonly year: number | null;
  readonly part: PeriodPart;
  readonly n: number | null;
}

/** What a level is: achieved, estimated to be achieved, planned, added up since the start, or not said. */
export type Standing = 'actual' | 'estimate' | 'plan' | 'cumulative' | 'unsaid';

const COUNTS: Readonly<Record<string, number>> = { i: 1, ii: 2, iii: 3, iv: 4, dau: 1, cuoi: 2 };

/** The period that folded header words name; a year where they name no part of one. */
export function periodIn(words: string, year: number | null): Period {
  const named = yearIn(words) ?? year;
  for (const [part, form] of PARTS) {
    const count = form.exec(words)?.[1];
    if (count !== undefined) return { year: named, part, n: COUNTS[count] ?? +count };
  }
  return { year: named, part: 'year', n: null };
}

const PARTS: readonly (readonly [PeriodPart, RegExp])[] = [
  ['months', /\b(\d{1,2}) thang\b/],
  ['quarter', /\bquy (iv|i{1,3}|[1-4])\b/],
  ['month', /\bthang (\d{1,2})\b/],
  ['half', /\bnua (dau|cuoi) nam\b/],
];

/** The last year written: "NQ 18 ngày 13/01/2020" after "Kế hoạch 2020" changes nothing, since plans name theirs first. */
export function yearIn(words: string): number | null {
  const year = /(?:^|[^\d/.])((?:19|20)\d\d)(?!\d)/.exec(words)?.[1];
  return year === undefined ? null : +year;
}

/** The standing that folded header words name. */
export function standingIn(words: string): Standing {
  if (/\b(?:uoc|uth|u\.?th)\b/.test(words)) return 'estimate';
  if (/\b(?:ke hoach|kh|du toan|chi tieu giao|muc tieu|nghi quyet|nq)\b|\bkh(?=20\d\d)/.test(words)) return 'plan';
  if (/\b(?:luy ke|cong don)\b/.test(words)) return 'cumulative';
  if (/\b(?:thuc hien|th|ket qua|thuc te|chinh thuc|so lieu|bao cao)\b|\bth(?=20\d\d)/.test(words)) return 'actual';
  return 'unsaid';
}

export function samePeriod(a: Period, b: Period): boolean {
  return a.year === b.year && a.part === b.part && a.n === b.n;
}
