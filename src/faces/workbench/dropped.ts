/** Files out of a drop or a choice, folders walked. */
import { bytesOfFile, type NamedBytes } from '#adapters/browser/page-files';

export interface Dropped {
  readonly files: readonly NamedBytes[];
  /** A folder was among them. */
  readonly hasFolder: boolean;
}

/** @param entries asked for while the drop is being told of: the browser forgets them after it */
export async function droppedFiles(entries: readonly FileSystemEntry[]): Promise<Dropped> {
  const files: NamedBytes[] = [];
  for (const entry of entries) await walk(entry, files);
  return { files, hasFolder: entries.some(({ isDirectory }) => isDirectory) };
}

/** What was chosen in a dialog; in a folder each knows its place in it. */
export function chosenFiles(list: FileList | null): readonly NamedBytes[] {
  return [...(list ?? [])].map((file) => ({ name: file.webkitRelativePath === '' ? file.name : file.webkitRelativePath, bytes: () => bytesOfFile(file) }));
}

async function walk(entry: FileSystemEntry, files: NamedBytes[]): Promise<void> {
  if (isFile(entry)) files.push({ name: entry.fullPath.replace(/^\//, ''), bytes: async () => bytesOfFile(await fileOf(entry)) });
  else if (isFolder(entry)) for (const inside of await entriesIn(entry)) await walk(inside, files);
}

function isFile(entry: FileSystemEntry): entry is FileSystemFileEntry {
  return entry.isFile;
}

function isFolder(entry: FileSystemEntry): entry is FileSystemDirectoryEntry {
  return entry.isDirectory;
}

function fileOf(entry: FileSystemFileEntry): Promise<File> {
  return new Promise((resolve, reject) => { entry.file(resolve, reject); });
}

/** A browser gives some hundred at a time, until it gives none. */
async function entriesIn(folder: FileSystemDirectoryEntry): Promise<readonly FileSystemEntry[]> {
  const reader = folder.createReader();
  const all: FileSystemEntry[] = [];
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) => { reader.readEntries(resolve, reject); });
    if (some.length === 0) return all;
    all.push(...some);
  }
}
