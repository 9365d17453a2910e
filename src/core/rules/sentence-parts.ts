/** Parts of sentences that several rules write alike. */
import { cellOf, type Place } from '#core/relations/relation';

/** "D8, D9, D10"; a run of more than four cells is named by its ends. */
export function cellList(places: readonly Place[]): string {
  const cells = places.map(cellOf);
  return cells.length > 4 ? `${cells[0] ?? ''} … ${cells.at(-1) ?? ''}` : cells.join(', ');
}
