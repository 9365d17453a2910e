/** Tables of 100 to 100 000 rows: what a row costs must not depend on how many there are. */
import path from 'node:path';
import { longGrid, writeLongWorkbook } from './long-table.mjs';
import { line, median, runNode, scratch } from './measure.mjs';

const { knownTemplates } = await import('#app/known-templates');
const { checkWorkbook } = await import('#core/check');
const { vi } = await import('#words/vi');

/** Rows, and checks that are timed. */
const SIZES = [[100, 60], [1000, 20], [10_000, 7], [100_000, 3]];
const options = { templates: knownTemplates() };

function once(grid) {
  globalThis.gc?.();
  const from = process.hrtime.bigint();
  const [sheet] = checkWorkbook([grid], options, vi.words);
  const time = Number(process.hrtime.bigint() - from) / 1e6;
  return { time, checked: sheet.checked, findings: sheet.findings.length };
}

for (let i = 0; i < 150; i += 1) once(longGrid(100));
console.log('Tables of figures, checked in memory (medians; each grid is new)');
let each = 0;
for (const [rows, runs] of SIZES) {
  const all = Array.from({ length: runs }, () => once(longGrid(rows)));
  const time = median(all.map((one) => one.time));
  if (each === 0) each = time / rows;
  const { checked, findings } = all[0];
  line(`${rows} rows: ${checked} relations, ${findings} findings`, `${time.toFixed(1)} ms`, `${((time * 1000) / rows).toFixed(1)} µs a row`);
  line('  against so many times the first', (time / (each * rows)).toFixed(2), 'bar ≤ 1.5');
}

/** Whole processes: what grows with the sheet is their peak less that of a sheet of 100 rows. */
const WHOLE = [10_000, 30_000, 100_000];

function whole(rows) {
  const file = path.join(scratch, `long-${rows}.xlsx`);
  writeLongWorkbook(file, rows);
  const runs = Array.from({ length: 3 }, () => runNode(['dist/cli/phuluc.cjs', 'check', file, '--format', 'json']));
  return { cpu: median(runs.map(({ cpu }) => cpu)), peak: median(runs.map(({ peak }) => peak)), wall: median(runs.map((one) => one.wall)) };
}

console.log('Sheets from an .xlsx, whole processes (medians of 3)');
const least = whole(100);
let first = null;
for (const rows of WHOLE) {
  const { cpu, peak, wall } = whole(rows);
  const [time, memory] = [((cpu - least.cpu) * 1000) / rows, ((peak - least.peak) * 1024) / rows];
  first ??= { time, memory };
  line(`${rows} rows: wall / CPU`, `${(wall / 1000).toFixed(1)} / ${(cpu / 1000).toFixed(1)} s`, `${time.toFixed(1)} µs a row`);
  line('  peak memory', `${peak.toFixed(0)} MB`, `${memory.toFixed(1)} KB a row`);
  if (rows === WHOLE[0]) continue;
  line('  a row against one of the first', `${(time / first.time).toFixed(2)} / ${(memory / first.memory).toFixed(2)}`, 'time / memory, bar ≤ 1.5');
}
