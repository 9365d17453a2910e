/**
 * Checks files: each is read, checked and reported; one that cannot be read does not stop the others.
 */
import { withOwnTemplate, type OnRefused } from '#app/known-templates';
import { checkWorkbook } from '#core/check';
import type { Source } from '#core/layout/source';
import type { TableOptions } from '#core/layout/table';
import { reportOf, type FileReport, type Report } from '#core/report';
import { UnreadableFileError, type WorkbookFiles } from '#ports/workbook-files';
import type { Texts } from '#words/texts';

export interface CheckFiles {
  readonly files: WorkbookFiles;
  readonly texts: Texts;
  readonly options: TableOptions;
  /** Tables that every file is held against: last year's, the plan's. */
  readonly sources?: readonly Source[];
  /** Told before each file: how many are done, of how many, and the file's name. */
  readonly onProgress?: (done: number, all: number, file: string) => void;
  readonly onRefused?: OnRefused;
}

/** @param names files, folders and patterns; a file named twice is checked once */
export async function checkFiles(names: readonly string[], { onProgress, ...checking }: CheckFiles): Promise<Report> {
  const { files, texts } = checking;
  const wanted = new Map<string, FileReport | null>();
  for (const name of names) {
    try {
      for (const file of await files.list(name)) if (!wanted.has(file)) wanted.set(file, null);
    } catch (error) {
      wanted.set(name, unreadable(name, error, texts));
    }
  }
  const reports: FileReport[] = [];
  for (const [file, known] of wanted) {
    onProgress?.(reports.length, wanted.size, file);
    reports.push(known ?? (await checkFile(file, checking)));
  }
  return reportOf(reports);
}

async function checkFile(file: string, { files, texts, options, sources = [], onRefused }: CheckFiles): Promise<FileReport> {
  try {
    const workbook = await files.read(file);
    const { sheets: grids } = workbook;
    const sheets = checkWorkbook(grids, withOwnTemplate(options, workbook, (fault) => onRefused?.(file, fault)), texts.words, { sources });
    if (sheets.every(({ table }) => table === null)) throw new UnreadableFileError(grids.length === 0 ? 'no-sheet' : 'no-table', file);
    return { file, status: 'checked', error: null, sheets };
  } catch (error) {
    return unreadable(file, error, texts);
  }
}

/** Only what a reader foresaw becomes a report; a fault of the program itself is thrown on. */
function unreadable(file: string, error: unknown, texts: Texts): FileReport {
  if (!(error instanceof UnreadableFileError)) throw error;
  return { file, status: 'unreadable', error: texts.unreadable[error.reason](file), sheets: [] };
}
