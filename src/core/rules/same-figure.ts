/**
 * An indicator that stands in two places of one workbook has the same figure in both.
 *
 * Two places are two rows of one table, or two tables with the same title; sheets of different districts repeat the
 * indicators by design, and are not compared. Spec: docs/spec.md, R14.
 */
import type { Table } from '#core/layout/table';
import { roundedInterval } from '#core/numbers/figure';
import { meets } from '#core/numbers/interval';
import { cellOf, isTerm, termAt, type Relation, type Term } from '#core/relations/relation';
import { defineRule, type Outcome } from '#core/rule';
import { broken } from '#core/rules/outcomes';
import type { Row } from '#core/table/rows';
import { nameKey } from '#core/table/vietnamese';

interface Facts {
  readonly here: Term;
  readonly there: Term;
  /** The other place: A1, with its sheet where that is another one. */
  readonly place: string;
}

export const sameFigure = defineRule({
  id: 'same-figure',
  group: 'across',
  severity: 'warning',
  check: (table, all) => outcomes(table, all),

  say({ here, there, place }: Facts, print) {
    return {
      what: `Ghi ${print.figure(here.figure)}, nhưng chỉ tiêu này ở ${place} ghi ${print.figure(there.figure)}.`,
      why: 'Cùng một chỉ tiêu, cùng kỳ báo cáo thì số liệu ở hai nơi phải như nhau.',
      todo: `Đối chiếu ${cellOf(here)} và ${place} với số liệu gốc.`,
    };
  },

  examples: {
    holds: ['1 | Tổng số HTX | HTX | 254\n2 | Giải thể | HTX | 8\n3 | Tổng số HTX | HTX | 254'],
    breaks: ['1 | Tổng số HTX | HTX | [254]\n2 | Giải thể | HTX | 8\n3 | Tổng số HTX | HTX | [245]'],
  },
});

function* outcomes(table: Table, all: readonly Table[]): Iterable<Outcome<Facts>> {
  const { actual } = table.columns;
  const first = firstPlaces(all).get(table);
  if (actual === null || first === undefined) return;
  for (const [key, here] of actualsOf(table)) {
    const there = first.get(key);
    if (there === undefined || (there.row === here.row && there.table === table)) continue;
    const relation: Relation = { kind: 'sum', judged: here, terms: [{ term: there, sign: 1 }], basis: 'declared' };
    yield meets(roundedInterval(here.figure), roundedInterval(there.figure)) ? { is: 'holds', at: here, relation } : differing(here, there, relation);
  }
}

function differing(here: Term, there: Term, relation: Relation): Outcome<Facts> {
  const place = there.table.grid === here.table.grid ? cellOf(there) : `'${there.table.grid.name}'!${cellOf(there)}`;
  return broken(here, [there], { here, there, place }, relation);
}

/** For each table the first place of every indicator of its report. */
type FirstPlaces = ReadonlyMap<Table, ReadonlyMap<string, Term>>;

const placesOf = new WeakMap<readonly Table[], FirstPlaces>();

/** Looked up once a workbook: comparing each table with all before it would cost the square of them. */
function firstPlaces(all: readonly Table[]): FirstPlaces {
  const known = placesOf.get(all);
  if (known !== undefined) return known;
  const reports = new Map<string, Map<string, Term>>();
  const places = new Map<Table, Map<string, Term>>();
  for (const table of all) {
    const report = reportKey(table);
    const first = (report === null ? undefined : reports.get(report)) ?? new Map<string, Term>();
    if (report !== null) reports.set(report, first);
    for (const [key, term] of actualsOf(table)) if (!first.has(key)) first.set(key, term);
    places.set(table, first);
  }
  placesOf.set(all, places);
  return places;
}

/** The actual of each row that has one, by the row's key. */
function* actualsOf(table: Table): Iterable<readonly [string, Term]> {
  const { actual } = table.columns;
  if (actual === null) return;
  for (const row of table.rows) {
    const term = row.kind === 'indicator' ? termAt(table, row, actual) : 'empty';
    if (isTerm(term)) yield [keyOf(table, row), term];
  }
}

/** The same report twice has the same words in its title, and the same period; a table without a title stands alone. */
function reportKey({ title, period: { year, part, n } }: Table): string | null {
  return title === '' ? null : [nameKey(title), year, part, n].join('|');
}

/** The row's name with those above it: "Nông nghiệp" under two parents is two indicators. */
function keyOf(table: Table, row: Row): string {
  const id = table.match(row)?.indicator.id;
  if (id !== undefined) return `#${id}`;
  const names: string[] = [];
  for (let at: Row | null = row; at !== null; at = at.parent) names.push(nameKey(at.name));
  return `${names.join('/')}|${nameKey(row.unit)}`;
}
