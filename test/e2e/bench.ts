/** The built workbench in a real browser, from a server or from a disk. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, statSync, utimesSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { launchBrowser } from '#test/e2e/browser';
import { serve, type Site } from '#test/e2e/server';
import { isStale } from '#tools/stale';

/** Tests and benchmarks are started in the project's folder. */
const root = process.cwd();
const webpack = path.join(root, 'node_modules/webpack/bin/webpack.js');

export interface BenchWorld {
  /** Opened from the disk, as by a double click. */
  readonly fromDisk?: boolean;
  readonly options?: BrowserContextOptions;
  /** Files that do not come. */
  readonly blocked?: RegExp;
  /** Runs in the page before its own scripts. */
  readonly before?: string;
}

/** Where somebody builds it who was ended before it was done. */
const LONGEST_BUILD = 600_000;

/** Builds it where that was not done since a source was changed; tests that run at the same time wait for one another. */
async function built(): Promise<string> {
  const [folder, lock] = [path.join(root, '.cache/workbench'), path.join(root, '.cache/workbench.lock')];
  mkdirSync(path.dirname(lock), { recursive: true });
  while (!isTaken(lock)) await new Promise((resolve) => { setTimeout(resolve, 200); });
  try {
    if (isStale(['.cache/workbench/index.html'])) {
      execFileSync(process.execPath, [webpack, '--config-name', 'workbench', '--mode', 'production', '--output-path', folder], { cwd: root });
      utimesSync(path.join(folder, 'index.html'), new Date(), new Date());
    }
  } finally {
    rmSync(lock, { recursive: true });
  }
  return folder;
}

function isTaken(lock: string): boolean {
  try {
    mkdirSync(lock);
    return true;
  } catch {
    const since = statSync(lock, { throwIfNoEntry: false })?.mtimeMs ?? 0;
    if (since > 0 && Date.now() - since > LONGEST_BUILD) rmSync(lock, { recursive: true });
    return false;
  }
}

export class BenchBrowser {
  readonly #site: Site;
  readonly #browser: Browser;
  readonly #folder: string;

  private constructor(site: Site, browser: Browser, folder: string) {
    this.#site = site;
    this.#browser = browser;
    this.#folder = folder;
  }

  static async start(): Promise<BenchBrowser> {
    const folder = await built();
    return new BenchBrowser(await serve({ '/': folder }), await launchBrowser(), folder);
  }

  async open({ fromDisk = false, options = {}, blocked, before }: BenchWorld = {}): Promise<BenchPage> {
    const context = await this.#browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'vi-VN', acceptDownloads: true, ...options });
    const page = await context.newPage();
    const bench = new BenchPage(page, fromDisk ? 'file:///' : this.#site.url);
    if (blocked !== undefined) await context.route(blocked, (route) => route.abort());
    if (before !== undefined) await page.addInitScript({ content: before });
    await page.goto(fromDisk ? pathToFileURL(path.join(this.#folder, 'index.html')).href : `${this.#site.url}/index.html`);
    return bench;
  }

  async close(): Promise<void> {
    await this.#browser.close();
    await this.#site.close();
  }
}

export class BenchPage {
  readonly page: Page;
  /** Errors of the page, and breaches of its security policy. */
  readonly faults: string[] = [];
  /** What was asked for elsewhere than where the page came from. */
  readonly foreign: string[] = [];

  constructor(page: Page, home: string) {
    this.page = page;
    page.on('pageerror', (error) => { this.faults.push(error.message); });
    page.on('console', (message) => { if (message.type() === 'error') this.faults.push(message.text()); });
    page.on('request', (request) => { if (!request.url().startsWith(home) && !/^(?:data|blob):/.test(request.url())) this.foreign.push(request.url()); });
  }

  /** Waits until so many errors are counted. */
  errors(count: number): Promise<void> {
    return this.page.getByRole('button', { name: new RegExp(String.raw`^${count}\s*Lỗi`) }).waitFor({ timeout: 30_000 });
  }

  /** Waits until the grid of the file before the user is drawn. */
  grid(): Promise<void> {
    return this.page.locator('[data-grid="there"]').waitFor({ state: 'attached', timeout: 60_000 });
  }

  says(text: string | RegExp): Promise<void> {
    return this.page.getByText(text).first().waitFor({ timeout: 15_000 });
  }

  press(name: string | RegExp): Promise<void> {
    return this.page.getByRole('button', { name, exact: typeof name === 'string' }).first().click();
  }

  /** Chooses files as with the button. */
  choose(files: readonly (string | { readonly name: string; readonly mimeType: string; readonly buffer: Buffer })[]): Promise<void> {
    return this.page.locator('input[type=file]').first().setInputFiles(files as never);
  }

  async openCard(number: string): Promise<void> {
    await this.page.locator('[data-head]', { hasText: number }).first().click();
    await this.page.locator('h3', { hasText: number }).waitFor();
  }

  /** Presses a button that gives a file, and takes it. */
  async saved(button: string): Promise<{ readonly name: string; readonly bytes: Buffer }> {
    const coming = this.page.waitForEvent('download');
    await this.press(button);
    const download = await coming;
    return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
  }

  /** Types into a cell of the grid by its address, as a user does who goes there by the name box. */
  async type(cell: string, text: string): Promise<void> {
    await this.goTo(cell);
    await this.page.keyboard.type(text);
    await this.page.keyboard.press('Enter');
  }

  async goTo(cell: string): Promise<void> {
    const box = this.page.locator('[data-grid] input').first();
    await box.click();
    await box.fill(cell);
    await box.press('Enter');
  }

  close(): Promise<void> {
    return this.page.context().close();
  }
}
