/** What the objects of the fake host need of it. */
import type { Area } from '#core/table/grid';
import type { Book, BookSheet } from '#test/office/book';
import type { Wire } from '#test/office/wire';

/** Events by the number that Microsoft's library gives them. */
export const EVENTS = { changed: 10, activated: 11, added: 13, selected: 14, deleted: 15, rowHidden: 22, renamed: 25, visibility: 26 } as const;

export type EventName = keyof typeof EVENTS;

export interface Playing {
  readonly book: Book;
  readonly range: (sheet: BookSheet, area: Area) => Wire;
  readonly areas: (sheet: BookSheet, areas: readonly Area[]) => Wire;
  readonly sheet: (sheet: BookSheet) => Wire;
  readonly formats: (sheet: BookSheet, areas: readonly Area[]) => Wire;
  readonly newReference: () => string;
  readonly newId: () => string;
  readonly keep: (reference: string, object: Wire) => void;
  readonly drop: (reference: string) => void;
  /** @throws {Fault} where the workbook or the sheet is protected from changes */
  readonly mayChange: (sheet: BookSheet, area: Area | null) => void;
  readonly changed: (sheet: BookSheet, area: Area) => void;
  readonly happened: (event: EventName, sheet: BookSheet) => void;
  readonly listen: (event: EventName, on: boolean) => void;
}
