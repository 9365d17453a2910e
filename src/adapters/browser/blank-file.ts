/** A workbook without a sheet, made in the page. */
import { blankWorkbook } from '#adapters/xlsx/patch/blank-workbook';
import { plainUnpacker } from '#adapters/xlsx/plain-unpacker';
import type { WorkbookEditor } from '#ports/workbook-editor';

export function blankFile(): WorkbookEditor {
  return blankWorkbook(plainUnpacker);
}
