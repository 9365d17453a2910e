/** The task pane's first file: waits for Excel, then puts the panel over the open workbook. */
import { ExcelHost } from '#adapters/excel/excel-host';
import { errands } from '#app/errands';
import type { Session } from '#app/session/session';
import { sessionOver } from '#app/session/session-over';
import { isDark, isGreeted, keepGreeted } from '#faces/taskpane/page';
import { openPanel } from '#panel/open-panel';
import { CHECK, focusResult } from '#panel/focus';
import { copyText, hourOf } from '#panel/page';

/** Put in by webpack, from package.json. */
declare const PHULUC_VERSION: string;

const guard = globalThis.phulucGuard;

async function start(): Promise<void> {
  if (guard.isOld) return;
  const { host } = await Office.onReady();
  // The library gives null outside of Office, whatever its types say.
  if ((host as unknown) !== Office.HostType.Excel) {
    guard.say('outside');
    return;
  }
  if (!ExcelHost.isSupported()) {
    guard.say('old');
    return;
  }
  const element = document.querySelector('#panel');
  if (element === null) throw new Error('The page has no place for the panel');
  // Vietnamese first: also where Office speaks a third language.
  const excel = new ExcelHost();
  const session = sessionOver(excel, Office.context.displayLanguage.startsWith('en') ? 'en' : 'vi');
  guard.done();
  const { activeElement } = document;
  const close = openPanel(element, {
    session, dark: isDark(), version: PHULUC_VERSION, losesHostUndo: true, greets: !isGreeted(), greeted: keepGreeted, copy: copyText, hour: hourOf,
    templates: () => import('#app/session/engine').then(({ templates }) => templates(session.state().own.text)),
    readFile: (file) => import('#adapters/browser/read-file').then(({ readFile }) => readFile(file)),
    tryIt: () => import('#faces/taskpane/try-it').then(({ appendix2020 }) => appendix2020()),
    newForm: excel.abilities.inserts ? { blank: () => import('#adapters/browser/blank-file').then(({ blankFile }) => blankFile()), open: null } : null,
    restart: () => { location.reload(); },
  });
  addEventListener('pagehide', () => { void close(); }, { once: true });
  const opened = session.open();
  takeOver(session, activeElement);
  // What the ribbon asked for comes after it, and is not done twice.
  errands.serve({ check: () => session.check(), submit: () => session.submit(), complete: () => session.call('complete'), newForm: () => session.call('new') });
  await opened;
}

/** What the frame's button was given: the focus, and a press. */
function takeOver(session: Session, focused: Element | null): void {
  // It is gone, and the panel's own stands in its place.
  if (focused?.closest('.frame') != null) document.querySelector<HTMLElement>(`#${CHECK}`)?.focus();
  if (!guard.isPressed()) return;
  keepGreeted();
  void session.check().then(focusResult);
}

try {
  await start();
} catch (error) {
  guard.say('broken');
  throw error;
}
