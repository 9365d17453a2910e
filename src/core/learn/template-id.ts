/** What a learnt template is called on a command line. */
import type { Template } from '#core/layout/template';
import { folded } from '#core/table/vietnamese';

/** "Biểu số 1 (2024)" is bieu-so-1-2024: what a command line names a template by; none that is taken. */
export function templateId(called: string, taken: readonly Template[]): string {
  const id = (folded(called).match(/[a-z\d]+/g) ?? ['mau']).join('-').slice(0, 56).replace(/-+$/, '');
  return taken.some((template) => template.id === id) ? `${id}-rieng` : id;
}
