/** `phuluc check`: reads the files, prints the report, says by its exit code whether anything is to be mended. */
import { readFile, writeFile } from 'node:fs/promises';
import { checkFiles } from '#app/check-files';
import { knownTemplates } from '#app/known-templates';
import { readTemplate } from '#core/layout/read-template';
import type { Template } from '#core/layout/template';
import type { Report } from '#core/report';
import { checkArguments, UsageError, type CheckArguments, type Words } from '#faces/cli/arguments';
import type { Streams } from '#faces/cli/streams';
import { styleFor } from '#faces/cli/terminal';
import { textReport } from '#faces/cli/text-report';
import type { WorkbookFiles } from '#ports/workbook-files';
import type { Texts } from '#words/texts';

export interface CommandContext {
  readonly texts: Texts;
  readonly streams: Streams;
  readonly files: WorkbookFiles;
}

export async function runCheck(words: Words, { texts, streams, files }: CommandContext): Promise<number> {
  const args = checkArguments(words, texts.usage);
  const template = args.template === null ? null : await templateNamed(args.template, texts);
  const options = { templates: knownTemplates(), ...(template && { template }), ...(args.year !== null && { year: args.year }) };
  const onProgress = (done: number, all: number, file: string): void => {
    if (all > 1 && streams.errIsTerminal) streams.err(`\r\u001B[K${texts.usage.progress(done + 1, all, file)}`);
  };
  const report = await checkFiles(args.files, { files, texts, options, onProgress });
  if (report.files.length > 1 && streams.errIsTerminal) streams.err('\r\u001B[K');
  await print(report, args, { texts, streams, files });
  return exitCode(report, args.failOn);
}

async function print(report: Report, { format, out, pages }: CheckArguments, { texts, streams }: CommandContext): Promise<void> {
  const style = styleFor(out === null ? streams.outWidth : null);
  const text = format === 'json' ? `${JSON.stringify(report, null, 2)}\n` : textReport(report, texts, style, pages);
  if (out === null) {
    streams.out(text);
    return;
  }
  try {
    await writeFile(out, text);
  } catch {
    throw new UsageError(texts.usage.notWritten(out));
  }
}

/** A template of the product by its id, or one from a .json file. */
async function templateNamed(name: string, { usage }: Texts): Promise<Template> {
  const known = knownTemplates();
  const own = known.find(({ id }) => id === name);
  if (own !== undefined) return own;
  if (!name.endsWith('.json')) throw new UsageError(usage.unknownTemplate(name, known.map(({ id }) => id).join(', ')));
  try {
    return readTemplate(JSON.parse(await readFile(name, 'utf8')));
  } catch (error) {
    throw new UsageError(usage.badTemplate(name, error instanceof Error ? error.message : String(error)));
  }
}

function exitCode({ summary }: Report, failOn: CheckArguments['failOn']): number {
  if (summary.unreadable > 0) return 2;
  const errors = summary.errors > 0 && failOn !== 'never';
  return errors || (summary.warnings > 0 && failOn === 'warning') ? 1 : 0;
}
