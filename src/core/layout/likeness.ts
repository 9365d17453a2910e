/** What makes a row of a sheet like an indicator of a template: names, slips, words, ordinals, units. Spec: docs/spec.md, L2 and L3. */
import type { Indicator } from '#core/layout/template';
import { remembered } from '#core/remembered';
import type { Row } from '#core/table/rows';
import { distance, nameKey } from '#core/table/vietnamese';

/** The key of a name without the year in it, which changes every year; each row's name is asked for again and again. */
export const plainKey = remembered(20_000, (name) => nameKey(/\d|\{/.test(name) ? withoutYear(name) : name));

function withoutYear(name: string): string {
  return name.replaceAll(/(?:năm\s*)?(?:\{year(?:[+-][1-9])?\}|\b(?:19|20)\d\d\b)/gi, ' ');
}

/** One slip, one more for every ten letters, and never in the first: "công nghiệp" is not "nông nghiệp". */
export function near(a: string, b: string): boolean {
  const shorter = a.length < b.length ? a.length : b.length;
  if (shorter < 5 || a[0] !== b[0]) return false;
  const limit = 1 + (shorter - (shorter % 10)) / 10;
  return distance(a, b, limit) <= limit;
}

/** At least half of the words of the shorter name stand in the other one. */
export function shareWords(a: string, b: string): boolean {
  const [left, right] = [new Set(a.split(' ')), new Set(b.split(' '))];
  const both = [...left].filter((word) => right.has(word)).length;
  const fewer = left.size < right.size ? left.size : right.size;
  return both * 2 >= fewer && both > 0;
}

export function sameOrdinal(row: Row, indicator: Indicator): boolean {
  return row.ordinal.replaceAll(/[\s.)]/g, '') === indicator.ordinal.replaceAll(/[\s.)]/g, '');
}

export function sameUnit(row: Row, { unit, units = [] }: Indicator): boolean {
  const key = nameKey(row.unit);
  return [unit, ...units].some((one) => nameKey(one) === key);
}
