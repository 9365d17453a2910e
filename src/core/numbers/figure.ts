/**
 * A figure as a report writes it: its value, the place it is known to, and how it was written.
 *
 * "1.002,1" is 1002.1, known to 0.05 either way; "25.454" HTX is a count, and exact.
 * Spec: docs/spec.md, N5 and N6.
 */
import { absolute, compare, decimal, shifted, tenTo, type Decimal } from '#core/numbers/decimal';
import { addFractions, fraction, fractionOf, subtractFractions, type Fraction } from '#core/numbers/fraction';
import { closed, point, type Interval } from '#core/numbers/interval';

/**
 * How a figure is known: `exact` (a count), `rounded` at its last place, or `stored` (a double's 15 digits, known to
 * one unit of the fifteenth).
 */
export type Knowledge = 'exact' | 'rounded' | 'stored';

export interface Figure {
  /** Percent figures in percent, however they are stored. */
  readonly value: Decimal;
  /** The power of ten of the last place known: −1 for 103,3; 0 for 836; 5 for 5.700.000. */
  readonly place: number;
  readonly knowledge: Knowledge;
  readonly percent: boolean;
  /** Decimals to show when the figure is quoted, as its cell shows them. */
  readonly decimals: number;
}

/** Why a cell gives no figure to reckon with. */
export type Gap =
  | 'empty' | 'none' | 'not-collected' | 'not-applicable' | 'range' | 'ambiguous' | 'unreadable' | 'error-value' | 'date' | 'percent-unclear' | 'no-row' | 'no-result';

export function isGap(reading: Figure | Gap): reading is Gap {
  return typeof reading === 'string';
}

/** One unit of the last place known. */
export function unitOf({ place }: Pick<Figure, 'place'>): Fraction {
  return place >= 0 ? fraction(tenTo(place)) : { n: 1n, d: tenTo(-place) };
}

const half = (unit: Fraction): Fraction => ({ n: unit.n, d: unit.d * 2n });

/** Every true value that rounds to the figure, ties either way: closed at both ends. */
export function roundedInterval(figure: Figure): Interval {
  const at = fractionOf(figure.value);
  if (figure.knowledge === 'exact') return point(at);
  const unit = unitOf(figure);
  return around(at, figure.knowledge === 'stored' ? unit : half(unit));
}

/** Every true value that is cut to the figure, toward zero: the end away from zero is open. */
export function truncatedInterval(figure: Figure): Interval {
  if (figure.knowledge !== 'rounded') return roundedInterval(figure);
  const at = fractionOf(figure.value);
  const unit = unitOf(figure);
  const inner = { at, open: false };
  const up = { at: addFractions(at, unit), open: true };
  const down = { at: subtractFractions(at, unit), open: true };
  if (at.n === 0n) return { low: down, high: up };
  return at.n > 0n ? { low: inner, high: up } : { low: down, high: inner };
}

/** Every true value at most one unit of the last place off the figure once it is rounded. */
export function lastDigitInterval(figure: Figure): Interval {
  if (figure.knowledge !== 'rounded') return roundedInterval(figure);
  const unit = unitOf(figure);
  return around(fractionOf(figure.value), addFractions(unit, half(unit)));
}

function around(at: Fraction, by: Fraction): Interval {
  return closed(subtractFractions(at, by), addFractions(at, by));
}

const ROUND_COUNT = decimal('100000');
/** Fewer zeros at its end, and a count is exact. */
const ROUND_PLACE = 10_000n;

/**
 * The place a count is known to, where it is not exact: half of its last nonzero place.
 *
 * @param about the text says *trên*, *gần* or *khoảng*
 * @returns null for an exact count: below 100.000, or with fewer than four zeros at its end
 * @example roundCountPlace(decimal('5700000'), false)   // 5
 */
export function roundCountPlace(value: Decimal, about: boolean): number | null {
  if (value.digits === 0n) return null;
  if (about) return lastPlace(value);
  // Nearly every count ends here, and a remainder costs a tenth of a text.
  if (value.digits % ROUND_PLACE !== 0n) return null;
  const place = lastPlace(value);
  return place >= 4 && compare(absolute(value), ROUND_COUNT) >= 0 ? place : null;
}

/** The power of ten of the last digit that is not 0. */
function lastPlace({ digits, places }: Decimal): number {
  return (/0*$/.exec(String(digits))?.[0].length ?? 0) - places;
}

/** The same figure in percent, from a fraction: 1.033 becomes 103.3. */
export function asPercent(figure: Figure): Figure {
  const decimals = figure.decimals > 2 ? figure.decimals - 2 : 0;
  return { ...figure, value: shifted(figure.value, 2), place: figure.place + 2, percent: true, decimals };
}
