/**
 * What the other cells of a constraint allow for one of them, as exact intervals.
 *
 * The ratio to a base that nobody wrote down is 100 / (1 − g) with g = change / actual: monotone in each figure, so
 * the corners are exact, and the base moves with both. Spec: docs/spec.md, D1.
 */
import { add, divide, greater, HUNDRED, INFINITY, isFinite, lesser, MINUS_INFINITY, multiply, negate, ONE, order, subtract, ZERO, type Exact } from '#core/localise/exact';

/** A range of values; its ends belong to it. Empty where `low` is above `high`. */
export interface Range {
  readonly low: Exact;
  readonly high: Exact;
}

/** A relation as the solver sees it: cells by number. The last cell is the one that the relation judges, but for sums. */
export interface Constraint {
  readonly kind: 'implied-ratio' | 'quotient' | 'sum' | 'at-most' | 'rate-change' | 'direction' | 'whole-base';
  /** implied-ratio: actual, change, ratio. quotient: top, bottom, judged. sum, at-most: judged first. */
  readonly cells: readonly number[];
  /** Of a sum that is 0, or of an at-most that is at most 0. */
  readonly signs: readonly (1 | -1)[];
  /** 100 where the judged cell holds growth. */
  readonly offset: Exact;
  /** How far the judged figure may be off besides its own bounds: its last digit. */
  readonly loose: Exact;
}

/** Of a ratio, or of a rate of two rows: the last cell is divided out of the others. */
export function isDivision({ kind }: Pick<Constraint, 'kind'>): boolean {
  return kind === 'implied-ratio' || kind === 'quotient';
}

const ANYTHING: Range = { low: MINUS_INFINITY, high: INFINITY };
const NOTHING: Range = { low: INFINITY, high: MINUS_INFINITY };
const ABOVE_ZERO: Range = { low: ZERO, high: INFINITY };

/** What the ranges of the others allow for the cell at `target`; NOTHING where no value of theirs can be. */
export function projected(constraint: Constraint, target: number, ranges: readonly Range[]): Range {
  const { kind, loose, cells, offset } = constraint;
  if (kind === 'sum' || kind === 'at-most') return linear(constraint, target, ranges);
  const last = cells.length - 1;
  if (target === last) return widened(moved(inner(constraint, target, ranges, ANYTHING), negate(offset)), loose);
  return inner(constraint, target, ranges, moved(widened(ranges[last] ?? ANYTHING, loose), offset));
}

/** The range for one cell, the judged one standing for the plain ratio. */
function inner({ kind }: Constraint, target: number, ranges: readonly Range[], judged: Range): Range {
  const first = ranges[0] ?? ANYTHING;
  const second = ranges[1] ?? ANYTHING;
  switch (kind) {
    case 'implied-ratio': {
      return impliedRatio(target, first, second, judged);
    }
    case 'quotient': {
      return quotient(target, first, second, judged);
    }
    case 'rate-change': {
      return rateChange(target, ranges, judged);
    }
    case 'direction': {
      return direction(target, first, judged);
    }
    default: {
      return ANYTHING;
    }
  }
}

function moved(range: Range, by: Exact): Range {
  return by.n === 0 ? range : { low: add(range.low, by), high: add(range.high, by) };
}

function widened(range: Range, by: Exact): Range {
  return by.n === 0 ? range : { low: subtract(range.low, by), high: add(range.high, by) };
}

/** The sum without the target, loosened by the judged cell's last digit. */
function linear({ kind, signs, loose }: Constraint, target: number, ranges: readonly Range[]): Range {
  let low = negate(loose);
  let high = loose;
  let i = 0;
  for (const range of ranges) {
    if (i !== target) {
      const isAdded = signs[i] === 1;
      low = addLow(low, isAdded ? range.low : negate(range.high));
      high = addHigh(high, isAdded ? range.high : negate(range.low));
    }
    i += 1;
  }
  if (kind === 'at-most') return signs[target] === 1 ? { low: MINUS_INFINITY, high: negate(low) } : { low, high: INFINITY };
  return signs[target] === 1 ? { low: negate(high), high: negate(low) } : { low, high };
}

function addLow(sum: Exact, value: Exact): Exact {
  return isFinite(sum) && isFinite(value) ? add(sum, value) : MINUS_INFINITY;
}

