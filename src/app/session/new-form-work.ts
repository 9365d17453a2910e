/** Makes the workbook of a blank form; loaded when somebody asks for one. */
import type { FormTools, FormWish, MadeForm } from '#app/session/form-wish';
import { keepTemplate, knownTemplates } from '#app/known-templates';
import type { ChosenSource } from '#app/session/source-choices';
import { layouts } from '#app/session/table-options';
import { sourcesOf } from '#app/session/source-tables';
import type { NewForm } from '#core/new/form';
import { newBook } from '#core/new/new-book';
import type { WorkbookEditor } from '#ports/workbook-editor';
import type { CellWrite } from '#ports/workbook-host';

export interface FormContext extends Pick<FormTools, 'messages'> {
  readonly chosen: readonly ChosenSource[];
  /** Names of sheets that are there already. */
  readonly taken: readonly string[];
  readonly editor: WorkbookEditor;
  /** The text of the template that the open workbook brings along. */
  readonly own: string | null;
}

export interface MadeBook extends Omit<MadeForm, 'name'> {
  readonly bytes: Uint8Array;
  readonly forms: readonly NewForm[];
}

/** @throws {RangeError} for a template that nobody knows */
export function madeForm({ template: id, year, office }: FormWish, { chosen, taken, editor, messages, own }: FormContext): MadeBook {
  const template = layouts(own).all.find((one) => one.id === id);
  if (template === undefined) throw new RangeError(`Cannot make a form of template "${id}": choose one of those known`);
  const sources = sourcesOf(chosen, { templates: [template], template });
  const { forms, carried, open, used } = newBook({ template, year, office, base: 'sheet', isLocked: false, sources, taken });
  // Nobody else could read a form by a template of one's own.
  if (!knownTemplates().includes(template)) keepTemplate(editor, template);
  for (const form of forms.toReversed()) editor.addFormInFront(form, messages);
  const given = new Set([...used].map(({ as }) => as));
  return { bytes: editor.save(), forms, carried, open, unused: chosen.map(({ as }) => as).filter((as) => !given.has(as)) };
}

/** Formulas that read another sheet, to be written again. @param ids of the sheets that the forms became, in their order */
export function linksBetween(forms: readonly NewForm[], ids: readonly string[]): CellWrite[] {
  return forms.flatMap(({ rows }, i) => rows.flatMap((cells, row) => cells.flatMap((cell, column): CellWrite[] => {
    const sheet = ids[i];
    return sheet === undefined || cell?.formula?.includes('!') !== true ? [] : [{ sheet, row, column, content: { kind: 'formula', formula: cell.formula }, format: null }];
  })));
}
