import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { BrowserHost } from '#adapters/browser/browser-host';
import { OpenBook } from '#adapters/browser/open-book';
import { openFile } from '#adapters/browser/open-file';
import { workbooksAmong } from '#adapters/browser/page-files';
import { saveBook } from '#adapters/browser/save-book';
import { BLANK, gridOf } from '#core/table/grid';
import { changedParts } from '#test/adapters/xlsx/patch/harness';

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

const KEPT = 'urn:phuluc:template:1';
const OTHERS = 'urn:khac';

/** The file as it is saved, opened again. */
async function reopened(saved: ReturnType<typeof saveBook>, name: string): Promise<Awaited<ReturnType<typeof openFile>>> {
  expect(saved.left).toEqual([]);
  return openFile(saved.bytes, name);
}

test('[H16][B4] save › text that travels with the workbook is in the saved file, alone, replaced or taken away, and nothing else of it changes', async () => {
  const original = new Uint8Array(readFileSync('test/fixtures/phu-luc-2020.xlsx'));
  const first = await openFile(original, 'a.xlsx');
  first.book.data.keep(OTHERS, 'của ai đó');
  const theirs = saveBook(first.bytes, 'a.xlsx', first.book).bytes;
  const second = await openFile(theirs, 'a.xlsx');
  second.book.data.keep(KEPT, '{ "name": "Tổng số <HTX> & ]]>" }');
  expect(second.book.isDirty).toBe(true);
  const saved = saveBook(theirs, 'a.xlsx', second.book);
  expect(changedParts(theirs, saved.bytes).filter((name) => !/^\+customXml\//.test(name) && !/Content_Types|workbook\.xml\.rels/.test(name))).toEqual([]);
  const third = await reopened(saved, 'a.xlsx');
  expect([third.book.data.of(KEPT), third.book.data.of(OTHERS), third.book.isDirty]).toEqual(['{ "name": "Tổng số <HTX> & ]]>" }', 'của ai đó', false]);
  expect(readThrough(third)).toEqual(readThrough(first));
  third.book.data.keep(KEPT, '{}');
  third.book.put([{ sheet: 's1', row: 52, column: 5, cell: { ...third.book.cell({ sheet: 's1', row: 52, column: 5 }), value: 1.2 } }]);
  const fourth = await reopened(saveBook(third.bytes, 'a.xlsx', third.book), 'a.xlsx');
  expect([fourth.book.data.of(KEPT), fourth.book.data.of(OTHERS), fourth.book.cell({ sheet: 's1', row: 52, column: 5 }).value]).toEqual(['{}', 'của ai đó', 1.2]);
  fourth.book.data.keep(KEPT, null);
  const fifth = saveBook(fourth.bytes, 'a.xlsx', fourth.book);
  const last = await reopened(fifth, 'a.xlsx');
  expect([last.book.data.of(KEPT), last.book.data.of(OTHERS)]).toEqual([null, 'của ai đó']);
});

test('[H16][B4] save › what is kept and taken away again before saving leaves the file’s own bytes', async () => {
  const { bytes, name, book } = await openFile(new Uint8Array(readFileSync('test/fixtures/phu-luc-2020.xlsx')), 'a.xlsx');
  book.data.keep(KEPT, 'x');
  book.data.keep(KEPT, null);
  expect([book.isDirty, saveBook(bytes, name, book)]).toEqual([false, { bytes, left: [] }]);
  const kept = new OpenBook([{ grid: gridOf('Biểu', [[1]]), hidden: false }], () => 'y');
  kept.data.keep(KEPT, 'z');
  kept.data.keep(KEPT, 'y');
  expect([kept.isDirty, kept.data.changed]).toEqual([false, []]);
});

function readThrough({ book }: Awaited<ReturnType<typeof openFile>>): unknown[] {
  return book.sheets.map(({ id }) => {
    const grid = book.grid(id);
    return Array.from({ length: grid.rowCount * grid.columnCount }, (_, i) => grid.cell(Math.floor(i / grid.columnCount), i % grid.columnCount));
  });
}
