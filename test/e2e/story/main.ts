/** The panel over a workbook in memory, for looking at each state in a browser: `?book=many&state=checked&dark&lang=en`. */
import { plainUnpacker } from '#adapters/xlsx/plain-unpacker';
import { readWorkbook } from '#adapters/xlsx/read-workbook';
import { Session } from '#app/session/session';
import { placeOf } from '#core/table/grid';
import { openPanel } from '#panel/open-panel';
import { emptyGrid, MemoryHost } from '#test/hosts/memory-host';

import { workbook } from './workbooks';

const query = new URLSearchParams(location.search);
const response = await fetch(query.get('file') ?? '/fixtures/phu-luc-2020.xlsx');
const bytes = new Uint8Array(await response.arrayBuffer());
const { sheets } = await readWorkbook(bytes, 'phu-luc-2020.xlsx', plainUnpacker);
const host = new MemoryHost(workbook(query.get('book'), sheets));
const element = document.querySelector('#panel');
if (element === null) throw new Error('The page has no place for the panel');

/** The panel as the page of Excel would open it. */
function opened(place: Element): { readonly session: Session; readonly close: () => Promise<void> } {
  const session = new Session({
    host,
    language: query.get('lang') === 'en' ? 'en' : 'vi',
    now: () => Date.parse('2021-01-05T10:42:00'),
    later: (milliseconds, action) => {
      // What takes five seconds shall not take a test as long.
      const timer = setTimeout(action, milliseconds / 20);
      return () => { clearTimeout(timer); };
    },
    engine: () => import('#app/session/engine'),
    words: (language) => (language === 'en' ? import('#words/en').then(({ en }) => en.words) : import('#words/vi').then(({ vi }) => vi.words)),
  });
  const close = openPanel(place, {
    session, dark: query.has('dark'), version: '0.1.0', losesHostUndo: true, greets: query.has('new'), greeted: () => null, tryIt: () => Promise.resolve(emptyGrid('Xem thử')), restart: () => null,
    newForm: { blank: () => import('#adapters/browser/blank-file').then(({ blankFile }) => blankFile()), open: null },
    copy: () => Promise.resolve(),
    hour: (milliseconds) => new Date(milliseconds).toTimeString().slice(0, 5),
    readFile: (file) => import('#adapters/browser/read-file').then(({ readFile }) => readFile(file)),
    templates: () => import('#app/session/engine').then(({ templates }) => templates(session.state().own.text)),
  });
  return { session, close };
}

const { session, close } = opened(element);
/** Opens the panel, checks, opens a card, and closes it again. */
const visit = async (): Promise<void> => {
  const visited = opened(element);
  await visited.session.open();
  await visited.session.check();
  await visited.session.show(visited.session.state().items[0] ?? null);
  await new Promise((resolve) => { requestAnimationFrame(resolve); });
  await visited.close();
};
Object.assign(globalThis, { story: { host, session, close, placeOf, visit } });
await session.open();
if (query.get('state') === 'checked') await session.check();
if (query.get('state') === 'submitted') await session.submit();
document.body.dataset['ready'] = 'yes';
