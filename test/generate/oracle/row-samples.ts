/**
 * What the levels of a row may truly be when some of its cells are taken to be wrong and all others to be right.
 *
 * Where few levels fit each is tried; where many do, so many are drawn among them, each standing for its share.
 */
import { power, Rational } from '#test/core/numbers/rational';
import type { Role } from '#test/generate/figures';
import { isKnown, levelOf, POINT, pointAt, type Box, type Told } from '#test/generate/oracle/boxes';
import { fits, type Filter } from '#test/generate/oracle/ratio-filter';
import type { Known } from '#test/generate/oracle/row-chances';
import { stepsOf, unitSteps, type RowView, type SeenCell } from '#test/generate/oracle/row-view';
import { chanceOfSlip, originsOf, type Seen, type Slips } from '#test/generate/oracle/slip-chances';
import type { Random } from '#test/generate/random';
import type { Placed } from '#test/generate/sheet';

export interface Sample {
  /** In steps of the row; null for one that nothing tells of. */
  readonly actual: number;
  readonly base: number | null;
  readonly plan: number | null;
  /** The chance of what is printed and of the slips, these levels given. */
  readonly weight: number;
  /** What the wrong cells would have said, with what lies behind. */
  readonly right: ReadonlyMap<Role, Placed>;
}

/** Levels are tried one by one up to so many ways; of more, so many are drawn, until enough of them fit. */
const TRIES = 60_000;
const ENOUGH = 400;
const PLACES = [0.2, 0.6, 0.2];
const OF_BASE: ReadonlySet<Role> = new Set(['base', 'change', 'ratio']);
const COMPARED = [['base', 'change', 'ratio'], ['plan', 'planChange', 'attainment']] as const;

export class RowSampler {
  readonly #view: RowView;
  readonly #slips: Slips;
  readonly #random: Random;
  readonly #known = new Map<string, number>();
  readonly #filters = new Map<Role, Filter | null>();

  constructor(view: RowView, slips: Slips, random: Random) {
    this.#view = view;
    this.#slips = slips;
    this.#random = random;
  }

