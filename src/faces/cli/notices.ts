/** What a planner is told of a file that could not be read or written. */
import { UnreadableFileError } from '#ports/workbook-files';
import { UnwritableFileError } from '#ports/workbook-store';
import type { Notice, Texts } from '#words/texts';

/** null for whatever else was thrown. */
export function noticeOf(error: unknown, texts: Texts): Notice | null {
  if (error instanceof UnreadableFileError) return texts.unreadable[error.reason](error.file);
  return error instanceof UnwritableFileError ? texts.unwritable[error.reason](error.file) : null;
}
