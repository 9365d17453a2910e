/** What an item proposes, and what writing it would come to. */
import type { Change } from '#app/session/journal';
import type { Repair } from '#core/report';
import type { Content } from '#ports/workbook-host';

/** Cells to change together. */
export interface Proposal {
  readonly repairs: readonly Repair[];
  /** The same, as the reader sees figures. */
  readonly changes: readonly (Change & { readonly cause: string })[];
  readonly confidence: number;
}

/** A repair as it would be written into its cell. */
export interface Made {
  /** What the cell holds now, as a repair names it. */
  readonly found: string;
  readonly content: Content;
  /** A number format to give the cell; null leaves its own. */
  readonly format: string | null;
  readonly change: Change;
}
