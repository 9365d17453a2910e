/** Makes the workbook of a blank form; loaded when somebody asks for one. */
import { formBook } from '#app/form-book';
import { formFile, type FormTools, type FormWish, type MadeForm } from '#app/session/form-wish';
import type { ChosenSource } from '#app/session/source-choices';
import { layouts } from '#app/session/table-options';
import { sourcesOf } from '#app/session/source-tables';
import type { NewForm } from '#core/new/form';
import { newBook } from '#core/new/new-book';
import type { WorkbookEditor } from '#ports/workbook-editor';
import { HostError, type CellWrite, type SheetInfo, type WorkbookHost } from '#ports/workbook-host';

export interface FormContext extends Pick<FormTools, 'messages'> {
  readonly chosen: readonly ChosenSource[];
  /** The sheets that the form comes to stand behind; null for a workbook of its own. */
  readonly taken: readonly SheetInfo[] | null;
  readonly editor: WorkbookEditor;
  /** The text of the template that the open workbook brings along. */
  readonly own: string | null;
}

export interface MadeBook {
  readonly bytes: Uint8Array;
  readonly forms: readonly NewForm[];
  readonly made: MadeForm;
}

/** @throws {RangeError} for a template that nobody knows */
export function madeForm({ template: id, year, office, isLocked }: FormWish, { chosen, taken, editor, messages, own }: FormContext): MadeBook {
  const template = layouts(own).all.find((one) => one.id === id);
  if (template === undefined) throw new RangeError(`Cannot make a form of template "${id}": choose one of those known`);
  const sources = sourcesOf(chosen, { templates: [template], template });
  const { forms, carried, open, used } = newBook({ template, year, office, base: 'sheet', isLocked: isLocked && taken === null, sources, taken: (taken ?? []).map(({ name }) => name) });
  // In the open workbook formulas are still to be written: it is locked after that.
  const given = new Set([...used].map(({ as }) => as));
  const name = taken === null ? formFile(year) : (forms[0]?.name ?? '');
  return {
    forms, bytes: formBook(editor, { template, forms, messages }),
    made: { name, carried, open, unused: chosen.map(({ as }) => as).filter((as) => !given.has(as)), lock: isLocked ? 'locked' : null },
  };
}

/**
 * Puts the sheets behind those of the open workbook, and locks the form where that is asked for.
 *
 * @returns what was made; it stays where Excel refuses nothing but the lock
 */
export async function putInto(host: Pick<WorkbookHost, 'insert' | 'write' | 'protect'>, { bytes, forms, made }: MadeBook): Promise<MadeForm> {
  const inserted = await host.insert(bytes);
  // They may read the file that the sheets came in.
  const links = linksBetween(forms, inserted);
  if (links.length > 0) await host.write(links);
  const [form] = inserted;
  if (made.lock === null || form === undefined) return made;
  try {
    await host.protect(form.id);
    return made;
  } catch (error) {
    if (error instanceof HostError) return { ...made, lock: 'refused' };
    throw error;
  }
}

/** Formulas that read another sheet, to be written again. @param sheets that the forms became, in their order */
function linksBetween(forms: readonly NewForm[], sheets: readonly SheetInfo[]): CellWrite[] {
  return forms.flatMap(({ rows }, i) => rows.flatMap((cells, row) => cells.flatMap((cell, column): CellWrite[] => {
    const sheet = sheets[i]?.id;
    return sheet === undefined || cell?.formula?.includes('!') !== true ? [] : [{ sheet, row, column, content: { kind: 'formula', formula: cell.formula }, format: null }];
  })));
}
