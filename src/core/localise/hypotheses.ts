/**
 * Figures that may belong in a wrong cell, each with what a typist would have done to it and how likely that is.
 *
 * Spec: docs/spec.md, D3; docs/localisation.md lists the odds.
 */
import { add, divide, HUNDRED, isFinite, multiply, negate, ONE, order, size, steps, stepsAbove, stepsBelow, stepsNearest, subtract, toNearest, towardZero, ZERO, type Exact } from '#core/localise/exact';
import { at, constraintAt, type Cell, type Model } from '#core/localise/model';
import { sizeBits } from '#core/localise/odds';
import type { Range } from '#core/localise/project';
import { changeIn, comparisonOf, copied, spread, type RowComparison, type Values } from '#core/localise/row-comparison';
import { slips } from '#core/localise/slips';
import { BUDGET, CAUSE, NEIGHBOUR, WHICH_BASE, type Cause } from '#core/localise/weights';

export interface Hypothesis {
  readonly value: Exact;
  readonly cause: Cause;
  readonly cost: number;
  /** True where the cell is wrong and no figure follows for it. */
  readonly open: boolean;
}

const HALF: Exact = { n: 1n, d: 2n };
const TWO: Exact = { n: 2n, d: 1n };

/** A cell, what the others allow for it, and what stands around it. */
class Inquiry {
  readonly model: Model;
  readonly number: number;
  readonly cell: Cell;
  readonly values: Values;
  readonly range: Range;
  readonly row: RowComparison | null;
  /** The figure that the others give, rounded; null where any would do. */
  readonly point: Exact | null;
  readonly open: boolean;
  readonly #least: Exact;
  readonly #most: Exact;
  readonly #found = new Map<bigint, Hypothesis>();

  constructor(model: Model, number: number, range: Range, values: Values) {
    this.model = model;
    this.number = number;
    this.cell = at(model, number);
    this.values = values;
    this.range = range;
    this.row = comparisonOf(model, number);
    this.open = !isFinite(range.low) || !isFinite(range.high);
    this.point = pointIn(this.cell, range, this.row, values);
    const half = this.cell.whole ? ZERO : multiply(this.cell.step, this.cell.cut ? TWO : HALF);
    this.#least = subtract(range.low, half);
    this.#most = add(range.high, half);
  }

