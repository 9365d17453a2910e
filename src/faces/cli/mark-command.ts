/** `phuluc mark`: writes copies with the findings marked, or copies without marks. */
import { mkdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { markFile, unmarkFile, type MarkFile } from '#app/mark-file';
import type { SheetReport } from '#core/report';
import type { Severity } from '#core/rule';
import { markArguments, UsageError, type MarkArguments, type Words } from '#faces/cli/arguments';
import type { CommandContext } from '#faces/cli/check-command';
import { identity } from '#faces/cli/same-file';
import { sayRefused } from '#faces/cli/refused';
import { tableOptions } from '#faces/cli/template-file';
import { visible } from '#faces/cli/terminal';
import { UnreadableFileError } from '#ports/workbook-files';
import { UnwritableFileError, type WorkbookStore } from '#ports/workbook-store';
import type { Notice, Texts } from '#words/texts';

/** A file and where its copy goes. */
interface Pair {
  readonly file: string;
  readonly target: string;
}

/** @returns 0 when every file was written, 2 when one was not, which does not stop the others */
export async function runMark(words: Words, { texts, streams, files }: CommandContext, store: WorkbookStore): Promise<number> {
  const args = markArguments(words, texts.usage);
  const options = await tableOptions(args, texts);
  let code = 0;
  const tell = ({ what, todo }: Notice): void => {
    streams.err(`${visible(`${what} ${todo}`)}\n`);
    code = 2;
  };
  const listed: string[] = [];
  for (const name of args.files) await told(name, texts, tell, async () => { listed.push(...(await files.list(name))); });
  for (const { file, target } of await pairsOf([...new Set(listed)], args, texts)) {
    await told(file, texts, tell, async () => {
      streams.out(`${visible(await marked({ file, target }, args, { store, texts, options, onRefused: sayRefused({ texts, streams }) }))}\n`);
    });
  }
  return code;
}

/** Does one thing; a file that cannot be read or written becomes a sentence. */
async function told(file: string, texts: Texts, tell: (notice: Notice) => void, action: () => Promise<void>): Promise<void> {
  try {
    await action();
  } catch (error) {
    if (error instanceof UnreadableFileError) tell(texts.unreadable[error.reason](file));
    else if (error instanceof UnwritableFileError) tell(texts.unwritable[error.reason](error.file));
    else throw error;
  }
}

async function marked({ file, target }: Pair, { remove }: MarkArguments, marking: MarkFile): Promise<string> {
  const { store, texts } = marking;
  if (remove) {
    const was = await unmarkFile(file, target, store);
    return texts.mark.unmarked[was](target);
  }
  return texts.mark.written(target, countsOf(await markFile(file, target, path.basename(file), marking), texts));
}

function countsOf(sheets: readonly SheetReport[], { severities, mark }: Texts): string {
  if (sheets.every(({ table }) => table === null)) return mark.noTable.replace(/\.$/, '');
  const open = sheets.flatMap(({ findings }) => findings.filter(({ waived }) => waived === null));
  const count = (severity: Severity): string => severities[severity].counted(open.filter((finding) => finding.severity === severity).length);
  return [count('error'), count('warning'), count('note')].join(', ');
}

/**
 * Where each copy goes; folders that it asks for are made.
 *
 * @throws {UsageError} where a copy would go over an input, over another copy, or under a name that Excel does not open
 */
async function pairsOf(files: readonly string[], { out, files: named }: MarkArguments, { usage }: Texts): Promise<readonly Pair[]> {
  if (out === null) return files.map((file) => ({ file, target: file }));
  const isFolder = await goesIntoFolder(out, files.length > 1 || named.length > 1, usage.outIsNoFolder);
  const pairs = files.map((file) => ({ file, target: isFolder ? path.join(out, path.basename(file)) : out }));
  const inputs = new Set(await Promise.all(files.map((file) => identity(file))));
  for (const { target } of pairs) if (inputs.has(await identity(target))) throw new UsageError(usage.resultOverInput(target));
  guardNames(pairs, usage);
  // Where it cannot be made, writing the first file says why.
  if (isFolder && files.length > 0) await mkdir(out, { recursive: true }).catch(() => null);
  return pairs;
}

/** Each copy has a name of its own, which ends as its original's does. */
function guardNames(pairs: readonly Pair[], usage: Texts['usage']): void {
  const targets = new Map<string, string>();
  for (const { file, target } of pairs) {
    const extension = path.extname(file);
    if (path.extname(target).toLowerCase() !== extension.toLowerCase()) throw new UsageError(usage.otherExtension(target, extension));
    const other = targets.get(target.toLowerCase());
    if (other !== undefined) throw new UsageError(usage.sameTarget(other, file));
    targets.set(target.toLowerCase(), file);
  }
}

async function goesIntoFolder(out: string, several: boolean, refusal: (file: string) => string): Promise<boolean> {
  const about = await stat(out).catch(() => null);
  if (about?.isFile() === true && (several || /[/\\]$/.test(out))) throw new UsageError(refusal(out));
  return several || about?.isDirectory() === true || /[/\\]$/.test(out);
}
