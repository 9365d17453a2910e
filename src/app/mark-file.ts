/** Makes a marked copy of one workbook, or a copy without marks. */
import { withOwnTemplate, type OnRefused } from '#app/known-templates';
import { addMarks, removeMarks, type Unmarked } from '#app/marks';
import { checkWorkbook } from '#core/check';
import type { TableOptions } from '#core/layout/table';
import type { SheetReport } from '#core/report';
import { UnreadableFileError } from '#ports/workbook-files';
import type { WorkbookStore } from '#ports/workbook-store';
import type { Texts } from '#words/texts';

export interface MarkFile {
  readonly store: WorkbookStore;
  readonly texts: Texts;
  readonly options: TableOptions;
  readonly onRefused?: OnRefused;
}

/**
 * Checks a workbook and writes a copy with its findings marked; marks of an earlier check go first.
 *
 * @param title the file's name for the sheet in front
 * @returns what was found, a report a table
 * @throws {UnreadableFileError} where the file holds no workbook
 * @throws {UnwritableFileError} where the copy cannot be written
 */
export async function markFile(file: string, target: string, title: string, { store, texts, options, onRefused }: MarkFile): Promise<readonly SheetReport[]> {
  const { bytes } = await withoutMarks(file, store);
  const workbook = await store.grids(bytes, file);
  const sheets = checkWorkbook(workbook.sheets, withOwnTemplate(options, workbook, (fault) => onRefused?.(file, fault)), texts.words);
  const marked = changing(file, () => {
    const editor = store.edit(bytes, file);
    addMarks(editor, { file: title, sheets }, texts);
    return editor.save();
  });
  await store.save(target, marked);
  return sheets;
}

/** A part that only changing the file comes upon may be broken too. */
function changing<Result>(file: string, work: () => Result): Result {
  try {
    return work();
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof RangeError) throw new UnreadableFileError('damaged', file, { cause: error });
    throw error;
  }
}

/**
 * Writes a copy without marks.
 *
 * @returns what became of them, as {@link removeMarks} says it
 * @throws {UnreadableFileError} where the file holds no workbook
 * @throws {UnwritableFileError} where the copy cannot be written
 */
export async function unmarkFile(file: string, target: string, store: WorkbookStore): Promise<Unmarked> {
  const { bytes, was } = await withoutMarks(file, store);
  await store.save(target, bytes);
  return was;
}

async function withoutMarks(file: string, store: WorkbookStore): Promise<{ readonly bytes: Uint8Array; readonly was: Unmarked }> {
  const bytes = await store.bytes(file);
  const workbook = await store.grids(bytes, file);
  return changing(file, () => {
    const editor = store.edit(bytes, file);
    const was = removeMarks(editor, workbook);
    return { bytes: editor.save(), was };
  });
}
