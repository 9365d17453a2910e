/** Which figures a row states, each with its true value and as the report prints it. */
import type { Indicator } from '#core/layout/template';
import { power, Rational } from '#test/core/numbers/rational';
import { Levels, type Truth } from '#test/generate/levels';
import type { Options } from '#test/generate/options';
import type { Random } from '#test/generate/random';

export type Role = 'base' | 'plan' | 'actual' | 'change' | 'ratio' | 'planChange' | 'attainment';

export interface Stated {
  readonly indicator: Indicator;
  readonly role: Role;
  /** Percents in percent. */
  readonly value: Rational;
  readonly printed: Rational;
  /** Decimals printed. */
  readonly places: number;
  readonly percent: boolean;
  /** A count, and exact; everything else is shortened to its last place. */
  readonly count: boolean;
  /** The two levels that a change or a ratio is worked out from; null for a level. */
  readonly from: readonly [actual: Rational, base: Rational] | null;
}

export interface StatedRow {
  readonly indicator: Indicator;
  readonly figures: ReadonlyMap<Role, Stated>;
}

/** What a row compares, and how completely. */
interface Compared {
  readonly earlier: boolean;
  readonly plan: boolean;
}

const HUNDRED = new Rational(100n);

/** The rows of the chosen sections, in the layout's order. */
export function statedRows(indicators: readonly Indicator[], options: Options, random: Random): StatedRow[] {
  const levels = new Levels(indicators, random, options.digits === 'formulas');
  const absent = new Set<string>();
  const choices = new Map<string, Compared>();
  const rows: StatedRow[] = [];
  for (const indicator of indicators) {
    const { id } = indicator;
    const parent = indicator.parent ?? '';
    if (random.chance(options.absent) || absent.has(parent)) {
      absent.add(id);
      continue;
    }
    const choice = compares(choices.get(parent), options, random);
    choices.set(id, choice);
    const truth = random.chance(options.blank) ? null : levels.of(id);
    rows.push({ indicator, figures: truth === null ? new Map<Role, Stated>() : figures(indicator, truth, choice, options, random) });
  }
  return rows;
}

/** Parts often compare what their total compares: then their changes add up as well. */
function compares(above: Compared | undefined, { plan }: Options, random: Random): Compared {
  if (above !== undefined && random.chance(0.7)) return above;
  return { earlier: random.chance(0.7), plan: plan && random.chance(0.5) };
}

function figures(indicator: Indicator, { levels, places }: Truth, choice: Compared, options: Options, random: Random): Map<Role, Stated> {
  const percent = indicator.kind === 'rate';
  const count = indicator.kind === 'count';
  const own = { percent, count };
  const made = new Map<Role, Stated>();
  const put = (role: Role, value: Rational, decimals: number, base: Rational | null, as: { percent: boolean; count: boolean } = own): void => {
    const printed = as.count ? value : value.shortened(power(-decimals), options.shortening);
    made.set(role, { indicator, role, value, printed, places: decimals, from: base && [actual, base], ...as });
  };
  const { actual } = levels;
  put('actual', actual, places, null);
  const compare = (base: Rational, level: Role, change: Role, ratio: Role): void => {
    if (options.bases) put(level, base, places, null);
    const [without, only] = [random.chance(0.1), random.chance(0.1)];
    if (!only || options.bases) put(change, actual.minus(base), places, base);
    const comparable = new Rational(0n).isBelow(base.minus(power(-places)));
    if (!without && comparable) put(ratio, HUNDRED.times(actual).over(base), random.pick([0, 1, 1, 1, 2]), base, { percent: true, count: false });
  };
  if (choice.earlier) compare(levels.base, 'base', 'change', 'ratio');
  if (choice.plan) compare(levels.plan, 'plan', 'planChange', 'attainment');
  return made;
}
