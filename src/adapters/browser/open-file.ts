/** Opens a workbook that is handed to a page, by the same reading as the command line. */
import { OpenBook } from '#adapters/browser/open-book';
import { readBytes } from '#adapters/files/read-bytes';
import { plainUnpacker } from '#adapters/xlsx/plain-unpacker';

export interface OpenedFile {
  /** Without its folder. */
  readonly name: string;
  /** As they were read. */
  readonly bytes: Uint8Array;
  readonly book: OpenBook;
}

/** @throws {UnreadableFileError} where the bytes hold no workbook */
export async function openFile(bytes: Uint8Array, name: string): Promise<OpenedFile> {
  const { sheets } = await readBytes(bytes, name, plainUnpacker);
  return { name, bytes, book: new OpenBook(sheets.map((grid) => ({ grid, hidden: false }))) };
}
