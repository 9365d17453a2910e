/**
 * Runs the benchmarks one after another: each bench/*.bench.mjs in a process of its own.
 *
 * Usage: npm run bench             all of them
 *        npm run bench -- WORD …   those whose names contain one of the words
 */
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import path from 'node:path';

const root = path.dirname(import.meta.dirname);
const words = process.argv.slice(2);
const benches = readdirSync(import.meta.dirname)
  .filter((name) => name.endsWith('.bench.mjs') && (words.length === 0 || words.some((word) => name.includes(word))))
  .toSorted();
if (benches.length === 0) console.log('No benchmark has such a name: bench/*.bench.mjs');

for (const name of benches) {
  console.log(`\n${name}`);
  const loader = ['--expose-gc', '--import', './tools/ts-loader.mjs'];
  const { status } = spawnSync(process.execPath, [...loader, path.join('bench', name)], { cwd: root, stdio: 'inherit' });
  if (status !== 0) process.exitCode = 1;
}
