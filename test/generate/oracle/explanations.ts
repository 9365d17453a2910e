/**
 * How likely it is, under the generator itself, that just these cells of an appendix are wrong: the oracle of bench/diagnosis.
 *
 * It knows how levels, growths, decimals and slips are drawn, how the table shortens, which cells hold formulas or hidden
 * digits, and the true levels behind all rows that no explanation touches. It is not told what only the generator does and
 * no office: that a subset is a whole number of thousandths of its whole. Of parts and rates whose other rows are blank it
 * knows only about how likely they are, and a sum over more levels than can be tried is estimated by draws.
 */
import { knownTemplates } from '#app/known-templates';
import type { Appendix } from '#test/generate/appendix';
import type { InjectedError } from '#test/generate/errors';
import type { Role } from '#test/generate/figures';
import { quotient, RowChances, type Known } from '#test/generate/oracle/row-chances';
import { RowSampler, type Sample } from '#test/generate/oracle/row-samples';
import { stepsOf, viewsOf, type RowView } from '#test/generate/oracle/row-view';
import type { Slips } from '#test/generate/oracle/slip-chances';
import { Random } from '#test/generate/random';
import type { Placed } from '#test/generate/sheet';

/** A figure that may belong in a wrong cell, and how likely it is, all else of the explanation given. */
export interface RightFigure {
  readonly cell: string;
  readonly figure: Placed;
  readonly weight: number;
}

export interface Likelihood {
  /** Of the cells alone, summed over all figures that may belong there; in units that only explanations of one table share. */
  readonly weight: number;
  readonly figures: readonly RightFigure[];
}

/** Rows that are tried together are no more than this many ways. */
const MOST_TOGETHER = 20_000;
const INDICATORS = knownTemplates().flatMap(({ sections }) => sections.flatMap(({ rows }) => rows));

type Cells = ReadonlySet<string>;

export class Oracle {
  readonly #views: ReadonlyMap<number, RowView>;
  readonly #rowOf: ReadonlyMap<string, RowView>;
  readonly #samplers: ReadonlyMap<number, RowSampler>;
  readonly #chances: RowChances;
  readonly #slips: Slips;
  readonly #most: number;
  readonly #accepted: number;

  /**
   * @param most errors of a table, each number up to it as likely
   * @param accepted the share of tries that slip an error in which some relation sees
   */
  constructor(drawn: Appendix, errors: readonly InjectedError[], { slips, most, accepted }: { readonly slips: Slips['slips']; readonly most: number; readonly accepted: number }) {
    this.#slips = { slips, placed: drawn.placed, options: drawn.options };
    this.#most = most;
    this.#accepted = accepted;
    this.#views = viewsOf(drawn, errors);
    this.#rowOf = new Map([...this.#views.values()].map((view) => [view.indicator.id, view]));
    const random = new Random(drawn.seed);
    this.#samplers = new Map([...this.#views].map(([row, view]) => [row, new RowSampler(view, this.#slips, random)]));
    this.#chances = new RowChances(INDICATORS, (id) => this.#rowOf.get(id)?.scale ?? 1);
  }