  /**
   * @param wrong the cells of the row that are taken to be wrong
   * @param fixed levels that other rows make
   */
  samples(wrong: ReadonlySet<Role>, fixed: Partial<Known> = {}): Sample[] {
    const actual = this.#view.cells.get('actual');
    if (actual === undefined || [...this.#view.cells].some(([role, cell]) => !mayBe(cell, wrong.has(role)))) return [];
    const boxes = isKnown(fixed.actual) ? [pointAt(fixed.actual)] : this.#boxes('actual', actual, wrong, null);
    const options = COMPARED.map(([level, change]) => {
      const own = fixed[level];
      return isKnown(own) ? [{ box: pointAt(own), isChange: false }] : this.#comparedBy(level, change, wrong);
    });
    return boxes.flatMap((box) => (options[0] ?? []).flatMap((base) => (options[1] ?? []).flatMap((plan) => this.#within(box, base, plan, wrong))));
  }

  /** What tells of the other level: its own cell, or the change. */
  #comparedBy(level: Role, change: Role, wrong: ReadonlySet<Role>): readonly (Told | null)[] {
    const { cells } = this.#view;
    const [own, difference] = [cells.get(level), cells.get(change)];
    if (own !== undefined) return this.#boxes(level, own, wrong, null).map((box) => ({ box, isChange: false }));
    if (difference !== undefined) return this.#boxes(change, difference, wrong, cells.get('actual') ?? null).map((box) => ({ box, isChange: true }));
    return [null];
  }

  /** Each figure that may belong in the cell, as the steps that are shortened to it. */
  #boxes(role: Role, { own, seen, stored }: SeenCell, wrong: ReadonlySet<Role>, actual: SeenCell | null): Box[] {
    const { scale } = this.#view;
    if (!wrong.has(role)) return stored === null ? [this.#box(seen, own)] : [{ from: stepsOf(stored, scale), to: stepsOf(stored, scale) }];
    const isShare = role === 'actual' && this.#view.indicator.rateOf !== undefined;
    const shares = isShare ? Array.from({ length: 100 * 10 ** own.places }, (_, i) => new Rational(BigInt(i)).times(power(-own.places))) : [];
    const swapped = actual === null ? [] : [actual.seen.printed.minus(seen.printed)];
    return [...(isShare ? shares : originsOf(seen)), ...swapped].filter((printed) => isShare || this.#chance(role, { ...own, printed }) > 0).map((printed) => this.#box({ printed, places: own.places }, own));
  }

  #box({ printed, places }: Seen, { count }: Placed): Box {
    const { scale } = this.#view;
    const centre = stepsOf(printed, scale);
    const unit = count ? 1 : unitSteps(scale, places);
    return unit === 1 ? { from: centre, to: centre } : { from: centre - unit, to: centre + unit };
  }

  #within(box: Box, base: Told | null, plan: Told | null, wrong: ReadonlySet<Role>): Sample[] {
    if (!this.#mayFit(box, base, 'ratio', wrong) || !this.#mayFit(box, plan, 'attainment', wrong)) return [];
    const boxes = [box, base?.box ?? POINT, plan?.box ?? POINT];
    const [first, second] = [this.#filter('ratio', wrong), this.#filter('attainment', wrong)];
    const weighed = (number: number | null): Sample | null => {
      const [actual, other, third] = this.#levelsAt(boxes, number);
      const levels = { actual, base: levelOf(base, actual, other), plan: levelOf(plan, actual, third) };
      const one = fits(first, actual, levels.base) && fits(second, actual, levels.plan) ? this.#weighed(levels, wrong) : null;
      return one && { ...levels, ...one };
    };
    return drawnFrom(boxes.reduce((product, { from, to }) => product * (to - from + 1), 1), weighed);
  }

  /** One way of all, by its number or drawn. */
  #levelsAt(boxes: readonly Box[], number: number | null): [number, number, number] {
    let left = number ?? 0;
    const levels = boxes.map(({ from, to }) => {
      const size = to - from + 1;
      const at = from + (number === null ? this.#random.whole(0, size - 1) : left % size);
      left = Math.floor(left / size);
      return at;
    });
    return [levels[0] ?? 0, levels[1] ?? 0, levels[2] ?? 0];
  }

  /** What a ratio may be, in doubles and a little too wide: most of what is drawn is ruled out by it. Null where anything may. */
  #filter(role: 'ratio' | 'attainment', wrong: ReadonlySet<Role>): Filter | null {
    const cell = this.#view.cells.get(role);
    if (cell === undefined) return null;
    const { printed, places } = cell.seen;
    const unit = 1.01 * 10 ** -places;
    if (!wrong.has(role)) return { near: [printed.double()], unit, wrongBase: null };
    const known = this.#filters.get(role);
    if (known !== undefined) return known;
    const { own } = cell;
    const copied = [0, 1, 2].some((decimals) => this.#chance(role, { ...own, printed: new Rational(-12_345_678n), places: decimals, from: null }) > 0);
    const origins = [...originsOf(cell.seen), printed.plus(new Rational(100n))].filter((one) => this.#chance(role, { ...own, printed: one, places, from: null }) > 0);
    const filter = copied ? null : { near: origins.map((one) => one.double()), unit, wrongBase: printed.double() };
    this.#filters.set(role, filter);
    return filter;
  }

  /** A ratio that is right rules most out before anything is drawn. */
  #mayFit(box: Box, told: Told | null, role: Role, wrong: ReadonlySet<Role>): boolean {
    const cell = this.#view.cells.get(role);
    if (cell === undefined || told === null || wrong.has(role)) return true;
    const corners = [box.from, box.to].flatMap((actual) => [told.box.from, told.box.to].map((at) => {
      const base = levelOf(told, actual, at) ?? 0;
      return base > 0 ? (100 * actual) / base : Infinity;
    }));
    const [printed, unit] = [cell.seen.printed.double(), 10 ** -cell.seen.places];
    return Math.min(...corners) <= printed + unit && Math.max(...corners) >= printed - unit;
  }

  #weighed(levels: Pick<Sample, 'actual' | 'base' | 'plan'>, wrong: ReadonlySet<Role>): Pick<Sample, 'weight' | 'right'> | null {
    const right = new Map<Role, Placed>();
    let weight = this.#unstated('ratio', levels.base) * this.#unstated('attainment', levels.plan);
    for (const [role, cell] of this.#view.cells) {
      const other = role === 'actual' ? 0 : OF_BASE.has(role) ? levels.base : levels.plan;
      // Of what is compared with nothing known nobody can say that it is wrong.
      if (other === null) weight *= wrong.has(role) ? 0 : 1;
      else weight *= this.#chanceOfCell(role, cell, this.#figure(role, cell, levels.actual, other), { wrong, right });
      if (weight === 0) return null;
    }
    return { weight, right };
  }

  #chanceOfCell(role: Role, cell: SeenCell, figure: (places: number) => Placed | null, { wrong, right }: { readonly wrong: ReadonlySet<Role>; readonly right: Map<Role, Placed> }): number {
    return wrong.has(role) ? this.#wrongly(role, cell, figure, right) : this.#rightly(cell, figure);
  }

  /** One ratio in ten is left out, and each that nothing could be compared with. */
  #unstated(role: Role, base: number | null): number {
    const { cells, scale, places } = this.#view;
    return base === null || cells.has(role) || base <= scale / 10 ** places ? 1 : 0.1;
  }

  /** What the generator would print there. */
  #figure(role: Role, { own }: SeenCell, actual: number, other: number): (places: number) => Placed | null {
    const { scale, indicator } = this.#view;
    const { shortening } = this.#slips.options;
    const at = (steps: number): Rational => new Rational(BigInt(steps), BigInt(scale));
    const shown = (value: Rational, places: number, from: Placed['from']): Placed => ({ ...own, value, places, from, printed: own.count ? value : value.shortened(power(-places), shortening) });
    if (role === 'ratio' || role === 'attainment') return (places) => (other <= scale / 10 ** this.#view.places ? null : shown(new Rational(100n * BigInt(actual), BigInt(other)), places, [at(actual), at(other)]));
    if (role === 'change' || role === 'planChange') return (places) => shown(at(actual - other), places, [at(actual), at(other)]);
    return (places) => (role !== 'actual' && other < 0 && indicator.negative !== true ? null : shown(at(role === 'actual' ? actual : other), places, null));
  }

  #rightly({ own, seen, stored }: SeenCell, figure: (places: number) => Placed | null): number {
    const drawn = figure(seen.places);
    if (drawn === null) return 0;
    const isSame = this.#slips.options.digits === 'stored' ? this.#isStored(drawn.value, stored ?? seen.printed) : drawn.printed.compare(seen.printed) === 0;
    return isSame ? (isRatio(own) ? PLACES[seen.places] ?? 0 : 1) : 0;
  }

  /** Rates are reckoned in millionths here, and the doubles of a sheet in fifteen digits. */
  #isStored(value: Rational, stored: Rational): boolean {
    const { scale, indicator } = this.#view;
    const doubt = indicator.rateOf === undefined ? 1e-9 * Math.abs(stored.double()) : 2 / scale + 1e-6 * Math.abs(stored.double());
    return Math.abs(value.double() - stored.double()) <= doubt;
  }

