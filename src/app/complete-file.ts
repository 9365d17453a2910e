/** Completes one workbook: what is to be filled in, and the file with it. */
import { withOwnTemplate, type OnRefused } from '#app/known-templates';
import { sourcesIn, tablesIn, type SourceFile } from '#app/source-files';
import { complete, type Completed, type CompleteOptions, type Completion } from '#core/complete/complete';
import type { Table, TableOptions } from '#core/layout/table';
import type { WorkbookEditor } from '#ports/workbook-editor';
import type { WorkbookFiles } from '#ports/workbook-files';
import type { WorkbookStore } from '#ports/workbook-store';

export interface CompleteFile {
  readonly store: WorkbookStore;
  readonly files: WorkbookFiles;
  readonly options: TableOptions;
  readonly as: CompleteOptions['as'];
  readonly sources: readonly SourceFile[];
  readonly onRefused: OnRefused;
}

export interface CompletedFile extends Completed {
  readonly tables: readonly Table[];
  /** Workbooks that no figure could be taken from: no row or no column of theirs fits. */
  readonly unused: readonly string[];
  /** The file with every completion in it; its own bytes where there is none. */
  readonly save: () => Uint8Array;
}

/**
 * Works out everything that a workbook's empty cells can hold; writes nothing.
 *
 * @throws {UnreadableFileError} where a file holds no workbook, or no table
 */
export async function completeFile(file: string, { store, files, options, as, sources, onRefused }: CompleteFile): Promise<CompletedFile> {
  const bytes = await store.bytes(file);
  const workbook = await store.grids(bytes, file);
  const own = withOwnTemplate(options, workbook, (fault) => { onRefused(file, fault); });
  const tables = tablesIn(workbook.sheets, own, file);
  const completed = complete(tables, { as, sources: await sourcesIn(sources, files, own) });
  const used = new Set([...completed.used].map(({ table }) => table.file));
  return {
    ...completed, tables,
    unused: sources.filter(({ name }) => !used.has(name)).map((source) => source.file),
    save: () => {
      if (completed.completions.length === 0) return bytes;
      const editor = store.edit(bytes, file);
      fill(editor, completed.completions);
      return editor.save();
    },
  };
}

function fill(editor: WorkbookEditor, completions: readonly Completion[]): void {
  for (const { at: { table, row, column }, content, formula, format } of completions) {
    const sheet = table.grid.name;
    const style = format === null ? undefined : editor.addStyle({ basedOn: editor.styleAt(sheet, row.at, column.index), numberFormat: format });
    editor.setCell(sheet, row.at, column.index, { value: content, formula }, style);
  }
}
