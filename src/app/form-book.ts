/** The workbook of a blank form: its sheets, and the template that nobody else knows. */
import { keepTemplate, knownTemplates } from '#app/known-templates';
import type { Template } from '#core/layout/template';
import type { InputMessages, NewForm } from '#core/new/form';
import type { WorkbookEditor } from '#ports/workbook-editor';

export interface FormBook {
  readonly template: Template;
  /** In the order of their sheets. */
  readonly forms: readonly NewForm[];
  readonly messages: InputMessages;
}

/** @param editor of a workbook without a sheet */
export function formBook(editor: WorkbookEditor, { template, forms, messages }: FormBook): Uint8Array {
  for (const form of forms.toReversed()) editor.addFormInFront(form, messages);
  // Nobody else knows a template of one's own: whoever opens the form gets it with it.
  if (!knownTemplates().includes(template)) keepTemplate(editor, template);
  return editor.save();
}
