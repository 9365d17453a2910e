/** What changed from one state to the next, in words for a reader who does not see it. */
import type { SessionState, Written } from '#app/session/state';
import { verdictOf } from '#app/session/submission';
import type { PanelTexts } from '#words/panel-texts';

/** '' where nothing happened that a reader has to hear. */
export function newsOf(before: SessionState, now: SessionState, texts: PanelTexts): string {
  if (before.phase !== now.phase) return ofPhase(before, now, texts);
  if (now.written !== before.written) return ofWriting(now, texts);
  return now.phase === 'checking' ? ofProgress(before, now, texts) : ofErrors(before, now, texts);
}

function ofPhase(before: SessionState, now: SessionState, texts: PanelTexts): string {
  if (now.phase === 'checking') return `${texts.checking}.`;
  if (before.phase !== 'checking' || now.phase !== 'checked') return '';
  return now.submission === null ? texts.done(now.counts) : ofVerdict(now, texts);
}

/** At each quarter, and not between: of one sheet there is nothing to tell. */
function ofProgress(before: SessionState, now: SessionState, texts: PanelTexts): string {
  const [from, to] = [quarters(before), quarters(now)];
  return to > from && to < 4 ? texts.progressAloud(to * 25) : '';
}

function quarters({ progress }: SessionState): number {
  return progress === null || progress.all < 2 ? 0 : Math.floor((progress.done / progress.all) * 4);
}

function ofVerdict(now: SessionState, { submit }: PanelTexts): string {
  const { passes, errors, missing } = verdictOf(now);
  if (passes === null) return now.stopped === null ? submit.none.what : submit.undecided;
  return `${submit.title}: ${passes ? submit.passes : submit.fails(errors.length, missing.length)}`;
}

function ofWriting(state: SessionState, texts: PanelTexts): string {
  const { written, counts } = state;
  if (written === null) return '';
  const { entry, undone, filled } = written;
  if (undone !== null) return texts.undone(undone.restored, undone.kept);
  const done = filled === null ? texts.correctedAloud(entry.changes.map(({ cell }) => cell), counts.error) : filledText(filled, state, texts);
  return `${done} ${texts.undoAloud}`;
}

/** What was filled in, and the errors that are left, where anything was checked. */
export function filledText({ empty, replaced }: NonNullable<Written['filled']>, { phase, counts }: Pick<SessionState, 'phase' | 'counts'>, { filled }: PanelTexts): string {
  return filled(empty, replaced, phase === 'checked' ? counts.error : null);
}

function ofErrors(before: SessionState, now: SessionState, texts: PanelTexts): string {
  const fewer = before.counts.error - now.counts.error;
  if (now.phase !== 'checked' || fewer === 0) return '';
  return fewer > 0 ? texts.fewerErrors(fewer, now.counts.error) : texts.moreErrors(-fewer, now.counts.error);
}
