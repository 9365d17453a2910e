/** What a host must offer to change workbooks that are kept as files. */
import type { WorkbookEditor } from '#ports/workbook-editor';
import type { Workbook } from '#ports/workbook-files';

/** Why a file was not written; `src/words` has the sentence and the next step for each. */
export type Unwritable = 'disk-full' | 'no-permission' | 'in-use' | 'no-folder' | 'is-folder' | 'too-large' | 'disk-fault';

/** Thrown by a writer; what stood under the name before still stands there, whole. */
export class UnwritableFileError extends Error {
  readonly reason: Unwritable;
  /** As it was given. */
  readonly file: string;

  constructor(reason: Unwritable, file: string, options?: ErrorOptions) {
    super(`Cannot write "${file}": ${reason}`, options);
    this.name = 'UnwritableFileError';
    this.reason = reason;
    this.file = file;
  }
}

export interface WorkbookStore {
  /** @throws {UnreadableFileError} where there is no file to be read */
  readonly bytes: (file: string) => Promise<Uint8Array>;
  /** @throws {UnreadableFileError} where the bytes hold no workbook */
  readonly grids: (bytes: Uint8Array, file: string) => Promise<Workbook>;
  /** @throws {UnreadableFileError} where the bytes hold no workbook that can be changed */
  readonly edit: (bytes: Uint8Array, file: string) => WorkbookEditor;
  /** A workbook without any sheet: what is added to it first can be saved. */
  readonly blank: () => WorkbookEditor;
  /**
   * Writes a file, whole or not at all.
   *
   * @throws {UnwritableFileError} where it cannot be written
   */
  readonly save: (file: string, bytes: Uint8Array) => Promise<void>;
}
