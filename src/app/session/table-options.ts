/** How tables are recognised for what the user chose. */
import { knownTemplates } from '#app/known-templates';
import type { TableOptions } from '#core/layout/table';

/** @param template the id of a template to take whatever is recognised; null or unknown recognises one */
export function optionsFor({ template }: { readonly template: string | null }): TableOptions {
  const known = knownTemplates();
  const chosen = known.find(({ id }) => id === template);
  return chosen === undefined ? { templates: known } : { templates: known, template: chosen };
}
