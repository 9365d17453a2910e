/**
 * Last year's figures and the plan from elsewhere: another sheet, last year's workbook, the plan's file.
 *
 * Rows are matched by the template's indicators where both tables follow it, else by section, place in the tree, name
 * and how often the name came before. Spec: docs/spec.md, G3.
 */
import type { Input } from '#core/complete/derivation';
import type { Table } from '#core/layout/table';
import { storedIn } from '#core/complete/stored';
import { moneyPower } from '#core/layout/units';
import { shifted } from '#core/numbers/decimal';
import { isGap, type Figure } from '#core/numbers/figure';
import { cellOf } from '#core/relations/relation';
import { comparedWith } from '#core/rules/comparing';
import type { Against, Column, Comparison } from '#core/table/columns';
import { nameKey } from '#core/table/vietnamese';
import type { Row } from '#core/table/rows';

/** A table to take figures from. */
export interface Source {
  readonly table: Table;
  /** What it was given as; null for another sheet of the same workbook, which may be either. */
  readonly as: Against | null;
  /** The workbook's name, as it is to be quoted; null for the workbook itself. */
  readonly file: string | null;
}

/** Each row of one table by what names it, and the same row of another. */
function sameRows(table: Table, other: Table): ReadonlyMap<Row, Row> {
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
  for (let one: Row | null = row; one !== null; one = one.parent) path.unshift(nameKey(one.name.replaceAll(YEARS, '')));
  const section = row.section === null ? '' : nameKey(row.section.name.replaceAll(YEARS, ''));
  return [section, ...path].join('/');
}

/** A figure, and where it was found. */
export interface Elsewhere {
  readonly input: Input;
  readonly source: Source;
}

/**
 * What a comparison's base is elsewhere; null where no source has the row with a figure in a unit that can be converted.
 */
export function baseElsewhere(sources: readonly Source[], table: Table, row: Row, comparison: Comparison): Elsewhere | null {
  for (const source of sources) {
    if (source.as !== null && source.as !== comparison.against) continue;
    const column = levelFor(source, comparison);
    const same = column === null ? undefined : sameRows(table, source.table).get(row);
    const input = column === null || same === undefined ? null : inputAt(source, same, column, row);
    if (input !== null) return { input, source };
  }
  return null;
}

/** The column of a source that holds the base: last year's result, or the plan of the year. */
function levelFor({ table, as }: Source, comparison: Comparison): Column | null {
  const { year } = comparedWith(comparison);
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
function inputAt(source: Source, same: Row, column: Column, row: Row): Input | null {
  const { table, file } = source;
  const figure = table.figure(same, column);
  if (isGap(figure)) return null;
  const spot = { table, row: same, column };
  const power = powerBetween(same, row, table.match(same) !== null);
  if (power === null) return null;
  const origin = `${file === null ? '' : `[${file}]`}${table.grid.name}!${cellOf(spot)}`;
  const stored = storedIn(spot, figure);
  return { figure: power === 0 ? figure : converted(figure, power), stored: shifted(stored, power), spot: file === null && power === 0 ? spot : null, origin };
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
