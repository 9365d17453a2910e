/**
 * The command line's first file: answers `--version` at once, and loads the rest only when asked for it.
 */
import path from 'node:path';
import { compiledModule, tuneForShortWork } from '#faces/cli/compiled-module';

/** Put in by webpack, from package.json. */
declare const PHULUC_VERSION: string;

const argv = process.argv.slice(2);

if (argv[0] === '--version') {
  process.stdout.write(`${PHULUC_VERSION}\n`);
} else {
  tuneForShortWork();
  await compiledModule<typeof import('#faces/cli/program')>(path.join(import.meta.dirname, 'program.cjs')).exports.main(argv);
}
