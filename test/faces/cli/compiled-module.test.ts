import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeEach, expect, test } from '@jest/globals';
import { compiledFile } from '#faces/cli/compiled-module';

const folder = mkdtempSync(path.join(os.tmpdir(), 'phuluc-compiled-'));
const file = path.join(folder, 'twice.cjs');
const SCRIPT = "const path = require('node:path');\nmodule.exports = { twice: (text) => text.repeat(2), folder: path.basename(__dirname) };\n";

/** In a process of its own: V8 remembers what it has compiled in this one. */
function inNewProcess(after: string): string {
  const code = `
    import { compiledModule, tuneForShortWork, keepCompiled } from '#faces/cli/compiled-module';
    const [file] = process.argv.slice(1);
    tuneForShortWork();
    const { exports, script } = compiledModule(file);
    const said = exports.twice('ab');
    ${after}`;
  return execFileSync(process.execPath, ['--import', './tools/ts-loader.mjs', '--input-type=module', '-e', code, '--', file], { encoding: 'utf8' });
}

beforeEach(() => {
  writeFileSync(file, SCRIPT);
  inNewProcess('keepCompiled(file, script)');
});

afterAll(() => { rmSync(folder, { recursive: true }); });

test.each([
  ['that fits is taken', () => undefined, 'taken abab'],
  ['of another script of the same length is not taken', () => { writeFileSync(file, SCRIPT.replace('repeat(2)', 'at(1)+12 ')); }, 'none b12'],
  ['that is damaged is not taken', () => { damage(compiledFile(file)); }, 'none abab'],
  ['that is cut off is not taken', () => { truncateSync(compiledFile(file), 100); }, 'none abab'],
  ['that is empty is not taken', () => { truncateSync(compiledFile(file), 0); }, 'none abab'],
  ['that is not there is not missed', () => { rmSync(compiledFile(file)); }, 'none abab'],
])('[P8] compiled module › compiled code %s', (_, change, told) => {
  change();
  const said = inNewProcess("process.stdout.write(`${{ true: 'refused by V8', false: 'taken', undefined: 'none' }[script.cachedDataRejected]} ${said} ${exports.folder}`)");
  expect(said).toBe(`${told} ${path.basename(folder)}`);
});

function damage(compiled: string): void {
  const bytes = readFileSync(compiled);
  const middle = Math.floor(bytes.length / 2);
  bytes[middle] = 255 - (bytes[middle] ?? 0);
  writeFileSync(compiled, bytes);
}

test('[P8] compiled module › what stands beside a script is loaded with its own compiled code', () => {
  const beside = path.join(folder, 'four-times.cjs');
  writeFileSync(beside, "const { twice } = require('./twice.cjs');\nmodule.exports = { twice: (text) => twice(twice(text)) };\n");
  const code = `
    import { compiledModule, tuneForShortWork } from '#faces/cli/compiled-module';
    tuneForShortWork();
    process.stdout.write(compiledModule(process.argv[1]).exports.twice('ab'));`;
  expect(execFileSync(process.execPath, ['--import', './tools/ts-loader.mjs', '--input-type=module', '-e', code, '--', beside], { encoding: 'utf8' })).toBe('abababab');
});
