import type { SheetInfo } from '#ports/workbook-host';

/** What a check before submission finds beside contradictions. */
export interface SubmissionFacts {
  /** Sheets with tables of no known layout: they do not count. */
  readonly left: readonly SheetInfo[];
  /** Cells with functions that only a computer with the add-in works out. */
  readonly functions: readonly { readonly sheet: string; readonly cell: string }[];
}
