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
  page = await background();
}, 240_000);

/** @param stage globals that the played Excel looks at: the workbook, the version */
async function background(stage: object = {}): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 360, height: 760 }, locale: 'vi-VN' });
  const page = await context.newPage();
  // Microsoft's library looks for the page of Excel on the web around it.
  page.on('pageerror', (error) => { if (!error.message.includes('conversationId')) faults.push(error.message); });
  page.on('request', (request) => { if (request.url().startsWith(site.url) && !request.url().includes('/fixtures/')) fetched.push(path.basename(new URL(request.url()).pathname)); });
  await context.route('https://appsforoffice.microsoft.com/lib/1/hosted/**', async (route) => {
    const name = path.basename(new URL(route.request().url()).pathname);
    const text = readFileSync(path.join(library, name === 'office_strings.js' ? 'vi-vn/office_strings.js' : name), 'utf8');
    await route.fulfill({ contentType: 'text/javascript', body: name === 'office.js' ? `${text}\n;${readFileSync(path.join(root, '.cache/stage/stage.js'), 'utf8')}` : text });
  });
  await context.route((url) => !url.href.startsWith(site.url) && !url.href.startsWith('https://appsforoffice'), (route) => route.abort());
  await page.addInitScript((globals) => {
    Object.assign(globalThis, globals);
    history.replaceState(null, '', `${location.pathname}?_host_Info=Excel$Web$16.00$vi-VN$$$$0`);
    Object.assign(globalThis, { shown: 'hidden' });
    Object.defineProperty(document, 'visibilityState', { configurable: true, get: () => (globalThis as unknown as { shown: string }).shown });
  }, stage);
  await page.goto(`${site.url}/taskpane.html`);
  return page;
}

/** Presses a button of the ribbon, and gives what became of the page by the time Excel was told that the command had ended. */
async function press(page: Page, command: string): Promise<string> {
  await page.waitForFunction(`Office.actions?._association?.mappings?.${command} !== undefined`);
  await page.evaluate('Office.onReady()');
  // What Excel does when the page is asked to be shown.
  await page.evaluate("stage.excel.runtime.onState = (state) => { globalThis.shown = state === 'Visible' ? 'visible' : 'hidden'; document.dispatchEvent(new Event('visibilitychange')); }");
  return page.evaluate(`new Promise((resolve) => { Office.actions._association.mappings.${command}({ completed: () => resolve(stage.excel.runtime.state) }); })`);
}

afterAll(async () => {
  // Neither is there where the set-up failed.
  await (browser as Browser | undefined)?.close();
  await (site as Site | undefined)?.close();
});

test('[U8] page in the background › fetches no panel, and answers', async () => {
  await page.waitForFunction('Object.keys(CustomFunctions._association?.mappings ?? {}).length > 10');
  await page.waitForTimeout(300);
  expect(fetched.toSorted()).toEqual(['functions.js', 'page.js', 'taskpane.html']);
  const bytes = fetched.reduce((sum, file) => sum + gzipSync(readFileSync(path.join(built, file))).length, 0);
  expect(bytes).toBeLessThan(MOST_BYTES);
  expect(await page.evaluate('CustomFunctions._association.mappings.NUMBER([["1.002,1"], ["103,3%"]])')).toEqual([[1002.1], [1.033]]);
  const faults = await page.evaluate('(() => { try { CustomFunctions._association.mappings.RATIO([["HTX"]], [[5]]); return null; } catch (error) { return [error instanceof CustomFunctions.Error, error.code, error.message]; } })()');
  expect(faults).toEqual([true, '#VALUE!', '“HTX” không đọc được thành số.']);
}, 60_000);

test('[U8] page in the background › says nothing of a silent Excel', async () => {
  await page.waitForTimeout(6000);
  expect(await page.locator('#panel :is([role=alert], main)').count()).toBe(0);
}, 60_000);

const isMarked = "stage.book.sheets[0].formats.some(({ areas }) => areas.some(({ top, bottom, left, right }) => top <= 52 && bottom >= 52 && left <= 5 && right >= 5))";

test('[E2] page in the background › Kiểm tra with the panel closed opens it on the result, with the cells marked', async () => {
  expect(await page.locator('main').count()).toBe(0);
  expect(await press(page, 'CHECK')).toBe('Visible');
  await page.getByRole('button', { name: /^17\s*Lỗi/ }).waitFor({ timeout: 20_000 });
  await page.waitForFunction(isMarked);
  expect(fetched).toContain('panel.js');
  expect(faults).toEqual([]);
}, 90_000);

