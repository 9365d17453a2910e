/** The page that Excel keeps in the background for functions: what it fetches, what it answers, and how the panel comes when it is opened. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '#test/e2e/browser';
import { serve, type Site } from '#test/e2e/server';

const root = path.resolve(__dirname, '../..');
const built = path.join(root, '.cache/addin-closed');
const library = path.join(root, 'node_modules/@microsoft/office-js/dist');
/** What a calculation may fetch, gzipped. */
const MOST_BYTES = 25_000;

let site: Site;
let browser: Browser;
let page: Page;
const fetched: string[] = [];

beforeAll(async () => {
  execFileSync(process.execPath, [path.join(root, 'node_modules/webpack/bin/webpack.js'), '--config-name', 'taskpane', '--mode', 'production', '--output-path', built], { cwd: root });
  site = await serve({ '/': built });
  browser = await launchBrowser();
  const context = await browser.newContext({ viewport: { width: 360, height: 760 } });
  page = await context.newPage();
  page.on('request', (request) => { if (request.url().startsWith(site.url)) fetched.push(path.basename(new URL(request.url()).pathname)); });
  await context.route('https://appsforoffice.microsoft.com/lib/1/hosted/**', async (route) => {
    const name = path.basename(new URL(route.request().url()).pathname);
    await route.fulfill({ contentType: 'text/javascript', body: readFileSync(path.join(library, name === 'office_strings.js' ? 'vi-vn/office_strings.js' : name), 'utf8') });
  });
  await context.route((url) => !url.href.startsWith(site.url) && !url.href.startsWith('https://appsforoffice'), (route) => route.abort());
  await page.addInitScript(() => {
    history.replaceState(null, '', `${location.pathname}?_host_Info=Excel$Web$16.00$vi-VN$$$$0`);
    Object.defineProperty(document, 'visibilityState', { configurable: true, get: () => 'hidden' });
  });
  await page.goto(`${site.url}/taskpane.html`);
}, 240_000);

afterAll(async () => {
  // Neither is there where the set-up failed.
  await (browser as Browser | undefined)?.close();
  await (site as Site | undefined)?.close();
});

test('[U8] page in the background › fetches no panel, and answers', async () => {
  await page.waitForFunction('Object.keys(CustomFunctions._association?.mappings ?? {}).length > 10');
  await page.waitForTimeout(300);
  expect(fetched.toSorted()).toEqual(['functions.js', 'guard.js', 'page.js', 'taskpane.html']);
  const bytes = fetched.filter((file) => file.endsWith('.js')).reduce((sum, file) => sum + gzipSync(readFileSync(path.join(built, file))).length, 0);
  expect(bytes).toBeLessThan(MOST_BYTES);
  expect(await page.evaluate('CustomFunctions._association.mappings.NUMBER([["1.002,1"], ["103,3%"]])')).toEqual([[1002.1], [1.033]]);
  const faults = await page.evaluate('(() => { try { CustomFunctions._association.mappings.RATIO([["HTX"]], [[5]]); return null; } catch (error) { return [error instanceof CustomFunctions.Error, error.code, error.message]; } })()');
  expect(faults).toEqual([true, '#VALUE!', '“HTX” không đọc được thành số.']);
}, 60_000);

test('[U8] page in the background › says nothing of a silent Excel, and fetches the panel when it is opened', async () => {
  await page.waitForTimeout(6000);
  expect(await page.locator('#panel').textContent()).toBe('');
  await page.evaluate(() => {
    Object.defineProperty(document, 'visibilityState', { configurable: true, get: () => 'visible' });
    document.dispatchEvent(new Event('visibilitychange'));
  });
  for (let i = 0; i < 40 && !fetched.includes('panel.js'); i += 1) await page.waitForTimeout(50);
  expect(fetched).toContain('panel.js');
}, 60_000);
