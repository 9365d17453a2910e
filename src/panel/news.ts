/** What changed from one state to the next, in words for a reader who does not see it. */
import type { later } from '#app/session/later';
import type { SessionState, Written } from '#app/session/state';
import { verdictOf } from '#app/session/submission';
import type { PanelTexts } from '#words/panel-texts';

/** How long a check runs before that is said, in milliseconds; of a shorter one its end is enough. */
const CHECKING_AFTER = 400;

/** From one word about the errors that edits left to the next, in milliseconds. */
const ERRORS_EVERY = 5000;

/** Tells of the states that follow each other: at once, or once it is worth it. */
export class Teller {
  readonly #say: (text: string) => void;
  readonly #later: typeof later;
  #last: SessionState;
  /** The errors that the reader knows of. */
  #known: number;
  #callOff: (() => void) | null = null;
  /** Ends the silence about errors; null where there is none. */
  #silence: (() => void) | null = null;

  constructor(state: SessionState, say: (text: string) => void, clock: typeof later) {
    this.#last = state;
    this.#known = state.counts.error;
    this.#say = say;
    this.#later = clock;
  }

  tell(now: SessionState, texts: PanelTexts): void {
    const before = this.#last;
    this.#last = now;
    if (before.phase !== now.phase) this.#callOff?.();
    if (before.phase !== now.phase && now.phase === 'checking') this.#callOff = this.#later(CHECKING_AFTER, () => { this.#say(`${texts.checking}.`); });
    const news = newsOf(before, now, texts);
    if (news === '') {
      this.#tellErrors(texts);
      return;
    }
    this.#known = now.counts.error;
    this.#say(news);
  }

  /** The errors after edits, of many at once only what came of them. */
  #tellErrors(texts: PanelTexts): void {
    const { phase, counts: { error } } = this.#last;
    const fewer = this.#known - error;
    if (phase !== 'checked' || fewer === 0 || this.#silence !== null) return;
    this.#known = error;
    this.#say(fewer > 0 ? texts.fewerErrors(fewer, error) : texts.moreErrors(-fewer, error));
    this.#silence = this.#later(ERRORS_EVERY, () => {
      this.#silence = null;
      this.#tellErrors(texts);
    });
  }

  close(): void {
    this.#callOff?.();
    this.#silence?.();
  }
}

/** '' where nothing happened that a reader has to hear at once. */
function newsOf(before: SessionState, now: SessionState, texts: PanelTexts): string {
  if (before.phase !== now.phase) return before.phase !== 'checking' || now.phase !== 'checked' ? '' : now.submission === null ? texts.done(now.counts) : ofVerdict(now, texts);
  if (now.written !== before.written) return ofWriting(now, texts);
  return now.phase === 'checking' ? ofProgress(before, now, texts) : '';
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
