/** What a check and what follows it ask of Excel: requests and bytes, counted on Microsoft's library over the fake host. */
import { longGrid } from './long-table.mjs';
import { line } from './measure.mjs';

const { ExcelHost } = await import('#adapters/excel/excel-host');
const { Book } = await import('#test/office/book');
const { FakeExcel } = await import('#test/office/fake-excel');
const { loadOfficeLibrary } = await import('#test/office/load-library');

const SIZES = [80, 1000, 12_000, 100_000];
/** Of an answer; DESIGN.md, 11. */
const BLOCK = 4_000_000;
const LIMIT = 5 * 1024 * 1024;
const LATEST = 18;

console.log('Requests to Excel for a table of so many rows and 8 columns');
for (const rows of SIZES) await measure(rows);

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
