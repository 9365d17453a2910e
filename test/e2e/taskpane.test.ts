/** From opening to the list, to a cell, through corrections and back. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@jest/globals';
import type { Pane } from '#test/e2e/pane';
import { paneSuite } from '#test/e2e/pane-suite';

const golden = JSON.parse(readFileSync(path.resolve(__dirname, '../fixtures/phu-luc-2020.findings.json'), 'utf8')) as { severity: string; cell: string }[];

const open = paneSuite('addin', true);
let pane: Pane;

async function openPane(version = 18): Promise<Pane> {
  pane = await open({ version });
  return pane.ready();
}

const heads = (): Promise<(string | null)[]> => pane.page.locator('[data-head][aria-label]').evaluateAll((all) => all.map((one) => one.getAttribute('aria-label')));
/** Whether the focus stands where its name begins like this. */
const isFocused = (start: string | RegExp): Promise<boolean> => focused().then((name) => (typeof start === 'string' ? name.startsWith(start) : start.test(name)));
const focused = (): Promise<string> => pane.page.evaluate("document.activeElement.getAttribute('aria-label') ?? document.activeElement.textContent");

test.each([9, 14, 18])('[V9] task pane › with ExcelApi 1.%i from opening to the list, with the findings of the command line, and no word of a fault', async (version) => {
  await openPane(version);
  await expect(pane.page.locator('main').textContent()).resolves.toContain('A4:H105');
  await pane.check();
  const errors = golden.filter(({ severity }) => severity === 'error');
  expect(await heads()).toHaveLength(errors.length);
  expect(await pane.page.getByRole('button', { name: /Cảnh báo$/ }).count()).toBe(1);
}, 60_000);

test('[V9] task pane › a card goes to its cell; what is applied is written, agrees, and is taken back', async () => {
  await openPane();
  await pane.check();
  const before = await pane.stage("cell('F53')");
  await pane.openCard('II.1');
  expect(await pane.until(async () => (await pane.stage<string>('book.selection?.areas.map(({ top, left }) => [top, left]).join()')) === '52,5')).toBe(true);
  await pane.press(/^Áp dụng: F53/);
  await pane.says('Đã sửa F53: 20,0% → 120,0%.');
  expect(await pane.stage("cell('F53').value")).toBe(1.2);
  await pane.says('Đã khớp');
  await pane.errors(16);
  await pane.page.keyboard.press('Control+z');
  await pane.says('Đã trả lại 1 ô như cũ.');
  expect(await pane.stage("cell('F53')")).toEqual(before);
}, 60_000);

test('[V9][V10] task pane › what is certain is looked at together, written at once, and taken back at once', async () => {
  await openPane();
  await pane.check();
  const before = await pane.figures();
  await pane.press(/^Sửa 7 chỗ chắc chắn/);
  await pane.says('chọn 5/7');
  await pane.page.getByRole('checkbox', { name: /^Chọn F74/ }).click();
  await pane.press('Sửa 4 ô');
  await pane.says(/Đã sửa 4 ô\. Còn 13 lỗi\./);
  expect(await pane.stage("cell('F74').value")).toBe(0.017);
  await pane.press('Hoàn tác');
  await pane.says('Đã trả lại 4 ô như cũ.');
  expect(await pane.figures()).toEqual(before);
  await pane.errors(17);
}, 60_000);

test('[V9] task pane › an edit in the sheet makes its card agree', async () => {
  await openPane();
  await pane.check();
  await pane.page.evaluate("globalThis.stage.type('F53', 1.2)");
  await pane.errors(16);
  await pane.says('Vừa cập nhật');
}, 60_000);

test('[V9] task pane › marks come and go without a trace, also those of the card that is open', async () => {
  await openPane();
  const before = await pane.stage<string>('snapshot()');
  await pane.check();
  expect(await pane.until(async () => (await pane.stage<string>('snapshot()')) !== before)).toBe(true);
  await pane.openCard('II.1');
  expect(await pane.until(async () => {
    const marked = await pane.stage<string>('snapshot()');
    return marked.includes('phuluc:related');
  })).toBe(true);
  await pane.press('Thiết lập');
  await pane.press('Xóa mọi đánh dấu trên bảng');
  const bare = (text: string): string => JSON.stringify({ ...(JSON.parse(text) as object), settings: null });
  expect(await pane.until(async () => bare(await pane.stage<string>('snapshot()')) === bare(before))).toBe(true);
}, 60_000);

