/** Whether what was built is older than what it is built from. */
import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';

const root = path.dirname(import.meta.dirname);
const SOURCES = ['src', 'templates', 'assets', 'webpack.config.js', 'package.json', 'package-lock.json'];

/** @param built files that every build writes, from the project's folder; a missing one is older than every source */
export function isStale(built) {
  return newest(SOURCES) > Math.min(...built.map(modified));
}

/** When the newest of these files and folders, and all that is in them, was changed. */
function newest(names) {
  const times = names.map((name) => {
    const inside = isFolder(name) ? readdirSync(path.join(root, name)).map((entry) => path.join(name, entry)) : [];
    return Math.max(modified(name), newest(inside));
  });
  return Math.max(Number.NEGATIVE_INFINITY, ...times);
}

function isFolder(name) {
  return statSync(path.join(root, name), { throwIfNoEntry: false })?.isDirectory() ?? false;
}

function modified(name) {
  return statSync(path.join(root, name), { throwIfNoEntry: false })?.mtimeMs ?? Number.NEGATIVE_INFINITY;
}
