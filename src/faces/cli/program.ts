/** The command line without its first file: what is loaded where more is asked than the version. */
import { textsFor } from '#faces/cli/commands';
import { run } from '#faces/cli/run';
import { processStreams } from '#faces/cli/streams';

export { run } from '#faces/cli/run';

/** Runs one command over the streams of this process, whose exit code it sets. */
export async function main(argv: readonly string[]): Promise<void> {
  const streams = processStreams(() => {
    streams.err(`${textsFor(argv).usage.notWritten('stdout')}\n`);
    process.exitCode = 2;
  });
  const code = await run(argv, streams);
  process.exitCode ??= code;
}
