/** Filling in, in the built task pane over Microsoft's own library: what is written, what is taken back, and what any fault leaves. */
import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import type { Pane } from '#test/e2e/pane';
import { paneSuite } from '#test/e2e/pane-suite';

const open = paneSuite('addin-complete', true);
let pane: Pane;

async function opened(): Promise<void> {
  pane = await open();
  await pane.ready();
  await pane.page.getByRole('tab', { name: 'Tính cột' }).click();
  await pane.page.getByRole('checkbox', { name: /^Chọn F62,/ }).waitFor();
}

interface Cell {
  readonly formula?: string;
  readonly value?: unknown;
  readonly numberFormat?: string;
}

/** A cell of the page's Excel, by row and column from 0. */
const formulaAt = async (row: number, column: number): Promise<unknown> => {
  const { formula } = await cell(row, column);
  return formula;
};
const valueAt = async (row: number, column: number): Promise<unknown> => {
  const { value } = await cell(row, column);
  return value;
};
const cell = (row: number, column: number): Promise<Cell> => pane.page.evaluate(`(() => { const { formula, value, format } = globalThis.stage.book.sheets[0].cell(${row}, ${column}); return { formula, value, numberFormat: format }; })()`);

test('[G11] pane › fills in what is ticked and takes it back, byte for byte', async () => {
  await opened();
  const before = await pane.figures();
  await pane.press('Điền 1 ô');
  await pane.says('Đã điền 1 ô.');
  expect(await formulaAt(61, 5)).toBe('=IF(OR(D62="",E62=""),"",D62/(D62-E62))');
  await pane.press('Hoàn tác');
  await pane.says('Đã trả lại 1 ô như cũ.');
  expect(await pane.figures()).toEqual(before);
}, 60_000);

test('[G9][G11] pane › with the keyboard alone: the tab, a tick, the question, the answer, and Ctrl+Z', async () => {
  pane = await open();
  await pane.ready();
  const { keyboard } = pane.page;
  await pane.page.getByRole('tab', { name: 'Kiểm tra' }).focus();
  await keyboard.press('ArrowRight');
  const box = pane.page.getByRole('checkbox', { name: /^Chọn F53,/ });
  await box.waitFor();
  await box.focus();
  await keyboard.press('Space');
  await pane.page.getByRole('button', { name: 'Điền 1 ô, thay 1 ô…' }).focus();
  await keyboard.press('Enter');
  await pane.says('1 ô đang có số sẽ bị thay.');
  // The question has the focus: another Enter answers nothing.
  await keyboard.press('Enter');
  expect(await pane.stage<number>('excel.traffic.length')).toBeGreaterThan(0);
  expect(await valueAt(52, 5)).toBe(0.2);
  await keyboard.press('Tab');
  await keyboard.press('Enter');
  await pane.says('Đã điền 1 ô, thay 1 ô.');
  expect(await formulaAt(52, 5)).toBe('=IF(OR(D53="",E53=""),"",D53/(D53-E53))');
  await keyboard.press('Control+z');
  await pane.says('Đã trả lại 2 ô như cũ.');
  expect(await valueAt(52, 5)).toBe(0.2);
}, 60_000);

test('[G11] pane › after a check the list of errors follows what was filled in', async () => {
  pane = await open();
  await pane.ready();
  await pane.check();
  await pane.page.getByRole('tab', { name: 'Tính cột' }).click();
  await pane.page.getByText('Số', { exact: true }).click();
  await pane.page.getByRole('checkbox', { name: /^Chọn F53,/ }).click();
  await pane.press('Điền 1 ô, thay 1 ô…');
  await pane.press('Thay');
  await pane.says('Đã điền 1 ô, thay 1 ô. Còn 16 lỗi.');
  expect(await cell(61, 5)).toMatchObject({ value: 0.545, numberFormat: '0.0%' });
}, 60_000);

/** Requests from the press on: two of the reading, what stands there, the write, then the list anew. */
const REQUESTS = [0, 1, 2, 3, 4, 5, 6];

