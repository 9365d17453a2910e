/** A folder as one zip: the same files give the same bytes, whenever and wherever it is made. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { zipSync } from 'fflate';

/** The oldest that a zip can say. */
const LONG_AGO = new Date(1980, 0, 1);

/** @param name of the folder inside the zip */
export function packageFolder(folder, name) {
  const files = readdirSync(folder, { recursive: true }).map((file) => file.split(path.sep).join('/')).filter((file) => statSync(path.join(folder, file)).isFile());
  const entries = files.toSorted().map((file) => [`${name}/${file}`, [readFileSync(path.join(folder, file)), { mtime: LONG_AGO, level: 9 }]]);
  return zipSync(Object.fromEntries(entries));
}
