/** A table that figures of another one may be held against, or taken from. */
import type { Table } from '#core/layout/table';
import type { Against } from '#core/table/columns';

export interface Source {
  readonly table: Table;
  /** What it was given as; null for another sheet of the same workbook, which may be either. */
  readonly as: Against | null;
}
