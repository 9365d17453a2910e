/**
 * A real browser for tests: CHROME_PATH, else /usr/bin/chromium, else the one that npm brings, which needs no system library.
 *
 * The npm one is unpacked once into .cache, under another name until it is whole, and its libraries and fonts reach its
 * own process alone.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { chromium, type Browser } from 'playwright-core';

/** Tests and benchmarks are started in the project's folder. */
const root = process.cwd();
const FLAGS = ['--headless', '--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];

interface Program {
  readonly executablePath: string;
  readonly env: Readonly<Record<string, string>>;
}

export function launchBrowser(): Promise<Browser> {
  const { executablePath, env } = program();
  return chromium.launch({ executablePath, env, args: FLAGS, timeout: 60_000 });
}

function program(): Program {
  const own = process.env['CHROME_PATH'] ?? '/usr/bin/chromium';
  return existsSync(own) ? { executablePath: own, env: inherited() } : unpacked();
}

function inherited(): Record<string, string> {
  return Object.fromEntries(Object.entries(process.env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])));
}

function unpacked(): Program {
  const { version } = JSON.parse(readFileSync(path.join(root, 'node_modules/@sparticuz/chromium/package.json'), 'utf8')) as { version: string };
  const folder = path.join(root, '.cache', `chromium-${version}`);
  if (!existsSync(path.join(folder, 'whole'))) unpackInto(folder);
  const fonts = path.join(folder, 'fontconfig');
  mkdirSync(fonts, { recursive: true });
  writeFileSync(path.join(fonts, 'fonts.conf'), fontsConfiguration(fonts, [path.join(folder, 'fonts'), path.join(folder, 'fonts/fonts'), '/usr/share/fonts'].filter((one) => existsSync(one))));
  return {
    executablePath: path.join(folder, 'chromium'),
    env: { ...inherited(), LD_LIBRARY_PATH: path.join(folder, 'al2023/lib'), FONTCONFIG_PATH: fonts, FONTCONFIG_FILE: path.join(fonts, 'fonts.conf') },
  };
}

/** The package unpacks into the folder for temporary files, with its libraries where it believes to run in a cloud function. */
function unpackInto(folder: string): void {
  const part = `${folder}.${process.pid}`;
  mkdirSync(part, { recursive: true });
  const unpack = "import('@sparticuz/chromium').then((pack) => pack.default.executablePath())";
  execFileSync(process.execPath, ['-e', unpack], { cwd: root, env: { ...inherited(), TMPDIR: part, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs20.x' } });
  writeFileSync(path.join(part, 'whole'), '');
  // Another run may have been faster.
  if (existsSync(folder)) rmSync(part, { recursive: true });
  else renameSync(part, folder);
}

function fontsConfiguration(cache: string, folders: readonly string[]): string {
  return `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd"><fontconfig>${folders.map((one) => `<dir>${one}</dir>`).join('')}<cachedir>${cache}/cache</cachedir></fontconfig>`;
}
