/** Comparison columns filled in: 63 workbooks, read and saved, against exceljs reading and saving them as they are; long tables in memory. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ExcelJS from 'exceljs';
import { longGrid } from './long-table.mjs';
import { line, median } from './measure.mjs';
import { uncomparedProvinces } from './provinces.mjs';

const { openWorkbook } = await import('#adapters/xlsx/patch/open-workbook');
const { plainUnpacker } = await import('#adapters/xlsx/plain-unpacker');
const { readWorkbook } = await import('#adapters/xlsx/read-workbook');
const { completeFile } = await import('#app/complete-file');
const { knownTemplates } = await import('#app/known-templates');
const { complete } = await import('#core/complete/complete');
const { tablesOf } = await import('#core/layout/table');

const options = { templates: knownTemplates() };
const store = {
  bytes: async (file) => new Uint8Array(readFileSync(file)),
  grids: (bytes, file) => readWorkbook(bytes, file, plainUnpacker),
  edit: (bytes, file) => openWorkbook(bytes, file, plainUnpacker),
};

/** CPU of one process over all files, in ms, in turn. */
async function cpu(work) {
  const { user, system } = process.cpuUsage();
  const done = await work();
  const spent = process.cpuUsage({ user, system });
  return { time: (spent.user + spent.system) / 1000, done };
}

const folder = await uncomparedProvinces();
const files = readdirSync(folder).map((name) => path.join(folder, name));

async function ours(as) {
  let cells = 0;
  for (const file of files) {
    const completed = await completeFile(file, { store, options, as, sources: [] });
    cells += completed.completions.length;
    completed.save();
  }
  return cells;
}

async function theirs() {
  for (const file of files) {
    const book = new ExcelJS.Workbook();
    await book.xlsx.readFile(file);
    await book.xlsx.writeBuffer();
  }
}

console.log('63 workbooks of some 90 rows, read, completed and saved in one process (medians of 5, after one each)');
for (const as of ['values', 'formulas']) {
  await ours(as);
  await theirs();
  const pairs = [];
  for (let i = 0; i < 5; i += 1) pairs.push([await cpu(() => ours(as)), await cpu(theirs)]);
  const [own, other] = [0, 1].map((side) => median(pairs.map((pair) => pair[side].time)));
  line(`as ${as}: ${pairs[0][0].done} cells, CPU, phuluc / exceljs reading and writing`, `${own.toFixed(0)} / ${other.toFixed(0)} ms`);
  line('  ratio', median(pairs.map(([a, b]) => a.time / b.time)).toFixed(2));
}

/** The long table without its ratios. */
function without(rows) {
  const grid = longGrid(rows);
  return { ...grid, cell: (row, column) => (row > 1 && (column === 5 || column === 7) ? { ...grid.cell(row, column), value: null } : grid.cell(row, column)) };
}

console.log('A table in memory, its ratios filled in as formulas (medians of 5; each grid is new)');
let each = 0;
for (const rows of [1000, 10_000]) {
  const runs = Array.from({ length: 6 }, () => {
    const tables = tablesOf(without(rows), options);
    const from = process.hrtime.bigint();
    const { completions } = complete(tables, { as: 'formulas', sources: [] });
    return { time: Number(process.hrtime.bigint() - from) / 1e6, count: completions.length };
  });
  const time = median(runs.slice(1).map((run) => run.time));
  each ||= time / rows;
  line(`${rows} rows: ${runs[0].count} cells`, `${time.toFixed(1)} ms`, `${((time * 1000) / rows).toFixed(1)} µs a row`);
  line('  against so many times the first', (time / (each * rows)).toFixed(2));
}
