/** What a custom function answers for one cell: a figure, a text, or why there is none. */
import { canonical, type Decimal } from '#core/numbers/decimal';
import type { Figure } from '#core/numbers/figure';
import { toDecimal, type Fraction } from '#core/numbers/fraction';
import type { Grade } from '#core/numbers/grade';

/** The spreadsheet's own error values that a function may give. */
export type ErrorValue = '#VALUE!' | '#N/A' | '#DIV/0!' | '#NUM!' | '#NULL!' | '#NAME?' | '#REF!';

/** Why a function has no answer. `src/words` has the sentence for each. */
export type Problem =
  /** A cell that the function reads holds this error. */
  | { readonly is: 'error'; readonly error: ErrorValue }
  | { readonly is: 'unreadable' | 'range' | 'ambiguous'; readonly text: string }
  | { readonly is: 'not-collected' | 'not-applicable' | 'zero-base' | 'negative-base' | 'negative' | 'zero-years' | 'too-large' | 'outside' | 'bad-shape' | 'bad-choice' | 'bad-thresholds' | 'bad-decimals' }
  | { readonly is: 'no-row' | 'no-column' | 'many-columns'; readonly asked: string }
  | { readonly is: 'many-rows'; readonly asked: string; readonly ids: readonly string[] };

/** What is wrong with three figures. */
export type Contradiction =
  /** `worked`: the ratio that the others give; `isGrowth`: what is written is that less 100 %. */
  | { readonly is: Exclude<Grade, 'exact'>; readonly found: Figure; readonly worked: Decimal; readonly isGrowth: boolean }
  /** Of whole figures the change leaves no base, or one below 0; of rounded ones it may well leave some hundredths. */
  | { readonly is: 'base'; readonly base: Decimal };

/** Something to be put into words. */
export interface Said {
  readonly is: 'said';
  readonly contradiction: Contradiction;
}

/** An empty text stands for "nothing to say": of a blank cell, or of figures that agree. */
export type Answer = number | string | Problem | Said;

const ERRORS: Readonly<Record<Exclude<Problem['is'], 'error'>, ErrorValue>> = {
  unreadable: '#VALUE!', range: '#VALUE!', ambiguous: '#VALUE!',
  'not-collected': '#N/A', 'not-applicable': '#N/A', outside: '#N/A',
  'zero-base': '#DIV/0!', 'zero-years': '#DIV/0!',
  'negative-base': '#NUM!', negative: '#NUM!', 'too-large': '#NUM!',
  'bad-shape': '#VALUE!', 'bad-choice': '#VALUE!', 'bad-thresholds': '#VALUE!', 'bad-decimals': '#VALUE!',
  'no-row': '#N/A', 'no-column': '#N/A', 'many-columns': '#VALUE!', 'many-rows': '#VALUE!',
};

/** The error value that a cell shows for a problem. */
export function errorValue(problem: Problem): ErrorValue {
  return problem.is === 'error' ? problem.error : ERRORS[problem.is];
}

/** More than the digits of any double, so that the nearest double of the decimal is that of the fraction. */
const ENOUGH_DIGITS = 21;

/** The double nearest to a fraction. */
export function numberOf({ n, d }: Fraction): Answer {
  if (n === 0n) return 0;
  const places = ENOUGH_DIGITS + String(d).length - String(n < 0n ? -n : n).length;
  return doubleOf(toDecimal({ n, d }, places));
}

/** The double nearest to a decimal. */
export function doubleOf(value: Decimal): Answer {
  const double = value.digits === 0n ? 0 : +canonical(value);
  // Beyond the largest double there is only "infinite", which no cell holds.
  return double - double === 0 ? double : { is: 'too-large' };
}
