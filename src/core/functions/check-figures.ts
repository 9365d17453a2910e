/**
 * Whether an actual, its change and its ratio agree: what `HTX.CHECK` puts into words.
 *
 * Figures count as rounded at their last place, since a function sees neither unit nor number format: what some rounding explains is
 * never called wrong. The check of a whole table knows counts from amounts, and is sharper. Spec: docs/spec.md, U5.
 */
import type { Contradiction } from '#core/functions/answer';
import type { Read } from '#core/functions/argument';
import { minus, shifted, type Decimal } from '#core/numbers/decimal';
import type { Figure } from '#core/numbers/figure';
import { divideFractions, fractionOf, toDecimal } from '#core/numbers/fraction';
import { grade } from '#core/numbers/grade';
import { percentOfImpliedBase } from '#core/numbers/interval';

/** @returns null where some rounding of the figures agrees */
export function contradiction(actual: Read, change: Read, ratio: Read): Contradiction | null {
  const [found, top, rise] = [percentFigure(ratio), figureOf(actual), figureOf(change)];
  const base = minus(top.value, rise.value);
  if (base.digits <= 0n) return top.place >= 0 && rise.place >= 0 ? { is: 'base', base } : null;
  const judged = grade(found, (read) => percentOfImpliedBase(read(top), read(rise)));
  if (judged === null || judged === 'exact') return null;
  const worked = toDecimal(divideFractions(fractionOf(shifted(top.value, 2)), fractionOf(base)), found.decimals);
  return { is: judged, found, worked, isGrowth: judged === 'wrong' && isGrowth(found, top, rise) };
}

/** Growth typed for a ratio: the figure plus 100 % agrees. */
function isGrowth(found: Figure, actual: Figure, change: Figure): boolean {
  const ratio = { ...found, value: minus(found.value, HUNDRED_LESS) };
  return grade(ratio, (read) => percentOfImpliedBase(read(actual), read(change))) === 'exact';
}

const HUNDRED_LESS: Decimal = { digits: -100n, places: 0 };

function figureOf({ figure }: Read): Figure {
  return { ...figure, percent: false, decimals: figure.value.places };
}

/** Shown with as many decimals as it has, of a worked-out one with one. */
function percentFigure({ figure }: Read): Figure {
  const value = shifted(figure.value, 2);
  return { value, place: figure.place + 2, knowledge: figure.knowledge, percent: true, decimals: value.places > MOST_SHOWN ? 1 : value.places };
}

const MOST_SHOWN = 4;
