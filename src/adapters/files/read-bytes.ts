/** Reads a workbook from the bytes of a file, wherever they come from. Spec: docs/spec.md, X1 to X9. */
import { readDelimited } from '#adapters/text/read-delimited';
import { isOleContainer } from '#adapters/xlsx/ole-container';
import { readWorkbook } from '#adapters/xlsx/read-workbook';
import { isZip } from '#adapters/xlsx/zip-guard';
import type { Unpacker } from '#adapters/xlsx/zip-part';
import { UnreadableFileError, type Workbook } from '#ports/workbook-files';

/** A workbook of 100 000 rows is some 10 MB; beyond this are pictures, or no workbook at all. */
export const LARGEST_FILE = 200 * 1024 ** 2;

const WORKBOOK = /\.xls[xm]$/i;
const TEXT = /\.(?:tsv|csv)$/i;

/** Whether a file is called like a workbook that can be read. */
export function isNamedWorkbook(file: string): boolean {
  return WORKBOOK.test(file);
}

/**
 * What a file's bytes hold: what it is goes before what it is called, since a workbook saved as "bao-cao.csv" is a workbook.
 *
 * @param file as the user named it
 * @throws {UnreadableFileError} where they hold no workbook
 */
export async function readBytes(bytes: Uint8Array, file: string, unpacker: Unpacker): Promise<Workbook> {
  if (!isText(bytes, file)) return readWorkbook(bytes, file, unpacker);
  return readDelimited(bytes, file);
}

/**
 * Whether the bytes are a text of cells, and no workbook.
 *
 * @throws {UnreadableFileError} where they are neither
 */
export function isText(bytes: Uint8Array, file: string): boolean {
  if (bytes.length === 0) throw new UnreadableFileError('empty-file', file);
  if (bytes.length > LARGEST_FILE) throw new UnreadableFileError('too-large', file);
  if (WORKBOOK.test(file) || isZip(bytes) || isOleContainer(bytes)) return false;
  if (TEXT.test(file)) return true;
  throw new UnreadableFileError(/\.xls$/i.test(file) ? 'old-format' : 'other-format', file);
}
