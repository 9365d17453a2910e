/** What a language says of cells that are filled in. */
import type { How } from '#core/complete/derivation';

export interface CompleteTexts {
  /** What a cell is filled with: "tổng các phần". */
  readonly how: Readonly<Record<How, string>>;
  readonly filled: (count: number) => string;
  /** Of those, how many as live formulas. */
  readonly formulas: (count: number) => string;
  readonly nothing: string;
  readonly disagreements: (count: number) => string;
  /** Under the list of them: nothing was changed there. */
  readonly leftAlone: string;
  /** A figure that stands there, and what the others give. */
  readonly instead: (found: string, worked: string) => string;
  /** So many figures added up, where they are too many to be listed. */
  readonly added: (count: number) => string;
  readonly from: (origin: string) => string;
  /** What is with a cell that stands in the way of another: "đang có lỗi". */
  readonly blockedBy: Readonly<Record<'negative-base' | 'zero-base', string>>;
  readonly unused: (file: string) => string;
  readonly written: (file: string) => string;
  /** After a list that was asked for with nothing written. */
  readonly dry: string;
}
