/** Finds the template that `--template` names: one of the product, or one from a .json file. */
import { readFile, stat } from 'node:fs/promises';
import { diskReason } from '#adapters/disk/disk-fault';
import { knownTemplates } from '#app/known-templates';
import { readTemplate } from '#core/layout/read-template';
import type { TableOptions } from '#core/layout/table';
import type { Template } from '#core/layout/template';
import { UsageError } from '#faces/cli/arguments';
import { UnreadableFileError } from '#ports/workbook-files';
import type { Texts } from '#words/texts';

/** The published layout with its 80 rows is 60 KB. */
const LARGEST = 10 * 1024 ** 2;

/**
 * How tables are to be read, as `--template` and `--year` ask.
 *
 * @throws {UsageError} where there is no such template, or none that can be read
 */
export async function tableOptions({ template, year }: { readonly template: string | null; readonly year: number | null }, texts: Texts): Promise<TableOptions> {
  const own = template === null ? null : await templateNamed(template, texts);
  return { templates: knownTemplates(), ...(own && { template: own }), ...(year !== null && { year }) };
}

/** @throws {UsageError} where there is no such template, or none that can be read */
export async function templateNamed(name: string, { usage, unreadable }: Texts): Promise<Template> {
  const known = knownTemplates();
  const own = known.find(({ id }) => id === name);
  if (own !== undefined) return own;
  if (!name.endsWith('.json')) throw new UsageError(usage.unknownTemplate(name, known.map(({ id }) => id).join(', ')));
  try {
    return readTemplate(JSON.parse(await textOf(name)));
  } catch (error) {
    if (error instanceof SyntaxError) throw new UsageError(usage.badTemplate(name, error.message));
    const { what, todo } = unreadable[error instanceof UnreadableFileError ? error.reason : diskReason(error)](name);
    throw new UsageError(`${what} ${todo}`);
  }
}

/** The text of a plain file, without a byte order mark; a pipe may never end. */
async function textOf(file: string): Promise<string> {
  const about = await stat(file);
  if (about.isDirectory()) throw new UnreadableFileError('is-folder', file);
  if (!about.isFile() || about.size > LARGEST) throw new UnreadableFileError(about.isFile() ? 'too-large' : 'other-format', file);
  const text = await readFile(file, 'utf8');
  return text.replace(/^\uFEFF/, '');
}
