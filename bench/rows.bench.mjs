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

const file = path.join(scratch, 'long.xlsx');
writeLongWorkbook(file, 100_000);
const whole = runNode(['dist/cli/phuluc.cjs', 'check', file, '--format', 'json']);
console.log('100 000 rows from an .xlsx, whole process');
line('wall / CPU', `${(whole.wall / 1000).toFixed(1)} / ${(whole.cpu / 1000).toFixed(1)} s`);
line('peak memory', `${whole.peak.toFixed(0)} MB`);
