/** Every state of the panel in a real browser: nothing that axe calls serious, nothing that scrolls sideways. */
import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
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
const press = (page: Page, name: string | RegExp): Promise<void> => page.getByRole('button', { name }).first().click();
const complete = async (page: Page, name = 'Tính cột'): Promise<void> => {
  await page.getByRole('tab', { name }).click();
  await page.locator('main p[role=status] + *, main section, main [role=status]').first().waitFor();
};
const newForm = async (page: Page, name = 'Biểu mới'): Promise<void> => {
  await page.getByRole('tab', { name }).click();
  await page.locator('input[type=number]').waitFor();
};
/** Does something with the workbook, as its user or its program would. */
const tell = (page: Page, what: string): Promise<unknown> => page.evaluate(`globalThis.story.${what}`);
/** @param how the workbook is made to keep the check waiting */
const checking = (page: Page, how: string): Promise<void> => tell(page, how).then(() => press(page, 'Kiểm tra'));

const STATES: Readonly<Record<string, State>> = {
  'first-run': { query: 'new' },
  ready: { query: '' },
  'no-table': { query: 'book=notes' },
  'empty-book': { query: 'book=empty' },
  'empty-book-first-run': { query: 'book=empty&new' },
  'unknown-layout': { query: 'book=clean' },
  'unclear-column': { query: 'book=unclear', act: (page) => page.getByText('Cột F “Tổng hợp chung').waitFor() },
  several: { query: 'book=several', act: (page) => press(page, /^Chọn trong 3 trang tính/) },
  checking: { query: '', act: (page) => checking(page, "host.forget('read')") },
  'checking-several': { query: '', act: (page) => checking(page, 'host.read = ({ onProgress }) => { onProgress(7, 12); return new Promise(() => null); }') },
  findings: { query: 'state=checked' },
  card: { query: 'state=checked', act: open(1) },
  tie: { query: 'state=checked', act: (page) => page.locator('[data-head][aria-label$="D75"]').click() },
  bulk: { query: 'state=checked', act: (page) => press(page, /^Sửa 7 chỗ chắc chắn/) },
  applied: { query: 'state=checked', act: async (page) => {
    await page.locator('[data-head]', { hasText: 'II.1' }).first().click();
    await press(page, /^Áp dụng: F53/);
  } },
  search: { query: 'state=checked', act: async (page) => {
    await press(page, 'Tìm chỉ tiêu hoặc ô');
    await page.locator('input[type=search]').fill('to hop tac');
  } },
  warnings: { query: 'state=checked', act: count(1) },
  notes: { query: 'state=checked', act: count(2) },
  unchecked: { query: 'state=checked', act: count(3) },
  many: { query: 'book=many&state=checked', act: (page) => page.locator('[data-head^=repeat]').first().click() },
  'formula-card': { query: 'book=formulas&state=checked', act: async (page) => {
    await count(1)(page);
    await page.locator('[data-head][aria-label$="G6"]').click();
  } },
  'formula-applied': { query: 'book=formulas&state=checked', act: async (page) => {
    await count(1)(page);
    await page.locator('[data-head][aria-label$="E10"]').last().click();
    await press(page, /^Áp dụng: E10/);
    await page.getByText('Đã khớp').first().waitFor();
  } },
  'formula-english': { query: 'book=formulas&state=checked&lang=en', act: async (page) => {
    await count(1)(page);
    await page.locator('[data-head][aria-label$="G6"]').click();
  } },
  clean: { query: 'book=clean&state=checked' },
  settings: { query: 'book=several&state=checked', act: (page) => page.locator('#phuluc-settings').click() },
  'submit-begin': { query: '', act: (page) => page.getByRole('tab', { name: 'Nộp' }).click() },
  submit: { query: 'state=submitted' },
  'submit-passed': { query: 'book=whole&state=submitted' },
  'submit-missing': { query: 'book=blanks&state=submitted' },
  'submit-no-template': { query: 'book=clean&state=submitted' },
  'submit-hostile': { query: 'book=hostile&state=submitted' },
  'submit-crowd': { query: 'book=crowd&state=submitted' },
  'submit-english': { query: 'state=submitted&lang=en' },
  learn: { query: 'book=clean', act: async (page) => {
    await press(page, /^Học mẫu từ bảng này/);
    await page.getByRole('button', { name: 'Giữ mẫu trong sổ làm việc này' }).waitFor();
  } },
  'learn-relations': { query: 'book=own', act: async (page) => {
    await press(page, /^Học mẫu từ bảng này/);
    await page.getByRole('checkbox', { name: /không quá/ }).click();
    await page.getByRole('group', { name: /quan hệ suy ra/ }).scrollIntoViewIfNeeded();
  } },
  'learn-relations-english': { query: 'book=own&lang=en', act: async (page) => {
    await press(page, /^Learn a template/);
    await page.getByRole('group').scrollIntoViewIfNeeded();
  } },
  'learn-kept': { query: 'book=clean', act: async (page) => {
    await press(page, /^Học mẫu từ bảng này/);
    await press(page, 'Giữ mẫu trong sổ làm việc này');
    await page.locator('#phuluc-settings').click();
    await page.getByText('Mẫu biểu').waitFor();
  } },
  'new-form': { query: '', act: newForm },
  'new-form-made': { query: '', act: async (page) => {
    await newForm(page);
    await press(page, 'Tạo biểu');
    await page.getByText(/^Đã tạo/).waitFor();
  } },
  'new-form-locked': { query: '', act: async (page) => {
    await newForm(page);
    await page.getByRole('checkbox').click();
    await press(page, 'Tạo biểu');
    await page.getByText(/^Đã khóa/).waitFor();
  } },
  'new-form-not-locked': { query: '', act: async (page) => {
    await newForm(page);
    await tell(page, "host.refuse('protect', 'refused')");
    await page.getByRole('checkbox').click();
    await press(page, 'Tạo biểu');
    await page.getByText(/^Biểu đã tạo nhưng/).waitFor();
  } },
  'new-form-english': { query: 'lang=en', act: (page) => newForm(page, 'New') },
  'new-form-bad-year': { query: '', act: async (page) => {
    await newForm(page);
    await page.locator('input[type=number]').fill('20');
  } },
  complete: { query: 'state=checked', act: complete },
  'complete-replacing': { query: '', act: async (page) => {
    await complete(page);
    await page.getByRole('checkbox', { name: /^Chọn F24,/ }).click();
    await page.getByRole('checkbox', { name: /^Chọn F53,/ }).click();
    await press(page, /^Điền 1 ô, thay 2 ô…/);
  } },
  'complete-written': { query: 'state=checked', act: async (page) => {
    await complete(page);
    await page.getByText('Số', { exact: true }).click();
    await press(page, 'Điền 1 ô');
    await page.getByText('Đã điền 1 ô. Còn 17 lỗi.').first().waitFor();
  } },
  'complete-many': { query: 'book=years', act: complete },
  'complete-nothing': { query: 'book=clean', act: complete },
  'complete-no-table': { query: 'book=empty', act: complete },
  'complete-unreadable': { query: '', act: async (page) => {
    await complete(page);
    await page.getByLabel('Số liệu năm 2019').selectOption({ label: 'Chọn tệp…' });
    await page.locator('input[type=file]').setInputFiles({ name: 'bao-cao-2019.xlsx', mimeType: '', buffer: Buffer.from('D0CF11E0A1B11AE1'.repeat(80), 'hex') });
    await page.getByText('bao-cao-2019.xlsx không mở được').waitFor();
  } },
  'complete-english': { query: 'state=checked&lang=en', act: (page) => complete(page, 'Complete') },
  stale: { query: 'state=checked', act: async (page) => {
    await tell(page, 'session.choose({ live: false })');
    await tell(page, "host.type({ sheet: 's1', ...story.placeOf('F53') }, 1.2)");
  } },
  elsewhere: { query: 'book=several&state=checked', act: async (page) => { await tell(page, "host.tell({ kind: 'activated', sheet: 's2' })"); } },
  typing: { query: 'state=checked', act: async (page) => {
    await tell(page, "host.refuse('read', 'edit-mode')");
    for (let i = 0; i < 99; i += 1) await tell(page, "host.refuse('sheets', 'edit-mode')");
    await press(page, 'Kiểm tra lại');
  } },
  silent: { query: 'state=checked', act: async (page) => {
    await tell(page, "host.forget('read')");
    await press(page, 'Kiểm tra lại');
    await page.getByText('Excel chưa trả lời').first().waitFor();
  } },
  protected: { query: 'state=checked', act: async (page) => {
    await tell(page, "host.refuse('write', 'protected', { spot: { sheet: 's1', ...story.placeOf('F53') } })");
    await page.locator('[data-head]', { hasText: 'II.1' }).first().click();
    await press(page, /^Áp dụng: F53/);
  } },
  refused: { query: 'state=checked', act: async (page) => {
    await tell(page, "host.refuse('write', 'refused', { spot: { sheet: 's1', ...story.placeOf('F66') }, restored: 3, cause: new Error('GeneralException') })");
    await press(page, /^Sửa 7 chỗ chắc chắn/);
    await press(page, /^Sửa 5 ô/);
  } },
  english: { query: 'state=checked&lang=en', act: open(1) },
};

