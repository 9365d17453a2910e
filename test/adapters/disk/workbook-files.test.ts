import { mkdirSync, mkdtempSync, openSync, closeSync, ftruncateSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { diskReason } from '#adapters/disk/disk-fault';
import { diskFiles } from '#adapters/disk/workbook-files';
import { UnreadableFileError } from '#ports/workbook-files';
import { oleFile } from '#test/adapters/xlsx/ole-file';
import { rawWorkbook } from '#test/adapters/xlsx/raw-workbook';

const { read, list } = diskFiles();
let folder = '';

function put(name: string, content: string | Uint8Array): void {
  const file = path.join(folder, name);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, content);
}

function within(...names: readonly string[]): string {
  return path.join(folder, ...names);
}

async function listed(argument: string): Promise<readonly string[]> {
  const files = await list(within(argument));
  return files.map((file) => path.relative(folder, file).split(path.sep).join('/'));
}

async function reasonOf(work: Promise<unknown>): Promise<unknown> {
  return work.then(() => 'fine', (error: unknown) => (error instanceof UnreadableFileError ? error.reason : error));
}

beforeAll(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'phuluc-'));
  const workbook = rawWorkbook();
  for (const name of ['nop/b.xlsx', 'nop/A.xlsx', 'nop/ả.XLSX', 'nop/~$b.xlsx', 'nop/tinh/c.xlsm', 'nop/tinh/sau/d.xlsx', 'nop/[x].xlsx', 'la/bao-cao.csv', 'la/khong-duoi']) put(name, workbook);
  put('nop/doc.txt', 'x');
  put('nop/e.tsv', 'a\tb');
  put('la/that.xls', oleFile('Workbook'));
  put('la/khoa.xlsx', oleFile('EncryptedPackage'));
  put('la/cu.xls', 'BIFF');
  put('la/tep.ods', 'x');
  put('la/tep.csv', 'a;b');
  put('la/rong.csv', '');
  put('trong/doc.txt', 'x');
  symlinkSync(within('nop'), within('nop/tinh/vong'));
  symlinkSync(within('khong-co'), within('nop/dut.xlsx'));
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

test('[X9] workbook-files › walks a folder, in an order of its own, without owner files and round no link', async () => {
  expect(await listed('nop')).toEqual(['nop/A.xlsx', 'nop/[x].xlsx', 'nop/b.xlsx', 'nop/dut.xlsx', 'nop/tinh/c.xlsm', 'nop/tinh/sau/d.xlsx', 'nop/ả.XLSX']);
});

test('[X9] workbook-files › gives a file as it is named, also one that is not there', async () => {
  expect(await listed('nop/e.tsv')).toEqual(['nop/e.tsv']);
  expect(await listed('nop/khong-co.xlsx')).toEqual(['nop/khong-co.xlsx']);
  expect(await listed('nop/khong-*.xlsx')).toEqual(['nop/khong-*.xlsx']);
  expect(await listed('khong/*/co.xlsx')).toEqual(['khong/*/co.xlsx']);
});

test('[X9] workbook-files › matches patterns', async () => {
  expect(await listed('nop/*.xlsx')).toEqual(['nop/A.xlsx', 'nop/[x].xlsx', 'nop/b.xlsx', 'nop/dut.xlsx']);
  expect(await listed('nop/?.xlsx')).toEqual(['nop/A.xlsx', 'nop/b.xlsx']);
  expect(await listed('nop/[x]*')).toEqual(['nop/[x].xlsx']);
  expect(await listed('**/*.xlsm')).toEqual(['nop/tinh/c.xlsm']);
  expect(await listed('nop/**/d.xlsx')).toEqual(['nop/tinh/sau/d.xlsx']);
  expect(await listed('n*/*/c.*')).toEqual(['nop/tinh/c.xlsm']);
  expect(await listed('trong/**')).toEqual(['trong/doc.txt']);
});

test('[X9] workbook-files › takes a name with a star for a file where there is one', async () => {
  put('sao/a*.xlsx', 'x');
  put('sao/ab.xlsx', 'x');
  expect(await listed('sao/a*.xlsx')).toEqual(['sao/a*.xlsx']);
});

test('[X9] workbook-files › matches from where the program runs', async () => {
  expect(await list('test/fixtures/phu-luc-2020*.xlsx')).toEqual(['test/fixtures/phu-luc-2020-text.xlsx', 'test/fixtures/phu-luc-2020.xlsx'].map((file) => path.normalize(file)));
});

test('[X9] workbook-files › says that a folder has no workbooks', async () => {
  expect(await reasonOf(list(within('trong')))).toBe('no-workbooks-in-folder');
});

test('[X9] workbook-files › reads by content before name', async () => {
  const names = await Promise.all(['nop/b.xlsx', 'la/bao-cao.csv', 'la/khong-duoi', 'la/tep.csv', 'nop/e.tsv'].map(async (name) => {
    const { sheets } = await read(within(name));
    return sheets[0]?.name;
  }));
  expect(names).toEqual(['Phụ lục', 'Phụ lục', 'Phụ lục', 'tep', 'e']);
});

test.each([
  ['nop/khong-co.xlsx', 'missing'],
  ['nop/b.xlsx/c.xlsx', 'missing'],
  ['nop/dut.xlsx', 'missing'],
  ['nop', 'is-folder'],
  ['la/rong.csv', 'empty-file'],
  ['la/that.xls', 'old-format'],
  ['la/cu.xls', 'old-format'],
  ['la/khoa.xlsx', 'encrypted'],
  ['la/tep.ods', 'other-format'],
  ['nop/doc.txt', 'other-format'],
])('[X9] workbook-files › gives %s the reason %s', async (name, reason) => {
  expect(await reasonOf(read(within(name)))).toBe(reason);
});

test('[X9] workbook-files › refuses a file over 200 MB without reading it', async () => {
  const file = openSync(within('lon.xlsx'), 'w');
  ftruncateSync(file, 200 * 1024 ** 2 + 1);
  closeSync(file);
  expect(await reasonOf(read(within('lon.xlsx')))).toBe('too-large');
});

test('[X9] workbook-files › refuses what may never end', async () => {
  expect(await reasonOf(read('/dev/zero'))).toBe(process.platform === 'win32' ? 'missing' : 'not-a-workbook');
});

test('[X9] workbook-files › words the faults of the disk', () => {
  const reasons = ['EACCES', 'EPERM', 'EBUSY', 'EISDIR', 'ENOENT', 'EIO'].map((code) => diskReason(Object.assign(new Error(code), { code })));
  expect(reasons).toEqual(['no-permission', 'no-permission', 'no-permission', 'is-folder', 'missing', 'damaged']);
  expect(diskReason('x')).toBe('damaged');
});
