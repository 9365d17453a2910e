/** Whatever stands in the way: a sentence, nothing lost, and a pane that works on. */
import { describe, expect, test } from '@jest/globals';
import type { Pane, World } from '#test/e2e/pane';
import { paneSuite } from '#test/e2e/pane-suite';

const open = paneSuite('addin-faults', false);
let pane: Pane;

const tell = (what: string): Promise<unknown> => pane.page.evaluate(`globalThis.stage.${what}`);

async function checked(): Promise<void> {
  pane = await open();
  await pane.ready();
  await pane.check();
}

test('[V7] pane › a protected sheet is said when a figure is to be written, and written to once it is not', async () => {
  await checked();
  await tell('book.sheets[0].isProtected = true');
  const before = await pane.figures();
  await pane.openCard('II.1');
  await pane.press(/^Áp dụng: F53/);
  await pane.says('Trang tính đang khóa. Chưa sửa được F53');
  await pane.says('Phụ lục không tự mở khóa.');
  expect(await pane.figures()).toEqual(before);
  await tell('book.sheets[0].isProtected = false');
  await pane.press('Thử lại');
  await pane.errors(16);
}, 60_000);

test('[V5][V7] pane › a protected sheet is checked all the same, and that it was not marked is said', async () => {
  pane = await open();
  await pane.ready();
  await tell('book.sheets[0].isProtected = true');
  await pane.check();
  await pane.says('Trang tính đang khóa. Chưa đánh dấu được');
}, 60_000);

test('[V7] pane › a workbook that is only to be read', async () => {
  await checked();
  await tell('book.isReadOnly = true');
  await pane.openCard('II.1');
  await pane.press(/^Áp dụng: F53/);
  await pane.says('Sổ làm việc đang ở chế độ chỉ đọc. Chưa sửa được F53');
}, 60_000);

test('[V7] pane › a sheet that was taken away', async () => {
  pane = await open();
  await pane.ready();
  await pane.press('Xem thử với phụ lục năm 2020');
  await pane.press(/^Chọn trong 2 trang tính/);
  await pane.press('Kiểm tra 2 bảng');
  await pane.errors(34);
  await tell('remove(stage.book.sheets[1].name)');
  await pane.says(/^Số liệu đã đổi từ lần kiểm tra/);
  await pane.page.locator('h2 [data-head]').last().click();
  await pane.page.locator('[data-head][aria-label$="D101"]').click();
  await pane.says('Trang tính này không còn nữa. Chưa đến được ô');
  await pane.press('Kiểm tra lại');
  await pane.errors(17);
}, 60_000);

test('[V7] pane › a finding on a hidden sheet says that the sheet is hidden, and is reached once it is not', async () => {
  pane = await open();
  await pane.ready();
  await pane.press('Xem thử với phụ lục năm 2020');
  await pane.press(/^Chọn trong 2 trang tính/);
  await tell("book.sheets[1].visibility = 'Hidden'");
  await tell('book.active = stage.book.sheets[0].id');
  await pane.press('Kiểm tra 2 bảng');
  await pane.errors(34);
  await pane.page.locator('h2 [data-head]').last().click();
  await pane.page.locator('[data-head][aria-label$="D101"]').click();
  await pane.says('Trang tính này đang ẩn. Chưa đến được ô D101');
  expect(await pane.page.locator('[role=alert]').textContent()).toContain('chọn Bỏ ẩn');
  await tell("book.sheets[1].visibility = 'Visible'");
  await pane.press('Thử lại');
  expect(await pane.until(async () => (await pane.stage<string>('book.selection?.areas.map(({ top, left }) => [top, left]).join()')) === '100,3')).toBe(true);
}, 60_000);

