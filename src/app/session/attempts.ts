/**
 * What a session does on its host: one thing after another, and what the host refuses is kept with the way to try it again.
 *
 * Spec: docs/spec.md, V7.
 */
import type { SessionNeeds } from '#app/session/needs';
import { Patience } from '#app/session/patience';
import type { Doing } from '#app/session/state';
import type { Store } from '#app/session/store';
import { HostError, type WorkbookHost } from '#ports/workbook-host';

/** Between two looks whether a cell is still being typed in. */
const LOOK_AGAIN = 1000;

type Action = () => Promise<void>;

export class Attempts {
  readonly host: WorkbookHost;
  readonly #patience: Patience;
  readonly #store: Store;
  readonly #later: SessionNeeds['later'];
  #turn: Promise<void> = Promise.resolve();
  #retry: Action | null = null;
  #callOff: (() => void) | null = null;

  constructor({ host, later }: Pick<SessionNeeds, 'host' | 'later'>, store: Store) {
    this.#store = store;
    this.#later = later;
    this.#patience = new Patience(host, later, (silent) => { store.set({ silent }); });
    this.host = this.#patience.host;
  }

  /** When what was begun before is done: two checks, or two writes, never cross each other. */
  inTurn(doing: Doing, action: Action): Promise<void> {
    const mine = this.#turn.then(() => this.atOnce(doing, action));
    // An error that is none of the host's is its caller's; those who wait go on.
    this.#turn = mine.catch(() => undefined);
    return mine;
  }

  /** Runs an action; what the host refuses becomes `trouble`. */
  async atOnce(doing: Doing, action: Action): Promise<void> {
    this.#stopWaiting();
    try {
      this.#store.set({ trouble: null });
      await action();
    } catch (error) {
      const refused = error instanceof HostError ? error : new HostError('fault', { cause: error });
      this.#retry = () => this.inTurn(doing, action);
      this.#store.set({ trouble: { doing, error: refused } });
      // A fault of ours is told to the user, and to whoever looks for it.
      if (refused !== error) throw error;
      if (doing === 'check' && refused.reason === 'edit-mode') this.#goOnAfterTyping();
    }
  }

  /** Does again what the host refused. */
  async retry(): Promise<void> {
    await this.#retry?.();
  }

  /** Waits on for a host that is silent. */
  wait(): void {
    this.#patience.wait();
  }

  /** Asks a silent host again. */
  async insist(): Promise<void> {
    this.#patience.giveUp();
    await this.#turn;
    await this.retry();
  }

  /** Nothing is tried again. */
  dismiss(): void {
    this.#stopWaiting();
    this.#store.set({ trouble: null });
  }

  close(): void {
    this.#stopWaiting();
    this.#patience.close();
  }

  #stopWaiting(): void {
    this.#callOff?.();
    this.#callOff = null;
  }

  #goOnAfterTyping(): void {
    this.#callOff = this.#later(LOOK_AGAIN, () => {
      this.#callOff = null;
      void this.#isFree().then(async (isFree) => {
        if (this.#store.state().trouble?.error.reason !== 'edit-mode') return;
        if (isFree) await this.retry();
        else this.#goOnAfterTyping();
      });
    });
  }

  /** Any question is refused while a cell is being typed in. */
  async #isFree(): Promise<boolean> {
    try {
      await this.host.sheets();
      return true;
    } catch (error) {
      if (!(error instanceof HostError)) throw error;
      return error.reason !== 'edit-mode';
    }
  }
}
