/**
 * Formulas that read each other round in a ring, so that none can be calculated.
 *
 * A walk over what each reads; ranges are never spelled out: of a column the next cell that was not visited, and whether
 * any of its cells is on the present path, are each found in a few steps. Spec: docs/spec.md, O8.
 */
import { grouped } from '#core/grouped';
import { placeFrom } from '#core/formulas/sorted-rows';
import { readsOf, type Formed, type Read } from '#core/formulas/table-formulas';

/** One ring for each one that the walk meets, from the formula where it closes. */
export function cyclesOf(formulas: readonly Formed[]): Formed[][] {
  return new Walk(formulas).cycles;
}

/** The formulas of one column, by row. */
class ColumnOfFormulas {
  readonly rows: readonly number[];
  readonly formulas: readonly Formed[];
  /** Of each place the next one that was not visited, or a guess nearer to it. */
  readonly #next: number[];
  /** Places on the present path, in a Fenwick tree of counts. */
  readonly #open: number[];

  constructor(formulas: readonly Formed[]) {
    this.formulas = formulas;
    this.rows = formulas.map(({ row }) => row.at);
    this.#next = formulas.map((_, i) => i);
    this.#next.push(formulas.length);
    this.#open = Array.from({ length: formulas.length + 1 }, () => 0);
  }

  /** The first place at or below a row. */
  from(row: number): number {
    return placeFrom(this.rows, row);
  }

  /** The first place from this one on that was not visited. */
  unvisited(place: number): number {
    let at = place;
    for (let next = this.#next[at] ?? at; next !== at; next = this.#next[at] ?? at) {
      this.#next[at] = this.#next[next] ?? next;
      at = next;
    }
    return at;
  }

  visit(place: number): void {
    this.#next[place] = place + 1;
  }

  /** Puts a place on the path, or takes it off. */
  count(place: number, by: 1 | -1): void {
    for (let i = place + 1; i < this.#open.length; i += i & -i) this.#open[i] = (this.#open[i] ?? 0) + by;
  }

  isOpen(from: number, to: number): boolean {
    return this.#openBefore(to) > this.#openBefore(from);
  }

  #openBefore(place: number): number {
    let sum = 0;
    for (let i = place; i > 0; i -= i & -i) sum += this.#open[i] ?? 0;
    return sum;
  }
}

interface Step {
  readonly formula: Formed;
  readonly column: ColumnOfFormulas;
  readonly place: number;
  readonly reads: readonly Read[];
  /** The range being looked at, and the column in it. */
  range: number;
  across: number;
}

class Walk {
  readonly cycles: Formed[][] = [];
  readonly #columns = new Map<number, ColumnOfFormulas>();
  readonly #order: readonly number[];
  readonly #path: Step[] = [];

  constructor(formulas: readonly Formed[]) {
    const lists = grouped(formulas, ({ column }) => column.index);
    this.#order = [...lists.keys()].toSorted((a, b) => a - b);
    for (const [index, own] of lists) this.#columns.set(index, new ColumnOfFormulas(own));
    for (const column of this.#columns.values()) {
      for (let place = column.unvisited(0); place < column.rows.length; place = column.unvisited(place)) this.#walk(column, place);
    }
  }

  #walk(column: ColumnOfFormulas, place: number): void {
    this.#enter(column, place);
    for (let step = this.#path.at(-1); step !== undefined; step = this.#path.at(-1)) {
      const next = this.#next(step);
      if (next === null) this.#leave(step);
      else this.#enter(next.column, next.place);
    }
  }

  #enter(column: ColumnOfFormulas, place: number): void {
    const formula = column.formulas[place];
    if (formula === undefined) return;
    column.visit(place);
    column.count(place, 1);
    this.#path.push({ formula, column, place, reads: readsOf(formula), range: 0, across: 0 });
  }

  #leave({ column, place }: Step): void {
    column.count(place, -1);
    this.#path.pop();
  }

  /** The next formula that this one reads and that was not visited; rings that close on the way are noted. */
  #next(step: Step): { readonly column: ColumnOfFormulas; readonly place: number } | null {
    for (; step.range < step.reads.length; step.range += 1, step.across = 0) {
      const read = step.reads[step.range];
      for (; read !== undefined && step.across < this.#order.length; step.across += 1) {
        const column = this.#columnIn(read, step.across);
        if (column === null) continue;
        const to = column.from(read.bottom + 1);
        const place = column.unvisited(column.from(read.top));
        if (place < to) return { column, place };
        if (column.isOpen(column.from(read.top), to)) this.#close(column, read);
      }
    }
    return null;
  }

  #columnIn({ left, right }: Read, across: number): ColumnOfFormulas | null {
    const index = this.#order[across] ?? -1;
    return index < left || index > right ? null : (this.#columns.get(index) ?? null);
  }

  #close(column: ColumnOfFormulas, { top, bottom }: Read): void {
    const from = this.#path.findLastIndex((step) => step.column === column && step.formula.row.at >= top && step.formula.row.at <= bottom);
    if (from !== -1) this.cycles.push(this.#path.slice(from).map(({ formula }) => formula));
  }
}
