/** Sheets of another workbook, put behind those that are there with all that they look like. */
import { asked } from '#adapters/excel/office-call';
import { infoOf } from '#adapters/excel/read-sheets';
import type { SheetInfo } from '#ports/workbook-host';

/** One sync for the sheets, one for their names. */
export function insertSheetsOf(workbook: Uint8Array): Promise<readonly SheetInfo[]> {
  return asked(async (context) => {
    const inserted = context.workbook.insertWorksheetsFromBase64(base64Of(workbook), { positionType: Excel.WorksheetPositionType.end });
    await context.sync();
    const sheets = inserted.value.map((id) => context.workbook.worksheets.getItem(id).load('id,name,visibility'));
    sheets[0]?.activate();
    await context.sync();
    return sheets.map(infoOf);
  });
}

/** As the writer of files locks a form; one sync. */
export function protectSheet(sheet: string): Promise<void> {
  return asked(async (context) => {
    context.workbook.worksheets.getItem(sheet).protection.protect({ allowFormatColumns: true, allowFormatRows: true });
    await context.sync();
  });
}

/** A function takes no more arguments at once. */
const CHUNK = 8192;

function base64Of(bytes: Uint8Array): string {
  let text = '';
  for (let from = 0; from < bytes.length; from += CHUNK) text += String.fromCodePoint(...bytes.subarray(from, from + CHUNK));
  return btoa(text);
}
