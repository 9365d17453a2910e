/**
 * Keeps what V8 makes of a script while it works, with the functions that a check calls.
 *
 * Usage: node --import ./tools/ts-loader.mjs tools/keep-compiled.mjs dist/cli/program.cjs   (the build calls it)
 */
import { rmSync } from 'node:fs';
import path from 'node:path';
import { compiledFile, compiledModule, compileLater, keepCompiled } from '#faces/cli/compiled-module';

const root = path.dirname(import.meta.dirname);
const file = path.resolve(process.argv[2]);

rmSync(compiledFile(file), { force: true });
compileLater();
const { exports: { run }, script } = compiledModule(file);
for (const format of ['text', 'json']) {
  const said = [];
  const code = await run(['check', path.join(root, 'test/fixtures/phu-luc-2020.xlsx'), '--format', format], { out: () => {}, err: (text) => { said.push(text); }, outWidth: null, errWidth: null });
  if (code !== 1) throw new Error(`The built program does not check the 2020 appendix: it ended with ${code}. ${said.join('')}`);
}
keepCompiled(file, script);
