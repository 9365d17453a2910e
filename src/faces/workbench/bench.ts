/**
 * The workbench: which files are open, which one is before the user, and what there is to say about it.
 *
 * It holds the state and every way to change it; the views subscribe and call.
 */
import type { KeptEdits, NotKept } from '#adapters/browser/kept-work';
import { openFile, type OpenedFile } from '#adapters/browser/open-file';
import { pageStore, type NamedBytes } from '#adapters/browser/page-files';
import { saveBook } from '#adapters/browser/save-book';
import { knownTemplates } from '#app/known-templates';
import { UnreadableFileError, type Unreadable } from '#ports/workbook-files';
import type { Texts } from '#words/texts';

/** What is said above the table until it is dismissed. */
export type Saying =
  | { readonly is: 'unreadable'; readonly file: string; readonly reason: Unreadable }
  | { readonly is: 'saved'; readonly file: string; readonly left: readonly string[] }
  | { readonly is: 'not-saved'; readonly file: string }
  | { readonly is: 'not-kept'; readonly reason: NotKept }
  | { readonly is: 'restored'; readonly count: number }
  | { readonly is: 'only-contents' | 'no-workbooks' };

export interface BenchFile extends OpenedFile {
  readonly id: string;
  /** Changed since it was opened, or saved last. */
  readonly isDirty: boolean;
}

export interface BenchState {
  readonly files: readonly BenchFile[];
  /** The id of the file before the user; null while none is open. */
  readonly active: string | null;
  /** What is being opened. */
  readonly opening: string | null;
  readonly saying: Saying | null;
  /** A file that was edited and is to be closed: the user is asked. */
  readonly closing: string | null;
}

export interface BenchNeeds {
  /** Hands bytes to the user as a file. */
  readonly download: (name: string, bytes: Uint8Array) => void;
  readonly texts: () => Promise<Texts>;
}

export class Bench {
  readonly #needs: BenchNeeds;
  readonly #listeners = new Set<() => void>();
  #state: BenchState = { files: [], active: null, opening: null, saying: null, closing: null };

  constructor(needs: BenchNeeds) {
    this.#needs = needs;
  }

  readonly state = (): BenchState => this.#state;

  readonly subscribe = (listener: () => void): () => void => {
    this.#listeners.add(listener);
    return () => { this.#listeners.delete(listener); };
  };

  /** Opens files one after the other; what is open already stays, and one that cannot be read is said. */
  async open(files: readonly NamedBytes[]): Promise<void> {
    // That nothing is kept stays said until it is read.
    if (this.#state.saying?.is !== 'not-kept') this.#set({ saying: null });
    for (const { name, bytes } of files) {
      await this.#opening(name, async () => { this.#add(await openFile(await bytes(), plainName(name)), newId()); });
    }
  }

  /** Opens a file as it was left. */
  async restore(name: string, bytes: Uint8Array, id: string, edits: KeptEdits | null): Promise<void> {
    await this.#opening(name, async () => {
      const file = await openFile(bytes, name);
      if (edits !== null) file.book.restore(edits.book);
      if (edits?.isDirty === false) file.book.markSaved();
      this.#add(file, id);
    });
  }

  show(id: string): void {
    this.#set({ active: id });
  }

  /** Closes a file; one that was edited asks first. */
  close(id: string): void {
    if (this.#file(id)?.isDirty === true) this.#set({ closing: id });
    else this.#drop(id);
  }

  /** The answer to the question whether edits may be lost. */
  answer(loses: boolean): void {
    const { closing } = this.#state;
    this.#set({ closing: null });
    if (loses && closing !== null) this.#drop(closing);
  }

  /** Gives the file to the user with what was edited, and nothing else changed. */
  save(id: string): void {
    const file = this.#file(id);
    if (file === undefined) return;
    this.#saving(file, () => {
      const { bytes, left } = saveBook(file.bytes, file.name, file.book);
      this.#needs.download(file.name, bytes);
      this.#set({ saying: { is: 'saved', file: file.name, left } });
      if (left.length === 0) file.book.markSaved();
    });
  }

  /** Gives the user a copy with marks, as `phuluc mark` does: it is one more file, and the edits are as unsaved as before. */
  async saveMarked(id: string): Promise<void> {
    const file = this.#file(id);
    if (file === undefined) return;
    const [texts, { markFile }] = await Promise.all([this.#needs.texts(), import('#app/mark-file')]);
    const name = markedName(file.name);
    await this.#saving(file, async () => {
      const { bytes, left } = saveBook(file.bytes, file.name, file.book);
      await markFile(file.name, name, file.name, { store: pageStore(bytes, (made) => { this.#needs.download(name, made); }), texts, options: { templates: knownTemplates() } });
      this.#set({ saying: { is: 'saved', file: name, left } });
    });
  }

  say(saying: Saying | null): void {
    this.#set({ saying });
  }

  get isDirty(): boolean {
    return this.#state.files.some((file) => file.isDirty);
  }

  async #opening(name: string, open: () => Promise<void>): Promise<void> {
    this.#set({ opening: name });
    try {
      await open();
    } catch (error) {
      if (!(error instanceof UnreadableFileError)) throw error;
      this.#set({ saying: { is: 'unreadable', file: plainName(name), reason: error.reason } });
    } finally {
      this.#set({ opening: null });
    }
  }

  #saving<T>(file: BenchFile, save: () => T): T | undefined {
    const refused = (error: unknown): undefined => {
      if (!(error instanceof UnreadableFileError)) throw error;
      this.#set({ saying: { is: 'not-saved', file: file.name } });
      return undefined;
    };
    try {
      const made = save();
      return made instanceof Promise ? (made.catch(refused) as T) : made;
    } catch (error) {
      refused(error); return;
    }
  }

  #add(file: OpenedFile, id: string): void {
    file.book.watch(() => { this.#touched(id); });
    this.#set({ files: [...this.#state.files, { ...file, id, isDirty: file.book.isDirty }], active: id });
  }

  #touched(id: string): void {
    const file = this.#file(id);
    if (file === undefined) return;
    const isDirty = file.book.isDirty;
    if (file.isDirty !== isDirty) this.#set({ files: this.#with(id, { isDirty }) });
  }

  #drop(id: string): void {
    const { files, active } = this.#state;
    const at = files.findIndex((file) => file.id === id);
    const left = files.filter((file) => file.id !== id);
    this.#set({ files: left, active: active === id ? (left[Math.min(at, left.length - 1)]?.id ?? null) : active });
  }

  #file(id: string): BenchFile | undefined {
    return this.#state.files.find((file) => file.id === id);
  }

  #with(id: string, change: Partial<BenchFile>): readonly BenchFile[] {
    return this.#state.files.map((file) => (file.id === id ? { ...file, ...change } : file));
  }

  #set(change: Partial<BenchState>): void {
    this.#state = { ...this.#state, ...change };
    for (const listener of this.#listeners) listener();
  }
}

/** Without its folders. */
function plainName(name: string): string {
  return name.slice(name.lastIndexOf('/') + 1);
}

/** "bao-cao-kiem-tra.xlsx", as the examples of the command line have it. */
function markedName(name: string): string {
  return name.replace(/(\.[^.]*)?$/, '-kiem-tra$1');
}

function newId(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(8)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
