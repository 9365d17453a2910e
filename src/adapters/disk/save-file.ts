/**
 * Writes a file whole or not at all: under another name beside it, brought to the disk, then renamed.
 *
 * Whatever fails, what stood under the name before still stands there. Spec: docs/spec.md, K11.
 */
import { randomUUID } from 'node:crypto';
import { open, realpath, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { UnwritableFileError, type Unwritable } from '#ports/workbook-store';

/** A file being written. */
export interface DraftFile {
  readonly write: (piece: string | Uint8Array) => Promise<void>;
  /** Waits until the disk has it. */
  readonly sync: () => Promise<void>;
  readonly close: () => Promise<void>;
}

/** The operations that a save is made of, each of which may fail. */
export interface DiskOperations {
  /** A file that did not exist before. */
  readonly create: (file: string, mode: number) => Promise<DraftFile>;
  readonly rename: (from: string, to: string) => Promise<void>;
  readonly remove: (file: string) => Promise<void>;
  /** Waits until the disk has the names in a folder. */
  readonly syncFolder: (folder: string) => Promise<void>;
}

const USUAL_MODE = 0o666;
const MODE_BITS = 0o777;
const WRITE_BITS = 0o222;

export const nodeDisk: DiskOperations = {
  create: async (file, mode) => {
    const handle = await open(file, 'wx', mode);
    return {
      write: async (piece) => { await handle.writeFile(piece); },
      sync: () => handle.sync(),
      close: () => handle.close(),
    };
  },
  rename,
  remove: (file) => rm(file, { force: true }),
  syncFolder: async (folder) => {
    const handle = await open(folder, 'r');
    await handle.sync().finally(() => handle.close());
  },
};

/**
 * @param pieces the file's content from its beginning
 * @throws {UnwritableFileError} where it cannot be written
 */
export async function saveFile(file: string, pieces: Iterable<string | Uint8Array>, disk: DiskOperations = nodeDisk): Promise<void> {
  // A link stays a link: what it leads to is replaced.
  const target = await realpath(file).catch(() => file);
  const known = await stat(target).catch(() => null);
  if (known?.isDirectory() === true) throw new UnwritableFileError('is-folder', file);
  // Renaming would get past a file that its owner has made read-only.
  if (known !== null && (known.mode & WRITE_BITS) === 0) throw new UnwritableFileError('no-permission', file);
  const draft = path.join(path.dirname(target), `.phuluc-${randomUUID()}.tmp`);
  try {
    await writeDraft(await disk.create(draft, known === null ? USUAL_MODE : known.mode & MODE_BITS), pieces);
    await disk.rename(draft, target);
  } catch (error) {
    // The draft is nobody's file; where even this fails, the first fault is the one to tell.
    await disk.remove(draft).catch(() => null);
    throw new UnwritableFileError(await reasonOf(error, target), file, { cause: error });
  }
  // The file is there by now. Windows opens no folders, and some disks of a network sync none.
  await disk.syncFolder(path.dirname(target)).catch(() => null);
}

async function writeDraft(draft: DraftFile, pieces: Iterable<string | Uint8Array>): Promise<void> {
  try {
    for (const piece of pieces) await draft.write(piece);
    await draft.sync();
  } catch (error) {
    await draft.close().catch(() => null);
    throw error;
  }
  await draft.close();
}

const REASONS: ReadonlyMap<string, Unwritable> = new Map([
  ['ENOSPC', 'disk-full'],
  ['EDQUOT', 'disk-full'],
  ['EACCES', 'no-permission'],
  ['EPERM', 'no-permission'],
  ['EROFS', 'no-permission'],
  // Another program holds the file for itself, as Excel on Windows does.
  ['EBUSY', 'in-use'],
  ['ETXTBSY', 'in-use'],
  ['ENOENT', 'no-folder'],
  ['ENOTDIR', 'no-folder'],
  ['EISDIR', 'is-folder'],
  ['EFBIG', 'too-large'],
]);

async function reasonOf(error: unknown, target: string): Promise<Unwritable> {
  const code = typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
  const reason = REASONS.get(code) ?? 'disk-fault';
  return reason === 'no-permission' && (await hasOwner(target)) ? 'in-use' : reason;
}

/** Windows says "no permission" of a file that is open, too; beside a workbook that it has open, Excel keeps a file that says whose it is. */
async function hasOwner(target: string): Promise<boolean> {
  const owner = path.join(path.dirname(target), `~$${path.basename(target)}`);
  return stat(owner).then(() => true, () => false);
}
