import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, mkdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { expect, test } from '@jest/globals';
import { browserCommand } from '#tools/open-browser';
import { packageFolder } from '#tools/package-folder';

interface Ended {
  readonly code: number | null;
  readonly output: string;
}

/** Starts it without a terminal, and ends it when it says that it serves. */
function started(environment: Readonly<Record<string, string>>, signal: NodeJS.Signals = 'SIGINT', whenServed: (url: string) => Promise<void> = () => Promise.resolve()): Promise<Ended> {
  const child = spawn(process.execPath, ['tools/start.mjs'], { env: { ...process.env, PHULUC_NO_BROWSER: '1', ...environment }, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  return new Promise((resolve) => {
    const hear = (piece: Buffer): void => {
      output += piece.toString();
      const url = /Bàn làm việc: (\S+)/.exec(output)?.[1];
      if (url !== undefined && output.includes('Ctrl+C')) void whenServed(url).then(() => child.kill(signal));
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    child.on('close', (code) => { resolve({ code, output }); });
  });
}

test('[B11] start › builds, shows the check of the 2020 appendix on one screen, serves the page here alone, and ends cleanly', async () => {
  let address = '';
  const { code, output } = await started({ PORT: '0' }, 'SIGINT', async (url) => {
    address = url;
    const page = await fetch(url);
    expect([page.status, page.headers.get('access-control-allow-origin')]).toEqual([200, null]);
    expect(await page.text()).toContain('id="bench"');
    await expect(fetch(`${url}../package.json`)).resolves.toMatchObject({ status: 404 });
  });
  expect(code).toBe(0);
  const screen = output.slice(output.indexOf('Phụ lục năm 2020')).trimEnd().split('\n');
  expect(screen[0]).toContain('17 lỗi');
  expect(screen.length).toBeLessThanOrEqual(24);
  expect(output).toContain('Mở địa chỉ trên');
  await expect(fetch(address)).rejects.toThrow();
}, 300_000);

test('[B11] start › a port that is asked for and taken is said; SIGTERM ends it as Ctrl+C does', async () => {
  const other = createServer();
  await new Promise<void>((resolve) => { other.listen(0, '127.0.0.1', resolve); });
  const { port } = other.address() as AddressInfo;
  await expect(started({ PORT: String(port) })).resolves.toMatchObject({ code: 2, output: expect.stringContaining(`Cổng ${port}`) });
  await expect(started({ PORT: 'abc' })).resolves.toMatchObject({ code: 2, output: expect.stringContaining('PORT is "abc"') });
  await new Promise((resolve) => { other.close(resolve); });
  await expect(started({ PORT: String(port) }, 'SIGTERM')).resolves.toMatchObject({ code: 0, output: expect.stringContaining(`http://127.0.0.1:${port}/`) });
}, 120_000);

test('[B11] start › opens a browser where there is a screen, and nowhere else', () => {
  const url = 'http://127.0.0.1:2020/';
  expect(browserCommand(url, 'linux', {})).toBeNull();
  expect(browserCommand(url, 'linux', { DISPLAY: ':0' })).toEqual(['xdg-open', url]);
  expect(browserCommand(url, 'win32', {})).toEqual(['cmd', '/c', 'start', '', url]);
  expect(browserCommand(url, 'darwin', {})).toEqual(['open', url]);
  for (const forbidding of [{ CI: 'true' }, { PHULUC_NO_BROWSER: '1' }, { SSH_CONNECTION: 'x' }]) expect(browserCommand(url, 'win32', forbidding)).toBeNull();
});

test('[B11] package › the same files give the same zip, whatever their time, and it unzips', () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'phuluc-zip-'));
  mkdirSync(path.join(folder, 'in/inner'), { recursive: true });
  for (const file of ['in/b.js', 'in/a.html', 'in/inner/c.css']) writeFileSync(path.join(folder, file), file);
  const first = packageFolder(path.join(folder, 'in'), 'phu-luc');
  utimesSync(path.join(folder, 'in/b.js'), new Date(2001, 1, 1), new Date(2001, 1, 1));
  expect(Buffer.from(packageFolder(path.join(folder, 'in'), 'phu-luc')).equals(Buffer.from(first))).toBe(true);
  writeFileSync(path.join(folder, 'out.zip'), first);
  const list = execFileSync(process.execPath, ['-e', "const { unzipSync } = require('fflate'); console.log(Object.keys(unzipSync(require('fs').readFileSync(process.argv[1]))).join(' '))", path.join(folder, 'out.zip')], { encoding: 'utf8' });
  expect(list.trim()).toBe('phu-luc/a.html phu-luc/b.js phu-luc/inner/c.css');
  rmSync(folder, { recursive: true });
});