test.each(REQUESTS.flatMap((after) => (['whole', 'lost'] as const).map((at) => [after, at] as const)))('[G11][V7] pane › Excel failing at request %i (%s): written whole or not at all, it is said, and it goes on', async (after, at) => {
  await opened();
  const before = await pane.figures();
  await pane.page.getByRole('checkbox', { name: /^Chọn F53,/ }).click();
  await pane.page.getByRole('checkbox', { name: /^Chọn D102,/ }).click();
  await pane.press('Điền 1 ô, thay 2 ô…');
  await pane.page.evaluate(`globalThis.stage.excel.trouble({ after: ${after}, at: '${at}', code: 'GeneralException' })`);
  await pane.press('Thay');
  const outcome = await Promise.race([pane.says(/Excel từ chối/).then(() => 'refused'), pane.says('Đã điền 1 ô, thay 2 ô.').then(() => 'written')]);
  const formulas = async (): Promise<number> => {
    const all = await Promise.all([formulaAt(61, 5), formulaAt(52, 5), formulaAt(101, 3)]);
    return all.filter((formula) => typeof formula === 'string' && formula.startsWith('=IF(')).length;
  };
  if (outcome === 'written') {
    expect(await formulas()).toBe(3);
    return;
  }
  const isWritten = (await formulas()) === 3;
  expect(await pane.page.getByText(/^Chưa ghi được/).count() > 0).toBe(!isWritten);
  if (!isWritten) expect(await pane.figures()).toEqual(before);
  await pane.press('Thử lại');
  await pane.page.getByText('Excel từ chối').first().waitFor({ state: 'detached' });
  await pane.until(async () => (await formulas()) === 3);
  expect(await formulas()).toBe(3);
}, 60_000);

test('[G11][V7] pane › a protected sheet is said, nothing is written, and it is written once it is not protected', async () => {
  await opened();
  const before = await pane.figures();
  await pane.page.evaluate('globalThis.stage.book.sheets[0].isProtected = true');
  await pane.press('Điền 1 ô');
  await pane.says('Trang tính đang khóa.');
  expect(await pane.figures()).toEqual(before);
  await pane.page.evaluate('globalThis.stage.book.sheets[0].isProtected = false');
  await pane.press('Thử lại');
  await pane.says('Đã điền 1 ô.');
}, 60_000);

/** The tab, and its button for a file of last year. */
async function choosing(): Promise<void> {
  await opened();
  await pane.page.getByLabel('Số liệu năm 2019').selectOption({ label: 'Chọn tệp…' });
}

/** The figures of 2020 as if they were those of 2019. */
const LAST = readFileSync('test/fixtures/phu-luc-2020.tsv', 'utf8').split('\n').map((line) => line.split('\t').slice(0, 4).join('\t').replaceAll('2020', '2019')).join('\n');

test('[G10] pane › a file of last year is read in the page, and nothing leaves it; one that is none gets its sentence', async () => {
  await choosing();
  const asked: string[] = [];
  pane.page.on('request', (request) => { if (request.method() !== 'GET') asked.push(request.url()); });
  const field = pane.page.locator('input[type=file]').first();
  await field.setInputFiles({ name: 'hong.xlsx', mimeType: '', buffer: Buffer.from('PK\u0003\u0004 no workbook') });
  await pane.says(/^hong\.xlsx không mở được/);
  await field.setInputFiles({ name: '2019.tsv', mimeType: '', buffer: Buffer.from(LAST) });
  await pane.page.getByRole('checkbox', { name: /^Chọn E53,/ }).waitFor();
  await pane.says(/lấy từ \[2019\.tsv\]/);
  await pane.page.getByRole('tab', { name: 'Kiểm tra' }).click();
  await pane.press('Kiểm tra');
  await pane.page.getByRole('button', { name: /Cảnh báo/ }).click();
  await pane.says(/\[2019\.tsv\]/);
  expect(asked).toEqual([]);
}, 60_000);
