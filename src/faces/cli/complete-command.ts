/** `phuluc complete`: lists what empty cells are to hold, and writes a copy of the workbook that holds it. */
import path from 'node:path';
import { completeFile, type CompletedFile } from '#app/complete-file';
import { completeArguments, type CompleteArguments, type Words } from '#faces/cli/arguments';
import type { CommandContext } from '#faces/cli/check-command';
import { inChunks } from '#faces/cli/chunks';
import { completionText } from '#faces/cli/completion-text';
import { guardNewWorkbook } from '#faces/cli/new-workbook';
import { doneOrNoticed } from '#faces/cli/notices';
import { sayRefused } from '#faces/cli/refused';
import { sourceFiles } from '#faces/cli/source-arguments';
import { tableOptions } from '#faces/cli/template-file';
import { styleFor, visible } from '#faces/cli/terminal';
import type { WorkbookStore } from '#ports/workbook-store';
import type { Texts } from '#words/texts';

/** @returns 0 when it is done, 2 when a file could not be read or written */
export async function runComplete(words: Words, context: CommandContext, store: WorkbookStore): Promise<number> {
  const { texts, streams } = context;
  const args = completeArguments(words, texts.usage);
  const { file, out, dryRun, last, plan } = args;
  if (out !== null && !dryRun) await guardNewWorkbook(out, [file, last, plan].filter((one) => one !== null), texts.usage, path.extname(file));
  return doneOrNoticed(context, async () => {
    const completed = await worked(args, context, store);
    for (const piece of inChunks(completionText(completed, texts, styleFor(streams.outWidth)))) streams.out(piece);
    for (const unused of completed.unused) streams.err(`${visible(texts.complete.unused(unused))}\n`);
    streams.out(`${visible(await written(args, completed, texts, store))}\n`);
  });
}

async function worked({ file, template, year, as, last, plan }: CompleteArguments, context: CommandContext, store: WorkbookStore): Promise<CompletedFile> {
  const { texts, files } = context;
  const options = await tableOptions({ template, year }, texts);
  return completeFile(file, { store, files, options, as, onRefused: sayRefused(context), sources: sourceFiles({ last, plan }) });
}

async function written({ out, dryRun }: CompleteArguments, { save }: CompletedFile, { complete }: Texts, store: WorkbookStore): Promise<string> {
  if (out === null || dryRun) return complete.dry;
  await store.save(out, save());
  return complete.written(out);
}
