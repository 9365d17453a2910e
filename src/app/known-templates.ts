/** The layouts that come with the product. */
import { readTemplate } from '#core/layout/read-template';
import type { Template } from '#core/layout/template';
import lmhtxvn2020 from '#templates/lmhtxvn-2020';

let known: readonly Template[] | null = null;

export function knownTemplates(): readonly Template[] {
  known ??= [lmhtxvn2020].map(readTemplate);
  return known;
}
