/**
 * Keeps what V8 makes of a program of the command line while it works, with the functions that its commands call.
 *
 * Usage: node --import ./tools/ts-loader.mjs tools/keep-compiled.mjs dist/cli/program.cjs   (the build calls it)
 */
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { compiledFile, compiledModule, keepCompiled, tuneForShortWork } from '#faces/cli/compiled-module';

const root = path.dirname(import.meta.dirname);
const file = path.resolve(process.argv[2]);
const appendix = path.join(root, 'test/fixtures/phu-luc-2020.xlsx');
const scratch = mkdtempSync(path.join(os.tmpdir(), 'phuluc-build-'));
const to = (name) => ['-o', path.join(scratch, name)];

/** What each program does while it is built. */
const WORK = {
  'program.cjs': [['check', appendix], ['check', appendix, '--format', 'json']],
  'writing.cjs': [['complete', appendix, ...to('formulas.xlsx')], ['complete', appendix, '--as', 'values', ...to('values.xlsx')], ['mark', appendix, ...to('marked.xlsx')]],
};

rmSync(compiledFile(file), { force: true });
tuneForShortWork();
const { exports, script } = compiledModule(file);
try {
  for (const argv of WORK[path.basename(file)]) {
    const said = [];
    const code = await (exports.run ?? exports.runWriting)(argv, { out: () => {}, err: (text) => { said.push(text); }, outWidth: null, errWidth: null });
    if (code > 1) throw new Error(`The built program does not ${argv[0]} the 2020 appendix: it ended with ${code}. ${said.join('')}`);
  }
} finally {
  rmSync(scratch, { recursive: true });
}
keepCompiled(file, script);
