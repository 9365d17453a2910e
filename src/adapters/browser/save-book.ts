/** Writes what was changed in an open workbook into the bytes of its file; every other cell and part stays as it is. */
import type { ChangedCell, OpenBook } from '#adapters/browser/open-book';
import { openWorkbook } from '#adapters/xlsx/patch/open-workbook';
import { plainUnpacker } from '#adapters/xlsx/plain-unpacker';
import { address } from '#core/table/grid';
import type { WorkbookEditor } from '#ports/workbook-editor';

export interface SavedBook {
  readonly bytes: Uint8Array;
  /** What is not in the bytes: cells that a merge covers, as `Sheet!A1`, and sheets that were added. */
  readonly left: readonly string[];
}

/**
 * @param bytes of the file as it was opened
 * @throws {UnreadableFileError} where they hold no workbook that can be changed
 */
export function saveBook(bytes: Uint8Array, file: string, book: OpenBook): SavedBook {
  const editor = openWorkbook(bytes, file, plainUnpacker);
  const names = new Map(book.sheets.map(({ id, name }) => [id, name]));
  const left: string[] = book.added.map(({ name }) => name);
  for (const change of book.changes) {
    const name = names.get(change.sheet) ?? '';
    if (!isWritten(editor, name, change)) left.push(`${name}!${address(change.row, change.column)}`);
  }
  for (const [namespace, text] of book.data.changed) editor.setCustomData(namespace, text);
  return { bytes: editor.save(), left };
}

function isWritten(editor: WorkbookEditor, sheet: string, { row, column, cell, before }: ChangedCell): boolean {
  const { value, formula, format } = cell;
  try {
    const style = format === before.format ? undefined : editor.addStyle({ basedOn: editor.styleAt(sheet, row, column), numberFormat: format ?? 'General' });
    editor.setCell(sheet, row, column, { value, formula }, style);
    return true;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}
