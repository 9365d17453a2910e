/** The fake host is as strict as Excel: what it would let pass, no test of the adapter could find. */
import { beforeEach, expect, test } from '@jest/globals';
import { ExcelHost } from '#adapters/excel/excel-host';
import { gridOf } from '#core/table/grid';
import { Book } from '#test/office/book';
import { FakeExcel } from '#test/office/fake-excel';
import { hooksOf, officeLibrary } from '#test/office/library';
import { loadOfficeLibrary } from '#test/office/load-library';

let book: Book;
let excel: FakeExcel;

beforeEach(() => {
  book = new Book();
  book.load(gridOf('Phụ lục', [['a', 1], ['b', 2]]));
  excel = new FakeExcel(loadOfficeLibrary(), book, 14);
});

const failed = (action: () => unknown): Promise<unknown> => Promise.resolve().then(action).then(() => null, (error: unknown) => error);

test('every hook of Microsoft’s library that the fake host hangs on is there', () => {
  loadOfficeLibrary();
  expect(hooksOf(globalThis as object)).toEqual({
    OfficeExtension: true, OSF: true, 'OfficeExtension.SessionBase': true, 'OfficeExtension.CommonUtility._doApiNotSupportedCheck': true,
    'OfficeExtension._testSetRichApiMessageReadyImpl': true, 'OfficeExtension._testTriggerRichApiMessageEvent': true,
  });
  expect(() => officeLibrary({})).toThrow("Cannot play Excel: Microsoft's library has no longer OfficeExtension");
});

test('a request goes over the wire as the fake host reads it', async () => {
  // The session is what the library asks for its way to Excel.
  expect(excel.traffic).toEqual([]);
  await new ExcelHost().sheets();
  expect(excel.traffic).toHaveLength(1);
  expect(excel.traffic[0]?.bytesOut).toBeGreaterThan(100);
  expect(excel.traffic[0]?.actions).toBe(3);
});

test('what was not loaded cannot be read, and loading has to say what', async () => {
  const context = new Excel.RequestContext();
  const sheet = context.workbook.worksheets.getActiveWorksheet();
  const range = sheet.getRange('A1:B2').load('values');
  expect(await failed(() => range.values)).toMatchObject({ code: 'PropertyNotLoaded' });
  await context.sync();
  expect(range.values).toEqual([['a', 1], ['b', 2]]);
  expect(await failed(() => range.formulas)).toMatchObject({ code: 'PropertyNotLoaded' });
  sheet.load();
  expect(await failed(() => context.sync())).toMatchObject({ code: 'ApiNotFound' });
});

test('a range that nobody kept is gone with its batch', async () => {
  const context = new Excel.RequestContext();
  const range = context.workbook.worksheets.getActiveWorksheet().getRange('A1').load('values');
  await context.sync();
  range.load('formulas');
  expect(await failed(() => context.sync())).toMatchObject({ code: 'InvalidObjectPath' });
});

test.each([
  ['a sheet that is not there', (sheets: Excel.WorksheetCollection) => sheets.getItem('?').load('name'), 'ItemNotFound'],
  ['an address that is none', (sheets: Excel.WorksheetCollection) => sheets.getActiveWorksheet().getRange('A0').load('values'), 'InvalidArgument'],
  ['values of another shape', (sheets: Excel.WorksheetCollection) => { sheets.getActiveWorksheet().getRange('A1:B2').values = [[1]]; }, 'InvalidArgument'],
  ['a name that no sheet can have', (sheets: Excel.WorksheetCollection) => sheets.add('a/b'), 'InvalidArgument'],
  ['a name that is taken', (sheets: Excel.WorksheetCollection) => sheets.add('phụ lục'), 'ItemAlreadyExists'],
  ['a member that the fake host does not know', (sheets: Excel.WorksheetCollection) => sheets.getActiveWorksheet().getRange('A1').load('text'), 'ApiNotFound'],
  ['all cells of a sheet', (sheets: Excel.WorksheetCollection) => sheets.getActiveWorksheet().getRange().load('values'), 'OperationCellsExceedLimit'],
])('refuses %s, and keeps what was done before', async (_, act, code) => {
  const context = new Excel.RequestContext();
  const { worksheets } = context.workbook;
  worksheets.getActiveWorksheet().getRange('A1').values = [['before']];
  act(worksheets);
  expect(await failed(() => context.sync())).toMatchObject({ code });
  expect(book.sheets[0]?.cell(0, 0).value).toBe('before');
});

test('members of a later version are not there', async () => {
  const old = new FakeExcel(loadOfficeLibrary(), book, 9);
  const sheet = new Excel.RequestContext().workbook.worksheets.getActiveWorksheet();
  expect(await failed(() => sheet.getRange('A1').getMergedAreasOrNullObject())).toMatchObject({ code: 'ApiNotFound' });
  expect(old.traffic).toEqual([]);
});

test('takes texts for what Excel takes them for', async () => {
  const context = new Excel.RequestContext();
  const range = context.workbook.worksheets.getActiveWorksheet().getRange('A1:J1');
  range.values = [['=A2', '+1', "'=A2", '5%', '1/2', 'true', '#N/A', 'Jan 5', '10:30', '-x']];
  range.load('valueTypes,formulas');
  await context.sync();
  expect(range.valueTypes).toEqual([['Double', 'Double', 'String', 'Double', 'Double', 'Boolean', 'Error', 'Double', 'Double', 'Double']]);
  expect(range.formulas).toEqual([['=A2', 1, '=A2', 0.05, 44_000, true, '#N/A', 44_000, 0.5, '=-x']]);
});

test('fails where it is told to, once', async () => {
  const host = new ExcelHost();
  excel.trouble({ after: 1, at: 'whole' });
  await host.sheets();
  await expect(host.sheets()).rejects.toMatchObject({ reason: 'refused' });
  await host.sheets();
});
