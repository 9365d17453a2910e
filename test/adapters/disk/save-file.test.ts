import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, symlinkSync, writeFileSync, chmodSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeEach, expect, test } from '@jest/globals';
import { nodeDisk, saveFile, type DiskOperations } from '#adapters/disk/save-file';
import { UnwritableFileError } from '#ports/workbook-store';

const made: string[] = [];
let folder = '';

beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'phuluc-'));
  made.push(folder);
});

afterAll(() => {
  for (const one of made) rmSync(one, { recursive: true, force: true });
});

type Operation = 'create' | 'write' | 'sync' | 'close' | 'rename' | 'remove' | 'syncFolder';

/** The disk with one operation that fails, each time or from the second time on. */
function failing(which: Operation, code: string, after = 0): DiskOperations {
  let left = after;
  const guard = async <Result>(operation: Operation, work: () => Promise<Result>): Promise<Result> => {
    if (operation === which) {
      if (left === 0) throw Object.assign(new Error(code), { code });
      left -= 1;
    }
    return work();
  };
  return {
    create: (file, mode) => guard('create', async () => {
      const draft = await nodeDisk.create(file, mode);
      return {
        write: (piece) => guard('write', () => draft.write(piece)),
        sync: () => guard('sync', () => draft.sync()),
        // A descriptor that fails to close is closed all the same.
        close: () => draft.close().then(() => guard('close', () => Promise.resolve())),
      };
    }),
    rename: (from, to) => guard('rename', () => nodeDisk.rename(from, to)),
    remove: (file) => guard('remove', () => nodeDisk.remove(file)),
    syncFolder: (one) => guard('syncFolder', () => nodeDisk.syncFolder(one)),
  };
}

async function reasonOf(work: Promise<void>): Promise<unknown> {
  return work.then(() => 'written', (error: unknown) => (error instanceof UnwritableFileError ? error.reason : error));
}

test('[K11] save › writes the pieces, keeps the mode and follows links', async () => {
  const file = path.join(folder, 'a.xlsx');
  writeFileSync(file, 'cũ');
  chmodSync(file, 0o640);
  symlinkSync(file, path.join(folder, 'b.xlsx'));
  await saveFile(path.join(folder, 'b.xlsx'), ['một ', new TextEncoder().encode('hai')]);
  expect(readFileSync(file, 'utf8')).toBe('một hai');
  expect(statSync(file).mode & 0o777).toBe(0o640);
  expect(readdirSync(folder).toSorted()).toEqual(['a.xlsx', 'b.xlsx']);
});

const REASONS = { ENOSPC: 'disk-full', EDQUOT: 'disk-full', EACCES: 'no-permission', EPERM: 'no-permission', EROFS: 'no-permission', EBUSY: 'in-use', ENOENT: 'no-folder', EFBIG: 'too-large', EXDEV: 'disk-fault', EIO: 'disk-fault' };

test.each(['create', 'write', 'sync', 'close', 'rename'] as const)('[K11] save › a fault of "%s" leaves what was there, and no draft', async (operation) => {
  for (const [code, reason] of Object.entries(REASONS)) {
    const file = path.join(folder, 'a.xlsx');
    writeFileSync(file, 'cũ');
    expect(await reasonOf(saveFile(file, ['mới ', 'dài'], failing(operation, code)))).toBe(reason);
    expect(readFileSync(file, 'utf8')).toBe('cũ');
    expect(readdirSync(folder)).toEqual(['a.xlsx']);
  }
});

test('[K11] save › a fault in the middle of writing leaves what was there, also where nothing was', async () => {
  expect(await reasonOf(saveFile(path.join(folder, 'a.xlsx'), ['một', 'hai', 'ba'], failing('write', 'ENOSPC', 1)))).toBe('disk-full');
  expect(readdirSync(folder)).toEqual([]);
});

test('[K11] save › once renamed, a folder that cannot be synced is no fault; a draft that stays hides no reason', async () => {
  const file = path.join(folder, 'a.xlsx');
  expect(await reasonOf(saveFile(file, ['mới'], failing('syncFolder', 'EPERM')))).toBe('written');
  expect(readFileSync(file, 'utf8')).toBe('mới');
  const both = { ...failing('rename', 'EBUSY'), remove: failing('remove', 'EIO').remove };
  expect(await reasonOf(saveFile(file, ['nữa'], both))).toBe('in-use');
  expect(readFileSync(file, 'utf8')).toBe('mới');
});

test('[K11] save › no permission for a workbook that Excel has open means that it is open', async () => {
  const file = path.join(folder, 'a.xlsx');
  writeFileSync(file, 'cũ');
  for (const code of ['EPERM', 'EACCES']) expect(await reasonOf(saveFile(file, ['mới'], failing('rename', code)))).toBe('no-permission');
  writeFileSync(path.join(folder, '~$a.xlsx'), 'Lan');
  for (const code of ['EPERM', 'EACCES', 'EBUSY']) expect(await reasonOf(saveFile(file, ['mới'], failing('rename', code)))).toBe('in-use');
  expect(await reasonOf(saveFile(file, ['mới'], failing('rename', 'ENOSPC')))).toBe('disk-full');
  expect(readFileSync(file, 'utf8')).toBe('cũ');
});

test('[K11] save › a file that is made read-only stays', async () => {
  const file = path.join(folder, 'a.xlsx');
  writeFileSync(file, 'cũ', { mode: 0o444 });
  expect(await reasonOf(saveFile(file, ['mới']))).toBe('no-permission');
  expect([readFileSync(file, 'utf8'), readdirSync(folder)]).toEqual(['cũ', ['a.xlsx']]);
});

test('[K11] save › a folder of the name, or a missing folder, is told', async () => {
  mkdirSync(path.join(folder, 'c.xlsx'));
  expect(await reasonOf(saveFile(path.join(folder, 'c.xlsx'), ['x']))).toBe('is-folder');
  expect(await reasonOf(saveFile(path.join(folder, 'khong', 'a.xlsx'), ['x']))).toBe('no-folder');
});
