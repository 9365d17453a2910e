/**
 * The grade of a figure against what a relation allows: exact, truncated, off in its last digit, or wrong.
 *
 * Only *wrong* accuses. It is said when no reading within the rules explains the figure: rounded, cut, one unit off
 * or rounded twice, from inputs that are rounded or from inputs that are cut.
 * Spec: docs/spec.md, N7.
 */
import type { Decimal } from '#core/numbers/decimal';
import { lastDigitInterval, roundedInterval, truncatedInterval, unitOf, type Figure } from '#core/numbers/figure';
import { addFractions, ceiling, divideFractions, floor, fraction, multiplyFractions, subtractFractions, toDecimal } from '#core/numbers/fraction';
import { meets, type End, type Interval } from '#core/numbers/interval';

export type Grade = 'exact' | 'truncated' | 'last-digit' | 'wrong';

/** What a relation makes of its inputs, read by the given rule; null where it says nothing. */
export type Outcome = (read: (input: Figure) => Interval) => Interval | null;

/**
 * Grades a figure against its relation.
 *
 * @param figure the figure that the relation judges
 * @param implied what the relation allows for it, from inputs read as rounded or as truncated
 * @returns null where the inputs say nothing, e.g. where a base may be 0
 */
export function grade(figure: Figure, implied: Outcome): Grade | null {
  const fromRounded = implied(roundedInterval);
  if (fromRounded === null) return null;
  if (meets(roundedInterval(figure), fromRounded)) return 'exact';
  const fromTruncated = implied(truncatedInterval);
  const ranges = fromTruncated === null ? [fromRounded] : [fromRounded, fromTruncated];
  const explains = (reading: Interval): boolean => ranges.some((range) => meets(reading, range));
  if (explains(truncatedInterval(figure)) || explains(roundedInterval(figure))) return 'truncated';
  return explains(lastDigitInterval(figure)) ? 'last-digit' : 'wrong';
}

/** The smallest and the largest figure that may stand in a cell; null where there is no such end. */
export interface Expected {
  readonly from: Decimal | null;
  readonly to: Decimal | null;
}

/**
 * Every figure of the cell's own last place that some rounding of an allowed value gives, ties either way.
 *
 * @example expected({ place: -1, … }, [120; 120])   // from 120.0 to 120.0
 * @example expected({ place: -1, … }, [141.25; 141.25])   // from 141.2 to 141.3
 */
export function expected(figure: Pick<Figure, 'place' | 'knowledge'>, allowed: Interval): Expected {
  const unit = unitOf(figure);
  const slack = figure.knowledge === 'exact' ? fraction(0n) : { n: unit.n, d: unit.d * 2n };
  const steps = (end: End, side: 1 | -1): Decimal | null => {
    if (end === null) return null;
    const reach = side < 0 ? subtractFractions(end.at, slack) : addFractions(end.at, slack);
    const count = divideFractions(reach, unit);
    const whole = side < 0 ? ceiling(count) : floor(count);
    return toDecimal(multiplyFractions(fraction(whole), unit), figure.place < 0 ? -figure.place : 0);
  };
  const [from, to] = [steps(allowed.low, -1), steps(allowed.high, 1)];
  return from && to && from.digits > to.digits ? nearest(figure, allowed) : { from, to };
}

/** Exact inputs can allow no figure of the cell's place at all: then the nearest one is meant. */
function nearest({ place }: Pick<Figure, 'place'>, { low, high }: Interval): Expected {
  const at = low?.at ?? high?.at;
  if (at === undefined) return { from: null, to: null };
  const value = toDecimal(at, -place);
  return { from: value, to: value };
}
