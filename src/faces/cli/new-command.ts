/** `phuluc new`: a blank form for a year, with last year's figures and the plan carried in. */
import { newFile, type MadeFile } from '#app/new-file';
import type { Template } from '#core/layout/template';
import { UsageError, type Words } from '#faces/cli/arguments';
import type { CommandContext } from '#faces/cli/check-command';
import { newArguments, type NewArguments } from '#faces/cli/new-arguments';
import { guardNewWorkbook } from '#faces/cli/new-workbook';
import { doneOrNoticed } from '#faces/cli/notices';
import { sourceFiles } from '#faces/cli/source-arguments';
import { templateNamed } from '#faces/cli/template-file';
import { visible } from '#faces/cli/terminal';
import type { WorkbookStore } from '#ports/workbook-store';
import type { Texts } from '#words/texts';

/** @returns 0 when it is done, 2 when a file could not be read or written */
export async function runNew(words: Words, context: CommandContext, store: WorkbookStore): Promise<number> {
  const { texts, streams } = context;
  const args = newArguments(words, texts.usage);
  const { out, last, plan } = args;
  await guardNewWorkbook(out, [args.template, last, plan].filter((one) => one !== null), texts.usage);
  return doneOrNoticed(context, async () => {
    const template = await templateNamed(args.template, texts);
    const made = await worked(template, args, context, store);
    for (const file of made.unused) streams.err(`${visible(texts.complete.unused(file))}\n`);
    await store.save(out, made.bytes);
    streams.out(told(made, template, texts).map((line) => `${visible(line)}\n`).join(''));
    streams.out(`${visible(texts.newForms.written(out))}\n`);
  });
}

async function worked(template: Template, { year, base, office, isLocked, last, plan, template: named }: NewArguments, { texts, files }: CommandContext, store: WorkbookStore): Promise<MadeFile> {
  try {
    return await newFile({ store, files, template, year, base, office, isLocked, sources: sourceFiles({ last, plan }), messages: texts.newForms.messages });
  } catch (error) {
    if (error instanceof SyntaxError) throw new UsageError(texts.usage.badTemplate(named, error.message));
    throw error;
  }
}

function told({ forms: [form, bases], carried, open }: MadeFile, { sections }: Template, { newForms }: Texts): string[] {
  if (form === undefined) return [];
  const indicators = sections.flatMap(({ rows }) => rows).length;
  const lines = [newForms.form({ sheet: form.name, sections: sections.length, indicators, columns: form.widths.length })];
  const hasBases = carried + open > 0;
  return hasBases ? [...lines, newForms.bases({ sheet: bases?.name ?? null, hidden: bases?.hidden === true, carried, open })] : lines;
}
