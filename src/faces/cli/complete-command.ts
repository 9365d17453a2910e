/** `phuluc complete`: lists what empty cells are to hold, and writes a copy of the workbook that holds it. */
import { stat } from 'node:fs/promises';
import path from 'node:path';
import { completeFile, type CompletedFile } from '#app/complete-file';
import { completeArguments, UsageError, type CompleteArguments, type Words } from '#faces/cli/arguments';
import type { CommandContext } from '#faces/cli/check-command';
import { inChunks } from '#faces/cli/chunks';
import { completionText } from '#faces/cli/completion-text';
import { identity } from '#faces/cli/same-file';
import { sourceFiles } from '#faces/cli/source-arguments';
import { tableOptions } from '#faces/cli/template-file';
import { styleFor, visible } from '#faces/cli/terminal';
import { UnreadableFileError } from '#ports/workbook-files';
import { UnwritableFileError, type WorkbookStore } from '#ports/workbook-store';
import type { Texts } from '#words/texts';

/** @returns 0 when it is done, 2 when a file could not be read or written */
export async function runComplete(words: Words, context: CommandContext, store: WorkbookStore): Promise<number> {
  const { texts, streams } = context;
  const args = completeArguments(words, texts.usage);
  await guardOut(args, texts);
  try {
    const completed = await worked(args, context, store);
    for (const piece of inChunks(completionText(completed, texts, styleFor(streams.outWidth)))) streams.out(piece);
    for (const file of completed.unused) streams.err(`${visible(texts.complete.unused(file))}\n`);
    streams.out(`${visible(await written(args, completed, texts, store))}\n`);
    return 0;
  } catch (error) {
    const notice = noticeOf(error, texts);
    if (notice === null) throw error;
    streams.err(`${visible(`${notice.what} ${notice.todo}`)}\n`);
    return 2;
  }
}

async function worked({ file, template, year, as, last, plan }: CompleteArguments, { texts, files }: CommandContext, store: WorkbookStore): Promise<CompletedFile> {
  const options = await tableOptions({ template, year }, texts);
  return completeFile(file, { store, files, options, as, sources: sourceFiles({ last, plan }) });
}

async function written({ out, dryRun }: CompleteArguments, { save }: CompletedFile, { complete }: Texts, store: WorkbookStore): Promise<string> {
  if (out === null || dryRun) return complete.dry;
  await store.save(out, save());
  return complete.written(out);
}

function noticeOf(error: unknown, texts: Texts): { readonly what: string; readonly todo: string } | null {
  if (error instanceof UnreadableFileError) return texts.unreadable[error.reason](error.file);
  return error instanceof UnwritableFileError ? texts.unwritable[error.reason](error.file) : null;
}

/** @throws {UsageError} where the copy would go over a file that is read, or under a name that Excel does not open */
async function guardOut({ file, out, dryRun, last, plan }: CompleteArguments, { usage }: Texts): Promise<void> {
  if (out === null || dryRun) return;
  if (/[/\\]$/.test(out) || (await isFolder(out))) throw new UsageError(usage.resultIsFolder(out));
  const target = await identity(out);
  const inputs = [file, last, plan].filter((one) => one !== null);
  for (const input of inputs) if ((await identity(input)) === target) throw new UsageError(usage.resultOverInput(out));
  const extension = path.extname(file);
  if (path.extname(out).toLowerCase() !== extension.toLowerCase()) throw new UsageError(usage.otherExtension(out, extension));
}

async function isFolder(name: string): Promise<boolean> {
  const about = await stat(name).catch(() => null);
  return about?.isDirectory() === true;
}