test('[V7] pane › values strayed too far apart', async () => {
  pane = await open();
  await pane.ready();
  await tell("book.sheets[0].put(1_048_575, 16_383, { value: 'x', type: 'String' })");
  await pane.press('Kiểm tra');
  await pane.says('Bảng quá lớn cho một lần đọc. Chưa kiểm tra được');
  await tell("book.sheets[0].put(1_048_575, 16_383, { value: '', type: 'Empty' })");
  await pane.press('Thử lại');
  await pane.errors(17);
}, 60_000);

test.each([
  ['ServiceNotAvailable', 'Excel đang bận. Chưa kiểm tra được'], ['RequestAborted', 'Việc đang làm bị ngắt. Chưa kiểm tra được'], ['ResponsePayloadSizeLimitExceeded', 'Bảng quá lớn cho một lần đọc. Chưa kiểm tra được'],
  ['AccessDenied', 'Trang tính đang khóa. Chưa kiểm tra được'], ['ItemNotFound', 'Trang tính này không còn nữa. Chưa kiểm tra được'], ['GeneralException', 'Chưa kiểm tra được: Excel từ chối'],
])('[V7] pane › where Excel says %s, it is said: %s', async (code, sentence) => {
  pane = await open();
  await pane.ready();
  await tell(`excel.trouble({ at: 'whole', code: '${code}' })`);
  await pane.press('Kiểm tra');
  await pane.says(sentence);
  await pane.press('Thử lại');
  await pane.errors(17);
}, 60_000);

test.each([0, 1, 2, 3])('[E4][V7] pane › Excel failing at request %i of a check before submission: a sentence, no verdict of it, and the same verdict afterwards', async (after) => {
  await checked();
  const before = await pane.figures();
  await pane.page.getByRole('tab', { name: 'Nộp' }).click();
  await tell(`excel.trouble({ after: ${after}, at: 'whole', code: 'ServiceNotAvailable' })`);
  await pane.press('Kiểm tra trước khi nộp');
  // Fewer requests than that: nothing fails, and there is a verdict at once.
  const said = await Promise.race([pane.says('Excel đang bận.').then(() => 'trouble'), pane.says('Chưa đạt: 17 lỗi, 0 chỗ thiếu').then(() => 'verdict')]);
  if (said === 'trouble') await pane.press('Thử lại');
  await pane.says('Chưa đạt: 17 lỗi, 0 chỗ thiếu');
  expect(await pane.figures()).toEqual(before);
}, 60_000);

test('[V4][V7] pane › a write that is refused half-way is taken back whole, and said', async () => {
  await checked();
  const before = await pane.figures();
  await pane.press(/^Sửa 7 chỗ chắc chắn/);
  await pane.press('Sửa 5 ô');
  await pane.says(/Đã sửa 5 ô/);
  await pane.press('Hoàn tác');
  await pane.says('Đã trả lại 5 ô như cũ.');
  await pane.press(/^Sửa 7 chỗ chắc chắn/);
  // The sheet is read, its cells are read again, and then written: the fourth request, among its last actions.
  await tell("excel.trouble({ after: 3, at: 'lost', code: 'GeneralException' })");
  await pane.press('Sửa 5 ô');
  await pane.says(/^Chưa ghi được: Excel từ chối/);
  await pane.says(/5 ô đã ghi trước đó được trả lại như cũ/);
  expect(await pane.figures()).toEqual(before);
  await pane.press('Thử lại');
  await pane.says(/Đã sửa 5 ô/);
}, 60_000);

test('[V13] pane › while a cell is being typed in it says so, and goes on by itself', async () => {
  pane = await open();
  await pane.ready();
  await tell('excel.isEditing = true');
  await pane.press('Kiểm tra');
  await pane.says('Excel đang chờ bạn gõ xong một ô');
  await pane.says('Phụ lục sẽ tự kiểm tra tiếp.');
  await tell('excel.isEditing = false');
  await pane.errors(17);
}, 60_000);

test('[V13] pane › where Excel says nothing for five seconds that is said, and it can be asked again', async () => {
  pane = await open();
  await pane.ready();
  await tell("excel.trouble({ at: 'never' })");
  await pane.press('Kiểm tra');
  await pane.says('Excel chưa trả lời sau 5 giây');
  await pane.press('Thử lại');
  await pane.errors(17);
}, 60_000);

