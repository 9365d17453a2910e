/** The state of a session, and who is told when it changes. */
import { START, type SessionState } from '#app/session/state';

export class Store {
  readonly #listeners = new Set<() => void>();
  #state = START;

  readonly state = (): SessionState => this.#state;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  set(change: Partial<SessionState>): void {
    this.#state = { ...this.#state, ...change };
    for (const listener of this.#listeners) listener();
  }

  /** Nobody is told any more. */
  close(): void {
    this.#listeners.clear();
  }
}
