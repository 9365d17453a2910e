/** Guards the place of a workbook that a command makes. */
import { stat } from 'node:fs/promises';
import path from 'node:path';
import { UsageError } from '#faces/cli/arguments';
import { identity } from '#faces/cli/same-file';
import type { UsageTexts } from '#words/texts';

/**
 * @param inputs files that are read
 * @param extension that the file must end in
 * @throws {UsageError} for a folder, for a file that is read by whatever name, and for a name that Excel does not open
 */
export async function guardNewWorkbook(out: string, inputs: readonly string[], usage: UsageTexts, extension = '.xlsx'): Promise<void> {
  if (/[/\\]$/.test(out) || (await isFolder(out))) throw new UsageError(usage.resultIsFolder(out));
  const target = await identity(out);
  for (const input of inputs) if ((await identity(input)) === target) throw new UsageError(usage.resultOverInput(out));
  if (path.extname(out).toLowerCase() !== extension.toLowerCase()) throw new UsageError(usage.otherExtension(out, extension));
}

async function isFolder(name: string): Promise<boolean> {
  const about = await stat(name).catch(() => null);
  return about?.isDirectory() === true;
}
