/**
 * The relations that share cells, at first hand or through others, with one that is broken: the rest of a workbook
 * cannot tell which of its figures is wrong, and most of it costs no more than a look.
 */
import { CellNumbers } from '#core/localise/cell-numbers';
import type { Evidence } from '#core/localise/model';
import { relatedTo } from '#core/relations/relation';

/** Those relations in their order. */
export function entangled(all: readonly Evidence[]): readonly Evidence[] {
  const groups = new Groups(all.length);
  const first = new CellNumbers();
  let number = 0;
  for (const { relation } of all) {
    const own = number;
    // Joined with the first relation that had the same cell.
    for (const term of [relation.judged, ...relatedTo(relation)]) groups.join(first.of(term, () => own), own);
    number += 1;
  }
  const broken = new Set<number>();
  for (const [i, { grade }] of all.entries()) if (grade === 'wrong') broken.add(groups.of(i));
  return all.filter((_, i) => broken.has(groups.of(i)));
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
