/** A cell that is taken to be wrong: what the others allow for it, and the figures that may belong there. */
import { add, divide, greater, isFinite, lesser, multiply, order, size, steps, stepsAbove, stepsBelow, stepsNearest, subtract, toNearest, towardZero, ZERO, zerosOf, type Exact, type Whole } from '#core/localise/exact';
import type { Cell } from '#core/localise/cell';
import { at, type Model, type RowComparison } from '#core/localise/model';
import type { Range } from '#core/localise/project';
import { comparisonOf, workedOut, type Values } from '#core/localise/row-comparison';
import { CAUSE, type Cause } from '#core/localise/weights';

export interface Hypothesis {
  readonly value: Exact;
  readonly cause: Cause;
  readonly cost: number;
  /** True where the cell is wrong and no figure follows for it. */
  readonly open: boolean;
  /** Where the figure is worked out from others that are rounded: what else would fit as well. Null where one figure alone does. */
  readonly among: Among | null;
}

/** One figure of several that the others allow for a cell. */
export interface Among {
  /** The smallest and the largest of them, in the cell's own last place. */
  readonly low: Exact;
  readonly high: Exact;
  /** How much of the range rounds to the figure, in thousandths. */
  readonly share: number;
}

const HALF: Exact = { n: 1, d: 2 };
const TWO: Exact = { n: 2, d: 1 };
const MILLE: Exact = { n: 1, d: 1000 };

const CERTAIN: ReadonlySet<Cause> = new Set<Cause>(['growth-for-ratio', 'wrong-base', 'copied-from-neighbour', 'sign', 'tenfold', 'thousandfold', 'locale', 'unknown']);

/** What surrounds a cell while figures for it are sought. */
export interface Situation {
  /** What the others allow for it. */
  readonly range: Range;
  readonly values: Values;
  /** The table cuts its ratios rather than rounding them. */
  readonly cuts: boolean;
}

/** Whole steps between which a figure of so many steps a place must lie. */
interface Bounds {
  readonly least: number;
  readonly most: number;
  readonly places: number;
}

function boundsOf({ whole, step, cut }: Cell, { low, high }: Range, { place, places }: { readonly place: Exact; readonly places: number }): Bounds {
  const half = whole ? ZERO : multiply(place, cut ? TWO : HALF);
  return {
    least: isFinite(low) ? +String(stepsAbove(subtract(low, half), step)) : -Infinity,
    most: isFinite(high) ? +String(stepsBelow(add(high, half), step)) : Infinity,
    places,
  };
}

/** A cell, what the others allow for it, and what stands around it. */
export class Inquiry implements Bounds {
  readonly model: Model;
  readonly number: number;
  readonly cell: Cell;
  readonly values: Values;
  readonly range: Range;
  readonly row: RowComparison | null;
  /** The figure that the others give, rounded; null where any would do. */
  readonly point: Exact | null;
  readonly open: boolean;
  readonly least: number;
  readonly most: number;
  readonly places = 1;
  /** Finest first: these bounds, and those of each coarser place up to the cell's own. */
  readonly bounds: readonly Bounds[];
  readonly #found = new Map<Whole, Hypothesis>();
  /** The table cuts its ratios rather than rounding them. */
  readonly cuts: boolean;

  constructor(model: Model, number: number, { range, values, cuts }: Situation) {
    this.model = model;
    this.number = number;
    this.cell = at(model, number);
    this.values = values;
    this.range = range;
    this.cuts = cuts;
    this.row = comparisonOf(model, number);
    this.open = !isFinite(range.low) || !isFinite(range.high);
    this.point = pointIn(model, number, { range, values, cuts }, this.row);
    const { step, unit } = this.cell;
    const places = +String(stepsNearest(unit, step));
    const own = boundsOf(this.cell, range, { place: step, places: 1 });
    this.least = own.least;
    this.most = own.most;
    const bounds: Bounds[] = [this];
    for (let coarser = 10; coarser <= places; coarser *= 10) bounds.push(boundsOf(this.cell, range, { place: steps(coarser, step), places: coarser }));
    this.bounds = bounds;
  }

  put(value: Exact, cause: Cause, cost: number): void {
    this.putSteps(stepsNearest(value, this.cell.step), cause, cost);
  }

  /** Takes the figure that the others give, which may be one of several. */
  putPoint(cause: Cause, cost: number): void {
    if (this.point === null) return;
    const count = stepsNearest(this.point, this.cell.step);
    this.putSteps(count, cause, cost, this.#among(count, this.#told()));
  }

  /** The same where the wrong figure itself tells of the right one: it lies between these two. */
  putWithin({ low, high }: Range, cause: Cause, cost: number): void {
    const range = { low: greater(low, this.range.low), high: lesser(high, this.range.high) };
    if (!isFinite(range.low) || !isFinite(range.high) || order(range.low, range.high) > 0) return;
    const count = stepsNearest(shortened(this.cell, centreOf(this.model, this.number, { range, values: this.values }), this.cuts), this.cell.step);
    this.putSteps(count, cause, cost, this.#among(count, range));
  }

  #among(count: Whole, range: Range): Among | null {
    const { step, whole } = this.cell;
    if (!isFinite(range.low) || !isFinite(range.high) || order(range.low, range.high) >= 0) return null;
    const low = whole ? this.least : this.#shortened(range.low);
    const high = whole ? this.most : this.#shortened(range.high);
    if (low === high) return null;
    const share = whole ? { n: 1, d: this.most - this.least + 1 } : divide(this.#overlap(steps(count, step), range), subtract(range.high, range.low));
    return { low: steps(low, step), high: steps(high, step), share: +String(stepsNearest(share, MILLE)) };
  }

  /** What the others tell of the figure: a rate may be one last place off without being wrong, which tells of no other figure. */
  #told(): Range {
    const { cell: { role, step }, range } = this;
    return role === 'rate' ? { low: add(range.low, step), high: subtract(range.high, step) } : range;
  }

  /** In steps of the cell's last place, as the table shortens its figures. */
  #shortened(value: Exact): Whole {
    const { step, cut } = this.cell;
    return stepsNearest(cut ? towardZero(value, step) : value, step);
  }

