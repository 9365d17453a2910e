/** A check that is asked for before the sheet was looked at: it waits, and is made once it was. Spec: docs/spec.md, V20. */
import { tablesChosen } from '#app/session/choice';
import type { Store } from '#app/session/store';

export class EarlyCheck {
  readonly #store: Store;
  /** Tells who asked what became of it. */
  #answer: (check: Promise<void>) => void = () => undefined;

  constructor(store: Store) {
    this.#store = store;
  }

  /** @returns resolves when the check is done, or will not be made; of two who ask only the first is kept waiting */
  ask(): Promise<void> {
    if (this.#store.state().early) return Promise.resolve();
    this.#store.set({ early: true });
    return new Promise((resolve) => { this.#answer = resolve; });
  }

  /**
   * The sheet was looked at.
   *
   * @param rest of the opening; where it fails, that is told, and no check is made over it
   * @param check begins one
   */
  async opened(rest: Promise<void>, check: () => Promise<void>): Promise<void> {
    try {
      await rest;
    } catch (error) {
      this.drop();
      throw error;
    }
    const state = this.#store.state();
    if (state.early && tablesChosen(state).length > 0) this.#answer(check());
    else this.drop();
  }

  /** There is nothing to check, or something else was asked for. */
  drop(): void {
    if (this.#store.state().early) this.#store.set({ early: false });
    this.#answer(Promise.resolve());
  }
}
