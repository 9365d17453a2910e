/** What a host must offer to read workbooks from files. */
import type { Grid } from '#core/table/grid';

/** A workbook as read: its sheets in their order, hidden ones included. */
export interface Workbook {
  readonly sheets: readonly Grid[];
  /** Text kept in the workbook under a namespace, null where there is none; files of text keep nothing. */
  readonly customData?: (namespace: string) => string | null;
}

/** Why a file gives no workbook; `src/words` has the sentence and the next step for each. */
export type Unreadable =
  | 'missing' | 'no-permission' | 'is-folder' | 'empty-file' | 'not-a-workbook' | 'truncated' | 'damaged' | 'encrypted' | 'old-format' | 'other-format' | 'too-large' | 'no-sheet' | 'no-table' | 'no-workbooks-in-folder';

/** Thrown by a reader; what a planner sees is worded from `reason`, the foreign fault is the cause. */
export class UnreadableFileError extends Error {
  readonly reason: Unreadable;
  /** As it was given. */
  readonly file: string;

  constructor(reason: Unreadable, file: string, options?: ErrorOptions) {
    super(`Cannot read "${file}": ${reason}`, options);
    this.name = 'UnreadableFileError';
    this.reason = reason;
    this.file = file;
  }
}

export interface WorkbookFiles {
  /**
   * Reads one file.
   *
   * @throws {UnreadableFileError} where it gives no workbook
   */
  readonly read: (file: string) => Promise<Workbook>;
  /**
   * The workbooks that arguments name: files as they are, folders walked, globs matched; sorted, without `~$` files.
   *
   * @throws {UnreadableFileError} for a folder without workbooks
   */
  readonly list: (argument: string) => Promise<readonly string[]>;
}
