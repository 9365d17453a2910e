/**
 * The relations of a learned layout: a known template's as far as its rows are there, and what rows and figures suggest.
 *
 * Suggested are parts and subsets by the rows' tree, as in any unknown layout; a rate of two rows where the figures agree
 * and no other two rows would do; stock and flow by the rows' names. Spec: docs/spec.md, L7.
 */
import { grouped } from '#core/grouped';
import type { Table } from '#core/layout/table';
import { RELATIONS, type Indicator, type RelationName } from '#core/layout/template';
import { isTerm, termAt, weigh, type Term } from '#core/relations/relation';
import type { Row } from '#core/table/rows';
import { folded, nameKey } from '#core/table/vietnamese';

type Relations = Pick<Indicator, 'parts' | 'ofWhich' | 'rateOf' | 'flow'>;

/** What a sheet suggests for a row that no template knows. */
export interface Suggestion extends Relations {
  readonly inferred: readonly RelationName[];
}

type IdOf = (row: Row) => string | undefined;

/** @param idOf of the rows of the learned layout */
export function suggestions(table: Table, idOf: IdOf): ReadonlyMap<Row, Suggestion> {
  const found = new Map<Row, Relations>();
  const put = (row: Row, relations: Relations): void => void found.set(row, { ...found.get(row), ...relations });
  for (const [whole, parts] of partsIn(table, idOf)) put(whole, { parts });
  for (const [whole, ofWhich] of subsetsIn(table, idOf)) put(whole, { ofWhich });
  for (const rows of bySection(table)) for (const row of rows) if (table.match(row) === null) put(row, figuresTell(table, row, { rows, idOf }));
  return new Map([...found].flatMap(([row, relations]) => (named(relations).length === 0 ? [] : [[row, { ...relations, inferred: named(relations) }] as const])));
}

function partsIn({ structure: { sums } }: Table, idOf: IdOf): (readonly [Row, readonly string[]])[] {
  const own = sums.filter(({ basis }) => basis === 'inferred').map(({ whole, parts }) => [whole, parts.map(idOf)] as const);
  return own.flatMap(([whole, ids]) => (ids.includes(undefined) ? [] : [[whole, ids.filter((id) => id !== undefined)] as const]));
}

function subsetsIn({ structure: { subsets } }: Table, idOf: IdOf): ReadonlyMap<Row, readonly string[]> {
  const found = new Map<Row, readonly string[]>();
  for (const { whole, part, basis } of subsets) {
    const id = idOf(part);
    if (basis === 'inferred' && id !== undefined) found.set(whole, [...(found.get(whole) ?? []), id]);
  }
  return found;
}

/** Rows of a section above which nobody holds each against each. */
const PATIENCE = 1000;

/** The indicators of each section that is not endless. */
function bySection({ rows }: Table): readonly (readonly Row[])[] {
  const sections = grouped(rows.filter(({ kind }) => kind === 'indicator'), ({ section }) => section);
  return [...sections.values()].filter(({ length }) => length <= PATIENCE);
}

/** The rows of a row's section, and their ids. */
interface Beside {
  readonly rows: readonly Row[];
  readonly idOf: IdOf;
}

/** What no tree shows: a rate of two rows, a stock and its flow. */
function figuresTell(table: Table, row: Row, beside: Beside): Relations {
  const kind = table.kind(row);
  if (kind === 'rate') return rateIn(table, row, beside);
  return kind === 'count' ? flowIn(row, beside) : {};
}

function named(relations: Relations): RelationName[] {
  return RELATIONS.filter((name) => relations[name] !== undefined);
}

/** The row above it, or the one it hangs under, over the only row of its unit that gives the rate in every column with figures. */
function rateIn(table: Table, rate: Row, { rows, idOf }: Beside): Pick<Relations, 'rateOf'> {
  const tops = [rate.parent, rows[rows.indexOf(rate) - 1]].filter((row) => row?.kind === 'indicator' && table.kind(row) !== 'rate');
  for (const top of tops) {
    const bottoms = top ? rows.filter((row) => row !== top && hasUnitOf(row, top) && gives(table, rate, top, row)) : [];
    const ids = [top, ...bottoms].map((row) => row && idOf(row));
    const [numerator, denominator] = ids;
    if (ids.length === 2 && numerator && denominator) return { rateOf: { numerator, denominator } };
  }
  return {};
}

function hasUnitOf({ unit }: Row, other: Row): boolean {
  return unit !== '' && nameKey(unit) === nameKey(other.unit);
}

function gives(table: Table, rate: Row, top: Row, bottom: Row): boolean {
  const verdicts = table.columns.levels.flatMap((column) => {
    const [judged, above, below] = [termAt(table, rate, column), termAt(table, top, column), termAt(table, bottom, column)];
    if (![judged, above, below].every(isTerm)) return [];
    return [weigh({ kind: 'quotient', judged: judged as Term, top: above as Term, bottom: below as Term, offset: 0, basis: 'inferred' })];
  });
  return verdicts.length > 0 && verdicts.every((verdict) => verdict === 'exact');
}

const STOCK = /^tong so\b/;
const OPENED = /\b(?:thanh lap moi|moi thanh lap)\b/;
const CLOSED = /\bgiai the\b/;

/** "Tổng số HTX" of a section in which one row of its unit is newly founded and one dissolved. */
function flowIn(stock: Row, { rows, idOf }: Beside): Pick<Relations, 'flow'> {
  if (!STOCK.test(folded(stock.name))) return {};
  const own = rows.filter((row) => hasUnitOf(row, stock));
  const like = (form: RegExp): Row[] => own.filter(({ name }) => form.test(folded(name)));
  const [stocks, opened, closed] = [like(STOCK), like(OPENED), like(CLOSED)];
  const [from, to, ...more] = [...opened, ...closed].map(idOf);
  const isOne = stocks[0] === stock && opened.length === 1 && more.length === 0;
  return isOne && from !== undefined && to !== undefined ? { flow: { opened: from, closed: to } } : {};
}

/** A known row's relations as far as their rows are there: parts of which one is missing are subsets of what is left. */
export function keptRelations({ parts = [], ofWhich = [], rateOf, flow, plausible, ...rest }: Indicator, has: (id: string) => boolean): Indicator {
  const isWhole = parts.every(has);
  const subsets = [...new Set([...ofWhich, ...(isWhole ? [] : parts)])].filter(has);
  return {
    ...rest, ...only('parts', parts, isWhole && parts.length > 0), ...only('ofWhich', subsets, subsets.length > 0),
    ...only('rateOf', rateOf, hasAll(rateOf, has)), ...only('flow', flow, hasAll(flow, has)), ...only('plausible', plausible, hasAll({ per: plausible?.per }, has)),
  };
}

function hasAll(ids: Readonly<Record<string, string | null | undefined>> | undefined, has: (id: string) => boolean): boolean {
  return Object.values(ids ?? {}).every((id) => typeof id !== 'string' || has(id));
}

function only<Field extends string, Value>(field: Field, value: Value | undefined, isKept: boolean): { readonly [F in Field]?: Value } {
  return (value !== undefined && isKept ? { [field]: value } : {}) as { readonly [F in Field]?: Value };
}