  /** How much of the range is shortened to the figure. */
  #overlap(value: Exact, range: Range): Exact {
    const { step, cut } = this.cell;
    const half = multiply(step, HALF);
    const from = cut ? value : subtract(value, half);
    const to = add(value, cut ? step : half);
    const own = subtract(lesser(to, range.high), greater(from, range.low));
    return order(own, ZERO) > 0 ? own : ZERO;
  }

  /** Takes a figure in steps of its last place, unless it cannot be or is known to come about more easily. */
  putSteps(count: Whole, cause: Cause, cost: number, among: Among | null = null): void {
    const cheap = this.#costOf(count, cause);
    if (cheap === null) return;
    const all = cheap + cost;
    const known = this.#found.get(count);
    if (known !== undefined && known.cost <= all) return;
    const value = steps(count, this.cell.step);
    if (order(value, this.cell.value) !== 0) this.#found.set(count, { value, cause, cost: all, open: this.open && cause === 'unknown', among });
  }

  /** What the cause costs in this cell; null where it gives no such figure. */
  #costOf(count: Whole, cause: Cause): number | null {
    const prior = CAUSE[this.cell.role][cause];
    return prior === undefined || !this.#isAllowed(count, cause) ? null : prior;
  }

  /** Bounds of a coarser place allow only figures that have no more decimals. */
  #isAllowed(count: Whole, cause: Cause): boolean {
    return this.bounds.some((bounds) => (bounds.places === 1 || +String(count) % bounds.places === 0) && this.#isWithin(count, cause, bounds));
  }

  /** What hardly ever fits by chance may also have been cut; its grade is paid for later. */
  #isWithin(count: Whole, cause: Cause, { least, most, places }: Bounds): boolean {
    const reach = !this.cell.whole && (this.cuts || CERTAIN.has(cause)) ? places : 0;
    return count >= least - reach && count <= most + reach;
  }

  results(): Hypothesis[] {
    const { point } = this;
    const off = (value: Exact): Exact => (point === null ? value : size(subtract(value, point)));
    return [...this.#found.values()].toSorted((a, b) => a.cost - b.cost || order(off(a.value), off(b.value)) || order(a.value, b.value));
  }
}

function middle({ low, high }: Range): Exact {
  if (!isFinite(high)) return low;
  return isFinite(low) ? divide(add(low, high), TWO) : high;
}

function pointIn(model: Model, number: number, situation: Situation, row: RowComparison | null): Exact | null {
  const { range, values, cuts } = situation;
  const cell = at(model, number);
  if (!isFinite(range.low) && !isFinite(range.high)) return null;
  if (cell.plan && cell.role === 'change' && row !== null) return roundest(range, values(row.actual), cell.step);
  return shortened(cell, centreOf(model, number, situation), cuts);
}

/** What a calculator gives for a ratio from the figures as they stand; where that does not fit, or for any other figure, the middle. */
function centreOf(model: Model, number: number, { range, values }: Pick<Situation, 'range' | 'values'>): Exact {
  const { role } = at(model, number);
  const worked = role === 'ratio' || role === 'rate' ? workedOut(model, number, values) : null;
  return worked !== null && isIn(range, worked) ? worked : middle(range);
}

function isIn({ low, high }: Range, value: Exact): boolean {
  return order(value, low) >= 0 && order(value, high) <= 0;
}

/** As the table shortens what it works out. */
function shortened({ role, step }: Cell, value: Exact, cuts: boolean): Exact {
  return cuts && (role === 'ratio' || role === 'rate') ? towardZero(value, step) : toNearest(value, step);
}

/** Of the figures in a range the one that makes the plan roundest: a plan is set, not measured. */
export function roundest(range: Range, level: Exact, step: Exact): Exact {
  const centre = middle(range);
  let best = toNearest(centre, step);
  let zeros = zerosOf(subtract(level, best), step);
  for (let power = 10_000; power > 1; power /= 10) {
    const tried = subtract(level, toNearest(subtract(level, centre), steps(power, step)));
    const isWithin = order(tried, range.low) >= 0 && order(tried, range.high) <= 0;
    const own = zerosOf(subtract(level, tried), step);
    if (isWithin && own > zeros) [best, zeros] = [tried, own];
  }
  return best;
}
