/**
 * Breaks in the series between last year's table and this one: which rows are new, which are gone, and which of them are
 * one indicator under two names, or one that was split into several or made of several.
 *
 * Spec: docs/spec.md, R18.
 */
import { levelFor, ownSources, sameRows, timelessKey } from '#core/complete/sources';
import type { Source } from '#core/layout/source';
import type { Table } from '#core/layout/table';
import { measureOf } from '#core/layout/units';
import { roundedInterval } from '#core/numbers/figure';
import { fraction } from '#core/numbers/fraction';
import { addIntervals, meets, point, type Interval } from '#core/numbers/interval';
import { isTerm, termAt } from '#core/relations/relation';
import { comparisonRows, impliedBase } from '#core/rules/comparing';
import type { Column } from '#core/table/columns';
import type { Row } from '#core/table/rows';
import { folded } from '#core/table/vietnamese';

/** Rows of this year's table and of last year's that are the same indicators. */
export interface Break {
  readonly rows: readonly Row[];
  readonly were: readonly Row[];
}

export interface Series {
  /** Last year's table. */
  readonly last: Table;
  readonly same: ReadonlyMap<Row, Row>;
  /** One row each, under two names. */
  readonly renamed: readonly Break[];
  /** One row of one year, several of the other, of which the figures add up. */
  readonly split: readonly Break[];
}

const known = new WeakMap<Table, WeakMap<Table, Series | null>>();

/** The tables of last year that this one continues, with what broke; found once for each two tables. */
export function seriesOf(table: Table, all: readonly Table[], sources: readonly Source[]): Series[] {
  const own = known.get(table) ?? new WeakMap<Table, Series | null>();
  known.set(table, own);
  return [...sources, ...ownSources(all)].flatMap((source) => {
    let series = own.get(source.table);
    if (series === undefined) {
      series = source.table === table ? null : seriesWith(table, source);
      own.set(source.table, series);
    }
    return series ?? [];
  });
}

function seriesWith(table: Table, source: Source): Series | null {
  const column = table.columns.comparisons.filter(({ against }) => against === 'earlier').map((comparison) => levelFor(source, comparison)).find((one) => one !== null);
  if (column === undefined || source.as === 'plan') return null;
  const same = sameRows(table, source.table);
  const now = table.rows.filter(isIndicator);
  // Two tables of which less than half is the same are no series.
  if (same.size * 2 < now.length) return null;
  const taken = new Set(same.values());
  if (now.length - same.size > MOST_UNMATCHED || source.table.rows.length - same.size > MOST_UNMATCHED) return { last: source.table, same, renamed: [], split: [] };
  const search = new Search(table, { source, column, same });
  const added = now.filter((row) => !same.has(row));
  const gone = source.table.rows.filter((row) => isIndicator(row) && !taken.has(row));
  const renamed = search.renamed(added, gone);
  const left = (rows: readonly Row[], of: (one: Break) => readonly Row[]): Row[] => rows.filter((row) => !renamed.some((one) => of(one).includes(row)));
  return { last: source.table, same, renamed, split: search.split(left(added, (one) => one.rows), left(gone, (one) => one.were)) };
}

function isIndicator({ kind }: Row): boolean {
  return kind === 'indicator';
}

/** Two of three words alike. */
const ALIKE = [2, 3] as const;
/** More rows that only one of two tables has are a new layout. */
const MOST_UNMATCHED = 300;
/** More rows together are none that one row was split into. */
const MOST_TOGETHER = 6;

class Search {
  readonly #bases: ReadonlyMap<Row, Interval>;
  readonly #source: Source;
  readonly #column: Column;
  readonly #same: ReadonlyMap<Row, Row>;

  constructor(table: Table, { source, column, same }: { readonly source: Source; readonly column: Column; readonly same: ReadonlyMap<Row, Row> }) {
    this.#source = source;
    this.#column = column;
    this.#same = same;
    this.#bases = basesOf(table);
  }

