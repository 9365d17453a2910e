/** A new form, in the built task pane over Microsoft's own library: behind the sheets that are there, which stay as they are. */
import { expect, test } from '@jest/globals';
import type { Pane } from '#test/e2e/pane';
import { paneSuite } from '#test/e2e/pane-suite';

const open = paneSuite('addin-new', false);
let pane: Pane;

async function opened(): Promise<void> {
  pane = await open();
  await pane.ready();
  await pane.page.getByRole('tab', { name: 'Biểu mới' }).click();
  await pane.page.getByRole('button', { name: 'Tạo biểu' }).waitFor();
  await pane.page.getByText('Sẽ tạo trang tính “Phụ lục 2021”.').waitFor();
}

const names = (): Promise<string[]> => pane.page.evaluate('globalThis.stage.book.sheets.map(({ name }) => name)');

/** What the button of errors says after a check. */
async function errorsCounted(): Promise<string | null> {
  await pane.page.getByRole('tab', { name: 'Kiểm tra' }).click();
  await pane.page.getByRole('button', { name: 'Kiểm tra', exact: true }).click();
  const counts = pane.page.locator('[aria-pressed]').first();
  await counts.waitFor();
  return counts.textContent();
}

const first = (): Promise<unknown> => pane.page.evaluate('globalThis.stage.book.sheets[0].snapshot()');

test('[A8][H15] pane › the form stands behind the appendix, with its figures and formulas, and is checked', async () => {
  await opened();
  const before = await first();
  await pane.press('Tạo biểu');
  await pane.page.getByText('Đã tạo “Phụ lục 2021”.').waitFor();
  expect(await names()).toEqual(['Phụ lục 2020', 'Phụ lục 2021', 'Số liệu so sánh 2021']);
  expect(await first()).toEqual(before);
  expect(await pane.page.evaluate("[...globalThis.stage.book.sheets[1].cells.values()].filter(({ formula }) => formula?.includes('Số liệu so sánh 2021')).length")).toBeGreaterThan(100);
  expect(await errorsCounted()).toMatch(/^0/);
  expect(pane.faults).toEqual([]);
}, 60_000);

test('[A9] pane › locked: ticked by keyboard, checked all the same', async () => {
  await opened();
  const box = pane.page.getByRole('checkbox', { name: 'Khóa biểu, chỉ cho nhập số' });
  await box.focus();
  await pane.page.keyboard.press('Space');
  await pane.press('Tạo biểu');
  await pane.says('Đã khóa: chỉ sửa được các ô nhập số.');
  expect(await pane.page.evaluate('globalThis.stage.book.sheets.map(({ isProtected }) => isProtected)')).toEqual([false, true, false]);
  expect(await errorsCounted()).toMatch(/^0/);
  expect(pane.faults).toEqual([]);
}, 60_000);

test('[A8][V7] pane › whatever Excel refuses is told, and it can be tried again', async () => {
  await opened();
  await pane.page.evaluate("globalThis.stage.excel.trouble({ after: 1, at: 'whole', code: 'AccessDenied' })");
  await pane.press('Tạo biểu');
  await pane.page.getByRole('button', { name: 'Thử lại' }).waitFor();
  expect(await names()).toEqual(['Phụ lục 2020']);
  await pane.press('Thử lại');
  await pane.page.getByText('Đã tạo “Phụ lục 2021”.').waitFor();
  expect(await names()).toEqual(['Phụ lục 2020', 'Phụ lục 2021', 'Số liệu so sánh 2021']);
}, 60_000);
