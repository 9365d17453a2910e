/** The check of a folder's files, one after the other, the worst first. */
import { pageFiles, workbooksAmong, type NamedBytes } from '#adapters/browser/page-files';
import { checkFiles } from '#app/check-files';
import { knownTemplates } from '#app/known-templates';
import type { Report } from '#core/report';
import type { Texts } from '#words/texts';

export interface FolderFile {
  readonly file: NamedBytes;
  readonly summary: Report['summary'];
  /** Why it could not be read; null where it was. */
  readonly error: string | null;
}

export interface FolderState {
  readonly files: readonly FolderFile[];
  readonly done: number;
  readonly all: number;
}

/** @returns files that can be read, the one with the most errors first, then the others */
export function worstFirst(files: readonly FolderFile[]): readonly FolderFile[] {
  const rank = ({ error, summary }: FolderFile): readonly number[] => [error === null ? 0 : 1, -summary.errors, -summary.warnings, -summary.unchecked];
  return files.toSorted((a, b) => {
    const [x, y] = [rank(a), rank(b)];
    const i = x.findIndex((value, at) => value !== y[at]);
    return i === -1 ? (a.file.name < b.file.name ? -1 : 1) : (x[i] ?? 0) - (y[i] ?? 0);
  });
}

export class FolderCheck {
  readonly #listeners = new Set<() => void>();
  #state: FolderState | null = null;
  #run = 0;

  readonly state = (): FolderState | null => this.#state;

  readonly subscribe = (listener: () => void): () => void => {
    this.#listeners.add(listener);
    return () => { this.#listeners.delete(listener); };
  };

  /** @returns whether there is anything to check */
  async check(dropped: readonly NamedBytes[], texts: Texts): Promise<boolean> {
    const files = workbooksAmong(dropped);
    if (files.length === 0) return false;
    this.#run += 1;
    const run = this.#run;
    this.#set({ files: [], done: 0, all: files.length });
    for (const file of files) {
      const { files: [report], summary } = await checkFiles([file.name], { files: pageFiles([file]), texts, options: { templates: knownTemplates() } });
      // The page stays alive between files, and whoever closed the list waits for none.
      await new Promise((resolve) => { setTimeout(resolve); });
      if (this.#run !== run || this.#state === null) return true;
      this.#set({ ...this.#state, done: this.#state.done + 1, files: worstFirst([...this.#state.files, { file, summary, error: report?.error?.what ?? null }]) });
    }
    return true;
  }

  close(): void {
    this.#run += 1;
    this.#set(null);
  }

  #set(state: FolderState | null): void {
    this.#state = state;
    for (const listener of this.#listeners) listener();
  }
}