function addHigh(sum: Exact, value: Exact): Exact {
  return isFinite(sum) && isFinite(value) ? add(sum, value) : INFINITY;
}

function impliedRatio(target: number, actual: Range, change: Range, ratio: Range): Range {
  if (ratio.high.n < 0 && target !== 2) return lossBehind(target, { actual, change, ratio });
  if (actual.low.n < 0) return onEitherSide(target, { actual, change, ratio });
  // Nothing compares with a base of 0.
  if (target === 2) return order(actual.high, change.low) <= 0 ? NOTHING : ratioOf(growthOf(actual, change));
  const growth = growthIn({ low: greater(ratio.low, ZERO), high: ratio.high });
  return target === 1 ? changeOf(actual, growth) : actualOf(change, growth);
}

/** change / actual, the actual at least 0. */
function growthOf(actual: Range, change: Range): Range {
  const over = (value: Exact, by: Exact): Exact => (isFinite(value) ? quotientOf(value, by) : value);
  return { low: over(change.low, change.low.n >= 0 ? actual.high : actual.low), high: over(change.high, change.high.n >= 0 ? actual.low : actual.high) };
}

function ratioOf({ low, high }: Range): Range {
  if (order(low, ONE) >= 0) return NOTHING;
  return { low: isFinite(low) ? divide(HUNDRED, subtract(ONE, low)) : ZERO, high: order(high, ONE) >= 0 ? INFINITY : isFinite(high) ? divide(HUNDRED, subtract(ONE, high)) : ZERO };
}

/** change / actual that a ratio stands for: 1 − 100 / ratio. */
function growthIn({ low, high }: Range): Range {
  const of = (ratio: Exact): Exact => (ratio.n <= 0 ? MINUS_INFINITY : subtract(ONE, divide(HUNDRED, ratio)));
  return { low: of(low), high: of(high) };
}

function changeOf(actual: Range, growth: Range): Range {
  // Where the actual may be 0 at a ratio of 0, any fall at all leads there.
  if (!isFinite(growth.low) && actual.low.n === 0) return { low: MINUS_INFINITY, high: growth.high.n >= 0 ? multiply(actual.high, growth.high) : ZERO };
  return {
    low: growth.low.n >= 0 ? multiply(actual.low, growth.low) : multiply(actual.high, growth.low),
    high: growth.high.n >= 0 ? multiply(actual.high, growth.high) : multiply(actual.low, growth.high),
  };
}

/** actual = change / growth, on the branch where their signs agree. */
function actualOf(change: Range, growth: Range): Range {
  const holdsZero = change.low.n <= 0 && change.high.n >= 0 && growth.low.n <= 0 && growth.high.n >= 0;
  // Where both may be 0 any actual will do; the other branches lie within.
  if (holdsZero) return ABOVE_ZERO;
  return joined(sameSign(change, growth), sameSign(falling(change), falling(growth)));
}

interface Compared {
  readonly actual: Range;
  readonly change: Range;
  readonly ratio: Range;
}

/** Where the actual may lie on either side of 0 the ratio is not monotone: it is only held to what the printed figures give. */
function onEitherSide(target: number, { actual, change, ratio }: Compared): Range {
  if (target === 2) return corneredRatio(actual, change);
  return target === 0 && ratio.low.n >= 0 ? actualOf(change, growthIn(ratio)) : ANYTHING;
}

/** A loss after a profit: a ratio below 0 says that the actual is below 0 and the base above it. Both change sign together. */
function lossBehind(target: number, { actual, change, ratio }: Compared): Range {
  const over = (value: Exact): Exact => (isFinite(value) ? subtract(ONE, divide(HUNDRED, value)) : ONE);
  const growth = { low: over(ratio.low), high: over(ratio.high) };
  const fall = falling(change);
  if (target === 0) return fall.high.n <= 0 ? NOTHING : falling(sameSign(fall, growth));
  const loss = falling(actual);
  return loss.high.n <= 0 ? NOTHING : falling(changeOf({ low: greater(loss.low, ZERO), high: loss.high }, growth));
}

function falling(range: Range): Range {
  return { low: negate(range.high), high: negate(range.low) };
}

function joined(a: Range, b: Range): Range {
  if (order(a.low, a.high) > 0) return order(b.low, b.high) > 0 ? NOTHING : b;
  return order(b.low, b.high) > 0 ? a : { low: lesser(a.low, b.low), high: greater(a.high, b.high) };
}

