/** What else stands in a figure's column: where it may have been copied from, and how many decimals are usual there. */
import { exactOf, keyOf, order, toNearest, unitOfPlace, type Exact } from '#core/localise/exact';
import { bitsOf } from '#core/localise/odds';
import { isGap } from '#core/numbers/figure';
import type { Term } from '#core/relations/relation';

/** How often figures stand in a column, and each one's neighbours above and below. */
interface ColumnFigures {
  readonly count: number;
  readonly of: ReadonlyMap<string, number>;
  readonly rows: readonly { readonly at: number; readonly value: Exact; readonly stored: boolean }[];
  /** The last place of most decimals among its numbers. */
  readonly finest: number;
}

const columns = new WeakMap<Term['table'], Map<number, ColumnFigures>>();

function figuresOf({ table, column }: Term): ColumnFigures {
  const known = columns.get(table) ?? new Map<number, ColumnFigures>();
  columns.set(table, known);
  const figures = known.get(column.index) ?? counted(table, column);
  known.set(column.index, figures);
  return figures;
}

function counted(table: Term['table'], column: Term['column']): ColumnFigures {
  const of = new Map<string, number>();
  const rows: { at: number; value: Exact; stored: boolean }[] = [];
  let finest = 0;
  for (const row of table.rows) {
    const figure = row.kind === 'indicator' ? table.figure(row, column) : 'empty';
    if (isGap(figure)) continue;
    const value = exactOf(figure.value);
    if (figure.place < finest) finest = figure.place;
    rows.push({ at: row.at, value, stored: figure.knowledge === 'stored' });
    const key = keyOf(value);
    of.set(key, (of.get(key) ?? 0) + 1);
  }
  return { count: rows.length, of, rows, finest };
}

/** How a figure may have been copied: from the row above or below, from elsewhere in its column, or not at all. */
export type Copied = { readonly from: 'neighbour' } | { readonly from: 'column'; readonly rarity: number } | null;

export function copied(term: Term, value: Exact): Copied {
  // Nobody types all the digits of a quotient.
  const unit = unitOfPlace(term.figure.place);
  const { count, of, rows } = figuresOf(term);
  let place = 0;
  let end = rows.length;
  while (place < end) {
    const middle = (place + end) >> 1;
    if ((rows[middle]?.at ?? 0) < term.row.at) place = middle + 1;
    else end = middle;
  }
  const beside = [rows[place - 1], rows[place + 1]];
  if (beside.some((one) => one !== undefined && (order(one.value, value) === 0 || (one.stored && order(toNearest(one.value, unit), value) === 0)))) return { from: 'neighbour' };
  const others = (of.get(keyOf(value)) ?? 1) - 1;
  return others > 0 ? { from: 'column', rarity: bitsOf(count, others) } : null;
}

/** The last place of the figures of its column with most decimals: what a number that shows none may have lost. */
export function finestPlace(term: Term): number {
  return figuresOf(term).finest;
}
