/**
 * The command line's first file: answers `--version` at once, and loads the rest only when asked for it.
 */
import { setFlagsFromString } from 'node:v8';

/** Put in by webpack, from package.json. */
declare const PHULUC_VERSION: string;

const argv = process.argv.slice(2);

if (argv[0] === '--version') {
  process.stdout.write(`${PHULUC_VERSION}\n`);
} else {
  // A check lasts a second at most: compiling every warm function costs more than it saves (decision 5).
  setFlagsFromString('--interrupt-budget=1000000');
  const [{ run, textsFor }, { processStreams }] = await Promise.all([import('#faces/cli/run'), import('#faces/cli/streams')]);
  const streams = processStreams(() => {
    streams.err(`${textsFor(argv).usage.notWritten('stdout')}\n`);
    process.exitCode = 2;
  });
  const code = await run(argv, streams);
  process.exitCode ??= code;
}
