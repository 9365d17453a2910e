/**
 * Shows the product at work: builds it when a source is newer than the build, then checks the 2020 appendix.
 *
 * Usage: npm start   (the same as: npx phuluc check test/fixtures/phu-luc-2020.xlsx)
 * Ends with 0 also when there are findings: they are what this shows. Other failures keep their exit code.
 */
import { spawnSync } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';

const root = path.dirname(import.meta.dirname);
const built = 'dist/cli/phuluc.cjs';
const sources = ['src', 'templates', 'webpack.config.js', 'package.json', 'package-lock.json'];
const sample = 'test/fixtures/phu-luc-2020.xlsx';
const foundSomething = 1;

process.exitCode = build() || show();

/** Builds when the build is missing or older than a source; gives the exit code. */
function build() {
  if (newest(sources) <= modified(built)) return 0;
  console.log('Building phuluc …');
  return runNode('node_modules/webpack-cli/bin/cli.js', 'build', '--mode', 'production');
}

function show() {
  console.log(`phuluc check ${sample}`);
  const code = runNode(built, 'check', sample);
  return code === foundSomething ? 0 : code;
}

function runNode(...args) {
  const { status, error } = spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit' });
  if (error !== undefined) console.error(`Cannot run ${args[0]}: ${error.message}`);
  return status ?? 2;
}

/** When the newest of these files and folders, and all that is in them, was changed. */
function newest(names) {
  const times = names.map((name) => {
    const inside = isFolder(name) ? readdirSync(path.join(root, name)).map((entry) => path.join(name, entry)) : [];
    return Math.max(modified(name), newest(inside));
  });
  return Math.max(Number.NEGATIVE_INFINITY, ...times);
}

function isFolder(name) {
  return statSync(path.join(root, name), { throwIfNoEntry: false })?.isDirectory() ?? false;
}

/** A missing file is older than every other. */
function modified(name) {
  return statSync(path.join(root, name), { throwIfNoEntry: false })?.mtimeMs ?? Number.NEGATIVE_INFINITY;
}
