/** `phuluc check`: reads the files, prints the report, says by its exit code whether anything is to be mended. */
import { checkFiles } from '#app/check-files';
import { sourcesIn } from '#app/source-files';
import type { Source } from '#core/layout/source';
import type { TableOptions } from '#core/layout/table';
import type { Report } from '#core/report';
import { checkArguments, UsageError, type CheckArguments, type Words } from '#faces/cli/arguments';
import { inChunks } from '#faces/cli/chunks';
import { jsonReport } from '#faces/cli/json-report';
import { guardResult, writeResult } from '#faces/cli/result-file';
import { sayRefused } from '#faces/cli/refused';
import type { Streams } from '#faces/cli/streams';
import { sourceFiles } from '#faces/cli/source-arguments';
import { tableOptions } from '#faces/cli/template-file';
import { oneLine, styleFor } from '#faces/cli/terminal';
import { textReport } from '#faces/cli/text-report';
import { UnreadableFileError, type WorkbookFiles } from '#ports/workbook-files';
import type { Texts } from '#words/texts';

export interface CommandContext {
  readonly texts: Texts;
  readonly streams: Streams;
  readonly files: WorkbookFiles;
}

export async function runCheck(words: Words, { texts, streams, files }: CommandContext): Promise<number> {
  const args = checkArguments(words, texts.usage);
  const options = await tableOptions(args, texts);
  const onProgress = (done: number, all: number, file: string): void => {
    if (all > 1 && streams.errWidth !== null) streams.err(`\r\u001B[K${oneLine(texts.usage.progress(done + 1, all, file), streams.errWidth)}`);
  };
  const sources = await readSources(args, options, { texts, files });
  const report = await checkFiles(args.files, { files, texts, options, sources, onProgress, onRefused: sayRefused({ texts, streams }) });
  if (report.files.length > 1 && streams.errWidth !== null) streams.err('\r\u001B[K');
  await print(report, args, { texts, streams, files });
  return exitCode(report, args.failOn);
}

/** @throws {UsageError} with the reason, where a file to hold the others against cannot be read */
async function readSources(args: CheckArguments, options: TableOptions, { texts, files }: Pick<CommandContext, 'texts' | 'files'>): Promise<Source[]> {
  try {
    return await sourcesIn(sourceFiles(args), files, options);
  } catch (error) {
    if (!(error instanceof UnreadableFileError)) throw error;
    const { what, todo } = texts.unreadable[error.reason](error.file);
    throw new UsageError(`${what} ${todo}`);
  }
}

async function print(report: Report, { format, out, pages, template, last, plan }: CheckArguments, { texts, streams }: CommandContext): Promise<void> {
  const style = styleFor(out === null ? streams.outWidth : null);
  const pieces = inChunks(format === 'json' ? jsonReport(report) : textReport(report, texts, style, pages));
  if (out === null) {
    for (const piece of pieces) streams.out(piece);
    return;
  }
  await guardResult(out, [...report.files.map(({ file }) => file), ...[template, last, plan].filter((one) => one !== null)], texts.usage);
  await writeResult(out, pieces, texts);
}

function exitCode({ summary }: Report, failOn: CheckArguments['failOn']): number {
  if (summary.unreadable > 0) return 2;
  const errors = summary.errors > 0 && failOn !== 'never';
  return errors || (summary.warnings > 0 && failOn === 'warning') ? 1 : 0;
}
