/** What Excel is asked: how often, how much at once, and what never. */
import { expect, jest, test } from '@jest/globals';
import { address, gridOf, placeOf, type Area, type Grid } from '#core/table/grid';
import type { CellWrite, Edit, Mark } from '#ports/workbook-host';
import { excelStage, sheetOf, VERSIONS, type ExcelStage } from '#test/adapters/excel/stage';

// Whole workbooks, many times over, on a machine that may be busy.
jest.setTimeout(60_000);

const LIMIT = 5 * 1024 * 1024;

function rows(count: number, text = 'Số hợp tác xã thành lập mới'): Grid {
  return gridOf('Dài', Array.from({ length: count }, (_, i) => [`${i + 1}`, `${text} ${i}`, 'HTX', { value: i * 7, formula: null, format: '#,##0' }, { value: i, formula: `D${i + 1}-1`, format: '#,##0' }, { value: 0.25, formula: null, format: '0.0%' }]));
}

async function requestsFor(stage: ExcelStage, action: () => Promise<unknown>): Promise<number> {
  stage.excel.traffic.length = 0;
  await action();
  for (const { bytesIn, bytesOut } of stage.excel.traffic) expect(Math.max(bytesIn, bytesOut)).toBeLessThan(LIMIT);
  return stage.excel.traffic.length;
}

test.each(VERSIONS)('[H11][H13] with ExcelApi 1.%i 10 000 rows are two requests', async (version) => {
  const small = excelStage([rows(10_000)], version);
  expect(await requestsFor(small, () => small.host.read({ sheets: 'active' }))).toBe(2);
});

test('[H11] 40 000 rows are one request more for each further 4 MB', async () => {
  const large = excelStage([rows(40_000)]);
  const requests = await requestsFor(large, () => large.host.read({ sheets: 'active' }));
  const bytes = large.excel.traffic.reduce((sum, one) => sum + one.bytesIn, 0);
  expect(requests).toBeLessThanOrEqual(2 + Math.ceil(bytes / 4_000_000));
  const [open] = await large.host.read({ sheets: 'active' });
  for (const row of [0, 1, 15_999, 16_000, 31_234, 39_999]) expect(open?.grid.cell(row, 4)).toEqual({ value: row, formula: `D${row + 1}-1`, format: '#,##0' });
});

test('[H11] a sheet of long texts is read all the same, in smaller blocks', async () => {
  const stage = excelStage([rows(12_000, 'Ghi chú '.repeat(80))]);
  const [open] = await stage.host.read({ sheets: 'active' });
  expect(open?.grid.cell(11_999, 1).value).toBe(`${'Ghi chú '.repeat(80)} 11999`);
  expect(open?.grid.rowCount).toBe(12_000);
});

test('[H11] several small sheets share a request', async () => {
  const stage = excelStage([rows(50), { ...rows(70), name: 'b' }, { ...rows(90), name: 'c' }]);
  expect(await requestsFor(stage, () => stage.host.read({ sheets: stage.book.sheets.map(({ id }) => id) }))).toBe(2);
  expect(await requestsFor(stage, () => stage.host.read({ sheets: 'all' }))).toBe(3);
});

test('[H2] formats of whole columns are not read to the last row', async () => {
  const stage = excelStage([rows(3)]);
  const [sheet] = stage.book.sheets;
  for (let column = 0; column < 40; column += 1) sheet?.columnFormats.set(column, '0.00');
  const [open] = await stage.host.read({ sheets: 'active' });
  expect(open?.grid).toMatchObject({ rowCount: 3, columnCount: 6 });
});

test('[H2] values too far apart are too large, and are not asked for', async () => {
  const stage = excelStage([rows(3)]);
  const [sheet] = stage.book.sheets;
  sheet?.put(1_048_575, 16_383, { value: 'x', type: 'String' });
  expect(await requestsFor(stage, () => expect(stage.host.read({ sheets: 'active' })).rejects.toMatchObject({ reason: 'too-large' }))).toBe(1);
});

test('[H2] a reading that is ended between two blocks gives the sheets that are whole', async () => {
  const stage = excelStage([rows(50), { ...rows(40_000), name: 'b' }]);
  const ended = new AbortController();
  const read = await stage.host.read({ sheets: 'all', signal: ended.signal, onProgress: () => { ended.abort(); } });
  expect(read.map(({ name }) => name)).toEqual(['Dài']);
});

