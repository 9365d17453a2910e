/** A blank form for a year, made beside the open workbook or in it. Spec: docs/spec.md, A8. */
import type { Attempts } from '#app/session/attempts';
import { loaded, type SessionNeeds } from '#app/session/needs';
import { chosenSources, sheetsChosen, type SourceChoices } from '#app/session/source-choices';
import type { Store } from '#app/session/store';
import type { InputMessages } from '#core/new/form';
import type { Against } from '#core/table/columns';
import type { WorkbookEditor } from '#ports/workbook-editor';

/** What the reader asks for. */
export interface FormWish {
  /** A template's id. */
  readonly template: string;
  /** The year reported. */
  readonly year: number;
  /** Who reports; '' for nobody. */
  readonly office: string;
  /** Where last year's figures and the plan are taken from; `own` leaves them blank. */
  readonly from: SourceChoices;
}

/** What the page makes a form with. */
export interface FormTools {
  /** A workbook without a sheet. */
  readonly blank: () => Promise<WorkbookEditor>;
  /** Opens a workbook beside the others; null where its sheets are put into the open one. */
  readonly open: ((name: string, bytes: Uint8Array) => Promise<void>) | null;
  /** What somebody reads who types what a cell does not take, in the reader's language. */
  readonly messages: InputMessages;
}

/** What came of it. */
export interface MadeForm {
  /** The form's sheet, or its file. */
  readonly name: string;
  /** Figures carried in, and cells that still wait for one. */
  readonly carried: number;
  readonly open: number;
  /** Sources that gave no figure. */
  readonly unused: readonly Against[];
}

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
      const { bytes, forms, ...made } = work.madeForm(wish, { chosen: chosenSources(wish.from, sheets), taken: open === null ? taken.map(({ name }) => name) : [], editor, messages });
      const [form] = forms;
      if (open === null) {
        const inserted = await host.insert(bytes);
        const links = work.linksBetween(forms, inserted.map(({ id }) => id));
        // They may read the file that the sheets came in.
        if (links.length > 0) await host.write(links);
      } else {
        await open(`phu-luc-${wish.year}.xlsx`, bytes);
      }
      store.set({ madeForm: { ...made, name: open === null ? (form?.name ?? '') : `phu-luc-${wish.year}.xlsx` } });
      if (open === null) await look();
    });
  }
}
