/** Runs one command of the command line and gives its exit code. */
import { diskFiles } from '#adapters/disk/workbook-files';
import { UsageError, wordsOf, type Words } from '#faces/cli/arguments';
import { runCheck, type CommandContext } from '#faces/cli/check-command';
import type { Streams } from '#faces/cli/streams';
import { runTemplates } from '#faces/cli/templates-command';
import { visible } from '#faces/cli/terminal';
import { en } from '#words/en';
import type { Texts } from '#words/texts';
import { vi } from '#words/vi';

const LANGUAGES = new Set(['vi', 'en']);
const LATER = new Set(['verify']);

/** In the language that the words ask for, whatever else is wrong with them. */
export function textsFor(argv: readonly string[]): Texts {
  return argv.some((word, i) => word === '--lang=en' || (word === '--lang' && argv[i + 1] === 'en')) ? en : vi;
}

/** @returns 0, 1 for findings at or above `--fail-on`, 2 for an unreadable input or wrong usage */
export async function run(argv: readonly string[], streams: Streams): Promise<number> {
  const texts = textsFor(argv);
  try {
    return await command(languageLast(argv), texts, streams);
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

async function command([name = '', ...rest]: readonly string[], texts: Texts, streams: Streams): Promise<number> {
  const { usage } = texts;
  if (asksForHelp(name, rest)) {
    streams.out(usage.help);
    return name === '' ? 2 : 0;
  }
  if (LATER.has(name)) throw new UsageError(usage.notYet(`phuluc ${name}`));
  return started(name, wordsOf(rest, usage), texts, streams);
}

async function started(name: string, words: Words, texts: Texts, streams: Streams): Promise<number> {
  const { usage } = texts;
  const language = words.options.get('--lang') ?? 'vi';
  if (!LANGUAGES.has(language)) throw new UsageError(usage.badValue('--lang', language, 'vi, en'));
  if (name === 'check') return runCheck(words, { texts, streams, files: diskFiles() });
  if (name === 'mark') return mark(words, { texts, streams, files: diskFiles() });
  if (name === 'complete') return complete(words, { texts, streams, files: diskFiles() });
  if (name === 'new') return make(words, { texts, streams, files: diskFiles() });
  if (name === 'templates') return templates(words, { texts, streams, files: diskFiles() });
  throw new UsageError(usage.unknownCommand(name));
}

/** What writes workbooks is loaded by those who write them. */
async function mark(words: Words, context: CommandContext): Promise<number> {
  const [{ runMark }, { diskStore }] = await Promise.all([import('#faces/cli/mark-command'), import('#adapters/disk/workbook-store')]);
  return runMark(words, context, diskStore());
}

async function complete(words: Words, context: CommandContext): Promise<number> {
  const [{ runComplete }, { diskStore }] = await Promise.all([import('#faces/cli/complete-command'), import('#adapters/disk/workbook-store')]);
  return runComplete(words, context, diskStore());
}

async function make(words: Words, context: CommandContext): Promise<number> {
  const [{ runNew }, { diskStore }] = await Promise.all([import('#faces/cli/new-command'), import('#adapters/disk/workbook-store')]);
  return runNew(words, context, diskStore());
}

async function learn(words: Words, context: CommandContext): Promise<number> {
  const [{ runLearn }, { diskStore }] = await Promise.all([import('#faces/cli/learn-command'), import('#adapters/disk/workbook-store')]);
  return runLearn(words, context, diskStore());
}

/** Lists layouts; of all options only the language means something to it. */
function templates(words: Words, context: CommandContext): Promise<number> {
  const { options, rest } = words;
  const { usage } = context.texts;
  if (rest[0] === 'learn') return learn(words, context);
  for (const option of options.keys()) if (option !== '--lang') throw new UsageError(usage.notOf('phuluc templates', option));
  return runTemplates(rest, context);
}

function asksForHelp(name: string, rest: readonly string[]): boolean {
  const words = rest.includes('--') ? rest.slice(0, rest.indexOf('--')) : rest;
  return ['', 'help', '--help', '-h'].includes(name) || words.includes('--help') || words.includes('-h');
}
