/**
 * Comparisons of two figures, as the columns of an appendix have them. Ratios are fractions: 1.033 for 103,3 %.
 *
 * Worked out exactly, and given as the nearest double. Spec: docs/spec.md, U1.
 */
import { doubleOf, numberOf, type Answer } from '#core/functions/answer';
import type { Read } from '#core/functions/argument';
import { decimal, minus, type Decimal } from '#core/numbers/decimal';
import { fifteenDigits, storedDecimal } from '#core/numbers/number-cell';
import { divideFractions, fraction, fractionOf, subtractFractions } from '#core/numbers/fraction';

/** `actual / base`; also attainment, the actual over its plan, a part's share in its whole, and the base that a ratio implies. */
export function ratio(actual: Read, base: Read): Answer {
  return whereBase(base, () => numberOf(divideFractions(fractionOf(actual.value), fractionOf(base.value))));
}

/** `actual / base − 1`. */
export function growth(actual: Read, base: Read): Answer {
  return whereBase(base, () => numberOf(subtractFractions(divideFractions(fractionOf(actual.value), fractionOf(base.value)), fraction(1n))));
}

/** `actual − base`; of two rates, in points. */
export function change(actual: Read, base: Read): Answer {
  return doubleOf(minus(actual.value, base.value));
}

/** A base of 0 has no ratio, and one below 0 none that means anything: the rules R8 say the same of a table. */
function whereBase({ value }: Read, work: () => Answer): Answer {
  if (value.digits === 0n) return { is: 'zero-base' };
  return value.digits < 0n ? { is: 'negative-base' } : work();
}

/**
 * The yearly growth that leads from the first figure to the last: `(last / first) ^ (1 / years) − 1`.
 *
 * The root is a double's, so it is rounded to 15 digits before 1 is taken off: 121 from 100 in two years is 0.1.
 */
export function cagr(first: Read, last: Read, years: Read): Answer {
  if (years.value.digits === 0n) return { is: 'zero-years' };
  if (years.value.digits < 0n || last.value.digits < 0n) return { is: 'negative' };
  return whereBase(first, () => {
    const whole = numberOf(divideFractions(fractionOf(last.value), fractionOf(first.value)));
    const span = numberOf(fractionOf(years.value));
    if (typeof whole !== 'number' || typeof span !== 'number') return { is: 'too-large' };
    const factor = whole ** (1 / span);
    return factor - factor === 0 ? doubleOf(minus(fifteenDigits(storedDecimal(factor)), ONE)) : { is: 'too-large' };
  });
}

const ONE: Decimal = decimal('1');
