/** Takes a workbook the whole way: read, checked, put into words. */
import { knownTemplates } from '#app/known-templates';
import { nodeUnpacker } from '#adapters/disk/node-unpacker';
import { readWorkbook } from '#adapters/xlsx/read-workbook';
import { checkWorkbook } from '#core/check';
import { reportOf, type Report } from '#core/report';
import { UnreadableFileError, type Unreadable } from '#ports/workbook-files';
import { en } from '#words/en';
import { vi } from '#words/vi';

/** What became of it: a report, or the foreseen reason why there is none; any other error is thrown on. */
export async function survive(bytes: Uint8Array, language: 'vi' | 'en' = 'vi'): Promise<Report | Unreadable> {
  try {
    const { sheets } = await readWorkbook(bytes, 'tệp.xlsx', nodeUnpacker);
    const { words } = language === 'vi' ? vi : en;
    return reportOf([{ file: 'tệp.xlsx', status: 'checked', error: null, sheets: checkWorkbook(sheets, { templates: knownTemplates() }, words) }]);
  } catch (error) {
    if (error instanceof UnreadableFileError) return error.reason;
    throw error;
  }
}
