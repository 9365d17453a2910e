/** A check as it is asked for. */
import type { Area } from '#core/table/grid';

/** What a check is asked for: the list, or whether the workbook may be submitted. */
export type Purpose = 'check' | 'submission';

/** A check as it was asked for; another one each time. */
export interface Asked {
  readonly purpose: Purpose;
  /** The part of a sheet to look for a table in; null for whole sheets. */
  readonly within: Within | null;
}

export interface Within {
  readonly sheet: string;
  readonly area: Area;
}
