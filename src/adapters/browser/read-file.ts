/** A workbook out of a file that the user chose in a page, by the same reading as the command line. */
import { bytesOfFile } from '#adapters/browser/page-files';
import { readBytes } from '#adapters/files/read-bytes';
import { plainUnpacker } from '#adapters/xlsx/plain-unpacker';
import type { Workbook } from '#ports/workbook-files';

/** @throws {UnreadableFileError} where it holds none */
export async function readFile(file: File): Promise<Workbook> {
  return readBytes(await bytesOfFile(file), file.name, plainUnpacker);
}