  /** Pairs of which neither row has another that it could be. */
  renamed(added: readonly Row[], gone: readonly Row[]): Break[] {
    return added.flatMap((row) => {
      const [was, ...others] = gone.filter((one) => this.#isRenamed(row, one));
      const rivals = was === undefined ? [] : added.filter((one) => this.#isRenamed(one, was));
      return was === undefined || others.length > 0 || rivals.length > 1 ? [] : [{ rows: [row], were: [was] }];
    });
  }

  split(added: readonly Row[], gone: readonly Row[]): Break[] {
    const figure = (row: Row): Interval | null => this.#figure(row);
    const base = (row: Row): Interval | null => this.#bases.get(row) ?? null;
    const into = gone.flatMap((was) => this.#windows(added, was, (row) => this.#isPlacedAs(row, was), { sum: figure(was), part: base }).map((rows) => ({ rows, were: [was] })));
    const from = added.flatMap((row) => this.#windows(gone, row, (was) => this.#isPlacedAs(row, was), { sum: base(row), part: figure }).map((were) => ({ rows: [row], were })));
    return [...into, ...from];
  }

  /** The one run of neighbours that adds up to a row's figure; none where several do. */
  #windows(rows: readonly Row[], whole: Row, isPlaced: (row: Row) => boolean, { sum, part }: { readonly sum: Interval | null; readonly part: (row: Row) => Interval | null }): Row[][] {
    if (sum === null || isNothing(sum)) return [];
    const near = rows.filter((row) => isPlaced(row) && measureOf(row.unit) === measureOf(whole.unit));
    const found = runsOf(near).filter((run) => {
      const all = total(run.map(part));
      return all !== null && meets(all, sum);
    });
    return found.length === 1 ? found : [];
  }

  /** Of one kind, at one place, and alike by name or by a figure that no other row would have by chance. */
  #isRenamed(row: Row, was: Row): boolean {
    if (!this.#isPlacedAs(row, was) || measureOf(row.unit) !== measureOf(was.unit)) return false;
    if (likeness(row.name, was.name)) return true;
    const [base, figure] = [this.#bases.get(row), this.#figure(was)];
    return row.ordinal === was.ordinal && base !== undefined && figure !== null && isTelling(figure) && meets(base, figure);
  }

  #isPlacedAs(row: Row, was: Row): boolean {
    if (sectionKey(row) !== sectionKey(was)) return false;
    if (row.parent === null || row.parent === row.section) return was.parent === null || was.parent === was.section;
    return this.#same.get(row.parent) === was.parent;
  }

  #figure(was: Row): Interval | null {
    const term = termAt(this.#source.table, was, this.#column);
    return isTerm(term) ? roundedInterval(term.figure) : null;
  }
}

function sectionKey({ section }: Row): string {
  return section === null ? '' : timelessKey(section.name);
}

/** Two rows or more, one after another. */
function runsOf(rows: readonly Row[]): Row[][] {
  return rows.flatMap((_, from) => Array.from({ length: MOST_TOGETHER - 1 }, (_unused, i) => rows.slice(from, from + i + 2)).filter(({ length }, i) => length === i + 2));
}

/** Every row's figure of last year, as its own table has it or implies it. */
function basesOf(table: Table): Map<Row, Interval> {
  const bases = new Map<Row, Interval>();
  for (const { row, base, actual, change } of comparisonRows(table, 'earlier')) {
    if (isTerm(base)) bases.set(row, roundedInterval(base.figure));
    else if (isTerm(actual) && isTerm(change)) bases.set(row, impliedBase(actual.figure, change.figure));
  }
  return bases;
}

function total(parts: readonly (Interval | null)[]): Interval | null {
  return parts.reduce<Interval | null>((sum, part) => (sum === null || part === null ? null : addIntervals(sum, part)), parts.length === 0 ? null : point(fraction(0n)));
}

function isNothing({ low }: Interval): boolean {
  return low === null || low.at.n <= 0n;
}

/** Three digits or more: smaller figures are alike by chance. */
function isTelling({ low }: Interval): boolean {
  return low !== null && low.at.n >= 100n * low.at.d;
}

function likeness(a: string, b: string): boolean {
  const [own, other] = [wordsOf(a), wordsOf(b)];
  const shared = [...own].filter((word) => other.has(word)).length;
  const all = own.size + other.size - shared;
  return shared * ALIKE[1] >= all * ALIKE[0];
}

function wordsOf(name: string): Set<string> {
  return new Set(folded(name).split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '' && !/^(?:19|20)\d\d$/.test(word)));
}
