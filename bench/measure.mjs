/** Runs Node programs and measures them from the inside: CPU in ms, peak memory in MB, wall time in ms. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

export const root = path.join(import.meta.dirname, '..');
export const scratch = path.join(root, '.cache/bench');
mkdirSync(scratch, { recursive: true });

const out = path.join(scratch, 'measured.json');

/** One run of a Node program with arguments; what it prints is thrown away. */
export function runNode(args) {
  const from = process.hrtime.bigint();
  const { status, stderr } = spawnSync(process.execPath, ['-r', path.join(import.meta.dirname, 'measured.cjs'), ...args], { cwd: root, env: { ...process.env, BENCH_OUT: out }, stdio: ['ignore', 'ignore', 'pipe'] });
  const wall = Number(process.hrtime.bigint() - from) / 1e6;
  if (status === null || status > 1) throw new Error(`${args.join(' ')} ended with ${status}: ${stderr}`);
  return { wall, ...JSON.parse(readFileSync(out, 'utf8')) };
}

export function median(values) {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
}

/** Two programs in turn, A B A B …, after one run of each that is not counted. */
export function inTurn(runs, a, b) {
  runNode(a);
  runNode(b);
  const pairs = Array.from({ length: runs }, () => [runNode(a), runNode(b)]);
  const of = (side, key) => median(pairs.map((pair) => pair[side][key]));
  const sides = [0, 1].map((side) => ({ cpu: of(side, 'cpu'), peak: of(side, 'peak'), wall: of(side, 'wall') }));
  return { a: sides[0], b: sides[1], ratio: (key) => median(pairs.map(([x, y]) => x[key] / y[key])) };
}

export function line(what, value, bar = '') {
  console.log(`  ${what.padEnd(64)}${value.padStart(16)}${bar === '' ? '' : `   ${bar}`}`);
}
