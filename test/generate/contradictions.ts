/**
 * Which relations of the layout a table contradicts: the tests' own arithmetic, on the labelled figures alone.
 *
 * It asks for more than the product needs to speak: amounts and rates may be a whole unit of their last place off, and
 * what is worked out one and a half. What is broken even so, no reading explains.
 */
import type { Indicator } from '#core/layout/template';
import { power, Rational } from '#test/core/numbers/rational';
import type { Role, Stated } from '#test/generate/figures';

/** The figures that a printed one may stand for, and the unit of its last place. */
export interface Span {
  readonly low: Rational;
  readonly high: Rational;
  readonly unit: Rational;
}

export type Key = `${string} ${Role}`;

/** The cells that a relation binds, and whether their figures contradict each other. */
interface Bond {
  readonly keys: readonly Key[];
  readonly isBroken: (spans: readonly Span[]) => boolean;
}

const ZERO = new Rational(0n);
const HUNDRED = new Rational(100n);
const LEVEL_ROLES: readonly Role[] = ['actual', 'base', 'plan'];
const COMPARISONS = [['base', 'change', 'ratio'], ['plan', 'planChange', 'attainment']] as const;

export function keyOf({ indicator, role }: Pick<Stated, 'indicator' | 'role'>): Key {
  return `${indicator.id} ${role}`;
}

/**
 * What a printed figure may stand for.
 *
 * @param hidden decimals of the cell beyond those of the figure, 2 for the fraction 1.033, where zeros at the end are
 *   not shown; null where the cell shows every place
 */
export function spanOf(figure: Pick<Stated, 'printed' | 'places' | 'count'>, hidden: number | null): Span {
  const slack = figure.count ? countSlack(figure) : power(-(hidden === null ? figure.places : shownPlaces(figure.printed.over(power(hidden)), figure.places + hidden) - hidden));
  return { low: figure.printed.minus(slack), high: figure.printed.plus(slack), unit: slack };
}

/** A count is exact; one of 100.000 or more that ends in four zeros may be a round one. */
function countSlack({ printed }: Pick<Stated, 'printed'>): Rational {
  const zeros = /0*$/.exec(printed.text(0))?.[0].length ?? 0;
  return zeros >= 4 && !printed.size().isBelow(new Rational(100_000n)) ? power(zeros) : ZERO;
}

/** Decimals without the zeros at their end. */
function shownPlaces(value: Rational, places: number): number {
  return /\.(\d*?)0*$/.exec(value.text(places))?.[1]?.length ?? 0;
}

/** Every relation among the stated figures. */
export function bondsOf(indicators: readonly Indicator[], stated: ReadonlySet<Key>): Bond[] {
  const bonds = indicators.flatMap((indicator) => [...comparisons(indicator, stated), ...sums(indicator, stated), ...subsets(indicator), ...rates(indicator), ...flows(indicator)]);
  return bonds.filter(({ keys }) => keys.every((key) => stated.has(key)));
}

function comparisons({ id, negative }: Indicator, stated: ReadonlySet<Key>): Bond[] {
  return COMPARISONS.flatMap(([base, change, ratio]) => {
    const keys = (...roles: Role[]): Key[] => roles.map((role): Key => `${id} ${role}`);
    const below = (base: Span): boolean => negative !== true && base.high.isBelow(ZERO);
    if (stated.has(`${id} ${base}`)) {
      return [
        { keys: keys('actual', base, ratio), isBroken: ([a, b, r]: readonly Span[]) => isOff(r, percent(a, b)) },
        { keys: keys('actual', base, change), isBroken: ([a, b, c]: readonly Span[]) => isOff(c, difference(a, b)) },
        { keys: keys('actual', base), isBroken: ([, b]: readonly Span[]) => b !== undefined && below(b) },
      ];
    }
    return [
      { keys: keys('actual', change, ratio), isBroken: ([a, c, r]: readonly Span[]) => isOff(r, impliedPercent(a, c)) },
      { keys: keys('actual', change), isBroken: ([a, c]: readonly Span[]) => { const b = difference(a, c); return b !== null && below(b); } },
    ];
  });
}

