/** The marks that a list of items sets in the sheet. Spec: docs/spec.md, V5. */
import { cellsBehind, spotOf } from '#app/session/places';
import type { Listed } from '#app/session/state';
import { placeOf } from '#core/table/grid';
import type { Mark, SheetInfo } from '#ports/workbook-host';

export interface Marked {
  /** Whether the host can keep a note beside a cell: it says what the item says. */
  readonly notes: boolean;
  /** The item that is looked at, whose other cells are marked too. */
  readonly shown: Listed | null;
  /** Of the workbook as it is: what stood on others is past. */
  readonly sheets: readonly SheetInfo[];
}

/** Errors and warnings that still stand, and the cells behind the one that is looked at. */
export function marksFor(items: readonly Listed[], { notes, shown, sheets }: Marked): Mark[] {
  const ids = new Set(sheets.map(({ id }) => id));
  const open = items.filter(({ sheet, agrees, severity }) => !agrees && severity !== 'note' && ids.has(sheet));
  const marks = open.map(({ sheet, cell, severity, what }): Mark => ({ sheet, ...placeOf(cell), look: severity, note: notes ? what : null }));
  return shown === null || shown.agrees || !ids.has(shown.sheet) ? marks : [...marks, ...behind(shown, sheets)];
}

function behind({ sheet, cell, findings }: Listed, sheets: readonly SheetInfo[]): Mark[] {
  const others = cellsBehind(findings).filter((one) => one !== cell);
  return others.flatMap((one) => {
    const spot = spotOf(one, sheet, sheets);
    return spot === null ? [] : [{ ...spot, look: 'related' as const, note: null }];
  });
}
