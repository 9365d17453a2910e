/**
 * The relations that share cells, at first hand or through others, with one that is broken: the rest of a workbook
 * cannot tell which of its figures is wrong, and most of it costs no more than a look.
 */
import type { Table } from '#core/layout/table';
import type { Evidence } from '#core/localise/model';
import { relatedTo, type Term } from '#core/relations/relation';

/** More columns than a sheet has. */
const WIDTH = 16_384;

/** Those relations in their order. */
export function entangled(all: readonly Evidence[]): readonly Evidence[] {
  const groups = new Groups(all.length);
  const first = new Map<Table, Map<number, number>>();
  let number = 0;
  for (const { relation } of all) {
    meet(groups, first, relation.judged, number);
    for (const term of relatedTo(relation)) meet(groups, first, term, number);
    number += 1;
  }
  const broken = new Set<number>();
  for (const [i, { grade }] of all.entries()) if (grade === 'wrong') broken.add(groups.of(i));
  return all.filter((_, i) => broken.has(groups.of(i)));
}

/** Joins a relation with the first one that had the same cell. */
function meet(groups: Groups, first: Map<Table, Map<number, number>>, { table, row, column }: Term, number: number): void {
  let cells = first.get(table);
  if (cells === undefined) {
    cells = new Map();
    first.set(table, cells);
  }
  const at = row.at * WIDTH + column.index;
  const other = cells.get(at);
  if (other === undefined) cells.set(at, number);
  else groups.join(other, number);
}

/** Sets that grow together, each known by one of its members. Method: union by halved paths, Tarjan and van Leeuwen (1984). */
class Groups {
  readonly #above: number[];

  constructor(count: number) {
    this.#above = Array.from({ length: count }, (_, i) => i);
  }

  of(member: number): number {
    let at = member;
    let above = this.#above[at] ?? at;
    while (above !== at) {
      const next = this.#above[above] ?? above;
      this.#above[at] = next;
      at = next;
      above = this.#above[at] ?? at;
    }
    return at;
  }

  join(a: number, b: number): void {
    this.#above[this.of(b)] = this.of(a);
  }
}
