import { BrowserHost } from '#adapters/browser/browser-host';
import { OpenBook } from '#adapters/browser/open-book';
import { describeHost } from '#test/hosts/contract';

describeHost('in a page, before its grid is there', (grids) => {
  const book = new OpenBook(grids.map((grid) => ({ grid, hidden: false })));
  const { rowCount } = book.grid('s1');
  const snapshot = (): unknown => ({
    marks: book.marks, settings: [...book.settings], data: book.data.changed, sheets: book.sheets,
    cells: book.sheets.map(({ id }) => Array.from({ length: rowCount + 4 }, (_, row) => Array.from({ length: 8 }, (__, column) => book.cell({ sheet: id, row, column })))),
  });
  return {
    host: new BrowserHost(book), again: () => new BrowserHost(book), snapshot,
    type: ({ sheet, row, column }, value) => { book.edit(sheet, [{ sheet, row, column, cell: { ...book.cell({ sheet, row, column }), value, formula: null } }]); },
    tell: (edit) => { book.tell(edit); },
    choose: (sheet, [area]) => { if (area !== undefined) book.selected.value = { sheet, area }; },
    settled: () => Promise.resolve(),
  };
});
