/** Keeps what is worked on while it changes, and brings it back when the page is loaded again. */
import { NotKeptError, type KeptWork, type NotKept } from '#adapters/browser/kept-work';
import type { Bench, BenchFile } from '#faces/workbench/bench';
import { appendix2020 } from '#faces/workbench/sample';

/** After a change; typing on goes on undisturbed. */
const PAUSE = 250;

export interface KeeperNeeds {
  readonly work: Pick<KeptWork, 'all' | 'keepFile' | 'keepEdits' | 'drop'>;
  readonly bench: Bench;
  /** This page, told apart from others that are open. */
  readonly owner: string;
  /** Whether the page that had a file open is gone. */
  readonly isGone: (owner: string) => boolean;
  readonly later: (milliseconds: number, action: () => void) => () => void;
}

export class Keeper {
  readonly #needs: KeeperNeeds;
  /** Files whose bytes are kept. */
  readonly #kept = new Set<string>();
  readonly #waiting = new Map<string, () => void>();
  readonly #watched = new Set<string>();
  #told: NotKept | null = null;

  constructor(needs: KeeperNeeds) {
    this.#needs = needs;
  }

  /** Opens again what this page, or one that is gone, had open. */
  async restore(): Promise<number> {
    const { work, bench, owner, isGone } = this.#needs;
    return this.#trying(0, async () => {
      const all = await work.all();
      const own = all.filter((file) => file.owner === owner || isGone(file.owner));
      for (const file of own) {
        await bench.restore(file.name, file.bytes, file.id, file.edits);
        this.#kept.add(file.id);
        if (file.owner !== owner) await work.keepFile({ id: file.id, owner, name: file.name, bytes: file.bytes });
      }
      return bench.state().files.length;
    });
  }

  /** Follows the bench from now on. */
  begin(): void {
    const { bench } = this.#needs;
    bench.subscribe(() => { this.#follow(); });
    this.#follow();
  }

  #follow(): void {
    const { bench, work } = this.#needs;
    const { files } = bench.state();
    for (const file of files) if (!this.#watched.has(file.id)) this.#watch(file);
    for (const id of this.#watched) {
      if (files.some((file) => file.id === id)) continue;
      this.#watched.delete(id);
      this.#waiting.get(id)?.();
      this.#waiting.delete(id);
      if (this.#kept.delete(id)) void this.#trying(undefined, () => work.drop(id));
    }
  }

  #watch(file: BenchFile): void {
    this.#watched.add(file.id);
    file.book.watch(() => { this.#soon(file.id); });
    // The appendix comes with the page: it is kept once somebody works on it.
    if (file.name !== appendix2020.name) this.#soon(file.id);
  }

  #soon(id: string): void {
    this.#waiting.get(id)?.();
    this.#waiting.set(id, this.#needs.later(PAUSE, () => {
      this.#waiting.delete(id);
      void this.#trying(undefined, () => this.#keep(id));
    }));
  }

  async #keep(id: string): Promise<void> {
    const { bench, work, owner } = this.#needs;
    const file = bench.state().files.find((one) => one.id === id);
    if (file === undefined) return;
    if (!this.#kept.has(id)) await work.keepFile({ id, owner, name: file.name, bytes: file.bytes });
    this.#kept.add(id);
    await work.keepEdits({ id, book: file.book.kept, isDirty: file.isDirty });
  }

  /** A browser that keeps nothing is told of once, and the work goes on. */
  async #trying<T>(otherwise: T, action: () => Promise<T>): Promise<T> {
    try {
      return await action();
    } catch (error) {
      if (!(error instanceof NotKeptError)) throw error;
      if (this.#told !== error.reason) this.#needs.bench.say({ is: 'not-kept', reason: error.reason });
      this.#told = error.reason;
      return otherwise;
    }
  }
}
