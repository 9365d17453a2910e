/**
 * The workbench: which files are open, which one is before the user, and what there is to say about it.
 *
 * It holds the state and every way to change it; the views subscribe and call.
 */
import { openFile, type OpenedFile } from '#adapters/browser/open-file';
import { saveBook } from '#adapters/browser/save-book';
import { UnreadableFileError, type Unreadable } from '#ports/workbook-files';

/** A file by its name, and how its bytes are come by. */
export interface NamedBytes {
  readonly name: string;
  readonly bytes: () => Promise<Uint8Array>;
}

/** What is said above the table until it is dismissed. */
export type Saying =
  | { readonly is: 'unreadable'; readonly file: string; readonly reason: Unreadable }
  | { readonly is: 'saved'; readonly file: string; readonly left: readonly string[] }
  | { readonly is: 'not-saved'; readonly file: string }
  | { readonly is: 'only-contents' };

export interface BenchFile extends OpenedFile {
  readonly id: string;
  readonly isDirty: boolean;
}

export interface BenchState {
  readonly files: readonly BenchFile[];
  /** The id of the file before the user; null while none is open. */
  readonly active: string | null;
  /** What is being opened. */
  readonly opening: string | null;
  readonly saying: Saying | null;
}

export interface BenchNeeds {
  /** Hands bytes to the user as a file. */
  readonly download: (name: string, bytes: Uint8Array) => void;
}

export class Bench {
  readonly #needs: BenchNeeds;
  readonly #listeners = new Set<() => void>();
  #state: BenchState = { files: [], active: null, opening: null, saying: null };
  #count = 0;

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
    for (const { name, bytes } of files) {
      this.#set({ opening: name, saying: null });
      try {
        this.#add(await openFile(await bytes(), name));
      } catch (error) {
        if (!(error instanceof UnreadableFileError)) throw error;
        this.#set({ saying: { is: 'unreadable', file: name, reason: error.reason } });
      } finally {
        this.#set({ opening: null });
      }
    }
  }

  show(id: string): void {
    this.#set({ active: id });
  }

  close(id: string): void {
    const { files, active } = this.#state;
    const at = files.findIndex((file) => file.id === id);
    const left = files.filter((file) => file.id !== id);
    this.#set({ files: left, active: active === id ? (left[Math.min(at, left.length - 1)]?.id ?? null) : active });
  }

  /** Gives the file to the user with what was edited, and nothing else changed. */
  save(id: string): void {
    const file = this.#state.files.find((one) => one.id === id);
    if (file === undefined) return;
    try {
      const { bytes, left } = saveBook(file.bytes, file.name, file.book);
      this.#needs.download(file.name, bytes);
      this.#set({ saying: { is: 'saved', file: file.name, left }, files: this.#with(id, { isDirty: left.length > 0 }) });
    } catch (error) {
      if (!(error instanceof UnreadableFileError)) throw error;
      this.#set({ saying: { is: 'not-saved', file: file.name } });
    }
  }

  say(saying: Saying | null): void {
    this.#set({ saying });
  }

  get isDirty(): boolean {
    return this.#state.files.some((file) => file.isDirty);
  }

  #add(file: OpenedFile): void {
    this.#count += 1;
    const id = `f${this.#count}`;
    file.book.watch(() => { this.#touched(id); });
    this.#set({ files: [...this.#state.files, { ...file, id, isDirty: false }], active: id });
  }

  /** Taking everything back makes a file as clean as it was. */
  #touched(id: string): void {
    const file = this.#state.files.find((one) => one.id === id);
    if (file === undefined) return;
    const isDirty = file.book.changes.length > 0 || file.book.added.length > 0;
    if (file.isDirty !== isDirty) this.#set({ files: this.#with(id, { isDirty }) });
  }

  #with(id: string, change: Partial<BenchFile>): readonly BenchFile[] {
    return this.#state.files.map((file) => (file.id === id ? { ...file, ...change } : file));
  }

  #set(change: Partial<BenchState>): void {
    this.#state = { ...this.#state, ...change };
    for (const listener of this.#listeners) listener();
  }
}
