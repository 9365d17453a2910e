/**
 * Installs the packages when they are missing or are not those of package-lock.json.
 *
 * Usage: node tools/ensure-install.mjs   (runs before start, build, test, check and bench)
 * Plain Node, no packages. Contents are compared, not times: a fresh clone gives every file the same time.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';

const root = path.dirname(import.meta.dirname);
const reason = whyInstall();
if (reason !== undefined) {
  console.log(`Installing packages (npm ci): ${reason}.`);
  process.exitCode = install();
}

/** The sentence's end that says why packages must be installed; undefined when they need not be. */
function whyInstall() {
  const installed = packagesIn('node_modules/.package-lock.json');
  if (installed === undefined) return 'node_modules is missing';
  const locked = packagesIn('package-lock.json');
  if (locked === undefined) return 'package-lock.json cannot be read';

  const wrong = Object.keys(locked).find((name) => name !== '' && !isInstalled(locked[name], installed[name]));
  if (wrong !== undefined) return `${wrong} is not at version ${locked[wrong].version}`;
  const extra = Object.keys(installed).find((name) => locked[name] === undefined);
  return extra === undefined ? undefined : `${extra} is not in package-lock.json`;
}

function isInstalled(wanted, found) {
  // Packages for other systems stand in the lock file and are rightly absent here.
  if (found === undefined) return Boolean(wanted.optional || wanted.devOptional);
  return found.version === wanted.version && found.integrity === wanted.integrity;
}

function packagesIn(file) {
  try {
    return JSON.parse(readFileSync(path.join(root, file), 'utf8')).packages;
  } catch {
    return undefined;
  }
}

/** Runs `npm ci` and gives its exit code. */
function install() {
  // Under `npm run`, npm says where it is; this also works where `npm` is a .cmd file.
  const npm = process.env.npm_execpath;
  const [command, before] = npm?.endsWith('.js') ? [process.execPath, [npm]] : ['npm', []];
  const result = spawnSync(command, [...before, 'ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    shell: command === 'npm' && process.platform === 'win32',
  });
  const code = result.status ?? 1;
  if (code !== 0) {
    const cause = result.error === undefined ? `it ended with exit code ${code}` : result.error.message;
    console.error(`Cannot install packages: npm ci failed (${cause}). Check the network and run "npm ci" again.`);
  }
  return code;
}
