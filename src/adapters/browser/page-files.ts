/** Files that are handed to a page, as use cases ask for files: by name, and nothing beyond them. */
import { isNamedWorkbook, LARGEST_FILE, readBytes } from '#adapters/files/read-bytes';
import { blankWorkbook } from '#adapters/xlsx/patch/blank-workbook';
import { openWorkbook } from '#adapters/xlsx/patch/open-workbook';
import { plainUnpacker } from '#adapters/xlsx/plain-unpacker';
import { readWorkbook } from '#adapters/xlsx/read-workbook';
import { UnreadableFileError, type WorkbookFiles } from '#ports/workbook-files';
import type { WorkbookStore } from '#ports/workbook-store';

/** A file by its name, and how its bytes are come by. */
export interface NamedBytes {
  /** With its folders, where it comes out of one. */
  readonly name: string;
  /** @throws {UnreadableFileError} where there are none any more */
  readonly bytes: () => Promise<Uint8Array>;
}

/** What Excel leaves beside a workbook that is open. */
const OWNER_FILE = /^~\$/;

/** Files of these that a folder's check is about, in an order that no locale changes. */
export function workbooksAmong(files: readonly NamedBytes[]): readonly NamedBytes[] {
  const wanted = files.filter(({ name }) => isNamedWorkbook(name) && !OWNER_FILE.test(name.slice(name.lastIndexOf('/') + 1)));
  return wanted.toSorted((a, b) => (a.name < b.name ? -1 : 1));
}

/** @throws {UnreadableFileError} for a file too large to be read, or gone */
export async function bytesOfFile(file: File): Promise<Uint8Array> {
  if (file.size > LARGEST_FILE) throw new UnreadableFileError('too-large', file.name);
  try {
    return new Uint8Array(await file.arrayBuffer());
  } catch (error) {
    throw new UnreadableFileError('missing', file.name, { cause: error });
  }
}

export function pageFiles(files: readonly NamedBytes[]): WorkbookFiles {
  return {
    list: (name) => Promise.resolve([name]),
    read: async (name) => {
      const file = files.find((one) => one.name === name);
      if (file === undefined) throw new UnreadableFileError('missing', name);
      return readBytes(await file.bytes(), name, plainUnpacker);
    },
  };
}

/**
 * One workbook in memory.
 *
 * @param onSaved is given what would be written
 */
export function pageStore(bytes: Uint8Array, onSaved: (bytes: Uint8Array) => void): WorkbookStore {
  return {
    bytes: () => Promise.resolve(bytes),
    grids: (from, file) => readWorkbook(from, file, plainUnpacker),
    edit: (from, file) => openWorkbook(from, file, plainUnpacker),
    blank: () => blankWorkbook(plainUnpacker),
    save: (_, made) => {
      onSaved(made);
      return Promise.resolve();
    },
  };
}