  #wrongly(role: Role, { own }: SeenCell, figure: (places: number) => Placed | null, right: Map<Role, Placed>): number {
    let sum = 0;
    for (const places of isRatio(own) ? [0, 1, 2] : [own.places]) {
      const drawn = figure(places);
      const chance = drawn === null ? 0 : this.#chance(role, drawn) * (isRatio(own) ? PLACES[places] ?? 0 : 1);
      if (drawn !== null && chance > sum / 2) right.set(role, drawn);
      sum += chance;
    }
    return sum;
  }

  /** The chance of the slip from this figure to what stands there; only a wrong base depends on what lies behind. */
  #chance(role: Role, figure: Placed): number {
    const cell = this.#view.cells.get(role);
    if (cell === undefined) return 0;
    const key = `${role} ${figure.printed.n}/${figure.printed.d} ${figure.places}`;
    let chance = this.#known.get(key);
    if (chance === undefined) {
      chance = chanceOfSlip({ ...figure, from: null }, cell.seen, this.#slips);
      this.#known.set(key, chance);
    }
    return isRatio(figure) ? chance + this.#chanceOfWrongBase(figure, cell.seen) : chance;
  }

  #chanceOfWrongBase(figure: Placed, seen: Seen): number {
    const { slips, options, placed } = this.#slips;
    const slipped = slips['wrong base']?.(figure, { options, placed, random: this.#random }) ?? null;
    return slipped !== null && figure.places === seen.places && slipped.printed.compare(seen.printed) === 0 ? 1 / Object.keys(slips).length : 0;
  }
}

/** Each way by its number where they are few; else as many as it takes, each standing for its share of all. */
function drawnFrom(all: number, weighed: (number: number | null) => Sample | null): Sample[] {
  const found: Sample[] = [];
  const isFew = all <= TRIES;
  let tries = 0;
  for (; tries < Math.min(all, TRIES) && (isFew || found.length < ENOUGH); tries += 1) {
    const one = weighed(isFew ? tries : null);
    if (one !== null) found.push(one);
  }
  return found.map((one) => ({ ...one, weight: (one.weight * all) / tries }));
}

function isRatio({ role }: Placed): boolean {
  return role === 'ratio' || role === 'attainment';
}

/** May the cell be wrong, or right? */
function mayBe({ stored, formula, overwritten }: SeenCell, wrong: boolean): boolean {
  return wrong ? stored === null && !formula : !overwritten;
}
