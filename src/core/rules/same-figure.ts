/**
 * An indicator that stands in two places of one workbook has the same figure in both.
 *
 * Two places are two rows of one table, or two tables with the same title; sheets of different districts repeat the
 * indicators by design, and are not compared. Spec: docs/spec.md, R14.
 */
import type { Table } from '#core/layout/table';
import { roundedInterval } from '#core/numbers/figure';
import { meets } from '#core/numbers/interval';
import { cellOf, isTerm, termAt, type Term } from '#core/relations/relation';
import { defineRule, type Outcome } from '#core/rule';
import { broken } from '#core/rules/outcomes';
import { samePeriod } from '#core/table/period';
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
  const first = new Map<string, Term>();
  const twins = all.slice(0, all.indexOf(table)).filter((other) => isTwin(other, table));
  for (const other of twins) collect(other, first);
  const { actual } = table.columns;
  if (actual === null) return;
  for (const row of table.rows) {
    const here = row.kind === 'indicator' ? termAt(table, row, actual) : 'empty';
    if (!isTerm(here)) continue;
    const key = keyOf(table, row);
    const there = first.get(key);
    if (there === undefined) first.set(key, here);
    else yield meets(roundedInterval(here.figure), roundedInterval(there.figure)) ? { is: 'holds', at: here, relation: null } : differing(here, there);
  }
}

function differing(here: Term, there: Term): Outcome<Facts> {
  const place = there.table.grid === here.table.grid ? cellOf(there) : `'${there.table.grid.name}'!${cellOf(there)}`;
  return broken(here, [there], { here, there, place });
}

function collect(table: Table, first: Map<string, Term>): void {
  const { actual } = table.columns;
  if (actual === null) return;
  for (const row of table.rows) {
    const term = row.kind === 'indicator' ? termAt(table, row, actual) : 'empty';
    const key = keyOf(table, row);
    if (isTerm(term) && !first.has(key)) first.set(key, term);
  }
}

/** The same report twice: the same words in the title, the same period, and a title at all. */
function isTwin(a: Table, b: Table): boolean {
  return a.title !== '' && nameKey(a.title) === nameKey(b.title) && samePeriod(a.period, b.period);
}

/** The row's name with those above it: "Nông nghiệp" under two parents is two indicators. */
function keyOf(table: Table, row: Row): string {
  const id = table.match(row)?.indicator.id;
  if (id !== undefined) return `#${id}`;
  const names: string[] = [];
  for (let at: Row | null = row; at !== null; at = at.parent) names.push(nameKey(at.name));
  return `${names.join('/')}|${nameKey(row.unit)}`;
}
