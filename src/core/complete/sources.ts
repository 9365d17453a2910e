/**
 * Last year's figures and the plan from elsewhere: another sheet, last year's workbook, the plan's file.
 *
 * Rows are matched by the template's indicators where both tables follow it, else by section, place in the tree, name
 * and how often the name came before. Spec: docs/spec.md, G3.
 */
import type { Input } from '#core/complete/derivation';
import type { Source } from '#core/layout/source';
import type { Table } from '#core/layout/table';
import { storedIn } from '#core/complete/stored';
import { moneyPower } from '#core/layout/units';
import { shifted } from '#core/numbers/decimal';
import { isGap, type Figure } from '#core/numbers/figure';
import { cellFrom, type Spot } from '#core/relations/relation';
import { comparedWith } from '#core/rules/comparing';
import type { Column, Comparison } from '#core/table/columns';
import { nameKey } from '#core/table/vietnamese';
import type { Row } from '#core/table/rows';

/** Each row of one table by what names it, and the same row of another. */
export function sameRows(table: Table, other: Table): ReadonlyMap<Row, Row> {
  const theirs = keyed(other);
  const found = new Map<Row, Row>();
  for (const [key, row] of keyed(table)) {
    const same = theirs.get(key);
    if (same !== undefined) found.set(row, same);
  }
  return found;
}

const known = new WeakMap<Table, ReadonlyMap<string, Row>>();

function keyed(table: Table): ReadonlyMap<string, Row> {
  let keys = known.get(table);
  if (keys === undefined) {
    keys = keysOf(table);
    known.set(table, keys);
  }
  return keys;
}

/** Years differ between the names of two years' tables. */
const YEARS = /(?:19|20)\d\d/g;

/** A name as two years' tables write it alike. */
export function timelessKey(name: string): string {
  return nameKey(name.replaceAll(YEARS, ''));
}

function keysOf(table: Table): ReadonlyMap<string, Row> {
  const keys = new Map<string, Row>();
  const seen = new Map<string, number>();
  for (const row of table.rows) {
    if (row.kind !== 'indicator') continue;
    const match = table.match(row);
    const name = match === null ? pathOf(row) : `${table.recognition?.template.id ?? ''}:${match.indicator.id}`;
    const before = seen.get(name) ?? 0;
    seen.set(name, before + 1);
    keys.set(`${name}#${before}`, row);
  }
  return keys;
}

function pathOf(row: Row): string {
  const path: string[] = [];
  for (let one: Row | null = row; one !== null; one = one.parent) path.unshift(timelessKey(one.name));
  const section = row.section === null ? '' : timelessKey(row.section.name);
  return [section, ...path].join('/');
}

/** A figure, and where it was found. */
export interface Elsewhere {
  readonly input: Input;
  readonly source: Source;
  readonly spot: Spot;
}

/**
 * The other sheets of a workbook as sources: those that report a year that no other of its tables reports.
 *
 * One sheet a district tells nothing of another district, though both name the same years.
 */
export function ownSources(tables: readonly Table[]): Source[] {
  const count = new Map<number | null, number>();
  for (const { year } of tables) count.set(year, (count.get(year) ?? 0) + 1);
  return tables.filter(({ year }) => year !== null && count.get(year) === 1).map((table) => ({ table, as: null }));
}

/**
 * What a comparison's base is elsewhere; null where no source has the row with a figure in a unit that can be converted.
 */
export function baseElsewhere(sources: readonly Source[], table: Table, row: Row, comparison: Comparison): Elsewhere | null {
  for (const source of sources) {
    const found = source.table === table || (source.as !== null && source.as !== comparison.against) ? null : baseIn(source, table, row, comparison);
    if (found !== null) return found;
  }
  return null;
}

function baseIn(source: Source, table: Table, row: Row, comparison: Comparison): Elsewhere | null {
  const column = levelFor(source, comparison);
  const same = column && sameRows(table, source.table).get(row);
  if (column === null || !same) return null;
  const spot = { table: source.table, row: same, column };
  const input = inputAt(spot, table, row);
  return input && { input, source, spot };
}

/** Whether another workbook was given that reports what a comparison compares with: a row that it lacks cannot be checked. */
export function reports(sources: readonly Source[], comparison: Comparison): boolean {
  return sources.some((source) => source.as === comparison.against && levelFor(source, comparison) !== null);
}

/** The column of a source that holds the base: last year's result, or the plan of the year. */
export function levelFor({ table, as }: Source, comparison: Comparison): Column | null {
  const { year } = comparedWith(comparison);
  // Another sheet of the workbook is last year's own, and no sheet of this year that names last year besides.
  if (as === null && (comparison.against === 'plan' || table.year !== year)) return null;
  const ofYear = table.columns.levels.filter(({ period }) => period.part === comparison.actual.period.part && (period.year ?? table.year) === year);
  return comparison.against === 'plan' ? planIn(ofYear, table, as) : resultIn(ofYear, table, as);
}

/** A plan's own file needs no more than one column, and no year. */
function planIn(ofYear: readonly Column[], { columns: { levels } }: Table, as: Source['as']): Column | null {
  const plan = ofYear.find(({ standing }) => standing === 'plan');
  if (plan !== undefined || as !== 'plan') return plan ?? null;
  return levels.find(({ standing, period }) => standing === 'plan' && period.year === null) ?? (levels.length === 1 ? (levels[0] ?? null) : null);
}

function resultIn(ofYear: readonly Column[], { year, columns: { actual } }: Table, as: Source['as']): Column | null {
  const results = ofYear.filter(({ standing }) => standing !== 'plan');
  const best = results.find(({ standing }) => standing === 'actual') ?? results[0];
  return best ?? (as === 'earlier' && year === null ? actual : null);
}

/** The figure in the row's own unit: amounts in another power of the đồng are converted, other units are not taken. */
function inputAt(spot: Spot, to: Table, row: Row): Input | null {
  const { table, row: same, column } = spot;
  const figure = table.figure(same, column);
  const power = isGap(figure) ? null : powerBetween(same, row, table.match(same) !== null);
  if (isGap(figure) || power === null) return null;
  const stored = shifted(storedIn(spot, figure), power);
  const origin = table.grid === to.grid ? null : cellFrom(spot, { table: to, row, column });
  return { figure: power === 0 ? figure : converted(figure, power), stored, spot: table.file === null && power === 0 ? spot : null, origin };
}

function converted(figure: Figure, power: number): Figure {
  const value = shifted(figure.value, power);
  const decimals = figure.decimals - power;
  return { ...figure, value, place: figure.place + power, decimals: decimals > 0 ? decimals : 0 };
}

/** The power of ten that turns the one unit into the other; null where they are not known to be the same thing. */
function powerBetween(from: Row, to: Row, isSameIndicator: boolean): number | null {
  if (nameKey(from.unit) === nameKey(to.unit) || from.unit === '' || to.unit === '') return 0;
  const [own, wanted] = [moneyPower(from.unit), moneyPower(to.unit)];
  if (own !== null && wanted !== null) return own - wanted;
  return isSameIndicator && own === wanted ? 0 : null;
}
