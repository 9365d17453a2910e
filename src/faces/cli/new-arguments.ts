/** The arguments of `phuluc new`. */
import { guardOptions, oneOf, sourceArguments, UsageError, yearOf, type Words } from '#faces/cli/arguments';
import type { UsageTexts } from '#words/texts';

export interface NewArguments {
  readonly template: string;
  readonly year: number;
  readonly last: string | null;
  readonly plan: string | null;
  readonly base: 'sheet' | 'columns';
  readonly office: string;
  readonly isLocked: boolean;
  readonly out: string;
}

const OF_NEW = new Set(['--template', '--year', '--out', '--last', '--plan', '--base', '--office', '--protect', '--lang']);

/** @throws {UsageError} where something that it needs is not said */
export function newArguments({ options, rest }: Words, usage: UsageTexts): NewArguments {
  guardOptions(options, OF_NEW, 'phuluc new', usage);
  const [stray] = rest;
  if (stray !== undefined) throw new UsageError(usage.newTakesNoFile(stray));
  const [template, year, out] = [options.get('--template'), yearOf(options.get('--year') ?? null, usage), options.get('--out')];
  if (template === undefined || year === null || out === undefined) throw new UsageError(usage.newNeeds);
  const base = oneOf('--base', options, ['sheet', 'columns'], usage);
  return { template, year, out, base, office: options.get('--office') ?? '', isLocked: options.has('--protect'), ...sourceArguments(options) };
}
