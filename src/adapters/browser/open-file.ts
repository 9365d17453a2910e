/** Opens a workbook that is handed to a page, by the same reading as the command line. */
import { OpenBook } from '#adapters/browser/open-book';
import { workbookOf } from '#adapters/browser/text-workbook';
import { isText } from '#adapters/files/read-bytes';
import { readDelimited } from '#adapters/text/read-delimited';
import { plainUnpacker } from '#adapters/xlsx/plain-unpacker';
import { readShownWorkbook } from '#adapters/xlsx/read-workbook';

export interface OpenedFile {
  /** Without its folder; a text of cells is called like the workbook that it is saved as. */
  readonly name: string;
  /** As they were read; of a text of cells those of a workbook that holds them. */
  readonly bytes: Uint8Array;
  readonly book: OpenBook;
}

/** @throws {UnreadableFileError} where the bytes hold no workbook */
export async function openFile(bytes: Uint8Array, name: string): Promise<OpenedFile> {
  if (isText(bytes, name)) return openFile(workbookOf(readDelimited(bytes, name)), name.replace(/\.[^.]*$/, '.xlsx'));
  const { sheets, customData } = await readShownWorkbook(bytes, name, plainUnpacker);
  return { name, bytes, book: new OpenBook(sheets.map(({ grid, hidden, look }) => ({ grid, hidden, look, styleAt: grid.styleAt })), customData) };
}
