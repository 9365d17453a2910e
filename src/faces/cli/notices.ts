/** What a planner is told of a file that could not be read or written. */
import type { Streams } from '#faces/cli/streams';
import { visible } from '#faces/cli/terminal';
import { UnreadableFileError } from '#ports/workbook-files';
import { UnwritableFileError } from '#ports/workbook-store';
import type { Notice, Texts } from '#words/texts';

/** null for whatever else was thrown. */
function noticeOf(error: unknown, texts: Texts): Notice | null {
  if (error instanceof UnreadableFileError) return texts.unreadable[error.reason](error.file);
  return error instanceof UnwritableFileError ? texts.unwritable[error.reason](error.file) : null;
}

/** @returns 0 when it is done; 2, and a sentence, when a file could not be read or written */
export async function doneOrNoticed({ texts, streams }: { readonly texts: Texts; readonly streams: Streams }, action: () => Promise<void>): Promise<number> {
  try {
    await action();
    return 0;
  } catch (error) {
    const notice = noticeOf(error, texts);
    if (notice === null) throw error;
    streams.err(`${visible(`${notice.what} ${notice.todo}`)}\n`);
    return 2;
  }
}
