/**
 * Figures one slip of a typist away: a digit, two swapped, one lost or added, a shift of the decimal point.
 *
 * Figures are whole numbers of their last place. Method: Scholtus (2009), with each slip priced by the keystroke.
 */
import { whole } from '#core/localise/odds';
import { ADDED_DIGIT, FURTHER, KEY, WRONG_DIGIT, type Cause } from '#core/localise/weights';

export interface Slip {
  /** Whole steps of the cell's last place. */
  readonly value: number;
  readonly cause: Cause;
  readonly cost: number;
}

/** Whole numbers up to here are exact, also a digit longer. */
const LARGEST = 1e14;

/**
 * Every figure between two limits from which one slip makes the given one.
 *
 * @param figure the figure as it stands, in steps; nothing comes of one too long to be typed
 */
export function slips(figure: number, least: number, most: number): Slip[] {
  const negative = figure < 0;
  const size = negative ? -figure : figure;
  if (size >= LARGEST) return [];
  const found: Slip[] = [];
  const from = negative ? -most : least;
  const to = negative ? -least : most;
  const put = (value: number, cause: Cause, cost: number): void => {
    if (value !== size && value >= from && value <= to) found.push({ value: negative ? -value : value, cause, cost });
  };
  let top = 1;
  while (top * 10 <= size) top *= 10;
  const limits = { top, from, to };
  for (let place = 1; place <= top; place *= 10) atPlace(size, place, limits, put);
  lostAt(size, top * 10, { first: 1, from, to }, put);
  shifts(size, put);
  return found;
}

type Put = (value: number, cause: Cause, cost: number) => void;

/** The power of ten at the first digit, and the sizes between which a figure must lie. */
interface Limits {
  readonly top: number;
  readonly from: number;
  readonly to: number;
}

function atPlace(size: number, place: number, { top, from, to }: Limits, put: Put): void {
  const low = size % place;
  const digit = ((size - low) / place) % 10;
  const high = (size - low - digit * place) / (place * 10);
  const without = size - digit * place;
  const first = atLeast(leastDigit(place, top), firstDigit(without, place, from));
  for (let other = first; other < 10 && without + other * place <= to; other += 1) put(without + other * place, 'digit', WRONG_DIGIT);
  const next = high % 10;
  // A zero never leads.
  if (place < top && next !== digit && !(place * 10 === top && digit === 0)) put(size + (digit - next) * 9 * place, 'transposed-digits', KEY);
  if (!leavesZeroLeading(low, place, top)) put(high * place + low, 'extra-digit', ADDED_DIGIT);
  lostAt((size - low) * 10 + low, place, { first: 0, from, to }, put);
}

/** Were the first digit the one too many, would a zero lead, or nothing be left? */
function leavesZeroLeading(rest: number, place: number, top: number): boolean {
  return place === top && top !== 10 && rest * 10 < top;
}

/** A digit that was lost at a place. */
function lostAt(rest: number, place: number, { first, from, to }: { readonly first: number; readonly from: number; readonly to: number }, put: Put): void {
  for (let lost = atLeast(first, firstDigit(rest, place, from)); lost < 10 && rest + lost * place <= to; lost += 1) put(rest + lost * place, 'missing-digit', KEY);
}

function atLeast(least: number, value: number): number {
  return value > least ? value : least;
}

/** The first digit that reaches up to `from` at its place, or one before it. */
function firstDigit(rest: number, place: number, from: number): number {
  const lacking = (from - rest) / place;
  return lacking > 0 ? whole(lacking) : 0;
}

/** A zero never leads, but for the figure 0 itself. */
function leastDigit(place: number, top: number): number {
  return place === top && top > 1 ? 1 : 0;
}

const SHIFTS: readonly (readonly [times: number, cause: Cause, cost: number])[] = [[10, 'tenfold', 0], [100, 'tenfold', FURTHER], [1000, 'thousandfold', 0], [1_000_000, 'thousandfold', FURTHER]];

function shifts(size: number, put: Put): void {
  for (const [times, cause, cost] of SHIFTS) {
    if (size % times === 0) put(size / times, cause, cost);
    put(size * times, cause, cost);
  }
}
