/** Whether two names are one file. */
import { stat } from 'node:fs/promises';
import path from 'node:path';

/** What tells a file from another, whatever it is called; its path where there is none yet. */
export async function identity(file: string): Promise<string> {
  const about = await stat(file, { bigint: true }).catch(() => null);
  return about === null ? path.resolve(file) : `${about.dev} ${about.ino}`;
}
