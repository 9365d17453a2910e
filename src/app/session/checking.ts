/**
 * Looking at the sheets and checking them: what is read for it, and what comes of it in the state.
 *
 * Spec: docs/spec.md, V2, V3, V11, V12, V15, E4 and G10.
 */
import type { Asked } from '#app/session/asked';
import type { Attempts } from '#app/session/attempts';
import { choiceOf } from '#app/session/choice';
import type { Checked } from '#app/session/engine';
import type { Marking } from '#app/session/marking';
import { loaded, type Language, type Memory, type SessionNeeds } from '#app/session/needs';
import { infoOf } from '#app/session/places';
import { readingFor } from '#app/session/readings';
import type { SessionState } from '#app/session/state';
import { chosenSources, sheetsChosen } from '#app/session/source-choices';
import type { Store } from '#app/session/store';
import type { Grid } from '#core/table/grid';
import type { OpenSheet, Reading } from '#ports/workbook-host';

export interface CheckingNeeds extends Pick<SessionNeeds, 'engine' | 'words' | 'now'> {
  readonly attempts: Attempts;
  readonly store: Store;
  readonly marking: Marking;
  readonly language: () => Language;
}

/** A list from the beginning, or one that keeps its order and says what changed since. */
type Listing = 'anew' | 'kept';

export class Checking {
  readonly #needs: CheckingNeeds;
  #memory: Memory | null = null;
  #abort: AbortController | null = null;

  constructor(needs: CheckingNeeds) {
    this.#needs = needs;
  }

  /** Names the tables of the sheets chosen. */
  async look(): Promise<void> {
    const { attempts: { host }, store, engine } = this.#needs;
    store.set({ sheets: await host.sheets() });
    const { settings } = store.state();
    // To choose among sheets one has to see them all.
    const [sheets, { look, layoutOf }] = await Promise.all([host.read({ sheets: settings.sheets === null ? 'active' : 'all' }), loaded(engine())]);
    const { phase, own, sheets: all } = store.state();
    const blank = sheets.length === all.length && sheets.every(({ grid }) => isBlank(grid));
    store.set({ own: layoutOf(own.text), facts: look(sheets, choiceOf(store.state())), looked: sheets.map(infoOf), blank, phase: phase === 'opening' ? 'ready' : phase });
  }

  /** A check from the beginning; where the host refuses, what was known stays known. */
  async begin(asked: Asked): Promise<void> {
    const { store, marking } = this.#needs;
    const before = store.state();
    store.set({ phase: 'checking', early: false, asked, progress: null, stopped: null, written: null, moved: null, silent: null, called: null });
    marking.begin();
    try {
      await this.anew();
    } finally {
      if (store.state().phase === 'checking') store.set({ phase: before.phase === 'checking' ? 'ready' : before.phase, asked: before.asked, stopped: before.stopped });
    }
  }

  /** The same check again, with a new list. */
  async anew(): Promise<void> {
    const { store } = this.#needs;
    await this.#run(readingFor(store.state()), 'anew');
  }

  /**
   * Checks the same sheets again, whatever sheet the user looks at by now.
   *
   * @param listing after an edit the list keeps its order, and says what changed
   */
  async again(listing: Listing = 'kept'): Promise<void> {
    const { phase, looked, asked } = this.#needs.store.state();
    if (phase === 'checked') await this.#run({ sheets: asked.purpose === 'submission' ? 'all' : looked.map(({ id }) => id) }, listing);
  }

  /** Ends a check that runs: what was read by then is listed. */
  stop(): void {
    this.#abort?.abort();
  }

  async #run(reading: Reading, listing: Listing): Promise<void> {
    const { engine, words, now, attempts, store, marking, language } = this.#needs;
    this.#abort = new AbortController();
    const { signal } = this.#abort;
    const onProgress = (done: number, all: number): void => {
      store.set({ progress: { done, all } });
    };
    const checkedAt = now();
    const [sheets, others, { check, checkSubmission, remember, listed, relisted, countsOf, uncheckedIn }, sentences] = await Promise.all([
      attempts.host.read({ ...reading, signal, onProgress }), this.#sourceSheets(), loaded(engine()), loaded(words(language())),
    ]);
    // Stopped before anything was read: what was known stays known.
    if (signal.aborted && sheets.length === 0) return;
    this.#memory ??= remember();
    const { asked: { purpose }, sources } = store.state();
    const choice = choiceOf(store.state());
    const beside = { memory: this.#memory, sources: chosenSources(sources, others) };
    const checked: Checked = purpose === 'submission' ? checkSubmission(sheets, choice, sentences, beside) : check(sheets, choice, sentences, beside);
    const fresh = listed(checked.results);
    const items = listing === 'anew' ? fresh : relisted(store.state().items, fresh);
    const unchecked = uncheckedIn(checked.results);
    const read = sheets.map(infoOf);
    // One that was added since is known from now on, without asking for the list again.
    const added = read.filter(({ id }) => !store.state().sheets.some((one) => one.id === id));
    store.set({
      ...checked, phase: 'checked', sheets: [...store.state().sheets, ...added], items, unchecked, counts: countsOf(items, unchecked), looked: read,
      progress: null, checkedAt, stale: false, elsewhere: null, stopped: signal.aborted ? cutOff(read.length, store.state().progress) : null,
    });
    await marking.set();
  }

  /** Sheets that last year's figures or the plan are taken from, whether they are checked or not. */
  async #sourceSheets(): Promise<readonly OpenSheet[]> {
    const { attempts, store } = this.#needs;
    const { sources, sheets } = store.state();
    const there = sheetsChosen(sources).filter((id) => sheets.some((sheet) => sheet.id === id));
    return there.length === 0 ? [] : attempts.host.read({ sheets: there });
  }
}

/** How far a reading came that was ended; null where everything was read by then. */
function cutOff(done: number, progress: SessionState['progress']): SessionState['stopped'] {
  return progress === null || done >= progress.all ? null : { done, all: progress.all };
}

/** Ends at the first cell with something in it. */
function isBlank({ rowCount, columnCount, cell }: Grid): boolean {
  for (let row = 0; row < rowCount; row += 1) {
    for (let column = 0; column < columnCount; column += 1) if (cell(row, column).value !== null) return false;
  }
  return true;
}
