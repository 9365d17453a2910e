/** Runs one command of the command line and gives its exit code. */
import { UsageError, type Words } from '#faces/cli/arguments';
import { runCheck, type CommandContext } from '#faces/cli/check-command';
import { runOneOf, type Command } from '#faces/cli/commands';
import type { Streams } from '#faces/cli/streams';
import { runTemplates } from '#faces/cli/templates-command';

/** @returns 0, 1 for findings at or above `--fail-on`, 2 for an unreadable input or wrong usage */
export function run(argv: readonly string[], streams: Streams): Promise<number> {
  // A program of its own, with its own copy of what both need (decision 27): nothing but the words and the streams is passed to it.
  const written: Command = async () => {
    const { runWriting } = await import('#faces/cli/writing');
    return runWriting(argv, streams);
  };
  const templates: Command = (words, context) => (words.rest[0] === 'learn' ? written(words, context) : listTemplates(words, context));
  return runOneOf(new Map([['check', runCheck], ['templates', templates], ['mark', written], ['complete', written], ['new', written]]), argv, streams);
}

/** Lists layouts; of all options only the language means something to it. */
async function listTemplates({ options, rest }: Words, context: CommandContext): Promise<number> {
  const { usage } = context.texts;
  for (const option of options.keys()) if (option !== '--lang') throw new UsageError(usage.notOf('phuluc templates', option));
  return runTemplates(rest, context);
}
