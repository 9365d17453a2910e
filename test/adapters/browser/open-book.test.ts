import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { BrowserHost } from '#adapters/browser/browser-host';
import { OpenBook } from '#adapters/browser/open-book';
import { openFile } from '#adapters/browser/open-file';
import { workbooksAmong } from '#adapters/browser/page-files';
import { saveBook } from '#adapters/browser/save-book';
import { BLANK, gridOf } from '#core/table/grid';

const text = (value: string): Uint8Array => new TextEncoder().encode(value);

test('[B4] book › an edit that is taken back is none, whatever a formula gave last', () => {
  const book = new OpenBook([{ grid: gridOf('Biểu', [[1, { value: 2, formula: 'A1*2', format: null }]]), hidden: false }]);
  const put = (column: number, value: number, formula: string | null): void => { book.put([{ sheet: 's1', row: 0, column, cell: { value, formula, format: null } }]); };
  put(0, 5, null);
  expect([book.changes.length, book.isDirty]).toEqual([1, true]);
  put(0, 1, null);
  put(1, 10, 'A1*2');
  expect([book.changes.length, book.isDirty]).toEqual([0, false]);
  put(0, 7, null);
  book.markSaved();
  expect([book.changes.length, book.isDirty]).toEqual([1, false]);
  put(0, 1, null);
  expect(book.isDirty).toBe(true);
});

test('[B6] book › what was changed is kept and put on again: cells, sheets, settings', () => {
  const opened = (): OpenBook => new OpenBook([{ grid: gridOf('Biểu', [[1]]), hidden: false }, { grid: gridOf('Ẩn', [[2]]), hidden: true }]);
  const book = opened();
  book.put([{ sheet: 's1', row: 3, column: 2, cell: { value: 'x', formula: null, format: '@' } }]);
  const { id } = book.addSheet(gridOf('Biểu', [['a', 'b']]));
  book.put([{ sheet: id, row: 0, column: 0, cell: { value: 'c', formula: null, format: null } }]);
  book.keepSetting('k', 'v');
  const again = opened();
  again.restore(structuredClone(book.kept));
  expect(again.kept).toEqual(book.kept);
  expect(again.sheets).toEqual(book.sheets);
  expect(again.grid('s1')).toMatchObject({ rowCount: 4, columnCount: 3 });
  expect(again.cell({ sheet: id, row: 0, column: 0 })).toEqual({ value: 'c', formula: null, format: null });
});

test('[B4] save › what no file takes is named: a sheet that was added, a cell under a merge', async () => {
  const { bytes, name, book } = await openFile(new Uint8Array(readFileSync('test/fixtures/phu-luc-2020.xlsx')), 'a.xlsx');
  expect(saveBook(bytes, name, book)).toEqual({ bytes, left: [] });
  book.addSheet(gridOf('Thêm', [[1]]));
  book.put([{ sheet: 's1', row: 4, column: 0, cell: { value: 'x', formula: null, format: null } }]);
  expect(saveBook(bytes, name, book)).toEqual({ bytes, left: ['Thêm', 'Phụ lục 2020!A5'] });
});

test('[H7] book › a cell of a hidden sheet is not gone to, which is said', async () => {
  const host = new BrowserHost(new OpenBook([{ grid: gridOf('Biểu', [[1]]), hidden: false }, { grid: gridOf('Ẩn', [[2]]), hidden: true }]));
  await expect(host.select({ sheet: 's2', row: 0, column: 0 })).rejects.toMatchObject({ reason: 'sheet-hidden' });
  expect(await host.selection()).toMatchObject({ sheet: 's1' });
});

test('[B5] open › a text of cells becomes a workbook that is saved with what was edited', async () => {
  const { name, bytes, book } = await openFile(text('TT\tTên\n1\t=1+1\n2\t1.234,5\n'), 'thu-muc.tsv');
  expect(name).toBe('thu-muc.xlsx');
  expect(book.cell({ sheet: 's1', row: 1, column: 1 })).toEqual({ value: '=1+1', formula: null, format: null });
  expect(await openFile(text('TT\tTên\n1\t=1+1\n2\t1.234,5\n'), 'thu-muc.tsv')).toMatchObject({ bytes });
  book.put([{ sheet: 's1', row: 2, column: 1, cell: { value: 1234.5, formula: null, format: '#,##0.0' } }, { sheet: 's1', row: 1, column: 1, cell: BLANK }]);
  const saved = saveBook(bytes, name, book);
  const reopened = await openFile(saved.bytes, name);
  expect([1, 2].map((row) => reopened.book.cell({ sheet: 's1', row, column: 1 }))).toEqual([BLANK, { value: 1234.5, formula: null, format: '#,##0.0' }]);
});

test.each([['', 'a.xlsx', 'empty-file'], ['PK', 'a.xlsx', 'not-a-workbook'], ['abc', 'a.ods', 'other-format']])('[B5] open › %j called %s is refused: %s', async (content, name, reason) => {
  await expect(openFile(text(content), name)).rejects.toMatchObject({ reason });
});

test('[B8] folder › workbooks among its files, owner files left out, in an order that no locale changes', () => {
  const files = ['b/Ă.xlsx', 'a/~$x.xlsx', 'b/Z.xlsm', 'x.docx', 'a.xlsx'].map((name) => ({ name, bytes: () => Promise.resolve(new Uint8Array()) }));
  expect(workbooksAmong(files).map(({ name }) => name)).toEqual(['a.xlsx', 'b/Z.xlsm', 'b/Ă.xlsx']);
});
