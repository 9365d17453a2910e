/** Walks folders on the disk, links followed once. */
import { readdir, realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Dirent } from 'node:fs';

/** A file that a walk finds, or a folder that it could not open. */
export interface Found {
  /** Names below the folder that the walk began in. */
  readonly names: readonly string[];
  readonly closed: boolean;
}

/**
 * Every file below a folder that has at most so many names, each folder once, whatever links lead back to it.
 *
 * A folder inside it that cannot be opened is given too, so that nobody takes it for empty.
 *
 * @throws the disk's own error where the folder itself cannot be opened
 */
export async function filesBelow(folder: string, depth = Number.POSITIVE_INFINITY): Promise<readonly Found[]> {
  const found: Found[] = [];
  const seen = new Set<string>();
  const visit = async (names: readonly string[]): Promise<void> => {
    const here = path.join(folder, ...names);
    const real = await realpath(here);
    if (seen.has(real)) return;
    seen.add(real);
    for (const entry of await readdir(here, { withFileTypes: true })) {
      const inside = [...names, entry.name];
      if (!(await isFolder(entry, path.join(here, entry.name)))) found.push({ names: inside, closed: false });
      else if (inside.length < depth) await visit(inside).catch(() => found.push({ names: inside, closed: true }));
    }
  };
  await visit([]);
  return found;
}

async function isFolder(entry: Dirent, at: string): Promise<boolean> {
  if (!entry.isSymbolicLink()) return entry.isDirectory();
  try {
    const target = await stat(at);
    return target.isDirectory();
  } catch {
    // A link that leads nowhere is met as a missing file when it is read.
    return false;
  }
}
