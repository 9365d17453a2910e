/** The panel of one open file: the same as beside Excel. */
import { BrowserHost } from '#adapters/browser/browser-host';
import type { OpenBook } from '#adapters/browser/open-book';
import type { Session } from '#app/session/session';
import { sessionOver } from '#app/session/session-over';
import { isDark, keep, kept } from '#faces/workbench/page';
import { showPanel } from '#panel/open-panel';
import { copyText, hourOf } from '#panel/page';

/** Put in by webpack, from package.json. */
declare const PHULUC_VERSION: string;

export type Language = 'vi' | 'en';

const GREETED = 'phuluc.greeted';

export function sessionOf(book: OpenBook, language: Language): Session {
  return sessionOver(new BrowserHost(book), language);
}

/**
 * @param open shows a workbook that was made, as a file of its own
 * @returns takes the panel out again; its session lives on
 */
export function panelOf(element: Element, session: Session, open: (name: string, bytes: Uint8Array) => Promise<void>): () => void {
  return showPanel(element, {
    session, dark: isDark(), version: PHULUC_VERSION, losesHostUndo: false, copy: copyText, hour: hourOf,
    greets: kept(GREETED) === null, greeted: () => { keep(GREETED, '1'); },
    templates: () => import('#app/session/engine').then(({ templates }) => templates(session.state().own.text)),
    readFile: (file) => import('#adapters/browser/read-file').then(({ readFile }) => readFile(file)),
    tryIt: null,
    newForm: { blank: () => import('#adapters/browser/blank-file').then(({ blankFile }) => blankFile()), open },
    restart: () => { location.reload(); },
  });
}
