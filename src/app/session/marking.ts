/** The marks in the sheet, kept as the list and the settings say. Spec: docs/spec.md, V5. */
import type { Attempts } from '#app/session/attempts';
import { marksFor } from '#app/session/marks';
import type { Listed } from '#app/session/state';
import type { Store } from '#app/session/store';

export class Marking {
  readonly #attempts: Attempts;
  readonly #store: Store;
  /** The item that is looked at: its sheet and id. */
  #shown: Pick<Listed, 'sheet' | 'id'> | null = null;
  /** Refused where nothing can be written: it is said once, not after each edit and each card. */
  #isRefused = false;

  constructor(attempts: Attempts, store: Store) {
    this.#attempts = attempts;
    this.#store = store;
  }

  /** Tries anew what was refused. */
  begin(): void {
    this.#isRefused = false;
  }

  /** Marks the cells behind an item too, until another is shown. */
  async show(item: Listed | null): Promise<void> {
    this.#shown = item;
    const { phase, settings } = this.#store.state();
    if (phase === 'checked' && settings.marks && !this.#isRefused) await this.#attempts.inTurn('mark', () => this.#set());
  }

  /** Sets what is to stand there; where it is refused, what was done before is done all the same. */
  async set(): Promise<void> {
    const { phase } = this.#store.state();
    if (phase === 'checked' && !this.#isRefused) await this.#attempts.atOnce('mark', () => this.#set());
    const { trouble } = this.#store.state();
    if (trouble?.doing === 'mark') this.#isRefused = trouble.error.reason === 'protected' || trouble.error.reason === 'read-only';
  }

  async #set(): Promise<void> {
    const { host } = this.#attempts;
    const { settings, items, sheets } = this.#store.state();
    const shown = items.find(({ sheet, id }) => sheet === this.#shown?.sheet && id === this.#shown.id) ?? null;
    if (host.abilities.marks) await host.mark(settings.marks ? marksFor(items, { notes: host.abilities.notes, shown, sheets }) : []);
  }
}
