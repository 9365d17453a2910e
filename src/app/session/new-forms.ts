/** A blank form for a year, made beside the open workbook or in it. Spec: docs/spec.md, A8. */
import type { Attempts } from '#app/session/attempts';
import type { FormTools, FormWish } from '#app/session/form-wish';
import { loaded, type SessionNeeds } from '#app/session/needs';
import { chosenSources, sheetsChosen } from '#app/session/source-choices';
import type { Store } from '#app/session/store';

export interface NewFormsNeeds extends Pick<SessionNeeds, 'engine'> {
  readonly attempts: Attempts;
  readonly store: Store;
  /** Looks at the sheet before the user. */
  readonly look: () => Promise<void>;
}

export class NewForms {
  readonly #needs: NewFormsNeeds;

  constructor(needs: NewFormsNeeds) {
    this.#needs = needs;
  }

  /** Forgets what was made last: another form is asked for. */
  begin(): void {
    this.#needs.store.set({ madeForm: null });
  }

  create(wish: FormWish, { blank, open, messages }: FormTools): Promise<void> {
    const { attempts, store, engine, look } = this.#needs;
    const { host } = attempts;
    return attempts.inTurn('add-sheet', async () => {
      store.set({ madeForm: null });
      const [taken, sheets, work, editor] = await Promise.all([host.sheets(), host.read({ sheets: sheetsChosen(wish.from) }), loaded(engine().then(({ newForms }) => newForms())), loaded(blank())]);
      const book = work.madeForm(wish, { chosen: chosenSources(wish.from, sheets), taken: open === null ? taken : null, editor, messages, own: store.state().own.text });
      if (open !== null) await open(book.made.name, book.bytes);
      store.set({ madeForm: open === null ? await work.putInto(host, book) : book.made });
      if (open === null) await look();
    });
  }
}
