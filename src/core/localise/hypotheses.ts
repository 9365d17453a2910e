/**
 * Figures that may belong in a wrong cell, each with what a typist would have done to it and how likely that is.
 *
 * Spec: docs/spec.md, D3; docs/localisation.md lists the odds.
 */
import { add, divide, HUNDRED, INFINITY, multiply, negate, ONE, order, size, stepsNearest, subtract, ZERO, type Exact } from '#core/localise/exact';
import { wasReadInEnglish } from '#core/localise/cell';
import { copied } from '#core/localise/column-figures';
import { roundest, Inquiry, type Hypothesis, type Situation } from '#core/localise/inquiry';
import type { Range } from '#core/localise/project';
import { at, constraintAt, type Model, type RowComparison } from '#core/localise/model';
import { bitsOf, sizeBits } from '#core/localise/odds';
import { changeIn, spread } from '#core/localise/row-comparison';
import { slips } from '#core/localise/slips';
import { BUDGET, CAUSE, EITHER_SIGN, ELSEWHERE, NATURAL, NEIGHBOUR, WHICH_BASE } from '#core/localise/weights';

const HALF: Exact = { n: 1, d: 2 };
const TEN: Exact = { n: 10, d: 1 };
const THOUSAND: Exact = { n: 1000, d: 1 };

/** The likeliest figures for a cell within what the others allow, cheapest first. */
export function hypotheses(model: Model, number: number, situation: Situation): Hypothesis[] {
  const inquiry = new Inquiry(model, number, situation);
  const { cell } = inquiry;
  if (cell.role === 'residual') return [{ value: inquiry.point ?? ZERO, cause: 'unknown', cost: residualCost(inquiry), open: false, among: null }];
  if (!cell.formula) typed(inquiry);
  inquiry.put(negate(cell.value), 'sign', 0);
  if (cell.role === 'ratio') ratioCauses(inquiry);
  if (cell.role === 'change') changeCauses(inquiry);
  if (cell.role === 'total') totalCauses(inquiry);
  copies(inquiry);
  unknown(inquiry);
  return inquiry.results().slice(0, BUDGET.figures);
}

/** What a relation that does not apply is off by: any size up to its largest figure is as likely, up or down. */
function residualCost({ model, number, cell: { unit, constraints }, point, values }: Inquiry): number {
  const others = constraints.flatMap((one) => constraintAt(model, one).cells).filter((cell) => cell !== number);
  const largest = others.map((cell) => sizeBits(divide(values(cell), unit))).reduce((a, b) => (a > b ? a : b), 0);
  return sizeBits(divide(point ?? ZERO, unit)) + EITHER_SIGN + (largest > NATURAL ? bitsOf(largest, NATURAL) : 0);
}

function typed(inquiry: Inquiry): void {
  const { cell } = inquiry;
  const { least, most, places } = inquiry.bounds.at(-1) ?? inquiry;
  const reach = cell.whole ? 0 : places;
  for (const { value, cause, cost } of slips(+String(stepsNearest(cell.value, cell.step)), least - reach, most + reach)) inquiry.putSteps(value, cause, cost);
  if (wasReadInEnglish(cell)) inquiry.put(multiply(cell.value, THOUSAND), 'locale', 0);
}

/** Growth for ratio; the change over this year's figure instead of last year's. */
function ratioCauses(inquiry: Inquiry): void {
  const { cell, row, point, values } = inquiry;
  inquiry.put(add(cell.value, HUNDRED), 'growth-for-ratio', 0);
  if (row === null || point === null) return;
  const actual = values(row.actual);
  if (actual.n === 0) return;
  const change = changeIn(row, values);
  const growth = multiply(HUNDRED, divide(change, actual));
  const doubt = add(cell.unit, growthDoubt(inquiry.model, row, { actual, change }));
  // The less its two figures say of the growth, the more ratios it fits by chance.
  for (const shift of [HUNDRED, ZERO]) {
    if (isNear(add(shift, growth), cell.value, doubt)) inquiry.putWithin(behindWrongBase(inquiry, shift), 'wrong-base', WHICH_BASE + sizeBits(divide(doubt, cell.unit)));
  }
}

/** The ratios whose growth over this year's figure, with 100 or without, is shortened to the one that stands there. */
function behindWrongBase({ cell: { value, unit, term }, cuts }: Inquiry, shift: Exact): Range {
  const base = (grown: Exact): Exact => subtract(ONE, divide(subtract(grown, shift), HUNDRED));
  const over = (grown: Exact): Exact => (base(grown).n > 0 ? divide(HUNDRED, base(grown)) : INFINITY);
  const offset = term?.column.role === 'growth' ? HUNDRED : ZERO;
  const less = cuts && value.n >= 0 ? ZERO : cuts ? unit : multiply(unit, HALF);
  return { low: subtract(over(subtract(value, less)), offset), high: subtract(over(add(value, cuts ? subtract(unit, less) : less)), offset) };
}