  /**
   * @param wrong the cells that are wrong, all of the table
   * @param rows those in which any of the explanations to be compared differ
   */
  likelihood(wrong: Cells, rows: ReadonlySet<number>): Likelihood {
    const known = (id: string): Known | null => this.#known(id);
    const affected = [...rows].flatMap((row) => this.#views.get(row) ?? []);
    const touched = [...new Set(affected.flatMap(({ indicator }) => this.#chances.touchedBy(indicator.id)))].flatMap((id) => this.#rowOf.get(id) ?? []);
    const rates = touched.filter(({ indicator }) => indicator.rateOf !== undefined);
    const first = affected.filter(({ indicator }) => indicator.rateOf === undefined);
    const lists = first.map((view) => this.#samplers.get(view.row)?.samples(wrongIn(view, wrong)) ?? []);
    const figures: RightFigure[] = [];
    let sum = 0;
    for (const samples of together(lists)) {
      const assigned = new Map(first.map(({ indicator }, i) => [indicator.id, samples[i]]));
      const knownNow = (id: string): Known | null => assigned.get(id) ?? known(id);
      const counts = samples.reduce((product, sample) => product * sample.weight, 1) * this.#chanceOf(touched, knownNow);
      const made = counts === 0 ? [] : rates.map((view) => this.#rate(view, wrong, knownNow));
      const weight = made.reduce((product, one) => product * one.weight, counts);
      if (weight === 0) continue;
      sum += weight;
      for (const [i, view] of first.entries()) figures.push(...rightIn(view, samples[i], weight));
      for (const one of made) for (const figure of one.figures) figures.push({ ...figure, weight: (figure.weight / one.weight) * weight });
    }
    const prior = this.#prior(wrong.size);
    return { weight: sum * prior, figures: figures.map((one) => ({ ...one, weight: one.weight * prior })) };
  }

  /** Of all levels but those of rates. */
  #chanceOf(rows: readonly RowView[], known: (id: string) => Known | null): number {
    return rows.reduce((chance, { indicator }) => (chance === 0 || indicator.rateOf !== undefined ? chance : chance * this.#chances.of(indicator.id, known)), 1);
  }

  /** A rate follows its two rows, where both are known. */
  #rate(view: RowView, wrong: Cells, known: (id: string) => Known | null): Likelihood {
    const { id } = view.indicator;
    const fixed = madeOf(view, known);
    if (Object.values(fixed).includes(Infinity)) return { weight: 0, figures: [] };
    let weight = 0;
    const figures: RightFigure[] = [];
    for (const sample of this.#samplers.get(view.row)?.samples(wrongIn(view, wrong), fixed) ?? []) {
      const own = sample.weight * this.#chances.of(id, (one) => (one === id ? sample : known(one)));
      weight += own;
      if (own > 0) for (const figure of rightIn(view, sample, own)) figures.push(figure);
    }
    return { weight, figures };
  }

  /** The true levels of a row, as far as its figures tell of them. */
  #known(id: string): Known | null {
    const view = this.#rowOf.get(id);
    if (view === undefined) return null;
    const { cells, scale } = view;
    const actual = cells.get('actual')?.own.value;
    const other = (level: Role, change: Role): number | null => {
      const [own, difference] = [cells.get(level)?.own.value, cells.get(change)?.own.value];
      if (own !== undefined) return stepsOf(own, scale);
      return actual === undefined || difference === undefined ? null : stepsOf(actual.minus(difference), scale);
    };
    return { actual: actual === undefined ? null : stepsOf(actual, scale), base: other('base', 'change'), plan: other('plan', 'planChange') };
  }

  /** So many errors, in any order, each in any cell. */
  #prior(count: number): number {
    if (count === 0 || count > this.#most) return 0;
    let chance = 1;
    for (let i = 1; i <= count; i += 1) chance *= i / (this.#slips.placed.length * this.#accepted);
    return chance;
  }
}

/** The levels that its two rows give a rate. */
function madeOf({ indicator: { rateOf }, scale }: RowView, known: (id: string) => Known | null): Known {
  const [top, bottom] = [rateOf?.numerator, rateOf?.denominator].map((id) => known(id ?? ''));
  const level = (of: keyof Known): number | null => quotient(top?.[of] ?? null, bottom?.[of] ?? null, scale);
  return { actual: level('actual'), base: level('base'), plan: level('plan') };
}

function wrongIn({ cells }: RowView, wrong: Cells): Set<Role> {
  return new Set([...cells].flatMap(([role, { own }]) => (wrong.has(own.cell) ? [role] : [])));
}

function rightIn({ cells }: RowView, sample: Sample | undefined, weight: number): RightFigure[] {
  return [...(sample?.right ?? [])].map(([role, figure]) => ({ cell: cells.get(role)?.own.cell ?? '', figure, weight }));
}

/** One of each list, in every way; none where there are too many, so that nothing is said. */
function together(lists: readonly (readonly Sample[])[]): Sample[][] {
  if (lists.reduce((product, { length }) => product * length, 1) > MOST_TOGETHER) return [];
  return lists.reduce<Sample[][]>((ways, list) => ways.flatMap((way) => list.map((one) => [...way, one])), [[]]);
}
