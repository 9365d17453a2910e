/** The built task pane in a real browser, over Microsoft's own library and a workbook in memory. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '#test/e2e/browser';
import { serve, type Site } from '#test/e2e/server';

const root = path.resolve(__dirname, '../..');
const built = path.join(root, '.cache/addin');
const library = path.join(root, 'node_modules/@microsoft/office-js/dist');
const golden = JSON.parse(readFileSync(path.join(root, 'test/fixtures/phu-luc-2020.findings.json'), 'utf8')) as { severity: string; cell: string }[];

let site: Site;
let browser: Browser;
let page: Page;
let faults: string[];

beforeAll(async () => {
  const webpack = path.join(root, 'node_modules/webpack/bin/webpack.js');
  execFileSync(process.execPath, [webpack, '--config-name', 'taskpane', '--mode', 'production', '--output-path', built], { cwd: root });
  execFileSync(process.execPath, [webpack, '--config', path.join(root, 'test/e2e/stage.config.mjs')], { cwd: root });
  site = await serve({ '/': built, '/fixtures/': path.join(root, 'test/fixtures') });
  browser = await launchBrowser();
}, 240_000);

afterEach(async () => {
  await page.context().close();
});

afterAll(async () => {
  // Neither is there where the set-up failed.
  await (browser as Browser | undefined)?.close();
  await (site as Site | undefined)?.close();
});

/** @param version the minor version of ExcelApi that is played */
async function openPane(version = 18): Promise<void> {
  const context = await browser.newContext({ viewport: { width: 360, height: 760 }, locale: 'vi-VN' });
  page = await context.newPage();
  faults = [];
  // Microsoft's library looks for the page of Excel on the web around it.
  page.on('pageerror', (error) => { if (!error.message.includes('conversationId')) faults.push(error.message); });
  page.on('console', (message) => { if (message.type() === 'error' && message.text().includes('Content Security Policy')) faults.push(message.text()); });
  await context.route('https://appsforoffice.microsoft.com/lib/1/hosted/**', async (route) => {
    const name = path.basename(new URL(route.request().url()).pathname);
    const file = name === 'office_strings.js' ? 'vi-vn/office_strings.js' : name;
    const text = readFileSync(path.join(library, file), 'utf8');
    await route.fulfill({ contentType: 'text/javascript', body: name === 'office.js' ? `${text}\n;${readFileSync(path.join(root, '.cache/stage/stage.js'), 'utf8')}` : text });
  });
  await context.route((url) => !url.href.startsWith(site.url) && !url.href.startsWith('https://appsforoffice'), (route) => route.abort());
  await page.addInitScript((played) => {
    history.replaceState(null, '', `${location.pathname}?_host_Info=Excel$Web$16.00$vi-VN$$$$0`);
    Object.assign(globalThis, { stageVersion: played });
  }, version);
  await page.goto(`${site.url}/taskpane.html`);
  await page.getByRole('button', { name: 'Kiểm tra', exact: true }).waitFor({ timeout: 20_000 });
}

async function check(): Promise<void> {
  await page.getByRole('button', { name: 'Kiểm tra', exact: true }).click();
  await page.getByRole('button', { name: /^17\s*Lỗi/ }).waitFor();
}

/** A value out of the page's Excel. */
function stage<T>(of: string): Promise<T> {
  return page.evaluate(`globalThis.stage.${of}`);
}

/** Whether something comes true within two seconds. */
async function until(holds: () => Promise<boolean>): Promise<boolean> {
  for (let i = 0; i < 40; i += 1) {
    if (await holds()) return true;
    await page.waitForTimeout(50);
  }
  return false;
}

const heads = (): Promise<(string | null)[]> => page.locator('[data-head][aria-label]').evaluateAll((all) => all.map((one) => one.getAttribute('aria-label')));

test('[V9] task pane › from opening to the list, with the findings of the command line, and no word of a fault', async () => {
  await openPane();
  await expect(page.locator('main').textContent()).resolves.toContain('A4:H105');
  await check();
  const errors = golden.filter(({ severity }) => severity === 'error');
  expect(await heads()).toHaveLength(errors.length);
  expect(await page.getByRole('button', { name: /Cảnh báo$/ }).count()).toBe(1);
  expect(faults).toEqual([]);
}, 60_000);

test('[V9] task pane › a card goes to its cell; what is applied is written, agrees, and is taken back', async () => {
  await openPane();
  await check();
  const before = await stage("cell('F53')");
  await page.locator('[data-head]', { hasText: 'II.1' }).first().click();
  await page.locator('h3', { hasText: 'II.1' }).waitFor();
  await page.getByRole('button', { name: /^Áp dụng: F53/ }).click();
  await page.getByText('Đã sửa F53: 20,0% → 120,0%.').waitFor();
  expect(await stage("cell('F53').value")).toBe(1.2);
  await page.getByText('Đã khớp').first().waitFor();
  await page.getByRole('button', { name: /^16\s*Lỗi/ }).waitFor();
  await page.keyboard.press('Control+z');
  await page.getByText('Đã trả lại 1 ô như cũ.').waitFor();
  expect(await stage("cell('F53')")).toEqual(before);
}, 60_000);

test('[V9] task pane › an edit in the sheet makes its card agree', async () => {
  await openPane();
  await check();
  await page.evaluate("globalThis.stage.type('F53', 1.2)");
  await page.getByRole('button', { name: /^16\s*Lỗi/ }).waitFor();
  await page.getByText('Vừa cập nhật').waitFor();
}, 60_000);

test('[V9] task pane › marks come and go without a trace', async () => {
  await openPane();
  const before = await stage<string>('snapshot()');
  await check();
  expect(await until(async () => (await stage<string>('snapshot()')) !== before)).toBe(true);
  await page.getByRole('button', { name: 'Thiết lập' }).click();
  await page.getByRole('button', { name: 'Xóa mọi đánh dấu trên bảng' }).click();
  const bare = (text: string): string => JSON.stringify({ ...(JSON.parse(text) as object), settings: null });
  expect(await until(async () => bare(await stage<string>('snapshot()')) === bare(before))).toBe(true);
}, 60_000);

test('[V9] task pane › while a cell is being typed in it says so, and goes on when asked', async () => {
  await openPane();
  await page.evaluate('globalThis.stage.excel.isEditing = true');
  await page.getByRole('button', { name: 'Kiểm tra', exact: true }).click();
  await page.getByText('Excel đang chờ bạn gõ xong một ô').waitFor();
  await page.evaluate('globalThis.stage.excel.isEditing = false');
  await page.getByRole('button', { name: 'Thử lại' }).click();
  await page.getByRole('button', { name: /^17\s*Lỗi/ }).waitFor();
}, 60_000);
