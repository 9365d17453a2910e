/** Writes the result to the file that `-o` names: whole or not at all, and never over what is being checked. */
import { createWriteStream } from 'node:fs';
import { realpath, stat } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { saveFile } from '#adapters/disk/save-file';
import { UsageError } from '#faces/cli/arguments';
import { UnwritableFileError } from '#ports/workbook-store';
import type { Texts, UsageTexts } from '#words/texts';

const WORKBOOK = /\.(?:xls[xmb]?|ods)$/i;

/**
 * Refuses a place that must not be written.
 *
 * @param inputs files that are read
 * @throws {UsageError} for a folder, for one of the inputs by whatever name, and for what would pass for a workbook
 */
export async function guardResult(out: string, inputs: readonly string[], usage: UsageTexts): Promise<void> {
  const about = await stat(out).catch(() => null);
  if (about?.isDirectory() === true || /[/\\]$/.test(out)) throw new UsageError(usage.resultIsFolder(out));
  const own = await realPath(out);
  for (const input of inputs) if ((await realPath(input)) === own) throw new UsageError(usage.resultOverInput(out));
  if (WORKBOOK.test(out)) throw new UsageError(usage.badValue('-o', out, 'ket-qua.txt, ket-qua.json'));
}

async function realPath(file: string): Promise<string> {
  return realpath(file).catch(() => file);
}

/** @throws {UsageError} where it cannot be written; what stood there before is still there */
export async function writeResult(out: string, pieces: Iterable<string>, { unwritable }: Texts): Promise<void> {
  try {
    const about = await stat(out).catch(() => null);
    // A device or a pipe is written to: a new file in its place would take it away.
    await (about === null || about.isFile() ? saveFile(out, pieces) : pipeline(Readable.from(pieces), createWriteStream(out)));
  } catch (error) {
    const { what, todo } = unwritable[error instanceof UnwritableFileError ? error.reason : 'disk-fault'](out);
    throw new UsageError(`${what} ${todo}`);
  }
}
