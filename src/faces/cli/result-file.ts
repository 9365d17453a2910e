/** Writes the result to the file that `-o` names: whole or not at all, and never over what is being checked. */
import { randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { realpath, rename, rm, stat } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { UsageError } from '#faces/cli/arguments';
import type { UsageTexts } from '#words/texts';

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
export async function writeResult(out: string, pieces: Iterable<string>, usage: UsageTexts): Promise<void> {
  const about = await stat(out).catch(() => null);
  // A device or a pipe is written to: a new file in its place would take it away.
  const whole = about === null || about.isFile();
  const target = await realPath(out);
  const draft = whole ? `${target}.${randomUUID()}.tmp` : target;
  try {
    await pipeline(Readable.from(pieces), createWriteStream(draft));
    if (whole) await rename(draft, target);
  } catch {
    if (whole) await rm(draft, { force: true });
    throw new UsageError(usage.notWritten(out));
  }
}
