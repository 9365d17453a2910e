/** Filling in, in English. */
import type { CompleteTexts } from '#words/complete-texts';

const counted = (one: string, many: string) => (count: number): string => `${count} ${count === 1 ? one : many}`;

export const complete: CompleteTexts = {
  how: {
    total: 'sum of its parts', rate: 'rate of two rows', base: 'last year', plan: 'plan', actual: 'actual', change: 'change against last year',
    'plan-change': 'change against the plan', ratio: 'ratio to last year', growth: 'growth', attainment: 'attainment of the plan',
  },
  filled: counted('empty cell worked out', 'empty cells worked out'),
  formulas: counted('as a formula', 'as formulas'),
  nothing: 'No empty cell follows from the figures that are there.',
  disagreements: counted('typed figure differs from what follows', 'typed figures differ from what follows'),
  leftAlone: 'Typed figures are left as they are.',
  instead: (found, worked) => `says ${found}; ${worked} follows`,
  added: (count) => `${count} parts added up`,
  from: (origin) => `taken from ${origin}`,
  blockedBy: { 'negative-base': 'is in error (the base comes out below 0)', 'zero-base': 'makes the base 0' },
  unused: (file) => `No figure could be taken from ${file}: no row or no column of it fits. Check the indicators' names and the years in the header.`,
  written: (file) => `Written: ${file}.`,
  dry: 'Nothing is written. Leave --dry-run out and name a file with -o to write it.',
};
