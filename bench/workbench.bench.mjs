/** How soon the workbench is of use, opened cold in a browser of this machine: its check, then its grid. */
import { execFileSync } from 'node:child_process';
import os from 'node:os';
import path from 'node:path';
import { launchBrowser } from '#test/e2e/browser';
import { serve } from '#test/e2e/server';
import { median } from './measure.mjs';

const root = path.dirname(import.meta.dirname);
const folder = path.join(root, '.cache/workbench-bench');
const RUNS = 5;
/** In milliseconds, from asking for the page. */
const BAR = 4000;

execFileSync(process.execPath, [path.join(root, 'node_modules/webpack/bin/webpack.js'), '--config-name', 'workbench', '--mode', 'production', '--output-path', folder], { cwd: root });
const site = await serve({ '/': folder });
const browser = await launchBrowser();
const times = { check: [], grid: [] };
for (let run = 0; run < RUNS; run += 1) {
  // A context of its own has nothing in its cache.
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  const page = await context.newPage();
  const start = performance.now();
  await page.goto(`${site.url}/index.html`);
  await page.getByRole('button', { name: /^17\s*Lỗi/ }).waitFor();
  times.check.push(performance.now() - start);
  await page.locator('[data-grid="there"]').waitFor({ state: 'attached' });
  times.grid.push(performance.now() - start);
  await context.close();
}
await browser.close();
await site.close();
const shown = (values) => `${Math.round(median(values))} ms (${values.map((value) => Math.round(value)).join(', ')})`;
console.log(`workbench, opened cold on ${os.cpus().length} × ${os.cpus()[0]?.model.trim() ?? 'unknown'}, load ${os.loadavg()[0]?.toFixed(1)}`);
console.log(`  the check of the 2020 appendix on the screen: ${shown(times.check)}; at most ${BAR} ms`);
console.log(`  the grid drawn:                               ${shown(times.grid)}`);
