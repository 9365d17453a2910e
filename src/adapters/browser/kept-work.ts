/**
 * What a planner works on, kept by the browser: the bytes of each open file once, and what was changed in it after each change, so that a
 * reload loses nothing.
 *
 * It stays in this browser, and goes with the file that is closed.
 */
import type { KeptBook } from '#adapters/browser/open-book';

/** A file as it was opened. */
export interface KeptFile {
  readonly id: string;
  /** The page that has it open. */
  readonly owner: string;
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** What was done to it since. */
export interface KeptEdits {
  readonly id: string;
  readonly book: KeptBook;
  /** Changed since it was saved. */
  readonly isDirty: boolean;
}

/** Why the browser keeps nothing: it does not let this page, or there is no room left. */
export type NotKept = 'refused' | 'full';

export class NotKeptError extends Error {
  readonly reason: NotKept;

  constructor(reason: NotKept, options?: ErrorOptions) {
    super(`Cannot keep the work: ${reason}`, options);
    this.name = 'NotKeptError';
    this.reason = reason;
  }
}

const NAME = 'phuluc';
const FILES = 'files';
const EDITS = 'edits';

export class KeptWork {
  readonly #factory: IDBFactory;
  #database: Promise<IDBDatabase> | null = null;

  constructor(factory: IDBFactory) {
    this.#factory = factory;
  }

  /** What was kept, the oldest first. @throws {NotKeptError} */
  async all(): Promise<readonly (KeptFile & { readonly edits: KeptEdits | null })[]> {
    const files = await this.#done(FILES, 'readonly', (store): IDBRequest<KeptFile[]> => store.getAll() as IDBRequest<KeptFile[]>);
    const edits = await this.#done(EDITS, 'readonly', (store): IDBRequest<KeptEdits[]> => store.getAll() as IDBRequest<KeptEdits[]>);
    return files.map((file) => ({ ...file, edits: edits.find(({ id }) => id === file.id) ?? null }));
  }

  /** @throws {NotKeptError} */
  async keepFile(file: KeptFile): Promise<void> {
    await this.#done(FILES, 'readwrite', (store) => store.put(file));
  }

  /** @throws {NotKeptError} */
  async keepEdits(edits: KeptEdits): Promise<void> {
    await this.#done(EDITS, 'readwrite', (store) => store.put(edits));
  }

  /** @throws {NotKeptError} */
  async drop(id: string): Promise<void> {
    await this.#done(FILES, 'readwrite', (store) => store.delete(id));
    await this.#done(EDITS, 'readwrite', (store) => store.delete(id));
  }

  async #done<T>(name: string, mode: IDBTransactionMode, ask: (store: IDBObjectStore) => IDBRequest<T>): Promise<T> {
    try {
      this.#database ??= opened(this.#factory);
      const database = await this.#database;
      return await new Promise<T>((resolve, reject) => {
        const transaction = database.transaction(name, mode);
        const request = ask(transaction.objectStore(name));
        // Only a transaction that is complete has reached the disk.
        transaction.addEventListener('complete', () => { resolve(request.result); });
        transaction.addEventListener('abort', () => { reject(transaction.error ?? new Error('The transaction was aborted')); });
      });
    } catch (error) {
      const isFull = error instanceof DOMException && error.name === 'QuotaExceededError';
      if (!isFull) this.#database = null;
      throw new NotKeptError(isFull ? 'full' : 'refused', { cause: error });
    }
  }
}

function opened(factory: IDBFactory): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = factory.open(NAME, 1);
    request.addEventListener('upgradeneeded', () => {
      for (const store of [FILES, EDITS]) request.result.createObjectStore(store, { keyPath: 'id' });
    });
    request.addEventListener('success', () => {
      // Another tab with a newer page may need to change it.
      request.result.addEventListener('versionchange', () => { request.result.close(); });
      resolve(request.result);
    });
    request.addEventListener('error', () => { reject(request.error ?? new Error('The browser keeps nothing')); });
    request.addEventListener('blocked', () => { reject(new Error('Another page holds what the browser keeps')); });
  });
}
