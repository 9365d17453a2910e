/** Which sheets a check reads. Spec: docs/spec.md, V11. */
import type { SessionState } from '#app/session/state';
import type { Reading } from '#ports/workbook-host';

/**
 * Every sheet before submission, and the sheet of a part that was chosen; else the sheets that the settings name: the one before the user
 * where they name none, or none that is still there.
 */
export function readingFor({ asked: { purpose, within }, sheets, settings: { sheets: chosen } }: Pick<SessionState, 'asked' | 'sheets' | 'settings'>): Reading {
  if (purpose === 'submission') return { sheets: 'all' };
  if (within !== null) return { sheets: [within.sheet] };
  if (chosen === null || chosen === 'all') return { sheets: chosen ?? 'active' };
  const named = sheets.filter(({ name }) => chosen.includes(name));
  return { sheets: named.length === 0 ? 'active' : named.map(({ id }) => id) };
}