/** How far 100 · change / actual may be off, its figures being rounded. */
function growthDoubt(model: Model, { actual: level, change: moved, base }: RowComparison, { actual, change }: { readonly actual: Exact; readonly change: Exact }): Exact {
  const half = (cell: number | null): Exact => (cell === null || at(model, cell).whole ? ZERO : multiply(at(model, cell).unit, HALF));
  const off = add(half(moved ?? base), size(multiply(divide(change, actual), half(level))));
  return size(multiply(HUNDRED, divide(off, actual)));
}

function isNear(a: Exact, b: Exact, by: Exact): boolean {
  return order(size(subtract(a, b)), by) <= 0;
}

/** The level of last year or of the plan in the column of differences, or this year's own; a shift that was rounded. */
function changeCauses(inquiry: Inquiry): void {
  const { cell, row, point, values } = inquiry;
  if (row !== null) {
    const actual = values(row.actual);
    inquiry.put(subtract(actual, cell.value), 'level-for-change', 0);
    if (point !== null && cell.value.n !== 0 && order(actual, cell.value) === 0) inquiry.putPoint('level-for-change', NEIGHBOUR);
  }
  if (cell.value.n !== 0 && !cell.whole) shiftedAndRounded(inquiry);
}

/** A figure shifted by a place and rounded has lost its last digit. */
function shiftedAndRounded(inquiry: Inquiry): void {
  const { cell, row, values, range } = inquiry;
  const half = multiply(cell.unit, HALF);
  const tenfold = { low: multiply(subtract(cell.value, half), TEN), high: multiply(add(cell.value, half), TEN) };
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
    const parts = cells.slice(1).filter((part) => order(values(part), left) === 0 && left.n !== 0);
    if (parts.length > 0) inquiry.put(point, 'missing-part', sizeBits({ n: cells.length - 1, d: 1 }));
  }
}

function copies(inquiry: Inquiry): void {
  const { cell, point } = inquiry;
  if (point === null || cell.term === null || CAUSE[cell.role]['copied-from-neighbour'] === undefined) return;
  if (isOfWhole(inquiry)) return;
  const source = copied(cell.term, cell.value);
  if (source !== null) inquiry.putPoint('copied-from-neighbour', source.from === 'column' ? ELSEWHERE + source.rarity : NEIGHBOUR);
}

/** A subset that is all of its whole has its figure by nature. */
function isOfWhole({ model, number, cell }: Inquiry): boolean {
  return cell.role === 'level' && cell.constraints.some((one) => {
    const { kind, cells } = constraintAt(model, one);
    return kind === 'at-most' && cells.includes(number) && cells.every((other) => order(at(model, other).value, cell.value) === 0);
  });
}

/** What is seen is as likely as any figure of its kind; what is true is anything in the range, so a wide one costs less. */
function unknown(inquiry: Inquiry): void {
  const { point } = inquiry;
  if (point === null) return;
  inquiry.putPoint('unknown', unknownCost(inquiry, point));
}

function unknownCost(inquiry: Inquiry, point: Exact): number {
  const { unit, value, plan, role } = inquiry.cell;
  if (role === 'ratio') return sizeBits(divide(HUNDRED, known(inquiry))) + spread(square(divide(subtract(value, HUNDRED), HUNDRED)), plan);
  if (role === 'rate') {
    const off = divide(subtract(value, point), TEN);
    return sizeBits(divide(TEN, unit)) + 26 + sizeBits(add(ONE, multiply(off, off)));
  }
  return role === 'change' ? unknownChange(inquiry) : unknownLevel(inquiry);
}

/** The last place that a ratio is known to: of one worked out from counts its hidden digits are no chance either. */
function known({ model, number, cell: { unit, full, constraints } }: Inquiry): Exact {
  const others = constraints.flatMap((one) => constraintAt(model, one).cells).filter((one) => one !== number);
  return full !== null && others.every((one) => at(model, one).whole) ? { n: 1, d: full.d } : unit;
}

/** How many figures there are for it to be, up to a limit. */
function roomWithin({ cell: { unit }, range, open }: Inquiry, limit: number): number {
  const room = open ? limit + 25 : sizeBits(divide(add(subtract(range.high, range.low), unit), unit));
  return clamp(room - 25, limit);
}

function unknownLevel(inquiry: Inquiry): number {
  const { unit, value, role } = inquiry.cell;
  const own = sizeBits(divide(value, unit));
  return clamp(own + 48 - (role === 'total' ? 0 : roomWithin(inquiry, own)));
}

function unknownChange(inquiry: Inquiry): number {
  const { cell: { unit, value, plan }, row, number, values } = inquiry;
  const own = sizeBits(divide(value, unit));
  const level = row === null || row.actual === number ? null : values(row.actual);
  if (level === null || level.n === 0) return clamp(own + spread(ONE, plan));
  const scale = sizeBits(divide(level, unit));
  return clamp(scale + spread(square(divide(value, level)), plan) - roomWithin(inquiry, scale));
}

function square(value: Exact): Exact {
  return multiply(value, value);
}

function clamp(value: number, most = 1 << 20): number {
  return value < 0 ? 0 : value > most ? most : value;
}
