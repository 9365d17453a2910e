/**
 * A host that says when it does not answer: Excel calculates, shows a dialog, or has forgotten the question.
 *
 * Spec: docs/spec.md, V7.
 */
import { HostError, type WorkbookHost } from '#ports/workbook-host';
import type { SessionNeeds } from '#app/session/needs';
import type { Silence } from '#app/session/silence';

/** In milliseconds: longer, and people believe that nothing will come. */
const PATIENCE = 5000;

/** One question that the host has not answered. */
interface Open {
  readonly kind: Silence;
  readonly giveUp: (error: HostError) => void;
}

export class Patience {
  /** The same host, each of its answers waited for. */
  readonly host: WorkbookHost;
  readonly #open = new Set<Open>();
  readonly #later: SessionNeeds['later'];
  readonly #tell: (silence: Silence | null) => void;
  #callOff: (() => void) | null = null;
  #isSilent = false;
  #isClosed = false;

  /** @param tell of a silence of five seconds, and of its end by null */
  constructor(host: WorkbookHost, later: SessionNeeds['later'], tell: (silence: Silence | null) => void) {
    this.#later = later;
    this.#tell = tell;
    this.host = this.#waitingFor(host);
  }

  /** Says nothing for another while. */
  wait(): void {
    this.#heard();
  }

  /** Answers that figures were asked for in vain; a write is waited for until the host tells what became of it. */
  giveUp(): void {
    for (const one of this.#open) {
      if (one.kind !== 'reading') continue;
      this.#open.delete(one);
      one.giveUp(new HostError('busy'));
    }
    this.#heard();
  }

  /** What is still open is answered, and nobody is told how long it took. */
  close(): void {
    this.#isClosed = true;
    this.#callOff?.();
    this.#callOff = null;
  }

  #waitingFor(host: WorkbookHost): WorkbookHost {
    const read = <T>(answer: Promise<T>): Promise<T> => this.#answered('reading', answer);
    const written = <T>(answer: Promise<T>): Promise<T> => this.#answered('writing', answer);
    return {
      abilities: host.abilities,
      sheets: () => read(host.sheets()),
      read: (reading) => read(host.read({ ...reading, onProgress: (done, all) => {
        this.#heard();
        reading.onProgress?.(done, all);
      } })),
      contents: (spots) => read(host.contents(spots)),
      select: (spot) => read(host.select(spot)),
      selection: () => read(host.selection()),
      watchSelection: (listener) => read(host.watchSelection(listener)),
      watch: (listener) => read(host.watch(listener)),
      setting: (key) => read(host.setting(key)),
      data: (namespace) => read(host.data(namespace)),
      write: (writes) => written(host.write(writes)),
      mark: (marks) => written(host.mark(marks)),
      addSheet: (grid) => written(host.addSheet(grid)),
      insert: (workbook) => written(host.insert(workbook)),
      protect: (sheet) => written(host.protect(sheet)),
      keepSetting: (key, value) => written(host.keepSetting(key, value)),
      keepData: (namespace, text) => written(host.keepData(namespace, text)),
    };
  }

  #answered<T>(kind: Silence, answer: Promise<T>): Promise<T> {
    return new Promise((resolve, reject) => {
      const one: Open = { kind, giveUp: reject };
      const done = (): void => {
        this.#open.delete(one);
        this.#heard();
      };
      // What comes after it was given up is heard, and changes nothing.
      answer.finally(done).then(resolve, reject);
      this.#open.add(one);
      if (this.#callOff === null) this.#heard();
    });
  }

  /** The host is there: the while begins anew. */
  #heard(): void {
    this.#callOff?.();
    this.#callOff = this.#open.size === 0 || this.#isClosed ? null : this.#later(PATIENCE, () => {
      this.#isSilent = true;
      this.#tell([...this.#open].some(({ kind }) => kind === 'writing') ? 'writing' : 'reading');
    });
    if (this.#isSilent) this.#tell(null);
    this.#isSilent = false;
  }
}
