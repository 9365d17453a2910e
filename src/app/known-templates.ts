/** The layouts that come with the product, and those that travel inside a workbook. */
import { TEMPLATE_NAMESPACE } from '#app/template-namespace';
import { readTemplate } from '#core/layout/read-template';
import type { TableOptions } from '#core/layout/table';
import type { Template } from '#core/layout/template';
import { templateText } from '#core/layout/template-text';
import type { WorkbookEditor } from '#ports/workbook-editor';
import type { Workbook } from '#ports/workbook-files';
import lmhtxvn2020 from '#templates/lmhtxvn-2020';

let known: readonly Template[] | null = null;

export function knownTemplates(): readonly Template[] {
  known ??= [lmhtxvn2020].map(readTemplate);
  return known;
}

/** The published layout with its 80 rows is 60 KB. */
const LONGEST_TEXT = 2_000_000;

/** The template that a workbook brings along, or why it cannot be read; both null where it brings none. */
export interface OwnTemplate {
  readonly template: Template | null;
  /** Technical: which field is wrong. */
  readonly fault: string | null;
}

/** @param text kept under {@link TEMPLATE_NAMESPACE}; null for none */
export function ownTemplate(text: string | null): OwnTemplate {
  if (text === null) return { template: null, fault: null };
  if (text.length > LONGEST_TEXT) return { template: null, fault: `more than ${LONGEST_TEXT} characters` };
  try {
    return { template: readTemplate(JSON.parse(text)), fault: null };
  } catch (error) {
    // Lists nested by the thousand exhaust the stack of whoever parses them.
    if (error instanceof SyntaxError || error instanceof RangeError) return { template: null, fault: error.message };
    throw error;
  }
}

/** Told of a file whose own template cannot be read, and why. */
export type OnRefused = (file: string, fault: string) => void;

/** How a workbook's tables are to be read: by its own template before all others that fit as well. */
export function withOwnTemplate(options: TableOptions, { customData }: Workbook, refused: (fault: string) => void): TableOptions {
  const { template, fault } = ownTemplate(customData?.(TEMPLATE_NAMESPACE) ?? null);
  if (fault !== null) refused(fault);
  return template === null ? options : { ...options, templates: [template, ...options.templates] };
}

/** Has a workbook bring a template along; it replaces the one that it had. */
export function keepTemplate(workbook: Pick<WorkbookEditor, 'setCustomData'>, template: Template): void {
  workbook.setCustomData(TEMPLATE_NAMESPACE, templateText(template));
}
