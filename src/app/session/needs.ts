/** What a session is given to work with. */
import type * as engineModule from '#app/session/engine';
import type { Words } from '#core/rules/all';
import { HostError, type WorkbookHost } from '#ports/workbook-host';

export type Engine = typeof engineModule;
/** What was found out of a workbook so far. */
export type Memory = ReturnType<Engine['remember']>;
export type Language = 'vi' | 'en';

export interface SessionNeeds {
  readonly host: WorkbookHost;
  readonly engine: () => Promise<Engine>;
  /** The rules' sentences, and how a figure is shown to the reader. */
  readonly words: (language: Language) => Promise<Words>;
  /** The language of the host, where the user chose none. */
  readonly language: Language;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Calls back after so many milliseconds; gives the way to call it off. */
  readonly later: (milliseconds: number, action: () => void) => () => void;
}

/** A part of the panel that is loaded when it is needed; it comes over the same network that may fail. */
export async function loaded<T>(part: Promise<T>): Promise<T> {
  try {
    return await part;
  } catch (error) {
    throw new HostError('not-loaded', { cause: error });
  }
}
