/** What the session does when the user edits the workbook. Spec: docs/spec.md, V3 and V11. */
import type { Attempts } from '#app/session/attempts';
import type { SessionNeeds } from '#app/session/needs';
import type { Store } from '#app/session/store';
import { HostError, type Edit, type Stop } from '#ports/workbook-host';

/** After the last edit; typing on goes on undisturbed. */
const PAUSE = 400;

export interface WatchingNeeds {
  readonly attempts: Attempts;
  readonly store: Store;
  readonly later: SessionNeeds['later'];
  readonly look: () => Promise<void>;
  /** Checks again what the list is about. */
  readonly recheck: () => Promise<void>;
  /** Is told of each edit besides. */
  readonly edited: (edit: Edit) => void;
}

export class Watching {
  readonly #needs: WatchingNeeds;
  #stop: Stop | null = null;
  #callOff: (() => void) | null = null;
  #closed = false;

  constructor(needs: WatchingNeeds) {
    this.#needs = needs;
  }

  async start(): Promise<void> {
    this.#stop ??= await this.#needs.attempts.host.watch((edit) => {
      this.#edited(edit);
    });
    if (this.#closed) await this.close();
  }

  /** A check that was to follow an edit is made anyway. */
  callOff(): void {
    this.#callOff?.();
    this.#callOff = null;
  }

  async close(): Promise<void> {
    this.#closed = true;
    this.callOff();
    const stop = this.#stop;
    this.#stop = null;
    try {
      await stop?.();
    } catch (error) {
      // Nobody is left to be told, and a listener that could not be taken away is deaf.
      if (!(error instanceof HostError)) throw error;
    }
  }

  #edited(edit: Edit): void {
    if (this.#closed) return;
    this.#needs.edited(edit);
    const { phase } = this.#needs.store.state();
    if (phase === 'checked') this.#editedSince(edit);
    else if (phase === 'ready' && (edit.kind === 'activated' || edit.kind === 'sheets')) void this.#needs.look();
  }

  /** An edit after a check. */
  #editedSince(edit: Edit): void {
    if (edit.kind === 'activated') this.#activated(edit.sheet);
    // Sheets that came or went may change what any other says.
    else if (edit.kind === 'sheets') this.#sheetsChanged();
    else if (this.#needs.store.state().asked.purpose === 'submission' || this.#isChecked(edit.sheet)) this.#figuresChanged();
  }

  #isChecked(sheet: string): boolean {
    return this.#needs.store.state().looked.some(({ id }) => id === sheet);
  }

  #activated(sheet: string): void {
    const { settings, asked } = this.#needs.store.state();
    this.#needs.store.set({ elsewhere: settings.sheets === null && asked.purpose === 'check' && !this.#isChecked(sheet) ? sheet : null });
  }

  #sheetsChanged(): void {
    const { attempts, store } = this.#needs;
    void attempts.inTurn('check', async () => {
      const sheets = await attempts.host.sheets();
      const { settings, looked, asked } = store.state();
      const isGone = looked.some(({ id }) => !sheets.some((one) => one.id === id));
      store.set(isGone || settings.sheets === 'all' || asked.purpose === 'submission' ? { sheets, stale: true } : { sheets });
    });
  }

  #figuresChanged(): void {
    const { store } = this.#needs;
    if (store.state().settings.live) this.#recheckSoon();
    else store.set({ stale: true });
  }

  #recheckSoon(): void {
    const { attempts, later, recheck } = this.#needs;
    this.callOff();
    this.#callOff = later(PAUSE, () => {
      this.#callOff = null;
      void attempts.inTurn('check', () => recheck().catch((error: unknown) => {
        // The user is typing on already: after that will do.
        if (!(error instanceof HostError) || error.reason !== 'edit-mode') throw error;
        if (!this.#closed) this.#recheckSoon();
      }));
    });
  }
}
