/** `phuluc templates`: the layouts known; with files, how each of their tables was understood. */
import { describeLayouts, type LayoutReport } from '#app/describe-layouts';
import { knownTemplates } from '#app/known-templates';
import type { CommandContext } from '#faces/cli/check-command';
import { sayRefused } from '#faces/cli/refused';
import { visible } from '#faces/cli/terminal';
import { UnreadableFileError } from '#ports/workbook-files';
import type { Texts } from '#words/texts';

/** @returns 0, or 2 where a file could not be read, which does not stop the others */
export async function runTemplates(names: readonly string[], context: CommandContext): Promise<number> {
  const { texts, streams, files } = context;
  if (names.length === 0) streams.out(templateList(texts));
  let code = 0;
  const said = async (name: string, action: () => Promise<void>): Promise<void> => {
    try {
      await action();
    } catch (error) {
      if (!(error instanceof UnreadableFileError)) throw error;
      const { what, todo } = texts.unreadable[error.reason](visible(name));
      streams.err(`${what} ${todo}\n`);
      code = 2;
    }
  };
  for (const name of names) {
    await said(name, async () => {
      for (const file of await files.list(name)) await said(file, () => describe(file, context));
    });
  }
  return code;
}

async function describe(file: string, context: CommandContext): Promise<void> {
  const { texts, streams, files } = context;
  const layouts = await describeLayouts(file, files, { templates: knownTemplates() }, sayRefused(context));
  streams.out(`${visible(file)}\n${layouts.map((layout) => layoutText(layout, texts)).join('') || `  ${texts.unreadable['no-table'](visible(file)).what}\n`}`);
}

function templateList({ words }: Texts): string {
  return knownTemplates().map(({ id, name }) => `${id}  ${words.language === 'en' ? name.en : name.vi}\n`).join('');
}

function layoutText({ sheet, range, template, columns, rows, relations }: LayoutReport, { layout, template: known, unknownTemplate }: Texts): string {
  const lines = [
    `${visible(sheet)} · ${range} · ${template === null ? unknownTemplate : known(template.id, template.confidence)}`,
    layout.rows(rows),
    layout.relations(relations),
    ...columns.map(({ letters, key, header }) => `  ${letters.padEnd(4)}${key.padEnd(18)} ${visible(header) || layout.noHeader}`),
  ];
  return lines.map((line) => `  ${line}\n`).join('');
}