test('[V9][V11] task pane › another sheet is added to try it on, and both are checked', async () => {
  await openPane();
  await pane.press('Xem thử với phụ lục năm 2020');
  await pane.press(/^Chọn trong 2 trang tính/);
  await pane.press('Kiểm tra 2 bảng');
  await pane.errors(34);
  expect(await pane.stage('book.sheets.length')).toBe(2);
}, 60_000);

test('[V8] task pane › by keyboard alone: check, walk, open, correct, take back, close', async () => {
  await openPane();
  const { keyboard } = pane.page;
  await pane.page.getByRole('button', { name: 'Kiểm tra', exact: true }).focus();
  await keyboard.press('Enter');
  await pane.errors(17);
  expect(await pane.until(() => isFocused(/^17\s*Lỗi/))).toBe(true);
  while (!(await isFocused('I. Hợp tác xã'))) await keyboard.press('Tab');
  while (!(await isFocused(/II\.1 Tổng số/))) await keyboard.press('ArrowDown');
  await keyboard.press('ArrowRight');
  await pane.page.locator('h3', { hasText: 'II.1' }).waitFor();
  while (!(await isFocused('Áp dụng: F53'))) await keyboard.press('Tab');
  await keyboard.press('Enter');
  await pane.errors(16);
  expect(await pane.until(() => isFocused('Lỗi 9 trên 17'))).toBe(true);
  await keyboard.press('Control+z');
  await pane.errors(17);
  expect(await pane.until(() => isFocused('Lỗi 8 trên 17'))).toBe(true);
  await keyboard.press('Escape');
  await pane.page.locator('h3').waitFor({ state: 'detached' });
  expect(await pane.until(() => isFocused('Lỗi 8 trên 17'))).toBe(true);
}, 60_000);

test('[V9] task pane › what it is is told once to a user, in the language of choice', async () => {
  await openPane();
  await pane.says('Chỉ đọc bảng; chỉ ghi khi bạn đồng ý.');
  await pane.page.getByText('English', { exact: true }).click();
  await pane.says('Reads only; writes only when you agree.');
  await pane.press('Check');
  await pane.page.getByRole('button', { name: /^17\s*Errors/ }).waitFor();
  await pane.page.reload();
  await pane.page.getByRole('button', { name: 'Kiểm tra', exact: true }).waitFor();
  expect(await pane.page.getByText('Chỉ đọc bảng; chỉ ghi khi bạn đồng ý.').count()).toBe(0);
}, 60_000);

test('[V8][E4] task pane › by keyboard alone before submission: tab, verdict, cell, card, correct, verdict', async () => {
  await openPane();
  const { keyboard } = pane.page;
  await pane.page.getByRole('tab', { name: 'Kiểm tra' }).focus();
  await keyboard.press('End');
  expect(await isFocused('Nộp')).toBe(true);
  while (!(await isFocused('Kiểm tra trước khi nộp'))) await keyboard.press('Tab');
  await keyboard.press('Enter');
  expect(await pane.until(() => isFocused('Chưa đạt: 17 lỗi, 0 chỗ thiếu'))).toBe(true);
  while (!(await isFocused(/^I\.3 /))) await keyboard.press('Tab');
  while (!(await isFocused(/^II\.1 /))) await keyboard.press('ArrowDown');
  await keyboard.press('Tab');
  expect(await isFocused('Đến ô F53')).toBe(true);
  await keyboard.press('Enter');
  expect(await pane.until(async () => (await pane.stage<string>('book.selection?.areas.map(({ top, left }) => [top, left]).join()')) === '52,5')).toBe(true);
  await keyboard.press('Shift+Tab');
  expect(await isFocused(/^II\.1 /)).toBe(true);
  await keyboard.press('Enter');
  expect(await pane.until(() => isFocused('Lỗi 8 trên 17'))).toBe(true);
  while (!(await isFocused('Áp dụng: F53'))) await keyboard.press('Tab');
  await keyboard.press('Enter');
  await pane.errors(16);
  await pane.page.getByRole('tab', { name: /^Kiểm tra/ }).focus();
  await keyboard.press('End');
  await pane.says('Chưa đạt: 16 lỗi, 0 chỗ thiếu');
}, 60_000);
