/** Makes a workbook with a blank form for a year, from a template. */
import { formBook } from '#app/form-book';
import { sourcesIn, type SourceFile } from '#app/source-files';
import type { InputMessages } from '#core/new/form';
import { newBook, type NewBook, type NewBookOptions } from '#core/new/new-book';
import type { WorkbookFiles } from '#ports/workbook-files';
import type { WorkbookStore } from '#ports/workbook-store';

export interface NewFile extends Omit<NewBookOptions, 'sources' | 'taken'> {
  readonly store: Pick<WorkbookStore, 'blank'>;
  readonly files: WorkbookFiles;
  /** Workbooks of last year and of the plan. */
  readonly sources: readonly SourceFile[];
  readonly messages: InputMessages;
}

export interface MadeFile extends NewBook {
  readonly bytes: Uint8Array;
  /** Workbooks that no figure could be taken from. */
  readonly unused: readonly string[];
}

/**
 * @throws {UnreadableFileError} where a source holds no workbook, or no table
 * @throws {SyntaxError} where the template gives no header that anybody could read
 */
export async function newFile({ store, files, sources, messages, ...options }: NewFile): Promise<MadeFile> {
  const { template } = options;
  const book = newBook({ ...options, taken: [], sources: await sourcesIn(sources, files, { templates: [template], template }) });
  const used = new Set([...book.used].map(({ table }) => table.file));
  return { ...book, bytes: formBook(store.blank(), { template, forms: book.forms, messages }), unused: sources.filter(({ name }) => !used.has(name)).map(({ file }) => file) };
}
