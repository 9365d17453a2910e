/** A command line of some commands: what every word of it has in common, and what stands for an error. */
import { diskFiles } from '#adapters/disk/workbook-files';
import { UsageError, wordsOf, type Words } from '#faces/cli/arguments';
import type { CommandContext } from '#faces/cli/check-command';
import type { Streams } from '#faces/cli/streams';
import { visible } from '#faces/cli/terminal';
import { en } from '#words/en';
import type { Texts } from '#words/texts';
import { vi } from '#words/vi';

const LANGUAGES = new Set(['vi', 'en']);
const LATER = new Set(['verify']);

/** @returns an exit code */
export type Command = (words: Words, context: CommandContext) => Promise<number>;

/** In the language that the words ask for, whatever else is wrong with them. */
export function textsFor(argv: readonly string[]): Texts {
  return argv.some((word, i) => word === '--lang=en' || (word === '--lang' && argv[i + 1] === 'en')) ? en : vi;
}

/** @returns 0, 1 for findings at or above `--fail-on`, 2 for an unreadable input or wrong usage */
export async function runOneOf(commands: ReadonlyMap<string, Command>, argv: readonly string[], streams: Streams): Promise<number> {
  const texts = textsFor(argv);
  try {
    return await started(commands, languageLast(argv), { texts, streams, files: diskFiles() });
  } catch (error) {
    // A planner never sees a stack: what was not foreseen is still one sentence.
    const message = error instanceof UsageError ? error.message : texts.usage.unexpected(error instanceof Error ? error.message : String(error));
    streams.err(`${visible(message)}\n`);
    return 2;
  }
}

/** `phuluc --lang en check …` is what some programs take: the option may stand before the command too. */
function languageLast(argv: readonly string[]): readonly string[] {
  const width = argv[0] === '--lang' ? 2 : argv[0]?.startsWith('--lang=') === true ? 1 : 0;
  const [name, ...rest] = argv.slice(width);
  return name === undefined ? [] : [name, ...argv.slice(0, width), ...rest];
}

async function started(commands: ReadonlyMap<string, Command>, [name = '', ...rest]: readonly string[], context: CommandContext): Promise<number> {
  const { usage } = context.texts;
  if (asksForHelp(name, rest)) {
    context.streams.out(usage.help);
    return name === '' ? 2 : 0;
  }
  if (LATER.has(name)) throw new UsageError(usage.notYet(`phuluc ${name}`));
  const words = wordsOf(rest, usage);
  const language = words.options.get('--lang') ?? 'vi';
  if (!LANGUAGES.has(language)) throw new UsageError(usage.badValue('--lang', language, 'vi, en'));
  const command = commands.get(name);
  if (command === undefined) throw new UsageError(usage.unknownCommand(name));
  return command(words, context);
}

function asksForHelp(name: string, rest: readonly string[]): boolean {
  const words = rest.includes('--') ? rest.slice(0, rest.indexOf('--')) : rest;
  return ['', 'help', '--help', '-h'].includes(name) || words.includes('--help') || words.includes('-h');
}