function sameSign(change: Range, growth: Range): Range {
  if (growth.high.n <= 0 || change.high.n <= 0) return NOTHING;
  const low = divide(change.low.n > 0 ? change.low : ZERO, growth.high);
  return { low, high: growth.low.n > 0 ? divide(change.high, growth.low) : INFINITY };
}

/** The four corners of actual and change, where the base keeps its sign. */
function corneredRatio(actual: Range, change: Range): Range {
  const base = { low: subtract(actual.low, change.high), high: subtract(actual.high, change.low) };
  if (![actual.low, actual.high, change.low, change.high].every(isFinite) || (base.low.n <= 0 && base.high.n >= 0)) return ANYTHING;
  const corners = [actual.low, actual.high].flatMap((a) => [change.low, change.high].map((c) => multiply(HUNDRED, divide(a, subtract(a, c)))));
  return { low: corners.reduce(lesser), high: corners.reduce(greater) };
}

/** judged = 100 · top / bottom, the bottom above 0. */
function quotient(target: number, top: Range, bottom: Range, judged: Range): Range {
  if (bottom.low.n < 0) return ANYTHING;
  if (target === 2) return share(top, bottom);
  const low = top.low.n >= 0 ? greater(judged.low, ZERO) : judged.low;
  return target === 0 ? topOf(bottom, { low, high: judged.high }) : bottomOf(top, { low, high: judged.high });
}

function topOf(bottom: Range, { low, high }: Range): Range {
  return { low: divide(multiply(low, low.n >= 0 ? bottom.low : bottom.high), HUNDRED), high: divide(multiply(high, high.n >= 0 ? bottom.high : bottom.low), HUNDRED) };
}

function bottomOf(top: Range, { low, high }: Range): Range {
  if (top.high.n < 0 && high.n < 0) return bottomOf(falling(top), falling({ low, high }));
  if (top.low.n < 0 || high.n <= 0) return ABOVE_ZERO;
  return { low: divide(multiply(HUNDRED, top.low), high), high: low.n <= 0 ? INFINITY : multiply(HUNDRED, divide(top.high, low)) };
}

function share(top: Range, bottom: Range): Range {
  const over = (value: Exact, by: Exact): Exact => multiply(HUNDRED, quotientOf(value, by));
  return { low: over(top.low, top.low.n >= 0 ? bottom.high : bottom.low), high: over(top.high, top.high.n >= 0 ? bottom.low : bottom.high) };
}

/** Over 0 it grows without end, but for 0 itself. */
function quotientOf(value: Exact, by: Exact): Exact {
  if (by.n !== 0) return divide(value, by);
  return value.n === 0 ? ZERO : value.n > 0 ? INFINITY : MINUS_INFINITY;
}

/** points = 100 · top / bottom − 100 · (top − its change) / (bottom − its change). */
function rateChange(target: number, ranges: readonly Range[], points: Range): Range {
  const range = (place: number): Range => ranges[place] ?? ANYTHING;
  const top = range(0);
  const topChange = range(1);
  const bottom = range(2);
  const bottomChange = range(3);
  // Both rates move with these two: a range for them would be a guess, and each figure is tried in the relation itself.
  if (target === 0 || target === 2) return ANYTHING;
  const now = quotient(2, top, bottom, ANYTHING);
  if (target === 4) return difference(now, quotient(2, difference(top, topChange), difference(bottom, bottomChange), ANYTHING));
  const past = difference(now, points);
  return target === 1 ? difference(top, quotient(0, ANYTHING, difference(bottom, bottomChange), past)) : difference(bottom, quotient(1, difference(top, topChange), ANYTHING, past));
}

function difference(a: Range, b: Range): Range {
  return { low: addLow(a.low, negate(b.high)), high: addHigh(a.high, negate(b.low)) };
}

/** A rise goes with a ratio above 100 %. */
function direction(target: number, change: Range, ratio: Range): Range {
  const [of, at] = target === 1 ? [change, ZERO] : [ratio, HUNDRED];
  const other = target === 1 ? HUNDRED : ZERO;
  if (order(of.low, at) > 0) return { low: other, high: INFINITY };
  return order(of.high, at) < 0 ? { low: MINUS_INFINITY, high: other } : ANYTHING;
}
