/** Which sheets a check reads. Spec: docs/spec.md, V11. */
import type { SessionState } from '#app/session/state';
import type { Reading } from '#ports/workbook-host';

/** The sheets that the settings name; the one before the user where they name none, or none that is still there. */
export function readingFor({ sheets, settings: { sheets: chosen } }: Pick<SessionState, 'sheets' | 'settings'>): Reading {
  if (chosen === null || chosen === 'all') return { sheets: chosen ?? 'active' };
  const named = sheets.filter(({ name }) => chosen.includes(name));
  return { sheets: named.length === 0 ? 'active' : named.map(({ id }) => id) };
}
