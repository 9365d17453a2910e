/** Every state of the panel in a real browser: nothing that axe calls serious, nothing that scrolls sideways. */
import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { launchBrowser } from '#test/e2e/browser';
import { serve, type Site } from '#test/e2e/server';

const root = path.resolve(__dirname, '../..');
/** Set to keep a picture of each state. */
const PICTURES = process.env['PICTURES'];

let site: Site;
let browser: Browser;

beforeAll(async () => {
  execFileSync(process.execPath, [path.join(root, 'node_modules/webpack/bin/webpack.js'), '--config', path.join(root, 'test/e2e/story.config.mjs')], { cwd: root });
  site = await serve({ '/': path.join(root, '.cache/story'), '/fixtures/': path.join(root, 'test/fixtures') });
  browser = await launchBrowser();
}, 180_000);

afterAll(async () => {
  // Neither is there where the set-up failed.
  await (browser as Browser | undefined)?.close();
  await (site as Site | undefined)?.close();
});

interface State {
  readonly query: string;
  /** What is done in the page before it is looked at. */
  readonly act?: (page: Page) => Promise<void>;
}

const open = (place: number) => (page: Page): Promise<void> => page.locator('[data-head][aria-expanded=false]').nth(place).click();
const count = (place: number) => (page: Page): Promise<void> => page.locator('[aria-pressed]').nth(place).click();

const STATES: Readonly<Record<string, State>> = {
  ready: { query: '' },
  'no-table': { query: 'empty' },
  findings: { query: 'state=checked' },
  card: { query: 'state=checked', act: open(1) },
  warnings: { query: 'state=checked', act: count(1) },
  notes: { query: 'state=checked', act: count(2) },
  unchecked: { query: 'state=checked', act: count(3) },
  settings: { query: 'state=checked', act: (page) => page.locator('#phuluc-settings').click() },
  refused: { query: 'state=checked&refuse=read', act: (page) => page.getByRole('button', { name: 'Kiểm tra lại' }).click() },
  english: { query: 'state=checked&lang=en', act: open(1) },
};

async function opened(state: State, options: BrowserContextOptions, query = ''): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 360, height: 760 }, ...options });
  const page = await context.newPage();
  await page.goto(`${site.url}/story.html?${state.query}&${query}`);
  await page.waitForFunction(() => document.body.dataset['ready'] === 'yes');
  await state.act?.(page);
  await page.waitForTimeout(150);
  return page;
}

async function pictured(page: Page, name: string): Promise<void> {
  if (PICTURES === undefined) return;
  mkdirSync(PICTURES, { recursive: true });
  await page.screenshot({ path: path.join(PICTURES, `${name}.png`) });
}

describe.each(Object.entries(STATES))('%s', (name, state) => {
  test.each([['light', {}, ''], ['dark', {}, 'dark'], ['contrast', { forcedColors: 'active' as const }, '']])('[V8] panel › in %s axe finds nothing serious', async (theme, options, query) => {
    const page = await opened(state, options, query);
    await pictured(page, `${name}-${theme}`);
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.filter(({ impact }) => impact === 'serious' || impact === 'critical').map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
    await page.context().close();
  }, 30_000);

  test.each([270, 320, 500])('[V8] panel › at %i px nothing scrolls sideways', async (width) => {
    const page = await opened(state, { viewport: { width, height: 760 } });
    await pictured(page, `${name}-${width}`);
    const wide = await page.evaluate(() => [document.documentElement, ...document.querySelectorAll('main, main *')].filter((one) => one.scrollWidth > one.clientWidth + 1 && ['auto', 'scroll', 'visible'].includes(getComputedStyle(one).overflowX) && one.getBoundingClientRect().right > innerWidth + 1).map((one) => one.getAttribute('class') ?? one.tagName));
    expect(wide).toEqual([]);
    await page.context().close();
  }, 30_000);
});
