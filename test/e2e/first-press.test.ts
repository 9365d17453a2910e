/** The frame that stands there before the panel does: its button can be pressed from the moment that it is seen. */
import AxeBuilder from '@axe-core/playwright';
import { describe, expect, test } from '@jest/globals';
import type { Locator } from 'playwright-core';
import type { Pane, World } from '#test/e2e/pane';
import { paneSuite } from '#test/e2e/pane-suite';

const open = paneSuite('addin-press', false);
let pane: Pane;

/** Opens the pane over a network that keeps some files back until they are let go. */
async function framed(files: RegExp, world: World = {}): Promise<() => void> {
  let release = (): void => undefined;
  const until = new Promise<void>((resolve) => { release = resolve; });
  pane = await open({ ...world, late: { files, until } });
  await inFrame().waitFor();
  return release;
}

const LIBRARY = /\/office\.js$/;
const PANEL = /\/panel\.js$/;
const inFrame = (): Locator => pane.page.locator('.frame:visible button');
const inPanel = (): Locator => pane.page.locator('main #phuluc-check');
const focused = (): Promise<string> => pane.page.evaluate("document.activeElement.getAttribute('aria-label') ?? document.activeElement.textContent");

test('[V20] frame › a press before Office’s library has come is heard at once, and honoured without another', async () => {
  const release = await framed(LIBRARY);
  expect(await inFrame().textContent()).toBe('Kiểm tra');
  await inFrame().click();
  expect(await inFrame().textContent()).toBe('Đang kiểm tra');
  expect(await pane.page.locator('.frame:visible [role=status]').textContent()).toBe('Đang xem bảng, xong sẽ kiểm tra ngay');
  await inFrame().click({ force: true });
  release();
  await pane.errors(17);
  expect(await pane.until(async () => /^17\s*Lỗi/.test(await focused()))).toBe(true);
  expect(pane.faults).toEqual([]);
}, 30_000);

test.each(['Enter', 'Space'])('[V8][V20] frame › pressed with %s, and the focus is on the result afterwards', async (key) => {
  const release = await framed(LIBRARY, { options: { locale: 'en-US' }, older: "history.replaceState(null, '', location.pathname + '?_host_Info=Excel$Web$16.00$en-US$$$$0')" });
  await pane.page.keyboard.press('Tab');
  expect(await focused()).toBe('Check');
  await pane.page.keyboard.press(key);
  expect(await focused()).toBe('Checking');
  release();
  // The language of the played Excel is Vietnamese.
  await pane.errors(17);
  expect(await pane.until(async () => /^17\s*Lỗi/.test(await focused()))).toBe(true);
}, 30_000);

test('[V8][V20] frame › the focus that stood on its button goes over to the panel’s own; nothing is checked unasked', async () => {
  const release = await framed(LIBRARY);
  await inFrame().focus();
  release();
  await pane.ready();
  expect(await focused()).toBe('Kiểm tra');
  expect(await inPanel().evaluate((own) => own === document.activeElement)).toBe(true);
  await pane.page.keyboard.press('Enter');
  await pane.errors(17);
}, 30_000);

test('[V20] panel › a press while Excel is asked for the table is heard and honoured as well', async () => {
  const release = await framed(/phu-luc-2020\.xlsx$/);
  release();
  await inPanel().waitFor();
  await inPanel().click();
  await pane.errors(17);
}, 30_000);

test('[V20] frame › where no table stands the press is dropped: what stands in the way is said, and the focus is not lost', async () => {
  const release = await framed(LIBRARY, { book: 'none' });
  await inFrame().click();
  release();
  await pane.says('Chưa thấy bảng chỉ tiêu');
  expect(await pane.page.locator('main footer').textContent()).toContain('Chưa kiểm tra');
  expect(await inPanel().count()).toBe(0);
  expect(await pane.until(async () => await focused() === 'Kiểm tra')).toBe(true);
}, 30_000);

test.each([9, 18])('[V15] panel › where no table stands, what the user selects in Excel is named: ExcelApi 1.%i', async (version) => {
  pane = await open({ book: 'none', version });
  await pane.says('Chưa thấy bảng chỉ tiêu');
  await pane.page.getByRole('button', { name: 'Dùng vùng đang chọn', exact: true }).waitFor();
  // The listener comes a moment later than the button.
  expect(await pane.until(async () => {
    await pane.page.evaluate("stage.book.selection = { sheet: stage.book.sheets[0].id, areas: [{ top: 2, left: 1, bottom: 39, right: 6 }] }; stage.excel.user('selected', stage.book.sheets[0], { address: 'B3:G40' })");
    return await pane.page.getByRole('button', { name: 'Dùng vùng đang chọn (B3:G40)' }).count() === 1;
  })).toBe(true);
}, 30_000);

