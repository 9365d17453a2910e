/** The tables of an open workbook: as they were recognised, and as the last check saw them. */
import type { Change } from '#app/session/journal';
import type { Proposal } from '#app/session/proposal';
import type { IndicatorName, Repair, SheetReport } from '#core/report';
import type { ColumnKind } from '#core/table/column-kinds';
import type { Against } from '#core/table/columns';
import type { SheetInfo } from '#ports/workbook-host';

/** A table as it was recognised. */
export interface TableFacts {
  readonly sheet: SheetInfo;
  readonly range: string;
  /** `called` is short: "LMHTXVN 2020". */
  readonly template: { readonly id: string; readonly name: { readonly vi: string; readonly en: string }; readonly called: string; readonly matched: number } | null;
  readonly indicators: number;
  readonly year: number | null;
  /** Names of the sections, by the id or ordinal that findings give. */
  readonly sections: Readonly<Record<string, string>>;
  /** Where the table itself has last year's figures and the plan: in a column, or between its comparisons; null where it compares with none. */
  readonly bases: Readonly<Record<Against, 'column' | 'worked-back' | null>>;
  readonly unclear: readonly UnclearColumn[];
}

/** A column with figures of which the header does not say what they are. */
export interface UnclearColumn {
  /** As settings name it. */
  readonly key: string;
  readonly letters: string;
  /** '' where nothing stands above the column. */
  readonly header: string;
  /** What the reader said; null for nothing yet. */
  readonly kind: ColumnKind | null;
}

/** A table as the last check saw it. */
export interface TableResult {
  readonly sheet: SheetInfo;
  readonly report: SheetReport;
  /** What each repair of a diagnosis would change, as the reader sees figures. */
  readonly changes: ReadonlyMap<Repair, Change>;
  /** By the id of a finding, the formula that would be right in its cell. */
  readonly formulas: ReadonlyMap<string, Proposal>;
  /** What the rows of the suspects are called, by their place on the sheet: a finding may stand in another row. */
  readonly names: ReadonlyMap<number, IndicatorName>;
}
