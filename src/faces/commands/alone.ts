/**
 * A command where the panel cannot be opened: the check marks the cells, and a window says what was found and how to see it.
 *
 * It is fetched when such an Excel asks for it. Spec: docs/spec.md, E2.
 */
import { ExcelHost } from '#adapters/excel/excel-host';
import type { PlainErrand } from '#app/errands';
import { sessionOver } from '#app/session/session-over';
import type { SessionState } from '#app/session/state';
import { verdictOf } from '#app/session/submission';

/** @param page address of the page that puts it into words: it is given numbers, and no text */
export async function alone(errand: PlainErrand, page: string): Promise<void> {
  await Office.onReady();
  const session = sessionOver(new ExcelHost(), Office.context.displayLanguage.startsWith('en') ? 'en' : 'vi');
  try {
    await session.open();
    // What could not be opened is not checked by other settings than its own.
    if (session.state().trouble === null) await session[errand]();
    const facts = new URLSearchParams({ ...outcome(session.state()), for: errand, lang: session.language });
    Office.context.ui.displayDialogAsync(`${page}?${facts.toString()}`, { height: 40, width: 30 });
  } finally {
    await session.close();
  }
}

/** What came of it; "is" names the sentence. */
function outcome(state: SessionState): Readonly<Record<string, string>> {
  const { phase, trouble, counts, facts, submission } = state;
  if (phase !== 'checked') return { is: 'refused' };
  const marked = trouble === null && state.settings.marks ? 'yes' : 'no';
  if (submission === null) return { is: facts.length === 0 ? 'no-table' : 'checked', marked, errors: String(counts.error), warnings: String(counts.warning), unchecked: String(counts.unchecked) };
  const { passes, errors, missing, warnings } = verdictOf(state);
  return { is: passes === null ? 'no-template' : passes ? 'passed' : 'not-passed', marked, errors: String(errors.length), missing: String(missing.length), warnings: String(warnings.length) };
}
