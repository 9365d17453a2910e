/**
 * True figures of every indicator, for last year, the plan and this year, before anything is rounded.
 *
 * Totals are the sums of their parts, subsets lie within their wholes, rates are what two rows make, and this year's
 * stock is last year's, with what was opened and without what was closed.
 */
import type { Indicator } from '#core/layout/template';
import { power, Rational } from '#test/core/numbers/rational';
import type { Random } from '#test/generate/random';

export const LEVELS = ['actual', 'base', 'plan'] as const;
export type Level = (typeof LEVELS)[number];

/** The true figures of a row, a rate's in percent, and the decimals in which it is reported. */
export interface Truth {
  readonly levels: Readonly<Record<Level, Rational>>;
  readonly places: number;
}

const HUNDRED = new Rational(100n);
const whole = (n: number): Rational => new Rational(BigInt(n));

export class Levels {
  readonly #random: Random;
  readonly #indicators: ReadonlyMap<string, Indicator>;
  readonly #typed: boolean;
  readonly #known = new Map<string, Truth | null>();

  /** @param typed amounts have no more digits than they are reported with */
  constructor(indicators: readonly Indicator[], random: Random, typed: boolean) {
    this.#random = random;
    this.#indicators = new Map(indicators.map((indicator) => [indicator.id, indicator]));
    this.#typed = typed;
  }

  /** null where a row has no figures: a heading, a rate without its rows, a rate of nothing. */
  of(id: string): Truth | null {
    const known = this.#known.get(id);
    if (known !== undefined) return known;
    const indicator = this.#indicators.get(id);
    const truth = indicator === undefined ? null : this.#draw(indicator);
    this.#known.set(id, truth);
    return truth;
  }

  #draw(indicator: Indicator): Truth | null {
    const { kind, rateOf, parts, id } = indicator;
    if (kind === 'heading') return null;
    if (rateOf !== undefined) return this.#rate(rateOf);
    if (kind === 'rate') return this.#truth(this.#random.pick([0, 1, 2]), () => whole(this.#random.whole(100, 9900)).over(HUNDRED));
    if (kind !== 'count') return this.#amount(indicator.negative === true);
    if (parts !== undefined) return this.#sum(parts);
    return this.#flow(id) ?? this.#count(this.#limit(id));
  }

  #truth(places: number, draw: (level: Level) => Rational): Truth {
    const keep = (value: Rational): Rational => (this.#typed ? value.shortened(power(-places), 'half-up') : value);
    return { places, levels: { actual: keep(draw('actual')), base: keep(draw('base')), plan: keep(draw('plan')) } };
  }

  #rate({ numerator, denominator }: { numerator: string; denominator: string }): Truth | null {
    const [top, bottom] = [this.of(numerator), this.of(denominator)];
    if (top === null || bottom === null || LEVELS.some((level) => bottom.levels[level].n === 0n)) return null;
    const rate = (level: Level): Rational => HUNDRED.times(top.levels[level]).over(bottom.levels[level]);
    return { places: this.#random.pick([0, 1, 1, 2]), levels: { actual: rate('actual'), base: rate('base'), plan: rate('plan') } };
  }

  #amount(mayBeNegative: boolean): Truth {
    const size = this.#random.sized(5, 9);
    const sign = mayBeNegative && this.#random.chance(0.15) ? -1 : 1;
    return this.#truth(this.#random.pick([0, 1, 1, 2]), (level) => new Rational(BigInt(Math.round(size * this.#drift()) * (level === 'actual' ? sign : 1)), 1000n).plus(level === 'actual' ? whole(0) : whole(5)));
  }

  #sum(parts: readonly string[]): Truth {
    const truths = parts.map((id) => this.of(id)).filter((truth) => truth !== null);
    return this.#truth(0, (level) => truths.reduce((sum, { levels }) => sum.plus(levels[level]), whole(0)));
  }

  /** Opened and closed units explain the stock's change of this year. */
  #flow(id: string): Truth | null {
    const stock = [...this.#indicators.values()].find(({ flow }) => flow?.opened === id || flow?.closed === id);
    if (stock?.flow === undefined) return null;
    const { opened, closed } = stock.flow;
    const levels = this.of(stock.id)?.levels;
    if (levels === undefined) return null;
    const growth = levels.actual.minus(levels.base);
    const least = growth.isBelow(whole(0)) ? whole(0) : growth;
    const fresh = least.plus(whole(this.#random.sized(1, 3)));
    const other = (): Rational => whole(this.#random.sized(1, 4));
    this.#known.set(opened, this.#truth(0, (level) => (level === 'actual' ? fresh : other())));
    this.#known.set(closed, this.#truth(0, (level) => (level === 'actual' ? fresh.minus(growth) : other())));
    return this.#known.get(id) ?? null;
  }

  /** A count, below its limit on each level where it has one. */
  #count(limit: Readonly<Record<Level, Rational>> | null): Truth {
    const size = this.#random.chance(0.03) ? 0 : this.#random.sized(1, 7);
    const share = this.#random.next();
    return this.#truth(0, (level) => {
      if (limit === null) return whole(Math.round(size * this.#drift()));
      const part = Math.min(1, share * this.#drift());
      return limit[level].times(whole(Math.floor(part * 1000))).over(whole(1000)).shortened(whole(1), 'cut');
    });
  }

  /** The most that a subset, or a part of a subset, may be; null without a whole. */
  #limit(id: string): Record<Level, Rational> | null {
    const all = [...this.#indicators.values()];
    const limits: Readonly<Record<Level, Rational>>[] = [];
    for (const { id: above } of all.filter(({ ofWhich }) => ofWhich?.includes(id) === true)) {
      const truth = this.of(above);
      if (truth !== null) limits.push(truth.levels);
    }
    const total = all.find(({ parts }) => parts?.includes(id) === true);
    const share = total && this.#limit(total.id);
    if (total?.parts !== undefined && share) {
      const among = (level: Level): Rational => share[level].over(whole(total.parts?.length ?? 1));
      limits.push({ actual: among('actual'), base: among('base'), plan: among('plan') });
    }
    if (limits.length === 0) return null;
    const least = (level: Level): Rational => limits.map((one) => one[level]).reduce((a, b) => (b.isBelow(a) ? b : a));
    return { actual: least('actual'), base: least('base'), plan: least('plan') };
  }

  /** From three quarters to four thirds, seldom twice or half. */
  #drift(): number {
    return (this.#random.chance(0.1) ? 0.5 : 0.75) + this.#random.next() * (this.#random.chance(0.1) ? 1.5 : 0.55);
  }
}
