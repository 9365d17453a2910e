/** The panel over a workbook in memory, for looking at each state in a browser: `?state=checked&dark&lang=en`. */
import { plainUnpacker } from '#adapters/xlsx/plain-unpacker';
import { readWorkbook } from '#adapters/xlsx/read-workbook';
import { Session } from '#app/session/session';
import { placeOf } from '#core/table/grid';
import { openPanel } from '#panel/open-panel';
import { emptyGrid, MemoryHost } from '#test/hosts/memory-host';

const query = new URLSearchParams(location.search);
const response = await fetch(query.get('file') ?? '/fixtures/phu-luc-2020.xlsx');
const bytes = new Uint8Array(await response.arrayBuffer());
const { sheets } = await readWorkbook(bytes, 'phu-luc-2020.xlsx', plainUnpacker);
const host = new MemoryHost(query.has('empty') ? [emptyGrid('Sheet1')] : sheets);
const session = new Session({
  host,
  language: query.get('lang') === 'en' ? 'en' : 'vi',
  now: () => Date.parse('2021-01-05T10:42:00'),
  later: (milliseconds, action) => {
    const timer = setTimeout(action, milliseconds);
    return () => { clearTimeout(timer); };
  },
  engine: () => import('#app/session/engine'),
  words: (language) => (language === 'en' ? import('#words/en').then(({ en }) => en.words) : import('#words/vi').then(({ vi }) => vi.words)),
});
const element = document.querySelector('#panel');
if (element === null) throw new Error('The page has no place for the panel');
const close = openPanel(element, {
  session, dark: query.has('dark'), version: '0.1.0', losesHostUndo: true, tryIt: () => Promise.resolve(),
  copy: () => Promise.resolve(),
  hour: (milliseconds) => new Date(milliseconds).toTimeString().slice(0, 5),
  templates: () => import('#app/session/engine').then(({ templates }) => templates()),
});
Object.assign(globalThis, { story: { host, session, close, placeOf } });
await session.open();
if (query.get('state') === 'checked') await session.check();
if (query.get('refuse') === 'read') host.refuse('read', 'protected');
document.body.dataset['ready'] = 'yes';