async function opened(state: State, query = ''): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 360, height: 760 } });
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

/** What axe calls serious, with the elements that it means. */
async function seriousIn(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations.filter(({ impact }) => impact === 'serious' || impact === 'critical').map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
}

/** What reaches beyond the right edge. */
function wideIn(page: Page): Promise<string[]> {
  return page.evaluate(() => [document.documentElement, ...document.querySelectorAll('main, main *')].filter((one) => one.scrollWidth > one.clientWidth + 1 && ['auto', 'scroll', 'visible'].includes(getComputedStyle(one).overflowX) && one.getBoundingClientRect().right > innerWidth + 1).map((one) => one.getAttribute('class') ?? one.tagName));
}

describe.each(Object.entries(STATES))('%s', (name, state) => {
  test('[V8] panel › axe finds nothing serious in light and in forced colours, and nothing scrolls sideways from 270 px on', async () => {
    const page = await opened(state);
    await pictured(page, name);
    expect(await seriousIn(page)).toEqual([]);
    for (const width of [270, 320, 500]) {
      await page.setViewportSize({ width, height: 760 });
      await page.waitForTimeout(50);
      await pictured(page, `${name}-${width}`);
      expect([width, await wideIn(page)]).toEqual([width, []]);
    }
    await page.setViewportSize({ width: 360, height: 760 });
    await page.emulateMedia({ forcedColors: 'active' });
    // Colours of buttons change over a tenth of a second.
    await page.waitForTimeout(250);
    await pictured(page, `${name}-contrast`);
    expect(await seriousIn(page)).toEqual([]);
    await page.context().close();
  }, 60_000);

  test('[V8] panel › axe finds nothing serious in dark', async () => {
    const page = await opened(state, 'dark');
    await pictured(page, `${name}-dark`);
    expect(await seriousIn(page)).toEqual([]);
    await page.context().close();
  }, 60_000);
});
