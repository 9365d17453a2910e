/** What a check, what follows it, and filling in ask of Excel: requests and bytes, counted on Microsoft's library over the fake host. */
import { longGrid } from './long-table.mjs';
import { line } from './measure.mjs';

const { ExcelHost } = await import('#adapters/excel/excel-host');
const { Book } = await import('#test/office/book');
const { FakeExcel } = await import('#test/office/fake-excel');
const { loadOfficeLibrary } = await import('#test/office/load-library');
const { Session } = await import('#app/session/session');

const SIZES = [80, 1000, 12_000, 100_000];
/** Filling in is measured through the session, which reads, works out, writes, and reads again. */
const FILLED = [80, 1000, 12_000];
/** The ratio to last year and the attainment of the plan. */
const EMPTIED = new Set([5, 7]);
const HEADER_ROWS = 2;
/** Of an answer; DESIGN.md, 11. */
const BLOCK = 4_000_000;
const LIMIT = 5 * 1024 * 1024;
const LATEST = 18;

console.log('Requests to Excel for a table of so many rows and 8 columns');
for (const rows of SIZES) await measure(rows);

for (const rows of FILLED) for (const as of ['formulas', 'values']) await measureFilling(rows, as);

/** A table whose ratios are empty, and every cell of them filled in. */
async function measureFilling(rows, as) {
  const book = new Book();
  const grid = longGrid(rows);
  const isGone = (row, column) => row >= HEADER_ROWS && EMPTIED.has(column);
  book.load({ ...grid, cell: (row, column) => (isGone(row, column) ? { ...grid.cell(row, column), value: null, formula: null } : grid.cell(row, column)) });
  const excel = new FakeExcel(loadOfficeLibrary(), book, LATEST);
  const session = new Session({
    host: new ExcelHost(), language: 'vi', now: () => 0, later: () => () => undefined, engine: () => import('#app/session/engine'), words: () => import('#words/vi').then(({ vi }) => vi.words),
  });
  await session.open();
  const told = async (what, bar, action) => {
    excel.traffic.length = 0;
    const from = process.cpuUsage();
    await action();
    const { user, system } = process.cpuUsage(from);
    const [out, into] = ['bytesOut', 'bytesIn'].map((key) => excel.traffic.reduce((sum, one) => sum + one[key], 0));
    const cells = session.state().written?.entry.written.length ?? 0;
    line(`${rows} rows: ${what}, ${as}`, `${excel.traffic.length}`, `bar ≤ ${bar(Math.max(out, into))}; ${cells} cells, ${kilobytes(out)} out, ${kilobytes(into)} in, ${Math.round((user + system) / 1000)} ms of processor time, the played Excel's with it`);
  };
  const blocks = (bytes) => Math.max(1, Math.ceil(bytes / BLOCK));
  await session.completing.writeAs(as);
  await told('list what can be filled in', (bytes) => 1 + blocks(bytes), () => session.completing.begin());
  // The list again, what stands there, the write, and the list after it.
  await told('fill in', (bytes) => 4 + 2 * blocks(bytes), () => session.completing.write());
  await told('take it back', (bytes) => 3 + 2 * blocks(bytes), () => session.undo());
  if (session.state().trouble !== null) throw session.state().trouble.error;
  await session.close();
}

async function measure(rows) {
  const book = new Book();
  const { id: sheet } = book.load(longGrid(rows));
  const excel = new FakeExcel(loadOfficeLibrary(), book, LATEST);
  const host = new ExcelHost();
  await host.sheets();
  const stop = await host.watch(() => null);
  const told = async (what, action, bar) => {
    excel.traffic.length = 0;
    await action();
    const [out, into] = ['bytesOut', 'bytesIn'].map((key) => excel.traffic.reduce((sum, one) => sum + one[key], 0));
    const largest = Math.max(0, ...excel.traffic.flatMap(({ bytesOut, bytesIn }) => [bytesOut, bytesIn]));
    line(`${rows} rows: ${what}`, `${excel.traffic.length}`, `bar ≤ ${bar(Math.max(out, into))}; ${kilobytes(out)} out, ${kilobytes(into)} in, largest ${kilobytes(largest)}${largest > LIMIT ? ', MORE THAN EXCEL TAKES' : ''}`);
  };
  const blocks = (bytes) => Math.max(1, Math.ceil(bytes / BLOCK));
  const marks = Array.from({ length: Math.ceil(rows / 50) }, (_, i) => ({ sheet, row: 2 + i * 50, column: 5, look: 'error', note: null }));
  const writes = Array.from({ length: rows }, (_, i) => ({ sheet, row: 2 + i, column: 5, content: { kind: 'number', value: i / 8 }, format: null }));
  await told('read', () => host.read({ sheets: 'active' }), (bytes) => 1 + blocks(bytes));
  await told(`mark ${marks.length} cells`, () => host.mark(marks), () => 1);
  await told('mark the same again', () => host.mark(marks), () => 0);
  await told('write one cell', () => host.write(writes.slice(0, 1)), () => 2);
  await told(`write a column of ${writes.length}`, () => host.write(writes), (bytes) => 1 + blocks(bytes));
  await told('take the marks away', () => host.mark([]), () => 1);
  await stop();
}

function kilobytes(bytes) {
  return `${(bytes / 1000).toFixed(1)} KB`;
}
