/** The panel of one open file: the same as beside Excel. */
import { BrowserHost } from '#adapters/browser/browser-host';
import type { OpenBook } from '#adapters/browser/open-book';
import { Session } from '#app/session/session';
import { copyText, hourOf, isDark, keep, kept, later } from '#faces/workbench/page';
import { showPanel } from '#panel/open-panel';

/** Put in by webpack, from package.json. */
declare const PHULUC_VERSION: string;

export type Language = 'vi' | 'en';

const GREETED = 'phuluc.greeted';

export function sessionOf(book: OpenBook, language: Language): Session {
  return new Session({
    host: new BrowserHost(book), language, later,
    now: () => Date.now(),
    engine: () => import('#app/session/engine'),
    words: (asked) => (asked === 'en' ? import('#words/en').then(({ en }) => en.words) : import('#words/vi').then(({ vi }) => vi.words)),
  });
}

/** @returns takes the panel out again; its session lives on */
export function panelOf(element: Element, session: Session): () => void {
  return showPanel(element, {
    session, dark: isDark(), version: PHULUC_VERSION, losesHostUndo: false, copy: copyText, hour: hourOf,
    greets: kept(GREETED) === null, greeted: () => { keep(GREETED, '1'); },
    templates: () => import('#app/session/engine').then(({ templates }) => templates()),
    tryIt: null,
    restart: () => { location.reload(); },
  });
}
