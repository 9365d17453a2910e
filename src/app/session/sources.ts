/**
 * Where last year's figures and the plan come from, for the check and for filling in alike: worked out of the table's own columns, another
 * sheet of the workbook, or a file that is read in the page.
 *
 * Spec: docs/spec.md, G10.
 */
import type { Attempts } from '#app/session/attempts';
import type { SourceChoice } from '#app/session/source-choices';
import type { Store } from '#app/session/store';
import type { Against } from '#core/table/columns';
import { UnreadableFileError, type Workbook } from '#ports/workbook-files';
import { HostError } from '#ports/workbook-host';

export interface SourcesNeeds {
  readonly attempts: Attempts;
  readonly store: Store;
  /** Obeys another choice: what was checked or worked out is so again. */
  readonly obey: () => Promise<void>;
}

/** The choices of a session, and what happens when they change. */
export class Sources {
  readonly #needs: SourcesNeeds;

  constructor(needs: SourcesNeeds) {
    this.#needs = needs;
  }

  choose(as: Against, choice: SourceChoice): Promise<void> {
    return this.#needs.attempts.inTurn('check', () => this.#take(as, choice));
  }

  /**
   * Reads a file that the user chose; what was chosen before stays where it gives no workbook.
   *
   * @param name without its folders
   * @param read rejects with an {@link UnreadableFileError} where it holds none
   */
  async chooseFile(as: Against, name: string, read: () => Promise<Workbook>): Promise<void> {
    const { attempts, store } = this.#needs;
    const opened = async (): Promise<SourceChoice | null> => {
      try {
        const { sheets } = await read();
        return { is: 'file', name, sheets };
      } catch (error) {
        // The reader comes over a network that may fail; a file that holds no workbook is the user's to change.
        if (!(error instanceof UnreadableFileError)) throw new HostError('not-loaded', { cause: error });
        store.set({ unreadable: { as, file: name, reason: error.reason } });
        return null;
      }
    };
    await attempts.inTurn('check', async () => {
      const choice = await opened();
      if (choice !== null) await this.#take(as, choice);
    });
  }

  async #take(as: Against, choice: SourceChoice): Promise<void> {
    const { store, obey } = this.#needs;
    const { sources, unused } = store.state();
    store.set({ sources: { ...sources, [as]: choice }, unreadable: null, unused: unused.filter((one) => one !== as) });
    await obey();
  }
}
