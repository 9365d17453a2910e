/**
 * Opens an .xlsx or .xlsm to change it without losing anything: docs/decisions/0006-patching-xlsx.md.
 *
 * Runs wherever JavaScript does; what the disk adds stands in src/adapters/disk. Spec: docs/spec.md, K1 to K10.
 */
import { PackageEditor } from '#adapters/xlsx/patch/package-editor';
import { WorkbookEditing } from '#adapters/xlsx/patch/workbook-editing';
import { WorkbookState } from '#adapters/xlsx/patch/workbook-state';
import { workbookParts } from '#adapters/xlsx/workbook-parts';
import { judgeZip } from '#adapters/xlsx/zip-guard';
import { ZipPackage } from '#adapters/xlsx/zip-package';
import type { Unpacker } from '#adapters/xlsx/zip-part';
import type { WorkbookEditor } from '#ports/workbook-editor';
import { UnreadableFileError } from '#ports/workbook-files';

/**
 * @param file as the user named it, for the error
 * @param unpacker what the host has built in, or plain JavaScript
 * @throws {UnreadableFileError} where the bytes hold no workbook that can be changed; never another error
 */
export function openWorkbook(bytes: Uint8Array, file: string, unpacker: Unpacker): WorkbookEditor {
  try {
    return new WorkbookEditing(stateOf(bytes, file, unpacker));
  } catch (error) {
    if (error instanceof UnreadableFileError) throw error;
    throw new UnreadableFileError('damaged', file, { cause: error });
  }
}

function stateOf(bytes: Uint8Array, file: string, unpacker: Unpacker): WorkbookState {
  const entries = judgeZip(bytes, file);
  const reading = new ZipPackage(bytes, entries, unpacker);
  const parts = workbookParts(reading);
  if (typeof parts === 'string') throw new UnreadableFileError(parts, file);
  if (parts.sheets.length === 0) throw new UnreadableFileError('no-sheet', file);
  const zip = new PackageEditor(bytes, entries, unpacker);
  if (!zip.has('[Content_Types].xml')) throw new SyntaxError('Cannot change a package without a list of content types');
  return new WorkbookState(zip, parts.path);
}
