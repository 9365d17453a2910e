/**
 * Keeps what V8 makes of a program of the command line while it works, with the functions that its commands call.
 *
 * Usage: node --import ./tools/ts-loader.mjs tools/keep-compiled.mjs dist/cli/program.cjs   (the build calls it)
 */
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

const { compiledFile, compiledModule, keepCompiled, tuneForShortWork } = await import('#faces/cli/compiled-module');
const { run } = await import('#faces/cli/run');

const root = path.dirname(import.meta.dirname);
const file = path.resolve(process.argv[2]);
const appendix = path.join(root, 'test/fixtures/phu-luc-2020.xlsx');
const scratch = mkdtempSync(path.join(os.tmpdir(), 'phuluc-build-'));
const made = (name) => path.join(scratch, name);

/** Forms with formulas, for a check to look at. */
const FORMS = ['sheet', 'columns'].map((base) => ['new', '--template', 'lmhtxvn-2020', '--year', '2021', '--last', appendix, '--base', base, '-o', made(`${base}.xlsx`)]);

/** What each program does while it is built, and what the sources do before it. */
const WORK = {
  'program.cjs': {
    before: FORMS,
    own: [
      ['check', appendix], ['check', appendix, '--format', 'json'], ['check', path.join(root, 'test/fixtures/phu-luc-2020-text.xlsx')],
      ['check', made('sheet.xlsx'), made('columns.xlsx')],
    ],
  },
  'writing.cjs': {
    before: [],
    own: [['complete', appendix, '-o', made('formulas.xlsx')], ['complete', appendix, '--as', 'values', '-o', made('values.xlsx')], ['mark', appendix, '-o', made('marked.xlsx')]],
  },
};

async function work(start, argv) {
  const said = [];
  const code = await start(argv, { out: () => {}, err: (text) => { said.push(text); }, outWidth: null, errWidth: null });
  if (code > 1) throw new Error(`phuluc ${argv[0]} ended with ${code} while it was built. ${said.join('')}`);
}

rmSync(compiledFile(file), { force: true });
tuneForShortWork();
const { exports, script } = compiledModule(file);
try {
  const { before, own } = WORK[path.basename(file)];
  for (const argv of before) await work(run, argv);
  for (const argv of own) await work(exports.run ?? exports.runWriting, argv);
} finally {
  rmSync(scratch, { recursive: true });
}
keepCompiled(file, script);