test('[H1] more merges than Excel tells of at once are all read, also across windows', async () => {
  const merges: Area[] = Array.from({ length: 700 }, (_, i) => ({ top: i * 3, left: 1, bottom: i * 3 + (i % 3), right: 2 })).map((area) => ({ ...area, right: area.top === area.bottom ? 3 : 2 }));
  const stage = excelStage([{ ...rows(2200), merges: [...merges, { top: 2110, left: 0, bottom: 2190, right: 5 }] }]);
  const [open] = await stage.host.read({ sheets: 'active' });
  expect(open?.grid.merges).toEqual([...merges, { top: 2110, left: 0, bottom: 2190, right: 5 }]);
});

test('[H1] rows and columns are hidden one by one, or all of them', async () => {
  const stage = excelStage([{ ...rows(5), isRowHidden: (row) => row !== 2, isColumnHidden: () => true }]);
  const [open] = await stage.host.read({ sheets: 'active' });
  expect([0, 1, 2, 3, 4, 5].map((row) => open?.grid.isRowHidden(row))).toEqual([true, true, false, true, true, false]);
  expect([0, 5, 6].map((column) => open?.grid.isColumnHidden(column))).toEqual([true, true, false]);
});

test('[H11] marks are one request, and none where they stand already', async () => {
  const stage = excelStage([rows(50)]);
  const { host } = stage;
  const { sheet, marks } = marksOf(stage, ['D2', 'D3', 'F9']);
  await host.sheets();
  const stop = await host.watch(() => null);
  expect(await requestsFor(stage, () => host.mark(marks))).toBe(1);
  expect(await requestsFor(stage, () => host.mark(marks))).toBe(0);
  expect(await requestsFor(stage, () => host.mark(marks.slice(1)))).toBe(1);
  // An edit elsewhere moves nothing; one in a marked cell may have brought other formats.
  stage.type({ sheet, row: 30, column: 3 }, 5);
  await stage.settled();
  expect(await requestsFor(stage, () => host.mark(marks.slice(1)))).toBe(0);
  sheetOf(stage.book, sheet).formats = [];
  stage.type({ sheet, row: 2, column: 3 }, 5);
  await stage.settled();
  expect(await requestsFor(stage, () => host.mark(marks.slice(1)))).toBe(1);
  expect(sheetOf(stage.book, sheet).formats).toHaveLength(1);
  await stop();
});

test('[H5] marks of the user stay, also those of other kinds, and copies of ours go', async () => {
  const stage = excelStage([rows(50), { ...rows(5), name: 'b' }]);
  const { sheet, marks } = marksOf(stage, ['D2', 'F9']);
  const [first, second] = stage.book.sheets;
  const own = { id: '{OWN}', type: 'Custom' as const, areas: [{ top: 0, left: 0, bottom: 9, right: 5 }], formula: '=$A1>3', fill: '#00FF00', border: null, line: null };
  const other = { ...own, id: '{OTHER}', type: 'CellValue' as const, formula: '' };
  if (first === undefined || second === undefined) throw new Error('There are two sheets');
  first.formats = [own, other];
  const before = stage.snapshot();
  await stage.host.mark(marks);
  expect(sheetOf(stage.book, sheet).formats.map(({ areas, type }) => [areas.length, type])).toEqual([[2, 'Custom'], [1, 'Custom'], [1, 'CellValue']]);
  second.formats = first.formats.slice(0, 1).map((format) => ({ ...format, id: '{COPY}' }));
  const reopened = stage.again();
  await reopened.mark(marks);
  expect(second.formats).toEqual([]);
  await reopened.mark([]);
  expect(stage.snapshot()).toEqual(before);
});

test('[H5] a thousand scattered marks are a few conditional formats', async () => {
  const stage = excelStage([rows(5000)]);
  const { sheet, marks } = marksOf(stage, Array.from({ length: 2000 }, (_, i) => address(i * 2, i % 6)));
  expect(await requestsFor(stage, async () => { await stage.host.mark(marks); })).toBeLessThanOrEqual(2);
  const { formats } = sheetOf(stage.book, sheet);
  expect(formats.length).toBeLessThan(10);
  expect(formats.flatMap(({ areas }) => areas)).toHaveLength(2000);
});

