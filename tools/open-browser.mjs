/** Opens a page in the user's browser, where there is one. */
import { spawn } from 'node:child_process';

/**
 * The program that opens a page, with its arguments; null where nobody could see it: without a screen, in CI, or where PHULUC_NO_BROWSER forbids it.
 *
 * @param system as process.platform has it
 */
export function browserCommand(url, system, environment) {
  const { CI, PHULUC_NO_BROWSER, DISPLAY, WAYLAND_DISPLAY, SSH_CONNECTION } = environment;
  if (isSet(CI) || isSet(PHULUC_NO_BROWSER) || isSet(SSH_CONNECTION)) return null;
  if (system === 'win32') return ['cmd', '/c', 'start', '', url];
  if (system === 'darwin') return ['open', url];
  return isSet(DISPLAY) || isSet(WAYLAND_DISPLAY) ? ['xdg-open', url] : null;
}

function isSet(value) {
  return value !== undefined && value !== '' && value !== '0' && value !== 'false';
}

/** @returns whether a browser was asked; one that is missing is nobody's fault, and the address is printed all the same */
export function openBrowser(url) {
  const command = browserCommand(url, process.platform, process.env);
  if (command === null) return false;
  const [program, ...args] = command;
  spawn(program, args, { stdio: 'ignore', detached: true }).on('error', () => null).unref();
  return true;
}
