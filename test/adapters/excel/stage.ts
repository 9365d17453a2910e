/** The Excel adapter over the fake host, for tests. */
import { ExcelHost } from '#adapters/excel/excel-host';
import type { Grid } from '#core/table/grid';
import type { Edit, Spot } from '#ports/workbook-host';
import type { Stage } from '#test/hosts/contract';
import { addressOf } from '#test/office/areas';
import { Book, type BookSheet } from '#test/office/book';
import { FakeExcel } from '#test/office/fake-excel';
import { loadOfficeLibrary } from '#test/office/load-library';
import { typed } from '#test/office/typing';

/** ExcelApi 1.17 and what came since. */
export const CURRENT = 18;
export const VERSIONS = [9, 14, CURRENT];

export interface ExcelStage extends Stage {
  readonly excel: FakeExcel;
  readonly book: Book;
  readonly host: ExcelHost;
}

export function excelStage(grids: readonly Grid[], version = CURRENT): ExcelStage {
  const book = new Book();
  for (const grid of grids) book.load(grid);
  const excel = new FakeExcel(loadOfficeLibrary(), book, version);
  const host = new ExcelHost();
  return {
    excel, book, host,
    again: () => new ExcelHost(),
    type: (spot, value) => { type(excel, sheetOf(book, spot.sheet), spot, value); },
    tell: (edit) => { tell(excel, book, edit); },
    choose: (sheet, areas) => {
      book.selection = { sheet, areas };
      excel.user('selected', sheetOf(book, sheet), { address: areas.map((area) => addressOf(area)).join(',') });
    },
    settled: () => excel.settled(),
    snapshot: () => book.snapshot(),
  };
}

export function sheetOf(book: Book, id: string): BookSheet {
  const sheet = book.byId(id);
  if (sheet === undefined) throw new RangeError(`Cannot find sheet ${id}`);
  return sheet;
}

function type(excel: FakeExcel, sheet: BookSheet, { row, column }: Spot, value: string | number): void {
  const { format } = sheet.cell(row, column);
  sheet.put(row, column, { ...typed(value, format), format });
  const address = addressOf({ top: row, left: column, bottom: row, right: column });
  excel.user('changed', sheet, { changeType: 'RangeEdited', address, shiftDirection: 'None', triggerSource: 'Unknown' });
}

function tell(excel: FakeExcel, book: Book, edit: Edit): void {
  const sheet = edit.kind === 'sheets' ? book.sheets[0] : sheetOf(book, edit.sheet);
  if (sheet === undefined) throw new RangeError('Cannot tell of a workbook without sheets');
  if (edit.kind === 'sheets') excel.user('deleted', sheet);
  else if (edit.kind === 'activated') excel.user('activated', sheet);
  else excel.user('changed', sheet, { changeType: edit.kind === 'structure' ? 'RowInserted' : 'RangeEdited', address: '3:3', shiftDirection: 'None', triggerSource: 'Unknown' });
}