test.each([
  ['published', 'Chưa đạt: 17 lỗi, 0 chỗ thiếu', 17], ['clean', 'Đạt', 0], ['blanks', 'Chưa đạt: 0 lỗi, 2 chỗ thiếu', 2],
])('[E4] page in the background › Kiểm tra trước khi nộp with the panel closed: %s, %s', async (stageBook, said, blocking) => {
  const page = await background({ stageBook });
  expect(await press(page, 'SUBMIT')).toBe('Visible');
  await page.getByRole('heading', { level: 2, name: said, exact: true }).waitFor({ timeout: 20_000 });
  const rows = page.locator('li [data-head]');
  expect(await rows.count()).toBe(blocking);
  if (blocking > 0) {
    const chip = page.locator('li button[aria-label^="Đến ô"]').first();
    const cell = (await chip.textContent()) ?? '';
    await chip.click();
    await page.waitForFunction(`stage.book.selection !== null && stage.placeOf('${cell}').row === stage.book.selection.areas[0].top && stage.placeOf('${cell}').column === stage.book.selection.areas[0].left`);
  }
  expect(faults).toEqual([]);
  await page.context().close();
}, 90_000);

test('[E2] page in the background › Tính cột so sánh opens the panel on its tab, and writes nothing', async () => {
  const page = await background();
  expect(await press(page, 'COMPLETE')).toBe('Visible');
  await page.getByRole('button', { name: 'Điền 1 ô' }).waitFor({ timeout: 20_000 });
  expect(await page.getByRole('tab', { name: 'Tính cột' }).getAttribute('aria-selected')).toBe('true');
  expect(await page.evaluate('stage.book.sheets[0].cell(61, 5).value')).toBe('');
  await page.context().close();
}, 90_000);

test('[E2] page in the background › where the panel cannot be opened the cells are marked, and a window says what was found', async () => {
  const page = await background({ stageVersion: 9 });
  const windows = "globalThis.windows = []; Office.context.ui ??= {}; Office.context.ui.displayDialogAsync = (url) => { windows.push(url); }";
  await page.waitForFunction('Office.actions?._association?.mappings?.CHECK !== undefined');
  await page.evaluate('Office.onReady()');
  await page.evaluate(windows);
  expect(await press(page, 'CHECK')).toBe('Background');
  expect(await page.evaluate(isMarked)).toBe(true);
  expect(await press(page, 'SUBMIT')).toBe('Background');
  const [checked = '', submitted = ''] = await page.evaluate<string[]>('windows');
  const shown = await browser.newPage();
  await shown.goto(checked);
  expect(await shown.locator('h1:visible').textContent()).toBe('17 lỗi, 8 cảnh báo, 6 chỗ chưa kiểm');
  expect(await shown.locator('p:visible').first().textContent()).toBe('Các ô có lỗi và cảnh báo đã được tô màu trên bảng.');
  await shown.goto(submitted);
  expect(await shown.locator('h1:visible').textContent()).toBe('Chưa đạt: 17 lỗi, 0 chỗ thiếu');
  await shown.goto(`${submitted}&errors=%3Cimg%3E&lang=en&is=checked`);
  expect(await shown.locator('h1:visible').textContent()).toBe('Errors: 17, warnings: 8, unchecked: ?');
  expect(faults).toEqual([]);
  await shown.close();
  await page.context().close();
}, 90_000);

test('[E2] page in the background › where neither the panel nor the check can be had, the window says so, and Excel is told', async () => {
  const page = await background({ stageVersion: 9 });
  await page.waitForFunction('Office.actions?._association?.mappings?.CHECK !== undefined');
  await page.evaluate('Office.onReady()');
  await page.evaluate("globalThis.windows = []; Office.context.ui ??= {}; Office.context.ui.displayDialogAsync = (url) => { windows.push(url); }; stage.excel.isEditing = true");
  expect(await press(page, 'SUBMIT')).toBe('Background');
  const [refused = ''] = await page.evaluate<string[]>('windows');
  const shown = await browser.newPage();
  await shown.goto(refused);
  expect(await shown.locator('h1:visible').textContent()).toBe('Chưa kiểm tra được');
  expect(await shown.locator('p:visible').count()).toBe(1);
  expect(await page.evaluate('stage.book.sheets[0].formats.length')).toBe(0);
  expect(faults).toEqual([]);
  await shown.close();
  await page.context().close();
}, 90_000);
