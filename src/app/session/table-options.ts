/** How tables are recognised for what the user chose. */
import { knownTemplates, ownTemplate, type OwnTemplate } from '#app/known-templates';
import type { Choice } from '#app/session/choice';
import type { OwnLayout } from '#app/session/own-layout';
import type { TableOptions } from '#core/layout/table';
import type { Template } from '#core/layout/template';
import { COLUMN_KINDS, type ColumnKind } from '#core/table/column-kinds';

/** The workbook's own before all others that fit as well; a template that was chosen before its own. */
export function optionsFor({ template, kinds, own }: Choice): TableOptions {
  const { all } = layouts(own);
  const chosen = all.find(({ id }) => id === template);
  return { templates: all, kinds: columnKinds(kinds), ...(chosen && { template: chosen }) };
}

/** @param kept pairs of a column ("Bảng!G") and its kind; a workbook comes from anywhere: whatever else stands there is left out */
export function columnKinds(kept: readonly unknown[]): ReadonlyMap<string, ColumnKind> {
  return new Map(kept.flatMap((pair) => {
    const [column, said] = Array.isArray(pair) ? (pair as readonly unknown[]) : [];
    const kind = COLUMN_KINDS.find((one) => one === said);
    return typeof column === 'string' && kind !== undefined ? [[column, kind] as const] : [];
  }));
}

export interface Layouts extends OwnTemplate {
  readonly all: readonly Template[];
}

/** Of the text that was read last: a check reads its tables several times. */
let last: { readonly text: string | null; readonly layouts: Layouts } | null = null;

/** @param text of the template that the workbook brings along; null for none */
export function layouts(text: string | null): Layouts {
  if (last?.text !== text) {
    const own = ownTemplate(text);
    last = { text, layouts: { ...own, all: own.template === null ? knownTemplates() : [own.template, ...knownTemplates()] } };
  }
  return last.layouts;
}

/** What the text of the template that a workbook brings along is, and why it cannot be read. */
export function layoutOf(text: string | null): OwnLayout {
  const { template, fault } = layouts(text);
  return { text, name: template?.name ?? null, fault };
}
