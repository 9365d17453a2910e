/** How a figure that is filled in follows from others, as a reader is told. */
import { inputsOf, type Arithmetic, type How, type SignedInput } from '#core/complete/derivation';
import type { Decimal } from '#core/numbers/decimal';
import type { Print, Style } from '#core/print';
import type { CompleteTexts } from '#words/complete-texts';

/** More figures than these are counted, not listed. */
const MOST_LISTED = 4;

/** A figure in words: the change of a rate is so many points, and no percentage. */
export function shownAs(how: How, value: Decimal, style: Style, print: Print): string {
  return style.percent && (how === 'change' || how === 'plan-change') ? print.points(value, style) : print.value(value, style);
}

/**
 * The arithmetic with its figures: "25.454 − 24.618 (lấy từ [2019.xlsx]Phụ lục!D7)".
 *
 * @param isShown whether a formula stands beside it, which names the workbook's own cells already
 */
export function workedText(arithmetic: Arithmetic, { added, from }: Pick<CompleteTexts, 'added' | 'from'>, print: Print, isShown = false): string {
  const named = inputsOf(arithmetic).flatMap(({ origin, spot }) => (origin === null || (isShown && spot !== null) ? [] : [origin]));
  const origins = [...new Set(named)].map((origin) => ` (${from(origin)})`).join('');
  return arithmeticText(arithmetic, added, print) + origins;
}

function arithmeticText(arithmetic: Arithmetic, added: (count: number) => string, print: Print): string {
  const figures = inputsOf(arithmetic).map(({ figure }, i) => inBrackets(print.figure(figure), i > 0));
  const [first = '', second = ''] = figures;
  if (arithmetic.kind === 'same') return first;
  if (arithmetic.kind === 'sum') return listed(arithmetic.terms, figures) ?? added(figures.length);
  if ('ratio' in arithmetic) return FROM_RATIO[arithmetic.kind](first, asRatio(second, arithmetic.offset));
  return `${first} / ${arithmetic.kind === 'quotient' ? second : `(${first} − ${second})`}${LESS[arithmetic.offset]}`;
}

/** null where they are too many. */
function listed(terms: readonly SignedInput[], figures: readonly string[]): string | null {
  if (figures.length > MOST_LISTED) return null;
  return terms.map(({ sign }, i) => (i === 0 ? '' : SIGNS[sign]) + (figures[i] ?? '')).join('');
}

const FROM_RATIO = {
  product: (base: string, ratio: string) => `${base} × ${ratio}`,
  'implied-base': (actual: string, ratio: string) => `${actual} / ${ratio}`,
  'implied-change': (actual: string, ratio: string) => `${actual} − ${actual} / ${ratio}`,
} as const;

const SIGNS = { 1: ' + ', [-1]: ' − ' } as const;

/** A figure below 0 behind a sign stands in brackets. */
function inBrackets(figure: string, isBehind: boolean): string {
  return isBehind && /^[−-]/.test(figure) ? `(${figure})` : figure;
}

const LESS = { 0: '', 100: ' − 100%' } as const;

/** A growth and what it stands on. */
function asRatio(figure: string, offset: 0 | 100): string {
  return offset === 0 ? figure : `(100% + ${figure})`;
}
