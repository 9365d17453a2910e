import { expect, test } from '@jest/globals';
import { checkFiles } from '#app/check-files';
import { describeLayouts } from '#app/describe-layouts';
import { knownTemplates } from '#app/known-templates';
import { gridOf } from '#core/table/grid';
import { UnreadableFileError, type Workbook, type WorkbookFiles } from '#ports/workbook-files';
import { drawing } from '#test/draw/drawing';
import { expectValidReport } from '#test/report-schema';
import { vi } from '#words/vi';

const BROKEN = drawing('1 | Tổng số | HTX | 102 | 17 | 20,0%').grid;

/** Files kept in memory; `folder/` names all of them. */
function filesOf(workbooks: Readonly<Record<string, () => Promise<Workbook>>>): WorkbookFiles {
  return {
    read: (file) => workbooks[file]?.() ?? Promise.reject(new UnreadableFileError('missing', file)),
    list: (argument) => (argument === 'trống/' ? Promise.reject(new UnreadableFileError('no-workbooks-in-folder', argument)) : Promise.resolve(argument === 'thư mục/' ? Object.keys(workbooks) : [argument])),
  };
}

const workbook = (...sheets: readonly ReturnType<typeof gridOf>[]) => () => Promise.resolve({ sheets });
const options = { templates: knownTemplates() };

test('[P2] every file has its entry, in the order given, and one that cannot be read stops no other', async () => {
  const files = filesOf({ 'a.xlsx': workbook(BROKEN), 'b.xlsx': () => Promise.reject(new UnreadableFileError('encrypted', 'b.xlsx')) });
  const report = await checkFiles(['a.xlsx', 'b.xlsx', 'c.xlsx', 'trống/'], { files, texts: vi, options });
  expectValidReport(report);
  expect(report.files.map(({ file, status, error }) => [file, status, error?.what])).toEqual([
    ['a.xlsx', 'checked', undefined],
    ['b.xlsx', 'unreadable', 'b.xlsx không mở được: tệp có mật khẩu.'],
    ['c.xlsx', 'unreadable', 'c.xlsx không mở được: không có tệp này.'],
    ['trống/', 'unreadable', 'Thư mục trống/ không có tệp .xlsx hoặc .xlsm nào.'],
  ]);
});

test('[P2] a file named twice is checked once, and progress counts what is left', async () => {
  const seen: string[] = [];
  const files = filesOf({ 'a.xlsx': workbook(BROKEN), 'b.xlsx': workbook(BROKEN) });
  const report = await checkFiles(['b.xlsx', 'thư mục/', 'a.xlsx'], { files, texts: vi, options, onProgress: (done, all, file) => void seen.push(`${done}/${all} ${file}`) });
  expect(report.files.map(({ file }) => file)).toEqual(['b.xlsx', 'a.xlsx']);
  expect(seen).toEqual(['0/2 b.xlsx', '1/2 a.xlsx']);
});

test('[P2] a workbook without any table is unreadable; with one among others it is checked', async () => {
  const cover = gridOf('Bìa', [['BÁO CÁO']]);
  const files = filesOf({ 'bìa.xlsx': workbook(cover), 'đủ.xlsx': workbook(cover, BROKEN), 'rỗng.xlsx': workbook() });
  const report = await checkFiles(['bìa.xlsx', 'đủ.xlsx', 'rỗng.xlsx'], { files, texts: vi, options });
  expect(report.files.map(({ status, sheets }) => [status, sheets.length])).toEqual([['unreadable', 0], ['checked', 2], ['unreadable', 0]]);
  expectValidReport(report);
});

test('[P2] a fault of the program itself is never passed off as an unreadable file', async () => {
  const files = filesOf({ 'a.xlsx': () => Promise.reject(new TypeError('bug')) });
  await expect(checkFiles(['a.xlsx'], { files, texts: vi, options })).rejects.toThrow('bug');
});

test('[P4] layouts are described by columns, rows and relations', async () => {
  const [layout] = await describeLayouts('a.xlsx', filesOf({ 'a.xlsx': workbook(BROKEN) }), options, () => { throw new Error('No template to refuse'); });
  expect(layout).toMatchObject({ sheet: 'Bảng', range: 'A1:F2', template: null, rows: { name: 0, unknown: 1 }, relations: { declared: 0, inferred: 0, comparisons: 1 } });
  expect(layout?.columns.map(({ letters, key }) => `${letters} ${key}`)).toEqual(['A ordinal', 'B indicator', 'C unit', 'D actual', 'E change', 'F ratio']);
});
