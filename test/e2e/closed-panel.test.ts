/**
 * The page that Excel keeps in the background, with the panel closed: what a calculation fetches, what functions answer, and what the
 * button Kiểm tra does. The built page over Microsoft's library and a workbook in memory.
 */
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
const faults: string[] = [];
/** Files of the site, in their order. */
const fetched: string[] = [];

beforeAll(async () => {
  const webpack = path.join(root, 'node_modules/webpack/bin/webpack.js');
  execFileSync(process.execPath, [webpack, '--config-name', 'taskpane', '--mode', 'production', '--output-path', built], { cwd: root });
  execFileSync(process.execPath, [webpack, '--config', path.join(root, 'test/e2e/stage.config.mjs')], { cwd: root });
  site = await serve({ '/': built, '/fixtures/': path.join(root, 'test/fixtures') });
  browser = await launchBrowser();
  const context = await browser.newContext({ viewport: { width: 360, height: 760 }, locale: 'vi-VN' });
  page = await context.newPage();
  // Microsoft's library looks for the page of Excel on the web around it.
  page.on('pageerror', (error) => { if (!error.message.includes('conversationId')) faults.push(error.message); });
  page.on('request', (request) => { if (request.url().startsWith(site.url) && !request.url().includes('/fixtures/')) fetched.push(path.basename(new URL(request.url()).pathname)); });
  await context.route('https://appsforoffice.microsoft.com/lib/1/hosted/**', async (route) => {
    const name = path.basename(new URL(route.request().url()).pathname);
    const text = readFileSync(path.join(library, name === 'office_strings.js' ? 'vi-vn/office_strings.js' : name), 'utf8');
    await route.fulfill({ contentType: 'text/javascript', body: name === 'office.js' ? `${text}\n;${readFileSync(path.join(root, '.cache/stage/stage.js'), 'utf8')}` : text });
  });
  await context.route((url) => !url.href.startsWith(site.url) && !url.href.startsWith('https://appsforoffice'), (route) => route.abort());
  await page.addInitScript(() => {
    history.replaceState(null, '', `${location.pathname}?_host_Info=Excel$Web$16.00$vi-VN$$$$0`);
    Object.assign(globalThis, { shown: 'hidden' });
    Object.defineProperty(document, 'visibilityState', { configurable: true, get: () => (globalThis as unknown as { shown: string }).shown });
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

test('[U8] page in the background › says nothing of a silent Excel', async () => {
  await page.waitForTimeout(6000);
  expect(await page.locator('#panel').textContent()).toBe('');
}, 60_000);

test('[E2] page in the background › Kiểm tra with the panel closed opens it on the result, with the cells marked', async () => {
  await page.waitForFunction('Office.actions?._association?.mappings?.CHECK !== undefined');
  await page.evaluate('Office.onReady()');
  expect(await page.locator('#panel').textContent()).toBe('');
  // What Excel does when the page is asked to be shown.
  await page.evaluate("stage.excel.runtime.onState = (state) => { globalThis.shown = state === 'Visible' ? 'visible' : 'hidden'; document.dispatchEvent(new Event('visibilitychange')); }");
  const completed = await page.evaluate('new Promise((resolve) => { Office.actions._association.mappings.CHECK({ completed: () => resolve(stage.excel.runtime.state) }); })');
  expect(completed).toBe('Visible');
  await page.getByRole('button', { name: /^17\s*Lỗi/ }).waitFor({ timeout: 20_000 });
  await page.waitForFunction("stage.book.sheets[0].formats.some(({ areas }) => areas.some(({ top, bottom, left, right }) => top <= 52 && bottom >= 52 && left <= 5 && right >= 5))");
  expect(fetched).toContain('panel.js');
  expect(faults).toEqual([]);
}, 90_000);
