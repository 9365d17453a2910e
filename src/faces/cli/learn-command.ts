/** `phuluc templates learn`: a sheet's own layout as a template, in a file of its own or in a copy of the workbook. */
import path from 'node:path';
import { learnFile, withTemplate } from '#app/learn-file';
import type { Template } from '#core/layout/template';
import { templateText } from '#core/layout/template-text';
import { guardOptions, UsageError, yearOf, type Words } from '#faces/cli/arguments';
import type { CommandContext } from '#faces/cli/check-command';
import { learnedText } from '#faces/cli/learned-text';
import { guardNewWorkbook } from '#faces/cli/new-workbook';
import { doneOrNoticed } from '#faces/cli/notices';
import { guardResult, writeResult } from '#faces/cli/result-file';
import { sayRefused } from '#faces/cli/refused';
import { tableOptions } from '#faces/cli/template-file';
import { visible } from '#faces/cli/terminal';
import type { WorkbookStore } from '#ports/workbook-store';
import type { Texts, UsageTexts } from '#words/texts';

interface LearnArguments {
  readonly file: string;
  readonly out: string;
  readonly sheet: string | null;
  readonly template: string | null;
  readonly year: number | null;
}

const OF_LEARN = new Set(['--out', '--sheet', '--template', '--year', '--lang']);
const WORKBOOK = /\.xls[xm]$/i;

/** @returns 0 when it is done, 2 when a file could not be read or written */
export async function runLearn(words: Words, context: CommandContext, store: WorkbookStore): Promise<number> {
  const { texts, streams } = context;
  const args = learnArguments(words, texts.usage);
  await guardOut(args, texts.usage);
  return doneOrNoticed(context, async () => {
    const { file, sheet, year, template } = args;
    const options = await tableOptions({ template, year }, texts);
    const made = await learnFile(file, { files: context.files, options, sheet, called: path.parse(file).name, onRefused: sayRefused(context) });
    if (made === null) throw new UsageError(texts.learn.noSheet(file, sheet ?? ''));
    const written = await write(args, made.template, texts, store);
    streams.out(learnedText(made, texts));
    streams.out(`${visible(written)}\n`);
  });
}

function learnArguments({ options, rest: [, file, ...more] }: Words, usage: UsageTexts): LearnArguments {
  guardOptions(options, OF_LEARN, 'phuluc templates learn', usage);
  const out = options.get('--out');
  if (file === undefined || more.length > 0 || out === undefined) throw new UsageError(usage.learnNeeds);
  return { file, out, sheet: options.get('--sheet') ?? null, template: options.get('--template') ?? null, year: yearOf(options.get('--year') ?? null, usage) };
}

/** @throws {UsageError} where the result would go over the file, or is called like neither a template nor that workbook */
async function guardOut({ file, out, template }: LearnArguments, usage: UsageTexts): Promise<void> {
  const inputs = template === null ? [file] : [file, template];
  if (WORKBOOK.test(out)) return guardNewWorkbook(out, inputs, usage, path.extname(file));
  if (!/\.json$/i.test(out)) throw new UsageError(usage.learnOut(out));
  return guardResult(out, inputs, usage);
}

async function write({ file, out }: LearnArguments, template: Template, texts: Texts, store: WorkbookStore): Promise<string> {
  if (WORKBOOK.test(out)) {
    await store.save(out, await withTemplate(file, template, store));
    return texts.learn.writtenInto(out);
  }
  await writeResult(out, [templateText(template)], texts);
  return texts.learn.written(out, template.id);
}
