/**
 * Workbooks on the disk, for programs under Node.
 *
 * Spec: docs/spec.md, X9.
 */
import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { diskReason } from '#adapters/disk/disk-fault';
import { nodeUnpacker } from '#adapters/disk/node-unpacker';
import { isPattern, patternDepth, patternExpression, patternRoot } from '#adapters/disk/path-pattern';
import { filesBelow } from '#adapters/disk/walk';
import { isNamedWorkbook, LARGEST_FILE, readBytes } from '#adapters/files/read-bytes';
import { UnreadableFileError, type Workbook, type WorkbookFiles } from '#ports/workbook-files';

/** What Excel leaves beside a workbook that is open. */
const OWNER_FILE = /^~\$/;

export function diskFiles(): WorkbookFiles {
  return { read, list };
}

async function read(file: string): Promise<Workbook> {
  return readBytes(await bytesOf(file), file, nodeUnpacker);
}

/**
 * The bytes of a plain file.
 *
 * @throws {UnreadableFileError} where there is none, or one too large
 */
export async function bytesOf(file: string): Promise<Uint8Array> {
  try {
    const about = await stat(file);
    if (about.isDirectory()) throw new UnreadableFileError('is-folder', file);
    // A pipe or a device may never end.
    if (!about.isFile()) throw new UnreadableFileError('not-a-workbook', file);
    if (about.size > LARGEST_FILE) throw new UnreadableFileError('too-large', file);
    return await readFile(file);
  } catch (error) {
    if (error instanceof UnreadableFileError) throw error;
    throw new UnreadableFileError(diskReason(error), file, { cause: error });
  }
}

async function list(argument: string): Promise<readonly string[]> {
  const about = await stat(argument).catch(() => null);
  if (about?.isDirectory() === true) return inFolder(argument);
  if (about !== null || !isPattern(argument)) return [argument];
  const matches = await matching(argument);
  // Nothing matched: reading the pattern itself says that there is no such file.
  return matches.length === 0 ? [argument] : matches;
}

async function inFolder(folder: string): Promise<readonly string[]> {
  const files = await below(folder, Number.POSITIVE_INFINITY, (names) => isNamedWorkbook(names.at(-1) ?? ''));
  if (files.length === 0) throw new UnreadableFileError('no-workbooks-in-folder', folder);
  return files;
}

async function matching(argument: string): Promise<readonly string[]> {
  const pattern = argument.split(path.sep).join('/');
  const root = patternRoot(pattern);
  const steps = pattern.slice(root.length).split('/').filter((step) => step !== '');
  const expression = patternExpression(steps);
  if ((await stat(root === '' ? '.' : root).catch(() => null)) === null) return [];
  return below(root, patternDepth(steps), (names) => expression.test(names.join('/')));
}

/** The files below a folder that are asked for, in an order that no locale changes. */
async function below(folder: string, depth: number, wanted: (names: readonly string[]) => boolean): Promise<readonly string[]> {
  try {
    const found = await filesBelow(folder === '' ? '.' : folder, depth);
    const paths = found
      .filter(({ names, closed }) => closed || (wanted(names) && !OWNER_FILE.test(names.at(-1) ?? '')))
      .map(({ names }) => names.join('/'));
    paths.sort();
    return paths.map((names) => path.join(folder, names));
  } catch (error) {
    throw new UnreadableFileError(diskReason(error), folder, { cause: error });
  }
}