function sums({ id, parts }: Indicator, stated: ReadonlySet<Key>): Bond[] {
  if (parts === undefined) return [];
  const added = (role: Role): Bond[] => {
    const known = parts.map((part): Key => `${part} ${role}`).filter((key) => stated.has(key));
    const keys: Key[] = [`${id} ${role}`, ...known];
    if (known.length === parts.length) return [{ keys, isBroken: ([whole, ...rest]) => isOff(whole, total(rest)) }];
    const isExceeded = ([whole, ...rest]: readonly Span[]): boolean => whole !== undefined && rest.every(({ low }) => !low.isBelow(ZERO)) && whole.high.isBelow(total(rest).low);
    return known.length === 0 || !LEVEL_ROLES.includes(role) ? [] : [{ keys, isBroken: isExceeded }];
  };
  const changes = COMPARISONS.flatMap(([base, change]) => (stated.has(`${id} ${base}`) ? [] : added(change)));
  return [...LEVEL_ROLES.flatMap(added), ...changes];
}

function subsets({ id, ofWhich = [] }: Indicator): Bond[] {
  return ofWhich.flatMap((part) => LEVEL_ROLES.map((role): Bond => ({
    keys: [`${id} ${role}`, `${part} ${role}`],
    isBroken: ([whole, some]) => whole !== undefined && some !== undefined && whole.high.isBelow(some.low),
  })));
}

function rates({ id, rateOf }: Indicator): Bond[] {
  if (rateOf === undefined) return [];
  const { numerator, denominator } = rateOf;
  const levels = LEVEL_ROLES.map((role): Bond => ({ keys: [`${id} ${role}`, `${numerator} ${role}`, `${denominator} ${role}`], isBroken: ([r, n, d]) => isOff(r, percent(n, d)) }));
  const changes = COMPARISONS.map(([, change]): Bond => ({
    keys: [`${id} ${change}`, `${numerator} actual`, `${numerator} ${change}`, `${denominator} actual`, `${denominator} ${change}`],
    isBroken: ([r, n, nc, d, dc]) => {
      const [now, before] = [percent(n, d), percent(difference(n, nc), difference(d, dc))];
      return now !== null && before !== null && isOff(r, difference(now, before));
    },
  }));
  return [...levels, ...changes];
}

function flows({ id, flow }: Indicator): Bond[] {
  return flow === undefined ? [] : [{ keys: [`${id} change`, `${flow.opened} actual`, `${flow.closed} actual`], isBroken: ([c, plus, minus]) => isOff(c, difference(plus, minus)) }];
}

type Known = Span | null | undefined;

/** Further off than one and a half units of the last place. */
function isOff(stated: Known, allowed: Known): boolean {
  if (!stated || !allowed) return false;
  const reach = stated.unit.times(new Rational(1n, 2n));
  return stated.high.plus(reach).isBelow(allowed.low) || allowed.high.isBelow(stated.low.minus(reach));
}

function difference(a: Known, b: Known): Span | null {
  return a && b ? { low: a.low.minus(b.high), high: a.high.minus(b.low), unit: ZERO } : null;
}

function total(spans: readonly Span[]): Span {
  return spans.reduce((sum, { low, high }) => ({ low: sum.low.plus(low), high: sum.high.plus(high), unit: ZERO }), { low: ZERO, high: ZERO, unit: ZERO });
}

function hull(values: readonly Rational[]): Span {
  const low = values.reduce((least, value) => (value.isBelow(least) ? value : least));
  const high = values.reduce((most, value) => (most.isBelow(value) ? value : most));
  return { low, high, unit: ZERO };
}

/** A ratio to a base that is above 0 for sure; null where it may not be. */
function percent(top: Known, bottom: Known): Span | null {
  if (!top || !bottom || !ZERO.isBelow(bottom.low)) return null;
  return hull([top.low, top.high].flatMap((n) => [bottom.low, bottom.high].map((d) => HUNDRED.times(n).over(d))));
}

function impliedPercent(actual: Known, change: Known): Span | null {
  const base = difference(actual, change);
  if (!actual || !change || base === null || !ZERO.isBelow(base.low)) return null;
  return hull([actual.low, actual.high].flatMap((a) => [change.low, change.high].map((c) => HUNDRED.times(a).over(a.minus(c)))));
}
