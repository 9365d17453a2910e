/** Reads the command line's words into a command; whatever is wrong with them becomes a sentence. */
import type { UsageTexts } from '#words/texts';

export interface CheckArguments {
  readonly files: readonly string[];
  readonly last: string | null;
  readonly plan: string | null;
  readonly template: string | null;
  readonly year: number | null;
  readonly failOn: 'error' | 'warning' | 'never';
  readonly format: 'text' | 'json';
  readonly out: string | null;
  /** Text names the page of each finding's rule. */
  readonly pages: boolean;
}

/** Thrown for wrong usage; the message is for the user. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

const SHORT: Readonly<Record<string, string>> = { '-o': '--out' };
const TAKES_VALUE = new Set(['--template', '--year', '--fail-on', '--format', '--lang', '--out', '--last', '--plan', '--as', '--base', '--office', '--sheet']);

/** Options without a value. */
const FLAGS = new Set(['--pages', '--remove', '--in-place', '--dry-run', '--protect']);

/** Options by name, and the words between them. */
export interface Words {
  readonly options: ReadonlyMap<string, string>;
  readonly rest: readonly string[];
}

/** @throws {UsageError} for an unknown option, or one without its value */
export function wordsOf(argv: readonly string[], usage: UsageTexts): Words {
  const options = new Map<string, string>();
  const rest: string[] = [];
  const left = [...argv];
  for (let word = left.shift(); word !== undefined; word = left.shift()) {
    if (word === '--') rest.push(...left.splice(0));
    else if (word.startsWith('-') && word !== '-') options.set(...optionOf(word, left, usage));
    else rest.push(word);
  }
  return { options, rest };
}

/** An option and its value, which stands behind `=` or is the next word. */
function optionOf(word: string, left: string[], usage: UsageTexts): [option: string, value: string] {
  const [name = '', inline] = word.split(/=(.*)/s);
  const option = SHORT[name] ?? name;
  if (FLAGS.has(word)) return [word, 'yes'];
  if (!TAKES_VALUE.has(option)) throw new UsageError(usage.unknownOption(name));
  const value = inline ?? left.shift() ?? '';
  if (value === '') throw new UsageError(usage.missingValue(name));
  return [option, value];
}

/** The arguments of `phuluc check`. */
export function checkArguments({ options, rest }: Words, usage: UsageTexts): CheckArguments {
  guardCheck(options, usage);
  if (options.get('--format') === 'html') throw new UsageError(usage.notYet('--format html'));
  if (rest.length === 0) throw new UsageError(usage.noFiles);
  return {
    files: rest,
    ...sourceArguments(options),
    ...tableArguments(options, usage),
    failOn: oneOf('--fail-on', options, ['error', 'warning', 'never'], usage),
    format: oneOf('--format', options, ['text', 'json'], usage),
    out: options.get('--out') ?? null,
    pages: options.has('--pages'),
  };
}

const OF_CHECK = new Set(['--template', '--year', '--last', '--plan', '--fail-on', '--format', '--lang', '--out', '--pages']);

function guardCheck(options: Words['options'], usage: UsageTexts): void {
  guardOptions(options, OF_CHECK, 'phuluc check', usage);
}

export interface MarkArguments {
  readonly files: readonly string[];
  readonly template: string | null;
  readonly year: number | null;
  /** Null for writing over the files themselves. */
  readonly out: string | null;
  readonly remove: boolean;
}

const OF_MARK = new Set(['--out', '--in-place', '--remove', '--template', '--year', '--lang']);

/** The arguments of `phuluc mark`. */
export function markArguments({ options, rest }: Words, usage: UsageTexts): MarkArguments {
  guardOptions(options, OF_MARK, 'phuluc mark', usage);
  if (rest.length === 0) throw new UsageError(usage.noFilesToMark);
  const out = options.get('--out') ?? null;
  if ((out === null) !== options.has('--in-place')) throw new UsageError(out === null ? usage.markNeedsOut : usage.eitherOutOrInPlace);
  return { files: rest, out, ...tableArguments(options, usage), remove: options.has('--remove') };
}

export interface CompleteArguments {
  readonly file: string;
  readonly template: string | null;
  readonly year: number | null;
  readonly last: string | null;
  readonly plan: string | null;
  readonly as: 'formulas' | 'values';
  /** null where nothing is to be written. */
  readonly out: string | null;
  readonly dryRun: boolean;
}

const OF_COMPLETE = new Set(['--out', '--last', '--plan', '--as', '--dry-run', '--template', '--year', '--lang']);

/** The arguments of `phuluc complete`. */
export function completeArguments({ options, rest }: Words, usage: UsageTexts): CompleteArguments {
  guardOptions(options, OF_COMPLETE, 'phuluc complete', usage);
  const [file, ...more] = rest;
  if (file === undefined || more.length > 0) throw new UsageError(usage.oneFileToComplete);
  const out = options.get('--out') ?? null;
  const dryRun = options.has('--dry-run');
  if (out === null && !dryRun) throw new UsageError(usage.completeNeedsOut);
  const as = oneOf('--as', options, ['formulas', 'values'], usage);
  return { file, out, dryRun, as, ...sourceArguments(options), ...tableArguments(options, usage) };
}

/** Where figures of last year and of the plan come from. */
export function sourceArguments(options: Words['options']): { readonly last: string | null; readonly plan: string | null } {
  return { last: options.get('--last') ?? null, plan: options.get('--plan') ?? null };
}

/** @throws {UsageError} for an option that only another command has */
export function guardOptions(options: Words['options'], own: ReadonlySet<string>, command: string, usage: UsageTexts): void {
  const foreign = [...options.keys()].find((option) => !own.has(option));
  if (foreign !== undefined) throw new UsageError(usage.notOf(command, foreign));
}

/** How tables are to be read. */
function tableArguments(options: Words['options'], usage: UsageTexts): { readonly template: string | null; readonly year: number | null } {
  return { template: options.get('--template') ?? null, year: yearOf(options.get('--year') ?? null, usage) };
}

/** The value given, else the first of those allowed. */
export function oneOf<const Value extends string>(option: string, options: Words['options'], values: readonly [Value, ...Value[]], usage: UsageTexts): Value {
  const given = options.get(option) ?? values[0];
  const value = values.find((one) => one === given);
  if (value === undefined) throw new UsageError(usage.badValue(option, given, values.join(', ')));
  return value;
}

export function yearOf(year: string | null, usage: UsageTexts): number | null {
  if (year !== null && !/^(?:19|20)\d\d$/.test(year)) throw new UsageError(usage.badValue('--year', year, '2020, 2021…'));
  return year === null ? null : Number(year);
}