test('[H11] writing is one request to read and one for each block, whatever the number of cells', async () => {
  const stage = excelStage([rows(20_000)]);
  const sheet = stage.book.sheets[0]?.id ?? '';
  const write = (count: number): CellWrite[] => Array.from({ length: count }, (_, i) => ({ sheet, row: i, column: 3 + (i % 2), content: { kind: 'number', value: i + 0.5 }, format: null }));
  expect(await requestsFor(stage, () => stage.host.write(write(10)))).toBe(2);
  expect(await requestsFor(stage, () => stage.host.write(write(2000)))).toBe(2);
  const texts = Array.from({ length: 3000 }, (_, row): CellWrite => ({ sheet, row, column: 1, content: { kind: 'text', text: 'ghi chú '.repeat(300) }, format: null }));
  const before = stage.snapshot();
  const undo = await stage.host.write(texts);
  for (const { bytesOut } of stage.excel.traffic) expect(bytesOut).toBeLessThan(LIMIT);
  await stage.host.write(undo);
  expect(stage.snapshot()).toEqual(before);
});

test.each(VERSIONS)('[H6][H13] with ExcelApi 1.%i nothing that we write is told, and every edit of the user is', async (version) => {
  const stage = excelStage([rows(50)], version);
  const sheet = stage.book.sheets[0]?.id ?? '';
  const told: Edit[] = [];
  const stop = await stage.host.watch((edit) => { told.push(edit); });
  await stage.host.write([{ sheet, row: 1, column: 3, content: { kind: 'number', value: 1 }, format: null }, { sheet, row: 2, column: 3, content: { kind: 'formula', formula: 'D2' }, format: null }, { sheet, row: 9, column: 0, content: { kind: 'text', text: '1' }, format: null }]);
  await stage.settled();
  expect(told).toEqual([]);
  stage.type({ sheet, row: 20, column: 3 }, 5);
  stage.type({ sheet, row: 9, column: 0 }, 5);
  await stage.settled();
  expect(told.map((edit) => (edit.kind === 'cells' ? edit.area.top : edit.kind))).toEqual([20, 9]);
  await stop();
  expect(stage.excel.isListenedTo).toBe(false);
});

test('[H6] a large write is not told either, and is written whole', async () => {
  const stage = excelStage([rows(3000)], 9);
  const sheet = stage.book.sheets[0]?.id ?? '';
  const told: Edit[] = [];
  const stop = await stage.host.watch((edit) => { told.push(edit); });
  await stage.host.write(Array.from({ length: 6000 }, (_, i): CellWrite => ({ sheet, row: i >> 1, column: 3 + (i % 2), content: { kind: 'number', value: i }, format: null })));
  await stage.settled();
  expect(told).toEqual([]);
  const [open] = await stage.host.read({ sheets: 'active' });
  expect([0, 1499, 1500, 2999].map((row) => open?.grid.cell(row, 4).value)).toEqual([1, 2999, 3001, 5999]);
  await stop();
});

test('[H8] a long sheet is added by blocks, and not at all where one of them is refused', async () => {
  const stage = excelStage([rows(2)]);
  const added = await stage.host.addSheet({ ...rows(15_000), name: 'Xem thử' });
  const [open] = await stage.host.read({ sheets: [added.id] });
  expect([0, 6665, 6666, 14_999].map((row) => open?.grid.cell(row, 1).value)).toEqual([0, 6665, 6666, 14_999].map((row) => `Số hợp tác xã thành lập mới ${row}`));
  const before = stage.snapshot();
  stage.excel.trouble({ after: 2, at: 5 });
  await expect(stage.host.addSheet({ ...rows(15_000), name: 'Lần hai' })).rejects.toMatchObject({ reason: 'refused' });
  expect(stage.snapshot()).toEqual(before);
});

test('[H13] what a version lacks is said, and nothing else is used', async () => {
  expect(VERSIONS.map((version) => excelStage([rows(1)], version).host.abilities)).toEqual([{ marks: true, notes: false, merges: false, inserts: false }, { marks: true, notes: false, merges: true, inserts: true }, { marks: true, notes: false, merges: true, inserts: true }]);
  const stage = excelStage([rows(1)], 8);
  await expect(stage.host.watch(() => null)).rejects.toMatchObject({ reason: 'refused' });
});

function marksOf({ book }: ExcelStage, cells: readonly string[]): { readonly sheet: string; readonly marks: Mark[] } {
  const sheet = book.sheets[0]?.id ?? '';
  return { sheet, marks: cells.map((cell) => ({ sheet, ...placeOf(cell), look: 'error', note: null })) };
}
