/**
 * Figures one slip of a typist away: a digit, two swapped, one lost or added, a shift of the decimal point.
 *
 * Figures are whole numbers of their last place. Method: Scholtus (2009), with each slip priced by the keystroke.
 */
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
  const put = (value: number, cause: Cause, cost: number): void => {
    const signed = negative ? -value : value;
    if (value !== size && signed >= least && signed <= most) found.push({ value: signed, cause, cost });
  };
  let top = 1;
  while (top * 10 <= size) top *= 10;
  for (let place = 1; place <= top; place *= 10) atPlace(size, place, top, put);
  for (let digit = 1; digit < 10; digit += 1) put(digit * top * 10 + size, 'missing-digit', KEY);
  shifts(size, put);
  return found;
}

type Put = (value: number, cause: Cause, cost: number) => void;

function atPlace(size: number, place: number, top: number, put: Put): void {
  const low = size % place;
  const digit = ((size - low) / place) % 10;
  const high = (size - low - digit * place) / (place * 10);
  for (let other = leastDigit(place, top); other < 10; other += 1) put(size + (other - digit) * place, 'digit', WRONG_DIGIT);
  const next = high % 10;
  // A zero never leads.
  if (place < top && next !== digit && !(place * 10 === top && digit === 0)) put(size + (digit - next) * 9 * place, 'transposed-digits', KEY);
  put(high * place + low, 'extra-digit', ADDED_DIGIT);
  for (let lost = 0; lost < 10; lost += 1) put((size - low) * 10 + lost * place + low, 'missing-digit', KEY);
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
