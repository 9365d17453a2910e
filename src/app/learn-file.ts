/** Makes a template from a workbook's own layout. */
import { keepTemplate, withOwnTemplate, type OnRefused } from '#app/known-templates';
import { tablesIn } from '#app/source-files';
import type { Table, TableOptions } from '#core/layout/table';
import { MOST_ROWS, type Template } from '#core/layout/template';
import { learned, type Learned } from '#core/learn/learn';
import { templateId } from '#core/learn/template-id';
import { UnreadableFileError, type WorkbookFiles } from '#ports/workbook-files';
import type { WorkbookStore } from '#ports/workbook-store';

export interface LearnFile {
  readonly files: WorkbookFiles;
  readonly options: TableOptions;
  /** The sheet to learn from; null for the table with the most rows. */
  readonly sheet: string | null;
  /** What the template is called: the file's name without folders and extension. */
  readonly called: string;
  readonly onRefused: OnRefused;
}

export interface LearnedFile extends Learned {
  readonly table: Table;
  /** Sheets with further tables. */
  readonly others: readonly string[];
}

/**
 * @returns null where the workbook has no table on the sheet that was asked for
 * @throws {UnreadableFileError} where the file holds no workbook, no table, or one of more rows than a template has
 */
export async function learnFile(file: string, { files, options, sheet, called, onRefused }: LearnFile): Promise<LearnedFile | null> {
  const workbook = await files.read(file);
  const own = withOwnTemplate(options, workbook, (fault) => { onRefused(file, fault); });
  const tables = tablesIn(workbook.sheets, own, file);
  const chosen = tables.filter(({ grid }) => sheet === null || grid.name === sheet);
  const table = chosen.toSorted((a, b) => b.rows.length - a.rows.length)[0];
  if (table === undefined) return null;
  if (table.rows.length > MOST_ROWS) throw new UnreadableFileError('too-large', file);
  const id = templateId(called, options.templates);
  return { ...learned(table, { id, name: called }), table, others: tables.filter((one) => one !== table).map(({ grid }) => grid.name) };
}

/** A copy of a workbook that brings the template along. @throws {UnreadableFileError} where the file holds no workbook that can be changed */
export async function withTemplate(file: string, template: Template, store: WorkbookStore): Promise<Uint8Array> {
  const editor = store.edit(await store.bytes(file), file);
  keepTemplate(editor, template);
  return editor.save();
}
