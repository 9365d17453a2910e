/** A row of an appendix as somebody sees it who knows how appendices are drawn: what stands in its cells, and what a right one would tell. */
import type { Indicator } from '#core/layout/template';
import type { InjectedError } from '#test/generate/errors';
import type { Role } from '#test/generate/figures';
import type { Seen } from '#test/generate/oracle/slip-chances';
import type { Placed } from '#test/generate/sheet';
import type { Appendix } from '#test/generate/appendix';
import { power, type Rational } from '#test/core/numbers/rational';

export interface SeenCell {
  /** As it was drawn. */
  readonly own: Placed;
  readonly seen: Seen;
  /** The value that the cell holds with all its digits, where its format hides some; null where it holds what it shows. */
  readonly stored: Rational | null;
  /** A formula stands in it: no slip of the generator leaves one. */
  readonly formula: boolean;
  /** A constant where every other row of the table has a formula: it was overwritten. */
  readonly overwritten: boolean;
}

export interface RowView {
  readonly row: number;
  readonly indicator: Indicator;
  readonly cells: ReadonlyMap<Role, SeenCell>;
  /** Steps to a unit in which levels are drawn: 1 for a count, 1000 for an amount. */
  readonly scale: number;
  /** Decimals of its levels. */
  readonly places: number;
}

/** Steps of a rate that two rows make: fine enough for any figure. */
const FINE = 1_000_000;

export function viewsOf({ placed, options: { digits } }: Appendix, errors: readonly InjectedError[]): Map<number, RowView> {
  const wrong = new Map(errors.map((error) => [error.figure.cell, error.changed]));
  const rows = new Map<number, Placed[]>();
  for (const own of placed) rows.set(own.row, [...(rows.get(own.row) ?? []), own]);
  return new Map([...rows].map(([row, figures]) => {
    const [first] = figures;
    const level = figures.find(({ role }) => role === 'actual') ?? first;
    if (level === undefined) throw new RangeError('Cannot look at a row without figures');
    const cells = new Map(figures.map((own) => [own.role, seenCell(own, wrong.get(own.cell) ?? null, digits)]));
    return [row, { row, indicator: level.indicator, cells, scale: scaleOf(level, digits === 'formulas'), places: level.places }];
  }));
}

function seenCell(own: Placed, changed: Placed | null, digits: Appendix['options']['digits']): SeenCell {
  const isFormula = digits === 'formulas' && isWorkedOut(own);
  const isHidden = digits === 'stored' && changed === null && own.value.compare(own.printed) !== 0;
  return { own, seen: changed ?? own, stored: isHidden ? own.value : null, formula: isFormula && changed === null, overwritten: isFormula && changed !== null };
}

function isWorkedOut({ indicator: { parts, rateOf }, from }: Placed): boolean {
  return from !== null || parts !== undefined || rateOf !== undefined;
}

/** In a table of formulas amounts have no more digits than are shown. */
function scaleOf({ indicator: { kind, rateOf }, places }: Placed, typed: boolean): number {
  if (kind === 'count') return 1;
  if (typed && rateOf === undefined) return 10 ** places;
  return kind !== 'rate' ? 1000 : rateOf === undefined ? 100 : FINE;
}

/** A value in whole steps of a row. */
export function stepsOf(value: Rational, scale: number): number {
  return Math.round(Number(value.n * BigInt(scale)) / Number(value.d));
}

/** The unit of so many decimals in steps, and 1 where the steps are coarser. */
export function unitSteps(scale: number, places: number): number {
  return Math.max(1, scale / Number(power(places).n));
}
