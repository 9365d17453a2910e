/** The built workbench: panel, grid, and the saved file. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { BenchBrowser, type BenchPage } from '#test/e2e/bench';
import { cellIn, changedParts, writtenCells } from '#test/e2e/saved-file';

const SAMPLE = path.resolve(__dirname, '../fixtures/phu-luc-2020.xlsx');
const OFFICE = ['soffice', 'libreoffice'].find((name) => isThere(name));

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

function isThere(name: string): boolean {
  try {
    execFileSync(name, ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

async function opened(): Promise<void> {
  bench = await browser.open();
  await bench.errors(17);
  await bench.grid();
}

test.each([false, true])('[B1] workbench › shows the check of the 2020 appendix, then its grid, and asks nothing of the world (from a disk: %s)', async (fromDisk) => {
  bench = await browser.open({ fromDisk });
  await bench.errors(17);
  await bench.grid();
}, 60_000);

test('[B1] workbench › the panel checks, corrects and saves where the grid does not come, and the grid is asked for again', async () => {
  bench = await browser.open({ blocked: /univerjs.*\.js$/ });
  await bench.errors(17);
  await bench.says('Không mở được bảng');
  await bench.openCard('II.1');
  await bench.press(/^Áp dụng: F53/);
  await bench.errors(16);
  const { bytes } = await bench.saved('Lưu .xlsx');
  expect(await cellIn(bytes, 'F53')).toMatchObject({ value: 1.2 });
  await bench.page.context().unrouteAll();
  await bench.press('Thử lại');
  await bench.grid();
  expect(bench.faults.splice(0).every((fault) => /Loading chunk|Failed to load resource|ERR_FAILED/.test(fault))).toBe(true);
}, 60_000);

test('[B2] workbench › a proposal is written into the grid, and its own undo takes it back', async () => {
  await opened();
  await bench.openCard('II.1');
  await bench.press(/^Áp dụng: F53/);
  await bench.errors(16);
  await bench.says('đã sửa, chưa lưu');
  await bench.goTo('F53');
  await bench.page.keyboard.press('Control+z');
  await bench.errors(17);
  expect(await bench.page.getByText('đã sửa, chưa lưu').count()).toBe(0);
}, 60_000);

test('[B2][B3] workbench › figures are typed as they are written in Vietnamese; functions HTX calculate; nothing becomes a date', async () => {
  await opened();
  for (const [cell, text] of [['L80', '1.234,5'], ['L81', '12/5'], ['L82', '5,5%'], ['L83', '=HTX.RATIO(102;85)'], ['L84', '=ROUND(L80;0)*1,5'], ['L85', '=HTX.RATIO(L80;P99)'], ['L86', "'007"], ['L87', '=HTX.CHECK(102;17;"20,0%")']] as const) await bench.type(cell, text);
  await bench.page.waitForTimeout(1500);
  const { bytes } = await bench.saved('Lưu .xlsx');
  const cells = await Promise.all(['L80', 'L81', 'L82', 'L83', 'L84', 'L85', 'L86'].map((cell) => cellIn(bytes, cell)));
  expect(cells).toEqual([
    { value: 1234.5, formula: null, format: null }, { value: '12/5', formula: null, format: null }, { value: 0.055, formula: null, format: '0.0%' },
    { value: 1.2, formula: 'HTX.RATIO(102,85)', format: null }, { value: 1852.5, formula: 'ROUND(L80,0)*1.5', format: null },
    { value: null, formula: 'HTX.RATIO(L80,P99)', format: null }, { value: '007', formula: null, format: null },
  ]);
  const { value: sentence } = await cellIn(bytes, 'L87');
  expect(sentence).toContain('120,0%');
}, 60_000);

test('[B4] workbench › two cells are corrected, one by hand: the saved file differs in those cells alone, and gives the same figures elsewhere', async () => {
  await opened();
  await bench.openCard('II.1');
  await bench.press(/^Áp dụng: F53/);
  await bench.errors(16);
  await bench.type('F24', '109,8%');
  await bench.errors(15);
  const { name, bytes } = await bench.saved('Lưu .xlsx');
  const original = readFileSync(SAMPLE);
  expect(name).toBe('phu-luc-2020.xlsx');
  expect(changedParts(original, bytes)).toEqual(['xl/worksheets/sheet1.xml']);
  const [before, after] = [writtenCells(original), writtenCells(bytes)];
  expect(after.rest).toBe(before.rest);
  expect([...before.cells].filter(([cell, xml]) => after.cells.get(cell) !== xml).map(([cell]) => cell)).toEqual(['F24', 'F53']);
  expect([await cellIn(bytes, 'F24'), await cellIn(bytes, 'F53')]).toMatchObject([{ value: 1.098 }, { value: 1.2 }]);
  expect(await bench.page.getByText('đã sửa, chưa lưu').count()).toBe(0);
}, 60_000);

test('[B1][G11] workbench › what is filled in as formulas is calculated by the grid, checked, saved, and taken back', async () => {
  await opened();
  await bench.page.getByRole('tab', { name: 'Tính cột' }).click();
  await bench.page.getByRole('checkbox', { name: /^Chọn F53,/ }).click();
  await bench.press('Điền 1 ô, thay 1 ô…');
  await bench.press('Thay');
  await bench.says('Đã điền 1 ô, thay 1 ô. Còn 16 lỗi.');
  await bench.page.waitForTimeout(1500);
  const { bytes } = await bench.saved('Lưu .xlsx');
  expect([await cellIn(bytes, 'F53'), await cellIn(bytes, 'F62')]).toEqual([
    { value: 1.2, formula: 'IF(OR(D53="",E53=""),"",D53/(D53-E53))', format: '0.0%' }, { value: 6 / 11, formula: 'IF(OR(D62="",E62=""),"",D62/(D62-E62))', format: '0.0%' },
  ]);
  await bench.press('Hoàn tác');
  await bench.says('Đã trả lại 2 ô như cũ.');
  await bench.page.waitForTimeout(500);
  const back = await bench.saved('Lưu .xlsx');
  expect(writtenCells(back.bytes).cells).toEqual(writtenCells(readFileSync(SAMPLE)).cells);
}, 60_000);

(OFFICE === undefined ? test.skip : test)('[B4] workbench › LibreOffice opens the saved file and finds the same figures', async () => {
  await opened();
  await bench.type('F24', '109,8%');
  await bench.type('L80', '=ROUND(F24;2)+D8');
  await bench.page.waitForTimeout(1000);
  const { bytes } = await bench.saved('Lưu .xlsx');
  writeFileSync(path.join(folder, 'edited.xlsx'), bytes);
  execFileSync(OFFICE ?? '', ['--headless', '--norestore', `-env:UserInstallation=file://${folder}/profile`, '--convert-to', 'xlsx:Calc MS Excel 2007 XML', '--outdir', path.join(folder, 'out'), path.join(folder, 'edited.xlsx')], { timeout: 120_000, stdio: 'ignore' });
  const recalculated = readFileSync(path.join(folder, 'out/edited.xlsx'));
  const valueIn = async (file: Uint8Array, cell: string): Promise<unknown> => {
    const { value } = await cellIn(file, cell);
    return value;
  };
  for (const cell of ['D8', 'E8', 'F24', 'F53', 'D101']) expect(await valueIn(recalculated, cell)).toEqual(await valueIn(bytes, cell));
  for (const file of [recalculated, bytes]) expect(await valueIn(file, 'L80')).toBeCloseTo(25_455.1, 9);
}, 180_000);

test('[B4] workbench › what is pasted from another program is read in its own notation, without looks and formulas', async () => {
  await opened();
  await bench.goTo('L80');
  await bench.page.evaluate(() => {
    const data = new DataTransfer();
    data.setData('text/plain', '1,234.5\t25.454\n12,000.25\t=1+1\n25,454\t1.002,1\n');
    data.setData('text/html', '<table><tr><td style="background:red">1,234.5</td></tr></table>');
    document.activeElement?.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
  });
  await bench.says('đã sửa, chưa lưu');
  const { bytes } = await bench.saved('Lưu .xlsx');
  const values = await Promise.all(['L80', 'M80', 'L81', 'M81', 'L82', 'M82'].map((cell) => cellIn(bytes, cell).then(({ value, formula }) => [value, formula])));
  expect(values).toEqual([[1234.5, null], [25_454, null], [12_000.25, null], ['=1+1', null], [25_454, null], [1002.1, null]]);
}, 60_000);