  /** Whole steps between which a figure must lie. */
  limits(): [least: number, most: number] {
    const { step } = this.cell;
    return [isFinite(this.#least) ? +String(stepsAbove(this.#least, step)) : -Infinity, isFinite(this.#most) ? +String(stepsBelow(this.#most, step)) : Infinity];
  }

  put(value: Exact, cause: Cause, cost: number): void {
    const prior = CAUSE[this.cell.role][cause];
    if (prior === undefined || order(value, this.cell.value) === 0 || order(value, this.#least) < 0 || order(value, this.#most) > 0) return;
    const key = stepsNearest(value, this.cell.step);
    const known = this.#found.get(key);
    if (known === undefined || prior + cost < known.cost) this.#found.set(key, { value, cause, cost: prior + cost, open: this.open && cause === 'unknown' });
  }

  results(): Hypothesis[] {
    return [...this.#found.values()].toSorted((a, b) => a.cost - b.cost || order(a.value, b.value));
  }
}

/** The likeliest figures for a cell within what the others allow, cheapest first. */
export function hypotheses(model: Model, number: number, range: Range, values: Values): Hypothesis[] {
  const inquiry = new Inquiry(model, number, range, values);
  const { cell } = inquiry;
  if (cell.role === 'residual') return [{ value: inquiry.point ?? ZERO, cause: 'unknown', cost: sizeBits(divide(inquiry.point ?? ZERO, cell.unit)), open: false }];
  typed(inquiry);
  inquiry.put(negate(cell.value), 'sign', 0);
  if (cell.role === 'ratio') ratioCauses(inquiry);
  if (cell.role === 'change') changeCauses(inquiry);
  if (cell.role === 'total') totalCauses(inquiry);
  copies(inquiry);
  unknown(inquiry);
  return inquiry.results().slice(0, BUDGET.figures);
}

function typed(inquiry: Inquiry): void {
  const { cell } = inquiry;
  const [least, most] = inquiry.limits();
  const figure = +String(stepsNearest(cell.value, cell.step));
  for (const { value, cause, cost } of slips(figure, least, most)) inquiry.put(steps(BigInt(value), cell.step), cause, cost);
}

/** Growth for ratio; the change over this year's figure instead of last year's. */
function ratioCauses(inquiry: Inquiry): void {
  const { cell, row, point, values } = inquiry;
  inquiry.put(add(cell.value, HUNDRED), 'growth-for-ratio', 0);
  if (row === null || point === null) return;
  const actual = values(row.actual);
  if (actual.n === 0n) return;
  const growth = multiply(HUNDRED, divide(changeIn(row, values), actual));
  if ([add(HUNDRED, growth), growth, subtract(HUNDRED, growth)].some((one) => isNear(one, cell.value, cell.unit))) inquiry.put(point, 'wrong-base', WHICH_BASE);
}

function isNear(a: Exact, b: Exact, by: Exact): boolean {
  return order(size(subtract(a, b)), by) <= 0;
}

/** The level of last year or of the plan in the column of differences, or this year's own; a shift that was rounded. */
function changeCauses(inquiry: Inquiry): void {
  const { cell, row, point, values, range } = inquiry;
  if (row !== null) {
    const actual = values(row.actual);
    inquiry.put(subtract(actual, cell.value), 'level-for-change', 0);
    if (point !== null && order(actual, cell.value) === 0) inquiry.put(point, 'level-for-change', NEIGHBOUR);
  }
  if (cell.value.n === 0n || cell.whole) return;
  const half = multiply(cell.unit, HALF);
  const ten: Exact = { n: 10n, d: 1n };
  const tenfold = { low: multiply(subtract(cell.value, half), ten), high: multiply(add(cell.value, half), ten) };
  const [low, high] = [order(range.low, tenfold.low) > 0 ? range.low : tenfold.low, order(range.high, tenfold.high) < 0 ? range.high : tenfold.high];
  if (order(low, high) <= 0) inquiry.put(roundest({ low, high }, row === null ? ZERO : values(row.actual), cell.step), 'tenfold', 0);
}

/** A total that leaves one of its parts out. */
function totalCauses(inquiry: Inquiry): void {
  const { model, number, cell, point, values } = inquiry;
  if (point === null) return;
  for (const one of cell.constraints) {
    const { kind, cells } = constraintAt(model, one);
    if (kind !== 'sum' || cells[0] !== number) continue;
    const left = subtract(point, cell.value);
    const parts = cells.slice(1).filter((part) => order(values(part), left) === 0 && left.n !== 0n);
    if (parts.length > 0) inquiry.put(point, 'missing-part', sizeBits({ n: BigInt(cells.length - 1), d: 1n }));
  }
}

function copies(inquiry: Inquiry): void {
  const { cell, point } = inquiry;
  if (point === null || cell.term === null || CAUSE[cell.role]['copied-from-neighbour'] === undefined) return;
  const source = copied(cell.term, cell.value);
  if (source !== null) inquiry.put(point, 'copied-from-neighbour', NEIGHBOUR + (source.from === 'column' ? source.rarity : 0));
}

/** What is seen is as likely as any figure of its kind; what is true is anything in the range, so a wide one costs less. */
function unknown(inquiry: Inquiry): void {
  const { point, cell, range } = inquiry;
  if (point === null) return;
  const cost = unknownCost(inquiry, point);
  inquiry.put(point, 'unknown', cost);
  const cut = inquiry.open ? point : towardZero(middle(range), cell.step);
  if (order(cut, point) !== 0) inquiry.put(cut, 'unknown', cost);
}

function unknownCost({ cell, range, open, row, number, values }: Inquiry, point: Exact): number {
  const { unit, value, plan } = cell;
  const room = open ? 1 << 20 : sizeBits(divide(add(subtract(range.high, range.low), unit), unit));
  const within = (limit: number): number => clamp(room - 25, limit);
  if (cell.role === 'ratio') return sizeBits(divide(HUNDRED, unit)) + spread(divide(subtract(value, HUNDRED), HUNDRED), plan);
  const ten: Exact = { n: 10n, d: 1n };
  if (cell.role === 'rate') {
    const off = divide(subtract(value, point), ten);
    return sizeBits(divide(ten, unit)) + 26 + sizeBits(add(ONE, multiply(off, off)));
  }
  const own = sizeBits(divide(value, unit));
  if (cell.role !== 'change') return clamp(own + 48 - (cell.role === 'total' ? 0 : within(own)));
  const level = row === null || row.actual === number ? null : values(row.actual);
  if (level === null || level.n === 0n) return clamp(own + spread(ONE, plan));
  const scale = sizeBits(divide(level, unit));
  return clamp(scale + spread(divide(value, level), plan) - within(scale));
}

function clamp(value: number, most = 1 << 20): number {
  return value < 0 ? 0 : value > most ? most : value;
}

function middle({ low, high }: Range): Exact {
  if (!isFinite(high)) return low;
  return isFinite(low) ? divide(add(low, high), TWO) : high;
}

function pointIn(cell: Cell, range: Range, row: RowComparison | null, values: Values): Exact | null {
  if (!isFinite(range.low) && !isFinite(range.high)) return null;
  const value = cell.plan && cell.role === 'change' && row !== null ? roundest(range, values(row.actual), cell.step) : middle(range);
  return toNearest(value, cell.step);
}

/** Of the figures in a range the one that makes the plan roundest: a plan is set, not measured. */
function roundest(range: Range, level: Exact, step: Exact): Exact {
  const centre = middle(range);
  let best = toNearest(centre, step);
  let zeros = zerosOf(subtract(level, best), step);
  for (let power = 10_000n; power > 1n; power /= 10n) {
    const tried = subtract(level, toNearest(subtract(level, centre), steps(power, step)));
    const isWithin = order(tried, range.low) >= 0 && order(tried, range.high) <= 0;
    const own = zerosOf(subtract(level, tried), step);
    if (isWithin && own > zeros) [best, zeros] = [tried, own];
  }
  return best;
}

function zerosOf(value: Exact, step: Exact): number {
  let zeros = 0;
  for (let rest = stepsNearest(value, step); rest !== 0n && rest % 10n === 0n; rest /= 10n) zeros += 1;
  return zeros;
}
