/**
 * Which relations of a random layout its figures contradict: the tests' own arithmetic.
 *
 * It asks for more than the product needs to speak: amounts may be two units of their last place off each, and a
 * decimal 0 at the end may not have been shown.
 */
import type { LayoutRole } from '#test/generate/layout-columns';
import { keyOf, type LayoutFigure, type RandomLayout } from '#test/generate/random-layout';

interface Bond {
  readonly keys: readonly string[];
  readonly isBroken: (figures: readonly LayoutFigure[]) => boolean;
}

const LEVELS: ReadonlySet<LayoutRole> = new Set<LayoutRole>(['actual', 'base', 'plan', 'next', 'side']);

/** Every relation that the table shows. */
export function layoutBonds(layout: RandomLayout): Bond[] {
  const slack = (figure: LayoutFigure): number => (layout.counted && figure.places === 0 ? 0 : 2 * unitOf(figure));
  return [...sums(layout, slack), ...comparisons(layout, slack)].filter(({ keys }) => keys.every((key) => layout.figures.has(key)));
}

/** Steps of the last place that shows: 38 may be 38.0 in a number cell. */
function unitOf({ value, places }: LayoutFigure): number {
  return places > 0 && value % 10 === 0 ? 10 : 1;
}

type Slack = (figure: LayoutFigure) => number;

function sums({ rows, columns }: RandomLayout, slack: Slack): Bond[] {
  const hasBase = columns.some(({ role }) => role === 'base');
  return columns.flatMap(({ role }, column) => {
    const isAdded = LEVELS.has(role) || (role === 'change' && !hasBase);
    return isAdded ? rows.flatMap((row, i) => [...sumOf(row.told ? row.parts : [], i, column, slack), ...subset(row.subsetOf, i, column, slack, role)]) : [];
  });
}

function sumOf(parts: readonly number[], row: number, column: number, slack: Slack): Bond[] {
  if (parts.length === 0) return [];
  const isBroken = ([whole, ...rest]: readonly LayoutFigure[]): boolean => {
    const gap = (whole?.value ?? 0) - added(rest.map(({ value }) => value));
    return whole !== undefined && Math.abs(gap) > added([whole, ...rest].map(slack));
  };
  return [{ keys: [row, ...parts].map((one) => keyOf(one, column)), isBroken }];
}

function added(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}

function subset(whole: number | null, row: number, column: number, slack: Slack, role: LayoutRole): Bond[] {
  if (whole === null || !LEVELS.has(role)) return [];
  return [{ keys: [keyOf(row, column), keyOf(whole, column)], isBroken: ([part, all]) => part !== undefined && all !== undefined && part.value - all.value > slack(part) + slack(all) }];
}

function comparisons({ rows, columns }: RandomLayout, slack: Slack): Bond[] {
  const at = (role: LayoutRole): number => columns.findIndex((column) => column.role === role);
  return rows.flatMap((_, row) => {
    const bond = (roles: readonly LayoutRole[], isBroken: Bond['isBroken']): Bond => ({ keys: roles.map((role) => keyOf(row, at(role))), isBroken });
    const percent = (offset: number): Bond['isBroken'] => ([a, b, stated]) => isOff(stated, a, b, slack, offset);
    const implied = (offset: number): Bond['isBroken'] => ([a, change, stated]) => a !== undefined && change !== undefined && isOff(stated, a, { ...a, value: a.value - change.value }, () => slack(a) + slack(change), offset);
    if (at('base') === -1) return [bond(['actual', 'change', 'ratio'], implied(0)), bond(['actual', 'change', 'growth'], implied(1000)), bond(['actual', 'plan', 'attainment'], percent(0))];
    const isChanged: Bond['isBroken'] = ([a, b, change]) => a !== undefined && b !== undefined && change !== undefined && Math.abs(change.value - a.value + b.value) > added([a, b, change].map(slack));
    return [bond(['actual', 'base', 'change'], isChanged), bond(['actual', 'base', 'ratio'], percent(0)), bond(['actual', 'base', 'growth'], percent(1000)), bond(['actual', 'plan', 'attainment'], percent(0))];
  });
}

/** Off by more than one and a half tenths of a percent, whatever the figures were before they were rounded. */
function isOff(stated: LayoutFigure | undefined, top: LayoutFigure | undefined, bottom: LayoutFigure | undefined, slack: Slack, offset: number): boolean {
  if (stated === undefined || top === undefined || bottom === undefined) return false;
  const [a, b] = [slack(top), slack(bottom)];
  if (bottom.value - b <= 0 || top.value - a < 0) return false;
  const [low, high] = [(1000 * (top.value - a)) / (bottom.value + b), (1000 * (top.value + a)) / (bottom.value - b)];
  const ratio = stated.value + offset;
  const reach = 1.5 * unitOf(stated);
  return ratio < low - reach || ratio > high + reach;
}
