/** The built task pane in a real browser, over Microsoft's own library and a workbook in memory. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Browser, BrowserContext, BrowserContextOptions, Page, Route } from 'playwright-core';
import { launchBrowser } from '#test/e2e/browser';
import { serve, type Site } from '#test/e2e/server';

/** Tests and benchmarks are started in the project's folder. */
const root = process.cwd();
const webpack = path.join(root, 'node_modules/webpack/bin/webpack.js');
const library = path.join(root, 'node_modules/@microsoft/office-js/dist');

/** What of the world around the pane is other than usual. */
export interface World {
  /** The minor version of ExcelApi that is played. */
  readonly version?: number;
  /** The workbook that is open; the published appendix where nothing is said. */
  readonly book?: string;
  /** The program around the page; 'never' for one that does not answer, null for none. */
  readonly host?: string | null;
  /** JavaScript that makes the browser an older one, before anything else runs. */
  readonly older?: string;
  /** Files that the network does not bring. */
  readonly blocked?: RegExp;
  /** Files that the network brings late. */
  readonly late?: { readonly files: RegExp; readonly until: Promise<void> };
  readonly options?: BrowserContextOptions;
}

export class PaneBrowser {
  readonly #site: Site;
  readonly #browser: Browser;
  readonly #stage: string;

  private constructor(site: Site, browser: Browser, stage: string) {
    this.#site = site;
    this.#browser = browser;
    this.#stage = stage;
  }

  /** @param name of the folder under .cache that the pane is built into: two at the same time must not share one */
  static async start(name: string): Promise<PaneBrowser> {
    const built = path.join(root, '.cache', name);
    const staged = path.join(root, '.cache', `${name}-stage`);
    execFileSync(process.execPath, [webpack, '--config-name', 'taskpane', '--mode', 'production', '--output-path', built], { cwd: root });
    execFileSync(process.execPath, [webpack, '--config', path.join(root, 'test/e2e/stage.config.mjs'), '--output-path', staged], { cwd: root });
    const site = await serve({ '/': built, '/fixtures/': path.join(root, 'test/fixtures') });
    return new PaneBrowser(site, await launchBrowser(), readFileSync(path.join(staged, 'stage.js'), 'utf8'));
  }

  async open(world: World = {}): Promise<Pane> {
    const context = await this.#browser.newContext({ viewport: { width: 360, height: 760 }, locale: 'vi-VN', ...world.options });
    context.setDefaultTimeout(20_000);
    const page = await context.newPage();
    const pane = new Pane(page);
    const isBlocked = (url: string): boolean => world.blocked?.test(url) === true;
    await context.route('https://appsforoffice.microsoft.com/lib/1/hosted/**', (route) => (isBlocked(route.request().url()) ? route.abort() : this.#office(route)));
    await context.route((url) => isBlocked(url.href) || (!url.href.startsWith(this.#site.url) && !url.href.startsWith('https://appsforoffice')), (route) => route.abort());
    if (world.late !== undefined) await this.#delay(context, world.late);
    await page.addInitScript(({ version, host, older, book }) => {
      history.replaceState(null, '', `${location.pathname}?_host_Info=Excel$Web$16.00$vi-VN$$$$0`);
      Object.assign(globalThis, { stageVersion: version, ...(book === undefined ? {} : { stageBook: book }), ...(host === undefined ? {} : { stageHost: host }) });
      // Runs in the page, before its own scripts.
      (0, eval)(older);
    }, { version: world.version ?? 18, host: world.host, older: world.older ?? '', book: world.book });
    await page.goto(`${this.#site.url}/taskpane.html`, { waitUntil: world.late === undefined ? 'load' : 'commit' });
    return pane;
  }

  async #delay(context: BrowserContext, { files, until }: NonNullable<World['late']>): Promise<void> {
    await context.route(files, async (route) => {
      await until;
      await route.fallback();
    });
  }

  /** Microsoft's library, and the page's Excel after it. */
  async #office(route: Route): Promise<void> {
    const name = path.basename(new URL(route.request().url()).pathname);
    const text = readFileSync(path.join(library, name === 'office_strings.js' ? 'vi-vn/office_strings.js' : name), 'utf8');
    await route.fulfill({ contentType: 'text/javascript', body: name === 'office.js' ? `${text}\n;${this.#stage}` : text });
  }

  async close(): Promise<void> {
    await this.#browser.close();
    await this.#site.close();
  }
}

export class Pane {
  readonly page: Page;
  /** Errors of the page, and breaches of its security policy. */
  readonly faults: string[] = [];

  constructor(page: Page) {
    this.page = page;
    // Microsoft's library looks for the page of Excel on the web around it.
    page.on('pageerror', (error) => { if (!error.message.includes('conversationId')) this.faults.push(error.message); });
    page.on('console', (message) => { if (message.type() === 'error' && message.text().includes('Content Security Policy')) this.faults.push(message.text()); });
  }

  /** Waits for the first screen, and for what it says of the table. */
  async ready(): Promise<this> {
    await this.page.locator('main:has(dl)').getByRole('button', { name: 'Kiểm tra', exact: true }).waitFor({ timeout: 20_000 });
    return this;
  }

  press(name: string | RegExp): Promise<void> {
    return this.page.getByRole('button', { name, exact: typeof name === 'string' }).first().click();
  }

  says(text: string | RegExp): Promise<void> {
    return this.page.getByText(text).first().waitFor({ timeout: 15_000 });
  }

  /** Presses the large button, and waits for the list of the published appendix. */
  async check(): Promise<void> {
    await this.press('Kiểm tra');
    await this.errors(17);
  }

  /** Waits until so many errors are counted. */
  errors(count: number): Promise<void> {
    return this.page.getByRole('button', { name: new RegExp(String.raw`^${count}\s*Lỗi`) }).waitFor({ timeout: 15_000 });
  }

  async openCard(number: string): Promise<void> {
    await this.page.locator('[data-head]', { hasText: number }).first().click();
    await this.page.locator('h3', { hasText: number }).waitFor();
  }

  /** A value out of the page's Excel. */
  stage<T>(of: string): Promise<T> {
    return this.page.evaluate(`globalThis.stage.${of}`);
  }

  /** The workbook without what the add-in keeps in it for itself. */
  async figures(): Promise<unknown> {
    const { sheets } = JSON.parse(await this.stage<string>('snapshot()')) as { sheets: { cells: unknown; merges: unknown }[] };
    return sheets.map(({ cells, merges }) => ({ cells, merges }));
  }

  /** Whether something comes true within two seconds. */
  async until(holds: () => Promise<boolean>): Promise<boolean> {
    for (let i = 0; i < 40; i += 1) {
      if (await holds()) return true;
      await this.page.waitForTimeout(50);
    }
    return false;
  }

  close(): Promise<void> {
    return this.page.context().close();
  }
}
