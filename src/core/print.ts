/** How a language writes figures: 25.454 and 1.002,1 in Vietnamese, 25,454 and 1,002.1 in English. */
import { absolute, canonical, plain, rounded, withPlaces, type Decimal } from '#core/numbers/decimal';
import type { Figure } from '#core/numbers/figure';
import type { Expected } from '#core/numbers/grade';

/** What decides how a figure is quoted. */
export type Style = Pick<Figure, 'percent' | 'decimals'>;

export interface Separators {
  readonly group: string;
  readonly decimal: string;
  /** Between the two ends of a range: "141,2% đến 141,3%". */
  readonly to: string;
  /** The unit of a change of a percent figure: "điểm %". */
  readonly points: string;
  /** Between the arguments of a function. */
  readonly list: string;
}

/** What a comma or a point belongs to: texts and names of sheets keep theirs. */
const TOKENS = /"(?:[^"]|"")*"|'(?:[^']|'')*'|\d+\.\d+|,/g;

export class Print {
  readonly #separators: Separators;

  constructor(separators: Separators) {
    this.#separators = separators;
  }

  /** A figure as its cell writes it, percents with their sign; a minus is U+2212, as in print. */
  figure({ value, percent, decimals }: Pick<Figure, 'value' | 'percent' | 'decimals'>): string {
    return this.value(value, { percent, decimals });
  }

  /** A worked-out value, in the style of the figure that it is held against. */
  value(value: Decimal, { percent, decimals }: Style): string {
    return this.#grouped(withPlaces(rounded(plain(value), decimals), decimals)) + (percent ? '%' : '');
  }

  /** A change of a percent figure: "3,9 điểm %". */
  points(value: Decimal, style: Style): string {
    return `${this.value(value, { ...style, percent: false })} ${this.#separators.points}`;
  }

  /** A value with all the places it needs. */
  plain(value: Decimal): string {
    return this.#grouped(plain(value));
  }

  /** A difference, with its sign always shown. */
  signed(value: Decimal, style?: Style): string {
    return (value.digits > 0n ? '+' : '') + (style === undefined ? this.plain(value) : this.value(value, style));
  }

  /** The worked-out figure, and in brackets the range in which it may stand where the inputs are rounded. */
  workedOut(worked: Decimal, { from, to }: Expected, style: Style): string {
    const value = this.value(worked, style);
    if (from === null || to === null) return value;
    const ends = [this.value(from, style), this.value(to, style)];
    return ends[0] === ends[1] ? value : `${value} (${ends.join(this.#separators.to)})`;
  }

  /**
   * A formula as the reader's Excel shows it, with its `=`: `=IF(D5="";"";D5/2,5)`.
   *
   * @param formula in en-US and without `=`, as workbooks have it
   */
  formula(formula: string): string {
    const { list, decimal } = this.#separators;
    return `=${formula.replaceAll(TOKENS, (token) => (token === ',' ? list : /^\d/.test(token) ? token.replace('.', decimal) : token))}`;
  }

  #grouped(value: Decimal): string {
    const text = canonical(absolute(value));
    const whole = value.places > 0 ? text.slice(0, -1 - value.places) : text;
    const rest = value.places > 0 ? text.slice(-value.places) : '';
    const grouped = whole.length > 3 ? whole.replaceAll(/\B(?=(?:\d{3})+$)/g, this.#separators.group) : whole;
    return (value.digits < 0n ? '−' : '') + grouped + (rest === '' ? '' : this.#separators.decimal + rest);
  }
}
