/** The built workbench: files, what is kept, and who it is for. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { nodeUnpacker } from '#adapters/disk/node-unpacker';
import { diskStore } from '#adapters/disk/workbook-store';
import { openWorkbook } from '#adapters/xlsx/patch/open-workbook';
import { knownTemplates } from '#app/known-templates';
import { markFile } from '#app/mark-file';
import { BenchBrowser, type BenchPage } from '#test/e2e/bench';
import { cellIn } from '#test/e2e/saved-file';
import { vi } from '#words/vi';

const SAMPLE = path.resolve(__dirname, '../fixtures/phu-luc-2020.xlsx');

let browser: BenchBrowser;
let bench: BenchPage;
let folder: string;

beforeAll(async () => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'phuluc-bench-'));
  browser = await BenchBrowser.start();
}, 300_000);

afterEach(async () => {
  expect(bench.faults).toEqual([]);
  expect(bench.foreign).toEqual([]);
  await bench.close();
});

afterAll(async () => {
  // Not there where the set-up failed.
  await (browser as BenchBrowser | undefined)?.close();
  rmSync(folder, { recursive: true, force: true });
});

async function opened(): Promise<void> {
  bench = await browser.open();
  await bench.errors(17);
  await bench.grid();
}

test('[B5] workbench › a file that cannot be read gets its sentence, and what was open stays; names and cells are no HTML', async () => {
  await opened();
  const name = '<img src=x onerror=alert(1)>.xlsx';
  await bench.choose([{ name, mimeType: '', buffer: readFileSync(SAMPLE).subarray(0, 4000) }]);
  await bench.page.getByRole('alert').getByText(/bị cụt/).waitFor();
  expect(await bench.page.locator('nav button[aria-current]').textContent()).toBe('phu-luc-2020.xlsx');
  await bench.errors(17);
  await bench.choose([{ name: 'cu.xls', mimeType: '', buffer: Buffer.from('D0CF11E0A1B11AE1', 'hex') }]);
  await bench.page.getByRole('alert').getByText(/cu\.xls/).waitFor();
  const hostile = 'TT\tChỉ tiêu\tThực hiện năm 2020\tSo với năm 2019: Số lượng\tSo với năm 2019: Tỷ lệ\n1\t<img src=x onerror=alert(1)>\t102\t17\t20,0%\n';
  await bench.choose([{ name: '<b>x<b>.tsv', mimeType: '', buffer: Buffer.from(hostile) }]);
  await bench.says(/20,0%/);
  await bench.grid();
  expect(await bench.page.locator('img[src="x"], nav b').count()).toBe(0);
  const { name: saved, bytes } = await bench.saved('Lưu .xlsx');
  expect(saved).toMatch(/\.xlsx$/);
  expect(await cellIn(bytes, 'B2')).toMatchObject({ value: '<img src=x onerror=alert(1)>' });
}, 60_000);

test('[B6] workbench › work survives a reload, which is said, and the browser asks before unsaved work is left', async () => {
  await opened();
  await bench.type('F53', '120%');
  await bench.errors(16);
  await bench.choose([{ name: 'bao-cao.xlsx', mimeType: '', buffer: readFileSync(SAMPLE) }]);
  await bench.errors(17);
  await bench.page.waitForTimeout(1000);
  const asked: string[] = [];
  bench.page.on('dialog', (dialog) => { asked.push(dialog.type()); void dialog.accept(); });
  await bench.page.reload();
  expect(asked).toEqual(['beforeunload']);
  await bench.says('Đã mở lại 2 tệp đang làm dở');
  await bench.press('● phu-luc-2020.xlsx');
  await bench.errors(16);
  await bench.press('Đóng phu-luc-2020.xlsx');
  await bench.says('phu-luc-2020.xlsx đã sửa mà chưa lưu');
  await bench.press('Giữ lại');
  const { bytes } = await bench.saved('Lưu .xlsx');
  expect(await cellIn(bytes, 'F53')).toMatchObject({ value: 1.2 });
  await bench.press('Đóng phu-luc-2020.xlsx');
  await bench.errors(17);
}, 60_000);

test.each([
  ['Trình duyệt không cho giữ', 'IDBFactory.prototype.open = () => { throw new DOMException("no", "SecurityError"); };'],
  ['Trình duyệt hết chỗ', 'IDBObjectStore.prototype.put = () => { throw new DOMException("full", "QuotaExceededError"); };'],
])('[B6] workbench › %s: it is said, and the work goes on', async (said, before) => {
  bench = await browser.open({ before });
  await bench.errors(17);
  await bench.openCard('II.1');
  await bench.press(/^Áp dụng: F53/);
  await bench.errors(16);
  await bench.page.getByRole('alert').getByText(new RegExp(said)).waitFor();
}, 60_000);

test('[B7] workbench › works on without the network once it is loaded', async () => {
  await opened();
  await bench.page.evaluate(async () => { await navigator.serviceWorker.ready; });
  await bench.page.waitForFunction(() => caches.keys().then((names) => names.length === 1));
  await bench.page.context().setOffline(true);
  await bench.page.reload();
  await bench.errors(17);
  await bench.grid();
}, 60_000);

test('[B8] workbench › a copy with marks is the one that the command line makes', async () => {
  await opened();
  const { name, bytes } = await bench.saved('Lưu bản đánh dấu');
  expect(name).toBe('phu-luc-2020-kiem-tra.xlsx');
  const made = path.join(folder, 'marked.xlsx');
  await markFile(SAMPLE, made, 'phu-luc-2020.xlsx', { store: diskStore(), texts: vi, options: { templates: knownTemplates() } });
  expect(bytes.equals(readFileSync(made))).toBe(true);
}, 60_000);

test('[B8] workbench › a folder gives a list, the worst file first, each opened by a click', async () => {
  await opened();
  const dir = path.join(folder, 'tinh');
  mkdirSync(path.join(dir, 'huyen'), { recursive: true });
  writeFileSync(path.join(dir, 'a-hong.xlsx'), 'PK');
  const editor = openWorkbook(new Uint8Array(readFileSync(SAMPLE)), SAMPLE, nodeUnpacker);
  editor.setCell('Phụ lục 2020', 52, 5, { value: 1.2, formula: null });
  writeFileSync(path.join(dir, 'b-mot.xlsx'), editor.save());
  writeFileSync(path.join(dir, 'huyen/c-goc.xlsx'), readFileSync(SAMPLE));
  writeFileSync(path.join(dir, '~$b-mot.xlsx'), 'x');
  await bench.page.locator('input[webkitdirectory]').setInputFiles(dir);
  await bench.says('3 tệp, 1 tệp không đọc được');
  const rows = await bench.page.locator('tbody tr').allInnerTexts();
  expect(rows.map((row) => row.split(/\s/)[0])).toEqual(['tinh/huyen/c-goc.xlsx', 'tinh/b-mot.xlsx', 'tinh/a-hong.xlsx']);
  await bench.press('Mở tinh/b-mot.xlsx');
  await bench.errors(16);
  expect(await bench.page.locator('nav button[aria-current]').textContent()).toBe('b-mot.xlsx');
  await bench.press('phu-luc-2020.xlsx');
  await bench.errors(17);
}, 60_000);

test('[B8] workbench › a file opened during a check, and one of 10 000 rows: both are checked, and shown', async () => {
  bench = await browser.open();
  const rows = Array.from({ length: 10_000 }, (_, i) => `${i + 1}\tChỉ tiêu ${i + 1}\tHTX\t${1000 + i}\t10\t${i === 5000 ? '200,0%' : `${(((1000 + i) / (990 + i)) * 100).toFixed(1).replace('.', ',')}%`}`);
  const text = ['TT\tChỉ tiêu\tĐơn vị tính\tThực hiện năm 2020\tSo với năm 2019: Số lượng\tSo với năm 2019: Tỷ lệ', ...rows].join('\n');
  await bench.choose([{ name: 'dai.tsv', mimeType: '', buffer: Buffer.from(text) }]);
  await bench.errors(1);
  await bench.grid();
  await bench.press('phu-luc-2020.xlsx');
  await bench.errors(17);
}, 120_000);

test.each([
  [320, {}], [360, { colorScheme: 'dark' }], [768, {}], [1280, {}], [1280, { forcedColors: 'active' }], [1920, { colorScheme: 'dark' }],
] as const)('[B9] workbench › %i px wide, %o: nothing beyond the edge, nothing that axe finds', async (width, options) => {
  bench = await browser.open({ options: { viewport: { width, height: 800 }, ...options } });
  await bench.errors(17);
  await bench.grid();
  expect(await bench.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
  const { violations } = await new AxeBuilder({ page: bench.page }).exclude('[data-grid] > div').analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html.slice(0, 160))])).toEqual([]);
}, 60_000);

test('[B9] workbench › by keyboard alone: from bar to table to panel, a cell is corrected, the file saved', async () => {
  await opened();
  const { keyboard } = bench.page;
  const region = (): Promise<string> => bench.page.evaluate(() => document.activeElement?.closest<HTMLElement>('[data-region]')?.dataset['region'] ?? '');
  const name = (): Promise<string> => bench.page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent ?? '');
  const press = async (key: string, until: () => Promise<boolean>): Promise<void> => {
    for (let i = 0; i < 60 && !(await until()); i += 1) await keyboard.press(key);
    expect([key, await name(), await until()]).toEqual([key, await name(), true]);
  };
  await press('F6', async () => (await region()) === 'panel');
  await press('Tab', () => name().then((text) => text.startsWith('I. Hợp tác xã')));
  await press('ArrowDown', () => name().then((text) => text.includes('II.1 Tổng số')));
  await keyboard.press('ArrowRight');
  await bench.page.locator('h3', { hasText: 'II.1' }).waitFor();
  // The card's cell is selected: in the table, typing goes into it.
  await press('F6', async () => (await region()) === 'table');
  await keyboard.type('120%');
  await keyboard.press('Enter');
  await bench.errors(16);
  await press('F6', async () => (await region()) === 'bar');
  await press('Tab', async () => (await name()) === 'Lưu .xlsx');
  const coming = bench.page.waitForEvent('download');
  await keyboard.press('Enter');
  const download = await coming;
  expect(await cellIn(readFileSync(await download.path()), 'F53')).toMatchObject({ value: 1.2 });
}, 60_000);

test('[B9] workbench › bar, notices and grid follow the language that is chosen in the panel', async () => {
  await opened();
  await bench.page.getByText('EN', { exact: true }).click();
  await bench.page.getByRole('button', { name: 'Save .xlsx' }).waitFor();
  await bench.page.reload();
  await bench.page.getByRole('button', { name: /^17\s*Errors/ }).waitFor();
  await bench.grid();
  await bench.page.getByText('Figures never leave this browser').waitFor();
}, 60_000);

test('[B10] workbench › its policy allows scripts of its own alone, none made of texts, and no other place', async () => {
  bench = await browser.open();
  const policy = await bench.page.locator('meta[http-equiv="Content-Security-Policy"]').getAttribute('content');
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("script-src 'self';");
  expect(policy).not.toMatch(/unsafe-eval|https?:|\*/);
  // A text as a script; while the browser's own tools run, it would be let through.
  const refused = await bench.page.evaluate(() => new Promise<string>((resolve) => {
    setTimeout(() => {
      try {
        resolve(String((0, eval)('1 + 1')));
      } catch (error) {
        resolve((error as Error).name);
      }
    });
  }));
  expect(refused).toBe('EvalError');
  await expect(bench.page.evaluate(() => fetch('https://example.com/').then(() => 'sent', () => 'refused'))).resolves.toBe('refused');
  expect(bench.faults.splice(0).filter((fault) => !fault.includes('Content Security Policy'))).toEqual([]);
}, 60_000);
