/**
 * How rare each kind of fault is, in sixteenths of a bit (16 · −log2 of its probability): the whole of what the
 * localiser believes of people, in one place. docs/localisation.md tells where the figures come from.
 */

/** What a cell is to its relations: what is computed goes wrong more often than what is typed. */
export type CellRole = 'ratio' | 'rate' | 'total' | 'change' | 'level' | 'residual';

/** A wrong cell of each role; the residual is that of a relation that may not apply at all. */
export const CELL: Readonly<Record<CellRole, number>> = { ratio: 80, rate: 80, total: 84, change: 96, level: 104, residual: 48 };

/** A residual of an inferred relation: the layout may mean something else by these rows. */
export const INFERRED = 96;

/** A cell that holds a formula, besides: its figure is worked out, and what it comes from was typed. */
export const FORMULA = 48;

/** A constant in a column of formulas costs so much less: somebody typed over what was worked out. */
export const TYPED_OVER = 32;

/** A level typed wrong before its comparisons were computed from it. */
export const CARRIED = 24;

export type Cause =
  | 'growth-for-ratio' | 'wrong-base' | 'sign' | 'digit' | 'transposed-digits' | 'missing-digit' | 'extra-digit' | 'tenfold' | 'thousandfold' | 'locale'
  | 'copied-from-neighbour' | 'level-for-change' | 'swapped-cells' | 'stale-after-edit' | 'missing-part' | 'unknown';

/** Each cause, given that a cell of this role is wrong; a cause that is not there never happens to the role. */
export const CAUSE: Readonly<Record<CellRole, Partial<Readonly<Record<Cause, number>>>>> = {
  ratio: { 'growth-for-ratio': 40, 'wrong-base': 40, 'copied-from-neighbour': 48, digit: 48, 'transposed-digits': 80, 'missing-digit': 88, 'extra-digit': 88, tenfold: 80, thousandfold: 112, sign: 112, unknown: 40 },
  rate: { digit: 40, 'transposed-digits': 64, 'missing-digit': 88, 'extra-digit': 88, tenfold: 64, thousandfold: 112, unknown: 32 },
  total: { digit: 32, 'transposed-digits': 40, 'missing-digit': 56, 'extra-digit': 56, tenfold: 40, thousandfold: 64, locale: 40, sign: 96, 'missing-part': 32, 'copied-from-neighbour': 96, unknown: 48 },
  change: { sign: 32, 'level-for-change': 48, digit: 48, 'transposed-digits': 64, 'missing-digit': 72, 'extra-digit': 72, tenfold: 48, thousandfold: 80, locale: 56, unknown: 48 },
  level: { digit: 32, 'transposed-digits': 40, 'missing-digit': 56, 'extra-digit': 56, tenfold: 40, thousandfold: 64, locale: 40, sign: 96, 'copied-from-neighbour': 96, unknown: 48 },
  residual: {},
};

/** Slips happen per keystroke: a cause's figure above is that of a figure of four digits, one given key costs two bits more. */
export const KEY = 32;
/** One of nine wrong digits, at a given key. */
export const WRONG_DIGIT = KEY + 51;
/** One of ten digits too many, at a given key. */
export const ADDED_DIGIT = KEY + 53;
/** A hundredfold or a millionfold is two bits rarer than tenfold and thousandfold. */
export const FURTHER = 32;
/** A neighbour's figure, and which of two. */
export const NEIGHBOUR = 16;
/** A figure from elsewhere in the column: seldom copied, and its rarity there comes on top. */
export const ELSEWHERE = NEIGHBOUR + 32;
/** Up or down. */
export const EITHER_SIGN = 16;
/** Sixteenths of a bit to one unit of the natural logarithm: over sizes from 1 to x a figure spreads over ln x. */
export const NATURAL = 23;
/** Which wrong base was taken. */
export const WHICH_BASE = 8;

/** Sets dearer than the cheapest by more than this are not looked for: four bits keep the ties and lose one in a thousand. */
export const SLACK = 64;
/** Where a relation that may not apply is the cheapest way out, the others must not be hidden by it. */
export const SOFT_SLACK = 128;

/** What a search may spend on one cluster of contradictions, and on how many, before it says that it could not decide. */
export const BUDGET = { nodes: 600, hub: 64, sets: 60, visits: 400, rounds: 4, figures: 12, figuresTogether: 5, terms: 200, widest: 1000, together: 16, clusters: 5000 } as const;
