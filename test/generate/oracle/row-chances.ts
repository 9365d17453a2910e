/** How likely the levels of rows are together: each row's own, and what sums, subsets, rates and flows make of the others. */
import type { Indicator } from '#core/layout/template';
import { chanceOfLength, chanceOfShares, chanceOfSized } from '#test/generate/oracle/growth';
import { LEVELS, type Level } from '#test/generate/levels';

/** Levels in steps of their row; null for one that nothing tells of. */
export type Known = Readonly<Record<Level, number | null>>;

/** What is known of a row's levels; null for a row without figures. */
export type KnownOf = (id: string) => Known | null;

const EITHER = 0.15;

export class RowChances {
  readonly #indicators: ReadonlyMap<string, Indicator>;
  readonly #stepsOf: (id: string) => number;

  /** @param stepsOf to a unit of a row */
  constructor(indicators: readonly Indicator[], stepsOf: (id: string) => number) {
    this.#indicators = new Map(indicators.map((indicator) => [indicator.id, indicator]));
    this.#stepsOf = stepsOf;
  }

  /** The rows whose chance changes with this one's levels, itself first. */
  touchedBy(id: string): string[] {
    const rows = [...this.#indicators.values()];
    const own = this.#indicators.get(id);
    const subsets = own?.ofWhich ?? [];
    const flows = rows.flatMap(({ id: stock, flow }) => (flow !== undefined && [stock, flow.opened, flow.closed].includes(id) ? [flow.opened, flow.closed] : []));
    const totals = rows.filter(({ parts }) => parts?.includes(id) === true);
    const rates = rows.filter(({ rateOf }) => rateOf?.numerator === id || rateOf?.denominator === id);
    return [...new Set([id, ...subsets, ...subsets.flatMap((one) => this.#indicators.get(one)?.parts ?? []), ...flows, ...[...totals, ...rates].map((row) => row.id)])];
  }

  /** The chance of a row's levels, those of the others given. */
  of(id: string, known: KnownOf): number {
    const indicator = this.#indicators.get(id);
    const own = known(id);
    if (indicator === undefined || own === null) return 1;
    if (indicator.rateOf !== undefined) return this.#rate(id, indicator.rateOf, known);
    if (indicator.kind === 'count') return this.#whole(indicator, known);
    if (indicator.kind !== 'rate') return this.#amount(own, indicator);
    // From 1 to 99 %, each figure as likely, and none tells of another.
    return levelsIn(own).every((level) => level >= this.#stepsOf(id) && level <= 99 * this.#stepsOf(id)) ? 1 : 0;
  }

  #whole({ id, parts }: Indicator, known: KnownOf): number {
    return parts === undefined ? this.#flow(id, known) ?? this.#count(id, known) : this.#sum(id, parts, known);
  }

  /** Its levels in the smallest steps that are drawn: a thousandth. Last year's and the plan's are drawn without the 5 that is put on top. */
  #amount({ actual, base, plan }: Known, { negative, id }: Indicator): number {
    const steps = this.#stepsOf(id);
    const thousandths = (level: number): number => (level * 1000) / steps;
    if (actual !== null && actual < 0 && negative !== true) return 0;
    const sign = actual === null || negative !== true ? 1 : actual < 0 ? EITHER : 1 - EITHER;
    const drawn = [...(actual === null ? [] : [Math.abs(thousandths(actual))]), ...[base, plan].flatMap((level) => (level === null ? [] : [thousandths(level) - 5000]))];
    return sign * chanceOfSized(drawn, [5, 9]);
  }

  #count(id: string, known: KnownOf): number {
    const own = known(id);
    if (own === null) return 1;
    const limit = this.#limit(id, known);
    const shares = limit === null ? [] : LEVELS.flatMap((level): (readonly [number, number])[] => {
      const [value, most] = [own[level], limit[level]];
      return value === null || most === null ? [] : [[value, most]];
    });
    if (shares.length > 0) return chanceOfShares(shares);
    const levels = levelsIn(own);
    if (levels.every((level) => level === 0)) return 0.03;
    return limit === null ? 0.97 * chanceOfSized(levels, [1, 7]) : chanceOfSized(levels, [1, 7]);
  }

  /** Mirrors what the generator takes for the most that a subset may be. */
  #limit(id: string, known: KnownOf): Known | null {
    const rows = [...this.#indicators.values()];
    const limits: Known[] = rows.filter(({ ofWhich }) => ofWhich?.includes(id) === true).map((above) => known(above.id) ?? NOTHING);
    const total = rows.find(({ parts }) => parts?.includes(id) === true);
    const share = total && this.#limit(total.id, known);
    const count = total?.parts?.length ?? 1;
    if (share) limits.push(each((level) => (share[level] === null ? null : share[level] / count)));
    if (limits.length === 0) return null;
    return each((level) => limits.reduce<number | null>((least, one) => (least === null || (one[level] ?? Infinity) < least ? one[level] : least), null));
  }

  /** A total is what its parts come to; of one whose parts are not all known any size may be. */
  #sum(id: string, parts: readonly string[], known: KnownOf): number {
    const own = known(id) ?? NOTHING;
    const sums = each((level) => parts.reduce<number | null>((sum, part) => (sum === null ? null : added(sum, known(part)?.[level] ?? null)), 0));
    if (LEVELS.some((level) => own[level] !== null && sums[level] !== null && own[level] !== sums[level])) return 0;
    return beside(own, each((level) => (sums[level] === null ? null : own[level])), [1, 8]);
  }

  #rate(id: string, { numerator, denominator }: { readonly numerator: string; readonly denominator: string }, known: KnownOf): number {
    const [own, top, bottom] = [known(id) ?? NOTHING, known(numerator) ?? NOTHING, known(denominator) ?? NOTHING];
    const made = each((level) => quotient(top[level], bottom[level], this.#stepsOf(id)));
    const isOff = (level: Level): boolean => Math.abs((made[level] ?? own[level] ?? 0) - (own[level] ?? made[level] ?? 0)) > 1;
    if (LEVELS.some(isOff)) return 0;
    // Of two unknown rows one is any share of the other: no size of a rate is likelier, where those of amounts are so by length.
    const even = made.actual === null && own.actual !== null ? own.actual : 1;
    return even * beside(own, each((level) => (made[level] === null ? null : own[level])), [1, 9]);
  }

  /** What was opened is this year's growth at least, and what was closed the rest of it; null for a row that no stock flows through. */
  #flow(id: string, known: KnownOf): number | null {
    const stock = [...this.#indicators.values()].find(({ flow }) => flow?.opened === id || flow?.closed === id);
    if (stock?.flow === undefined) return null;
    const { opened, closed } = stock.flow;
    const others = rest(known(id) ?? NOTHING);
    const actual = (row: string): number | null => (known(row) ?? NOTHING).actual;
    const growth = growthOf(known(stock.id) ?? NOTHING) ?? difference(actual(opened), actual(closed));
    return others * (id === opened ? chanceOfOpened(actual(opened), growth) : chanceOfClosed(actual(closed), actual(opened), growth));
  }
}

/** Last year's flow and the planned one are anything. */
function rest({ base, plan }: Known): number {
  return [base, plan].reduce<number>((chance, level) => chance * (level === null ? 1 : chanceOfLength(level, 4)), 1);
}

function growthOf({ actual, base }: Known): number | null {
  return difference(actual, base);
}

function difference(a: number | null, b: number | null): number | null {
  return a === null || b === null ? null : a - b;
}

function chanceOfOpened(opened: number | null, growth: number | null): number {
  if (opened === null) return 1;
  return growth === null ? chanceOfLength(opened, 4) : chanceOfLength(opened - Math.max(0, growth), 3);
}

/** Where what was opened is known, nothing is left to chance. */
function chanceOfClosed(closed: number | null, opened: number | null, growth: number | null): number {
  if (closed === null || growth === null) return 1;
  return opened === null ? chanceOfOpened(closed + growth, growth) : Number(opened - closed === growth);
}

const NOTHING: Known = { actual: null, base: null, plan: null };

function levelsIn(known: Known): number[] {
  return LEVELS.flatMap((level) => (known[level] === null ? [] : [known[level]]));
}

/** A rate in steps, of nothing infinitely many; null where one of its rows is not known. */
export function quotient(top: number | null, bottom: number | null, steps: number): number | null {
  return top === null || bottom === null ? null : bottom === 0 ? Infinity : (100 * top * steps) / bottom;
}

/** The chance of levels some of which follow from other rows. */
function beside(own: Known, given: Known, lengths: readonly [number, number]): number {
  const [all, fixed] = [own, given].map((one) => levelsIn(one).map((level) => (level === 0 ? 1 : level))) as [number[], number[]];
  if (all.length === fixed.length) return 1;
  const before = fixed.length === 0 ? 1 : chanceOfSized(fixed, lengths);
  return before === 0 ? 0 : chanceOfSized(all, lengths) / before;
}

function each(of: (level: Level) => number | null): Known {
  return { actual: of('actual'), base: of('base'), plan: of('plan') };
}

function added(sum: number, more: number | null): number | null {
  return more === null ? null : sum + more;
}
