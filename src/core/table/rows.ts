/** The rows under a header: sections, indicators and headings, each with its place in the tree. Spec: docs/spec.md, T4 and T5. */
import type { Rank } from '#core/table/ordinal';

/** `section` heads a part of the table, `heading` says "trong đó" or the like; only `indicator` rows hold figures. */
export type RowKind = 'section' | 'indicator' | 'heading';

export interface Row {
  /** The row on the sheet, counted from 0. */
  readonly at: number;
  readonly kind: RowKind;
  readonly ordinal: string;
  readonly rank: Rank;
  readonly name: string;
  /** The unit as written, a ditto mark resolved; '' where none is given. */
  readonly unit: string;
  readonly section: Row | null;
  readonly parent: Row | null;
  readonly children: readonly Row[];
  /** The name begins with "trong đó", "T. đó" or "chia ra": what follows belongs to the row above. */
  readonly ofWhich: boolean;
  /** Spaces before the name. */
  readonly indent: number;
  /** Where the rows stand that "Tổng cộng", "Toàn tỉnh" and the like sum up; null for a row of another name. */
  readonly total: 'above' | 'below' | null;
}
