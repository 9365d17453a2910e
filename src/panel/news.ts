/** What changed from one state to the next, in words for a reader who does not see it. */
import type { later } from '#app/session/later';
import type { SessionState, Written } from '#app/session/state';
import { verdictOf } from '#app/session/submission';
import type { PanelTexts } from '#words/panel-texts';

/** How long a check runs before that is said, in milliseconds; of a shorter one its end is enough. */
const CHECKING_AFTER = 400;

/** For how long the check that follows a correction is waited for, so that what is heard of it is true, in milliseconds. */
const WRITTEN_AFTER = 1000;

/** From one word about the errors that edits left to the next, in milliseconds. */
const ERRORS_EVERY = 5000;

/** Tells of the states that follow each other: at once, or once it is worth it. */
export class Teller {
  readonly #say: (text: string) => void;
  readonly #later: typeof later;
  #last: SessionState;
  /** The errors that the reader knows of. */
  #known: number;
  /** What is still to be said, unless something else is: at once now, or not at all. */
  #owed: { readonly pay: () => void; readonly callOff: () => void } | null = null;
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
    if (before.phase !== now.phase) this.#forget();
    const news = newsOf(before, now, texts);
    if (news !== '') this.#tellNow(news);
    else if (before.phase !== now.phase && now.phase === 'checking') this.#owe(CHECKING_AFTER, () => `${texts.checking}.`);
    else if (before.written !== now.written) this.#owe(WRITTEN_AFTER, () => ofWriting(this.#last, texts));
    else if (this.#owed !== null && before.counts !== now.counts) this.#owed.pay();
    else this.#tellErrors(texts);
  }

  #tellNow(text: string): void {
    this.#forget();
    this.#known = this.#last.counts.error;
    this.#say(text);
  }

  #owe(milliseconds: number, text: () => string): void {
    this.#forget();
    const pay = (): void => {
      this.#forget();
      if (text() !== '') this.#tellNow(text());
    };
    this.#owed = { pay, callOff: this.#later(milliseconds, pay) };
  }

  #forget(): void {
    this.#owed?.callOff();
    this.#owed = null;
  }

  /** The errors after edits, of many at once only what came of them. */
  #tellErrors(texts: PanelTexts): void {
    const { phase, counts: { error } } = this.#last;
    const fewer = this.#known - error;
    if (phase !== 'checked' || fewer === 0 || this.#owed !== null || this.#silence !== null) return;
    this.#tellNow(fewer > 0 ? texts.fewerErrors(fewer, error) : texts.moreErrors(-fewer, error));
    this.#silence = this.#later(ERRORS_EVERY, () => {
      this.#silence = null;
      this.#tellErrors(texts);
    });
  }

  close(): void {
    this.#forget();
    this.#silence?.();
  }
}

/** '' where nothing happened that a reader has to hear at once. */
function newsOf(before: SessionState, now: SessionState, texts: PanelTexts): string {
  if (before.phase !== now.phase) return before.phase === 'checking' && now.phase === 'checked' ? ofCheck(now, texts) : '';
  // With a list there, the check that follows tells how many errors are left.
  if (now.written !== before.written) return now.phase === 'checked' && now.counts === before.counts ? '' : ofWriting(now, texts);
  return now.phase === 'checking' ? ofProgress(before, now, texts) : '';
}

function ofCheck(now: SessionState, texts: PanelTexts): string {
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