test('[V7] pane › a part that the network does not bring is said, and brought when asked again', async () => {
  let isBlocked = true;
  pane = await open({ blocked: { test: (url: string) => isBlocked && url.includes('engine') } as RegExp });
  await pane.says('Chưa tải được một phần của Phụ lục.');
  isBlocked = false;
  await pane.press('Thử lại');
  await pane.ready();
  await pane.check();
}, 60_000);

test.each([['vi-VN', 'Đang xem bảng'], ['en-US', 'Looking at the table']])('[V16] task pane › the frame is there before the library, in the language of Office: %s', async (language, said) => {
  pane = await open({ blocked: /office\.js$/, older: `history.replaceState(null, '', location.pathname + '?_host_Info=Excel$Web$16.00$${language}$$$$0'); addEventListener('error', (event) => { event.stopImmediatePropagation(); }, true)` });
  await pane.page.locator('.frame:visible', { hasText: said }).waitFor();
  expect(await pane.page.locator('.frame:visible').count()).toBe(1);
  expect(await pane.page.locator('.frame:visible button').count()).toBe(1);
}, 60_000);

/** Office's page in English, as its address tells it. */
const ENGLISH = "history.replaceState(null, '', location.pathname + '?_host_Info=Excel$Web$16.00$en-US$$$$0')";

describe('where the panel cannot start', () => {
  test.each<[string, World, string, string]>([
    ['an Excel that is too old', { version: 8 }, 'Phiên bản Excel này quá cũ', 'This Excel is too old'],
    ['a browser engine that is too old', { older: 'delete Array.prototype.toSorted' }, 'Phiên bản Excel này quá cũ', 'This Excel is too old'],
    ['no Excel around it', { host: null }, 'Trang này chạy trong Excel', 'This page runs in Excel'],
    ['an Excel that does not answer', { host: 'never' }, 'Excel chưa trả lời sau 5 giây', 'Excel has not answered for 5 seconds'],
    ["Office's library blocked", { blocked: /appsforoffice/ }, 'Không tải được thư viện của Office', 'Office’s library could not be loaded'],
    ['its own code blocked', { blocked: /panel\.js/ }, 'Phụ lục không khởi động được', 'Phụ lục could not start'],
  ])('[V7][V16] pane › %s: one sentence in the language of the frame, and one thing to do, no blank page', async (_, world, vietnamese, english) => {
    pane = await open(world);
    await pane.says(vietnamese);
    const alert = pane.page.getByRole('alert');
    expect(await alert.count()).toBe(1);
    expect(await alert.locator('a, button').allTextContents()).toEqual([/quá cũ|trong Excel$/.test(vietnamese) ? 'Xem cách dùng' : 'Thử lại']);
    await pane.close();
    pane = await open({ ...world, older: `${ENGLISH}; ${world.older ?? ''}` });
    await pane.says(english);
    expect(await pane.page.getByRole('alert').locator('a, button').allTextContents()).toEqual([/old$|in Excel$/.test(english) ? 'How to' : 'Retry']);
    expect(await pane.page.getByRole('alert').textContent()).not.toMatch(/Thử lại|Excel trên web/);
  }, 60_000);
});

test.each([['Xem cách dùng', '', /Phụ lục không khởi động/, 'start'], ['How to', ENGLISH, /It does not start/, 'start-en']])('[V7] pane › where Excel is too old, %s opens what works there', async (name, older, title, id) => {
  pane = await open({ version: 8, older });
  const link = pane.page.getByRole('link', { name });
  const [help] = await Promise.all([pane.page.waitForEvent('popup'), link.click()]);
  await help.waitForURL(/help\.html/);
  expect(await help.locator(':target').textContent()).toMatch(title);
  expect(new URL(help.url()).hash).toBe(`#${id}`);
}, 60_000);
