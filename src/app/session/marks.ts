/** The marks that a list of items sets in the sheet: errors and warnings that still stand. Spec: docs/spec.md, V5. */
import type { Listed } from '#app/session/state';
import { placeOf } from '#core/table/grid';
import type { Mark } from '#ports/workbook-host';

/** @param notes whether the host can keep a note beside a cell: it says what the item says */
export function marksFor(items: readonly Listed[], notes: boolean): Mark[] {
  const open = items.filter(({ agrees, severity }) => !agrees && severity !== 'note');
  return open.map(({ sheet, cell, severity, what }) => ({ sheet, ...placeOf(cell), severity, note: notes ? what : null }));
}
