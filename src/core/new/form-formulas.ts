/**
 * The formulas of a form: totals of declared parts, rates of two rows, comparisons with last year and the plan.
 *
 * Plain Excel, en-US, without `=`. A formula gives empty text until each of its figures is a number: a blank cell, "-",
 * "x" and "…" give no `#VALUE!`, and a base of 0 or below has no ratio. Spec: docs/spec.md, A2.
 */
import { percentText, runText } from '#core/complete/formula-text';
import type { Indicator } from '#core/layout/template';
import { address } from '#core/table/grid';

/** Where the rows of a form's indicators stand, by their ids; counted from 0. */
export interface RowOf {
  readonly rows: ReadonlyMap<string, number>;
  /** Indicators that no formula can give, since it would lead back to them. */
  readonly circular: ReadonlySet<string>;
}

export function formulaRows(indicators: ReadonlyMap<Indicator, number>): RowOf {
  const rows = new Map([...indicators].map(([{ id }, row]) => [id, row]));
  const from = new Map([...indicators.keys()].map(({ id, parts, rateOf }) => [id, parts ?? (rateOf === undefined ? [] : [rateOf.numerator, rateOf.denominator])]));
  return { rows, circular: new Set([...rows.keys()].filter((id) => leadsTo(id, from))) };
}

/** Whether what an indicator follows from follows from itself. */
function leadsTo(id: string, from: ReadonlyMap<string, readonly string[]>): boolean {
  const seen = new Set<string>();
  const open = [...(from.get(id) ?? [])];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (next === id) return true;
    if (seen.has(next)) continue;
    seen.add(next);
    open.push(...(from.get(next) ?? []));
  }
  return false;
}

/** The total of a row's parts, else its rate of two others, in one column; null where the template declares neither. */
export function levelFormula({ id, parts, rateOf }: Indicator, column: number, { rows: rowOf, circular }: RowOf): string | null {
  if (circular.has(id)) return null;
  if (parts !== undefined && parts.length > 0) return totalFormula(parts, column, rowOf);
  if (rateOf === undefined) return null;
  const [top, bottom] = [rowOf.get(rateOf.numerator), rowOf.get(rateOf.denominator)];
  return top === undefined || bottom === undefined ? null : quotientFormula(address(top, column), address(bottom, column), 0);
}

function totalFormula(parts: readonly string[], column: number, rowOf: RowOf['rows']): string | null {
  const rows = parts.map((id) => rowOf.get(id)).filter((row) => row !== undefined);
  if (rows.length < parts.length) return null;
  const cells = runText(column, rows.map((row) => row + 1)) ?? rows.map((row) => address(row, column)).join(',');
  return numbers(cells, rows.length, `SUM(${cells})`);
}

/** @param base a cell, with its sheet where it is another one */
export function changeFormula(actual: string, base: string): string {
  return numbers(`${actual},${base}`, 2, `${actual}-${base}`);
}

/** A fraction of one; 1 less for a growth, where `offset` is 100. */
export function quotientFormula(top: string, bottom: string, offset: 0 | 100): string {
  return numbers(`${top},${bottom}`, 2, `IF(${bottom}>0,${percentText(`${top}/${bottom}`, offset, true)},"")`);
}

function numbers(cells: string, count: number, formula: string): string {
  return `IF(COUNT(${cells})<${count},"",${formula})`;
}
