/** Slips of the people who fill appendices in: what a figure becomes under each. */
import { power, Rational } from '#test/core/numbers/rational';
import type { Random } from '#test/generate/random';
import type { Placed } from '#test/generate/sheet';
import type { Options } from '#test/generate/options';

/** The figure after the slip; null where the slip cannot happen to it or changes nothing. */
export type Slip = (figure: Placed, table: Table) => Slipped | null;

export interface Slipped {
  readonly printed: Rational;
  /** Decimals, where the slip brings its own. */
  readonly places?: number;
}

interface Table {
  readonly placed: readonly Placed[];
  readonly options: Options;
  readonly random: Random;
}

const HUNDRED = new Rational(100n);
const isRatio = ({ role }: Placed): boolean => role === 'ratio' || role === 'attainment';
const isChange = ({ role }: Placed): boolean => role === 'change' || role === 'planChange';

/** The digits of a figure without sign and point, changed and put together again. */
function redigit({ printed, places }: Placed, change: (digits: string) => string | null): Slipped | null {
  const digits = printed.size().times(power(places)).text(0);
  const changed = change(digits);
  if (changed === null || changed === digits || (changed.startsWith('0') && changed.length > 1)) return null;
  const size = new Rational(BigInt(changed)).times(power(-places));
  return { printed: printed.n < 0n ? new Rational(-size.n, size.d) : size };
}

const times = (factor: bigint): Slip => ({ printed }) => (printed.n === 0n ? null : { printed: printed.times(new Rational(factor)) });

const other = (value: Rational, { printed }: Placed): Slipped | null => (value.compare(printed) === 0 ? null : { printed: value });

export const SLIPS: Readonly<Record<string, Slip>> = {
  digit: (figure, { random }) => redigit(figure, (digits) => {
    const at = random.whole(0, digits.length - 1);
    return digits.slice(0, at) + String(random.whole(0, 9)) + digits.slice(at + 1);
  }),
  'transposed digits': (figure, { random }) => redigit(figure, (digits) => {
    if (digits.length < 2) return null;
    const at = random.whole(0, digits.length - 2);
    return digits.slice(0, at) + (digits[at + 1] ?? '') + (digits[at] ?? '') + digits.slice(at + 2);
  }),
  tenfold: times(10n),
  thousandfold: times(1000n),
  sign: (figure) => (isChange(figure) && figure.printed.n !== 0n ? { printed: new Rational(-figure.printed.n, figure.printed.d) } : null),
  'growth for ratio': (figure) => (isRatio(figure) ? { printed: figure.printed.minus(HUNDRED) } : null),
  /** The change divided by this year's figure: 100 + 1 / 17 · 100 = 105,9. */
  'wrong base': (figure, { options }) => {
    const { from, places } = figure;
    if (from === null || !isRatio(figure) || from[0].n === 0n) return null;
    const ratio = HUNDRED.plus(HUNDRED.times(from[0].minus(from[1])).over(from[0]));
    return other(ratio.shortened(power(-places), options.shortening), figure);
  },
  'ratio copied from above': (figure, { placed }) => {
    const above = placed.findLast(({ role, row }) => role === figure.role && row < figure.row);
    return !isRatio(figure) || above === undefined || above.printed.compare(figure.printed) === 0 ? null : { printed: above.printed, places: above.places };
  },
  'wrong share': (figure, { random }) => {
    if (figure.indicator.rateOf === undefined || figure.role !== 'actual') return null;
    return other(new Rational(BigInt(random.whole(1, 99 * 10 ** figure.places))).times(power(-figure.places)), figure);
  },
};

/** Slips that break a figure's other relations in ways of their own; kept apart, since each of those above is held to be found. */
export const MORE_SLIPS: Readonly<Record<string, Slip>> = {
  'missing digit': (figure, { random }) => redigit(figure, (digits) => {
    if (digits.length < 2) return null;
    const at = random.whole(0, digits.length - 1);
    return digits.slice(0, at) + digits.slice(at + 1);
  }),
  'extra digit': (figure, { random }) => redigit(figure, (digits) => {
    const at = random.whole(0, digits.length);
    return digits.slice(0, at) + String(random.whole(0, 9)) + digits.slice(at);
  }),
  'level for change': (figure, { placed }) => {
    const actual = placed.find(({ role, row }) => role === 'actual' && row === figure.row);
    return isChange(figure) && actual !== undefined ? other(actual.printed.minus(figure.printed), figure) : null;
  },
};
