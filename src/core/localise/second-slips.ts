/**
 * Repairs of more cells than a smallest set has, where that set does not explain itself: its figure fits no slip, or the
 * row that it leaves behind tells of a growth that nobody believes. Two slips are sometimes likelier.
 *
 * Spec: docs/spec.md, D2.
 */
import type { Pricing } from '#core/localise/assignments';
import { repairedBy, withOne } from '#core/localise/minimal-sets';
import { at, constraintAt, type Model } from '#core/localise/model';
import { costOf, nameOf, operationsFor, type Operation } from '#core/localise/operation';
import { inOrder, priced, type Priced } from '#core/localise/price';
import { isDivision, type Constraint } from '#core/localise/project';
import { isOdd } from '#core/localise/row-comparison';
import { BUDGET } from '#core/localise/weights';

/** These repairs with those that change a cell more and leave fewer figures unexplained, likeliest first. */
export function withSecondSlips(pricing: Pricing, repairs: readonly Priced[]): readonly Priced[] {
  const { model } = pricing;
  const broken = [...pricing.broken];
  const [best] = repairs;
  if (best === undefined) return repairs;
  const constraints = broken.map((one) => constraintAt(model, one));
  const known = new Set(repairs.map(({ set }) => nameOf(set.operations)));
  const more = new Map([...pairsIn(model, best, constraints), ...besides(model, best, constraints)].map((one) => [nameOf(one), one]));
  const tried = [...more].flatMap(([name, one]) => (known.has(name) || costOf(one) > best.cost + FARTHEST ? [] : [one]));
  const sets = tried.flatMap((one) => repairedBy(pricing, one, broken) ?? []);
  if (sets.length === 0) return repairs;
  const dearest = constraints.some((one) => isOddRow(model, one)) ? Infinity : best.cost + FARTHEST + BETTER;
  const found = priced({ ...pricing, bothWays: true, dearest }, sets).filter((one) => unexplained(one) === 0 || unexplained(one) < unexplained(best));
  return found.length === 0 ? repairs : inOrder([...repairs, ...found]);
}

/** What is rarer than the likeliest repair by seven bits is not listed, and two causes are no likelier than four and a half. */
const FARTHEST = 112 - 72;

/** How much likelier the rows look at most that two slips leave behind; those of an odd row, by any measure. */
const BETTER = 96;

/** What only a figure that no slip explains costs. */
const POOR = 310;

/** Two cells of one division, or of two. */
function pairsIn(model: Model, best: Priced, constraints: readonly Constraint[]): (readonly Operation[])[] {
  const isPoor = best.cost > POOR || unexplained(best) > 0;
  if (constraints.length > 2 || !constraints.every((one) => isDivision(one) && (isPoor || isOddRow(model, one)))) return [];
  const operations = [...new Set(constraints.flatMap(({ cells }) => cells))].flatMap((cell) => aloneOn(model, cell));
  const pairs = operations.flatMap((one, i) => operations.slice(i + 1).map((other) => withOne([one], other)));
  return pairs.filter((pair) => constraints.every(({ cells }) => pair.some(({ cell }) => cells.includes(cell))));
}

function isOddRow(model: Model, one: Constraint): boolean {
  return isDivision(one) && isOdd(model, one.cells[0] ?? 0);
}

/** The best repair, where no slip explains a figure of it, with one cell more of a constraint that the figure mends. */
function besides(model: Model, { changes, set }: Priced, constraints: readonly Constraint[]): (readonly Operation[])[] {
  const poor = changes.filter(({ cell, cause }) => cause === 'unknown' && at(model, cell).term !== null).map(({ cell }) => cell);
  const near = new Set(constraints.filter(({ cells }) => cells.length <= BUDGET.sets && poor.some((cell) => cells.includes(cell))).flatMap(({ cells }) => cells));
  const freed = new Set(set.operations.flatMap(({ frees }) => frees));
  return [...near].filter((cell) => !freed.has(cell)).flatMap((cell) => aloneOn(model, cell).map((one) => withOne(set.operations, one)));
}

function aloneOn(model: Model, cell: number): readonly Operation[] {
  return operationsFor(model, cell).filter(({ carries }) => !carries);
}

/** How many of its figures no slip explains. */
function unexplained({ changes }: Priced): number {
  return changes.filter(({ cause }) => cause === 'unknown').length;
}
