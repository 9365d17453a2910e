/** The right formula out of its card into the sheet, in the built task pane over Microsoft's own library. */
import { expect, test } from '@jest/globals';
import type { Pane } from '#test/e2e/pane';
import { paneSuite } from '#test/e2e/pane-suite';

const open = paneSuite('addin-formulas', true);
let pane: Pane;

async function opened(): Promise<void> {
  pane = await open({ book: 'formulas' });
  await pane.ready();
  await pane.press('Kiểm tra');
  await pane.press(/^4\s*Cảnh báo$/);
}

const card = (cell: string): Promise<void> => pane.page.locator(`[data-head][aria-label$="${cell}"]`).click();
const warnings = (count: number): Promise<void> => pane.page.getByRole('button', { name: new RegExp(String.raw`^${count}\s*Cảnh báo$`) }).waitFor({ timeout: 15_000 });

test('[V19] pane › a wrong formula: its card, a press, the right formula in the cell, the card gone, and back', async () => {
  await opened();
  const before = await pane.stage("cell('G6')");
  await card('G6');
  await pane.says('=IF(OR(D6="";E6="");"";E6/D6)');
  await pane.press(/^Áp dụng: G6/);
  await pane.says('Đã khớp');
  expect(await pane.stage("cell('G6')")).toMatchObject({ formula: '=IF(OR(D6="",E6=""),"",E6/D6)', format: '0.0%' });
  await pane.press('Hoàn tác');
  await pane.says('Đã trả lại 1 ô như cũ.');
  // Only a real Excel calculates the old formula again.
  const { value, ...old } = before as { readonly value: unknown };
  expect(await pane.stage("cell('G6')")).toMatchObject(old);
  expect(value).toBeCloseTo(1.156);
}, 60_000);

test('[V19] pane › with the keyboard alone: a total that misses a part, and Ctrl+Z', async () => {
  await opened();
  const before = await pane.stage("cell('E10').formula");
  const { keyboard } = pane.page;
  await pane.page.locator('[data-head][aria-label$="E10"]').last().focus();
  await keyboard.press('Enter');
  await pane.page.getByRole('button', { name: /^Áp dụng: E10/ }).focus();
  await keyboard.press('Enter');
  await pane.says('Đã sửa E10: =SUM(E11:E12) → =SUM(E11:E13).');
  expect(await pane.stage("cell('E10').formula")).toBe('=SUM(E11:E13)');
  await keyboard.press('Control+z');
  await pane.says('Đã trả lại 1 ô như cũ.');
  expect(await pane.stage("cell('E10').formula")).toEqual(before);
  await warnings(4);
}, 60_000);

test('[V19] pane › a cell that changed since is left as it is, and that is said', async () => {
  await opened();
  await pane.page.evaluate("globalThis.stage.book.sheets[0].put(5, 6, { value: 1.5, type: 'Double', formula: null })");
  await card('G6');
  await pane.press(/^Áp dụng: G6/);
  await pane.says(/^G6 vừa đổi thành/);
  expect(await pane.stage("cell('G6').value")).toBe(1.5);
}, 60_000);
