import { afterEach } from '@jest/globals';
import { BrowserHost } from '#adapters/browser/browser-host';
import { OpenBook } from '#adapters/browser/open-book';
import { coreGrid, type CoreGrid } from '#test/adapters/browser/grid/core-grid';
import { describeHost } from '#test/hosts/contract';

let grid: CoreGrid | null = null;

afterEach(() => { grid?.close(); });

describeHost('in a page, with its grid', (grids) => {
  const book = new OpenBook(grids.map((one) => ({ grid: one, hidden: false })));
  const shown = coreGrid(book);
  grid = shown;
  const cells = (): unknown => book.sheets.map(({ id }) => Array.from({ length: 12 }, (_, row) => Array.from({ length: 8 }, (__, column) => book.cell({ sheet: id, row, column }))));
  return {
    host: new BrowserHost(book), again: () => new BrowserHost(book),
    snapshot: () => ({ marks: book.marks, settings: [...book.settings], sheets: book.sheets, cells: cells() }),
    type: (spot, value) => { shown.type(spot, { v: value }); },
    tell: (edit) => { book.tell(edit); },
    choose: (sheet, [area]) => { if (area !== undefined) shown.choose(sheet, area); },
    settled: () => Promise.resolve(),
  };
});
