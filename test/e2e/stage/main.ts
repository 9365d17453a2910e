/**
 * Plays Excel in a page of the built add-in: runs right after Microsoft's office.js, before the add-in's own script.
 *
 * `Office.onReady` of the real library waits for the page of Excel on the web around it, so it is answered here, once the
 * workbook stands.
 */
import { plainUnpacker } from '#adapters/xlsx/plain-unpacker';
import { readWorkbook } from '#adapters/xlsx/read-workbook';
import { gridOf, placeOf, type Grid } from '#core/table/grid';
import { formulas, whole, withBlanks } from '#test/e2e/story/workbooks';
import { Book } from '#test/office/book';
import { FakeExcel } from '#test/office/fake-excel';
import { officeLibrary } from '#test/office/library';
import { typed } from '#test/office/typing';

interface Page {
  readonly Excel?: { readonly run?: unknown };
  readonly OSF?: Parameters<typeof officeLibrary>[0]['OSF'];
  readonly OfficeExtension?: Parameters<typeof officeLibrary>[0]['OfficeExtension'];
  Office: { onReady: (tell?: (info: object) => unknown) => Promise<object>; HostType?: object };
  readonly stageVersion?: number;
  /** The workbook that is open; the published appendix where nothing is said. */
  readonly stageBook?: keyof typeof BOOKS;
  /** What `Office.onReady` gives: the program around the page, null for none; never, where it is not there to say so. */
  readonly stageHost?: string | null;
  stage?: object;
}

const BOOKS = {
  published: async (): Promise<readonly Grid[]> => {
    const response = await fetch('/fixtures/phu-luc-2020.xlsx');
    const { sheets } = await readWorkbook(new Uint8Array(await response.arrayBuffer()), 'phu-luc-2020.xlsx', plainUnpacker);
    return sheets;
  },
  clean: (): Promise<readonly Grid[]> => Promise.resolve([whole()]),
  formulas: (): Promise<readonly Grid[]> => Promise.resolve([formulas()]),
  none: (): Promise<readonly Grid[]> => Promise.resolve([gridOf('Sheet1', [['Ghi chú'], ['Họp ngày 5'], ['Họp ngày 9']])]),
  blanks: (): Promise<readonly Grid[]> => Promise.resolve([withBlanks()]),
} as const;

const page = globalThis as unknown as Page;
const info = { host: page.stageHost === undefined ? 'Excel' : page.stageHost, platform: 'OfficeOnline' };
let stands: Promise<void> | null = null;
page.Office.onReady = async (tell) => {
  if (info.host === 'never') await new Promise(() => null);
  await (stands ??= prepare());
  tell?.(info);
  return info;
};

async function prepare(): Promise<void> {
  while (page.Excel?.run === undefined) await new Promise((resolve) => { setTimeout(resolve, 20); });
  const book = new Book();
  for (const grid of await BOOKS[page.stageBook ?? 'published']()) book.load(grid);
  const excel = new FakeExcel(officeLibrary(page as Parameters<typeof officeLibrary>[0]), book, page.stageVersion ?? 18);
  page.stage = {
    excel, book, placeOf,
    cell: (name: string) => {
      const { row, column } = placeOf(name);
      return book.sheets[0]?.cell(row, column);
    },
    /** An edit by the user. */
    type: (name: string, value: string | number) => {
      const [sheet] = book.sheets;
      const { row, column } = placeOf(name);
      if (sheet === undefined) throw new RangeError('The workbook has no sheet');
      const { value: held, type, formula, quoted } = typed(value, sheet.cell(row, column).format);
      sheet.put(row, column, { value: held, type, formula, quoted });
      excel.user('changed', sheet, { changeType: 'RangeEdited', address: name, shiftDirection: 'None', triggerSource: 'Unknown' });
    },
    /** Somebody takes a sheet away. */
    remove: (name: string) => {
      const sheet = book.sheets.find((one) => one.name === name);
      if (sheet === undefined) throw new RangeError(`There is no sheet ${name}`);
      book.sheets.splice(book.sheets.indexOf(sheet), 1);
      book.active = book.sheets[0]?.id ?? '';
      excel.user('deleted', sheet);
    },
    snapshot: () => JSON.stringify(book.snapshot()),
  };
}
