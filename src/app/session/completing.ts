/**
 * Filling in the empty cells of the sheets before the user: a list to look at, and what of it is written.
 *
 * Spec: docs/spec.md, G8, G9 and G11.
 */
import type { Attempts } from '#app/session/attempts';
import type { CompletingState } from '#app/session/completing-state';
import { loaded, type Engine, type Language, type SessionNeeds } from '#app/session/needs';
import type { Saying } from '#app/session/offers';
import type { Store } from '#app/session/store';
import { HostError, type Edit } from '#ports/workbook-host';

/** After the last edit; typing on goes on undisturbed. */
const PAUSE = 400;

type Work = Awaited<ReturnType<Engine['completion']>>;

export interface CompletingNeeds extends Pick<SessionNeeds, 'engine' | 'words' | 'later'> {
  readonly attempts: Attempts;
  readonly store: Store;
  readonly language: () => Language;
  /** Checks again what the list of the check is about. */
  readonly recheck: () => Promise<void>;
}

export class Completing {
  readonly #needs: CompletingNeeds;
  #isShown = false;
  #callOff: (() => void) | null = null;

  constructor(needs: CompletingNeeds) {
    this.#needs = needs;
  }

  /** Somebody looks at the list from now on: it is made, and made again after edits. */
  begin(): Promise<void> {
    this.#isShown = true;
    return this.#needs.attempts.inTurn('complete', () => this.again());
  }

  /** Nobody does any more; ticks stay. */
  end(): void {
    this.#isShown = false;
    this.#callOffEdit();
    this.#set({ offers: null, kept: [] });
  }

  /** Formulas or values. */
  writeAs(as: CompletingState['as']): Promise<void> {
    this.#set({ as });
    return this.#needs.attempts.inTurn('complete', () => this.again());
  }

  /** Ticks the offers of these keys that are not, and the other way round. */
  flip(keys: readonly string[]): void {
    const flips = new Set(this.#needs.store.state().completing.flips);
    for (const key of keys) if (!flips.delete(key)) flips.add(key);
    this.#set({ flips });
  }

  /**
   * Writes what is ticked, to be taken back together.
   *
   * Everything is read and worked out again first: a cell that would not be written as it was shown is left alone, and named.
   */
  write(): Promise<void> {
    const { attempts, store, recheck } = this.#needs;
    const state = store.state();
    return attempts.inTurn('write', async () => {
      const { work: { writeChosen }, saying } = await this.#loaded();
      const { entry, filled, keys, kept } = await writeChosen(attempts.host, state, saying);
      if (entry !== null) store.set({ written: { entry, undone: null, filled }, moved: null });
      this.#set({ flips: new Set([...store.state().completing.flips].filter((key) => !keys.has(key))) });
      // What is written stays written, whatever becomes of the lists after it.
      await attempts.atOnce('complete', async () => {
        await recheck();
        await this.again();
        this.#show({ kept });
      });
    });
  }

  /** Makes the list again where somebody looks at it. */
  async again(): Promise<void> {
    if (!this.#isShown) return;
    const { attempts, store } = this.#needs;
    const { work: { offersNow }, saying } = await this.#loaded();
    const { offers, unused } = await offersNow(attempts.host, store.state(), saying);
    store.set({ unused });
    this.#show({ offers, kept: [] });
  }

  /** An edit of the workbook that was not our own. */
  edited({ kind }: Edit): void {
    if (!this.#isShown) return;
    if (kind === 'activated' && this.#needs.store.state().settings.sheets !== null) return;
    this.#callOffEdit();
    this.#callOff = this.#needs.later(PAUSE, () => {
      this.#callOff = null;
      void this.#needs.attempts.inTurn('complete', () => this.again().catch((error: unknown) => {
        // The user is typing on already: after that will do.
        if (!(error instanceof HostError) || error.reason !== 'edit-mode') throw error;
        this.edited({ kind: 'sheets' });
      }));
    });
  }

  close(): void {
    this.#isShown = false;
    this.#callOffEdit();
  }

  /** By the time that a list is made, nobody may look at it any more. */
  #show(change: Partial<CompletingState>): void {
    if (this.#isShown) this.#set(change);
  }

  #callOffEdit(): void {
    this.#callOff?.();
    this.#callOff = null;
  }

  #set(change: Partial<CompletingState>): void {
    const { store } = this.#needs;
    store.set({ completing: { ...store.state().completing, ...change } });
  }

  /** The part that reckons, which comes with the first list, and what puts it into words. */
  async #loaded(): Promise<{ readonly work: Work; readonly saying: Saying }> {
    const { engine, words, language } = this.#needs;
    const [work, { print, gaps }] = await Promise.all([loaded(engine().then(({ completion }) => completion())), loaded(words(language()))]);
    return { work, saying: { print, gaps, language: language() } };
  }
}
