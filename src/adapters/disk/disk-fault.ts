/** Why the disk gave no file, from the codes of Node's errors. */
import type { Unreadable } from '#ports/workbook-files';

const REASONS: ReadonlyMap<string, Unreadable> = new Map([
  ['ENOENT', 'missing'],
  ['ENOTDIR', 'missing'],
  ['ENAMETOOLONG', 'missing'],
  ['ELOOP', 'missing'],
  ['EACCES', 'no-permission'],
  ['EPERM', 'no-permission'],
  // Another program holds the file for itself, as Excel on Windows may.
  ['EBUSY', 'no-permission'],
  ['EISDIR', 'is-folder'],
  ['ERR_FS_FILE_TOO_LARGE', 'too-large'],
]);

export function diskReason(error: unknown): Unreadable {
  const code = typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
  return REASONS.get(code) ?? 'damaged';
}