describe('where the panel cannot start', () => {
  test.each<[string, RegExp, World, string]>([
    ['an Excel that is too old', LIBRARY, { version: 8 }, 'Phiên bản Excel này quá cũ'],
    ['no Excel around it', LIBRARY, { host: null }, 'Trang này chạy trong Excel'],
    ['an Excel that does not answer', LIBRARY, { host: 'never' }, 'Excel chưa trả lời sau 5 giây'],
    ['its own code blocked', PANEL, { blocked: /panel\.js/ }, 'Phụ lục không khởi động được'],
  ])('[V7][V20] frame › %s: the press is dropped, and one sentence takes the place of the button', async (_, files, world, sentence) => {
    const release = await framed(files, world);
    await inFrame().click();
    release();
    await pane.says(sentence);
    expect([await pane.page.getByRole('alert').count(), await pane.page.locator('.frame').count()]).toEqual([1, 0]);
    expect(await pane.page.getByText('Đang kiểm tra').count()).toBe(0);
  }, 30_000);
});

test.each([['CHECK', /^17\s*Lỗi/, 'button'], ['SUBMIT', 'Chưa đạt: 17 lỗi, 0 chỗ thiếu', 'heading']] as const)('[E2][V20] frame › where the ribbon asked for %s already, the press asks Excel for nothing besides', async (command, name, role) => {
  const requests: number[] = [];
  for (const presses of [0, 1]) {
    const release = await framed(PANEL);
    await pane.page.waitForFunction(`Office.actions?._association?.mappings?.${command} !== undefined`);
    await pane.page.evaluate('Office.onReady()');
    await pane.page.evaluate(`new Promise((resolve) => { Office.actions._association.mappings.${command}({ completed: resolve }); })`);
    for (let i = 0; i < presses; i += 1) await inFrame().click();
    release();
    await pane.page.getByRole(role, { name }).waitFor();
    await pane.page.waitForTimeout(300);
    expect(await pane.page.getByRole(role, { name }).count()).toBe(1);
    requests.push(await pane.stage<number>('excel.traffic.length'));
    await pane.close();
  }
  expect(requests[1]).toBe(requests[0]);
}, 40_000);

describe.each([270, 320, 360])('%i px wide', (width) => {
  test.each([['vi-VN', 'greeted', 'light'], ['vi-VN', 'new', 'dark'], ['en-US', 'new', 'light'], ['en-US', 'greeted', 'dark']] as const)('[V8][V20] frame › the button stands where the panel has it, and looks like it: %s, %s, %s', async (language, met, colorScheme) => {
    const older = `history.replaceState(null, '', location.pathname + '?_host_Info=Excel$Web$16.00$${language}$$$$0'); ${met === 'greeted' ? "localStorage.setItem('phuluc.greeted', '1');" : ''}`;
    const release = await framed(LIBRARY, { older, options: { colorScheme, viewport: { width, height: 640 } } });
    const [before, look] = [await inFrame().boundingBox(), await lookOf(inFrame())];
    const { violations } = await new AxeBuilder({ page: pane.page }).analyze();
    expect(violations.filter(({ impact }) => impact === 'serious' || impact === 'critical').map(({ id }) => id)).toEqual([]);
    expect(await pane.page.evaluate('document.documentElement.scrollWidth')).toBe(width);
    release();
    await inPanel().waitFor();
    expect(await inPanel().boundingBox()).toEqual(before);
    await pane.page.locator('main:has(dl)').waitFor();
    expect([await inPanel().boundingBox(), await lookOf(inPanel())]).toEqual([before, look]);
  }, 30_000);
});

/** What makes a button look as it does. */
function lookOf(one: Locator): Promise<readonly string[]> {
  return one.evaluate((element) => {
    const { color, backgroundColor, fontSize, fontWeight, lineHeight, borderRadius } = getComputedStyle(element);
    return [color, backgroundColor, fontSize, fontWeight, lineHeight, borderRadius];
  });
}
