/** What every open workbook promises, whatever host it is open in. Spec: docs/spec.md, H1 to H10. */
import { beforeEach, describe, expect, test } from '@jest/globals';
import { gridOf, placeOf, type Area, type CellValue, type Grid } from '#core/table/grid';
import { expectFollowed } from '#test/hosts/followed';
import { expectInserted } from '#test/hosts/inserted';
import { expectKeptData } from '#test/hosts/kept-data';
import { HostError, type CellWrite, type Content, type Edit, type Mark, type OpenSheet, type Spot, type WorkbookHost } from '#ports/workbook-host';

/** A host over a workbook, and what stands outside the port: the user, and the workbook itself. */
export interface Stage {
  readonly host: WorkbookHost;
  /** Another host over the same workbook, as after the panel was closed and opened. */
  readonly again: () => WorkbookHost;
  /** The user types into a cell. */
  readonly type: (spot: Spot, value: string | number) => void;
  readonly tell: (edit: Edit) => void;
  /** The user selects areas of one sheet. */
  readonly choose: (sheet: string, areas: readonly Area[]) => void;
  readonly settled: () => Promise<void>;
  /** Everything that a file would keep. */
  readonly snapshot: () => unknown;
}

/** The tests of the contract, over workbooks that hold these grids. */
export function describeHost(name: string, stageOf: (grids: readonly Grid[]) => Stage): void {
  describe(name, () => {
    let stage: Stage;
    let sheet: string;
    let other: string;

    beforeEach(async () => {
      stage = stageOf([FIRST, SECOND, gridOf('Trống', [])]);
      const [one, two] = await stage.host.sheets();
      [sheet, other] = [one?.id ?? '', two?.id ?? ''];
    });

    const at = (cell: string, on = sheet): Spot => ({ sheet: on, ...placeOf(cell) });
    const write = (cell: string, content: Content, format: string | null = null): CellWrite => ({ ...at(cell), content, format });
    const read = async (): Promise<OpenSheet> => {
      const [only] = await stage.host.read({ sheets: [sheet] });
      if (only === undefined) throw new Error('The sheet was not read');
      return only;
    };
    const valueAt = async (cell: string): Promise<CellValue> => {
      const { row, column } = placeOf(cell);
      const { grid } = await read();
      return grid.cell(row, column).value;
    };

    test('[H1] gives the sheet before the user with every cell where it stands', async () => {
      const [open, ...more] = await stage.host.read({ sheets: 'active' });
      expect(more).toEqual([]);
      expect(open).toMatchObject({ name: FIRST.name, hidden: false });
      const { grid } = open ?? { grid: SECOND };
      for (let row = 0; row < FIRST.rowCount; row += 1) {
        for (let column = 0; column < FIRST.columnCount; column += 1) expect([row, column, grid.cell(row, column)]).toEqual([row, column, FIRST.cell(row, column)]);
      }
      expect(grid.merges).toEqual(stage.host.abilities.merges ? FIRST.merges : []);
      expect(Array.from({ length: FIRST.rowCount }, (_, row) => grid.isRowHidden(row))).toEqual(Array.from({ length: FIRST.rowCount }, (_, row) => FIRST.isRowHidden(row)));
      expect(Array.from({ length: FIRST.columnCount }, (_, column) => grid.isColumnHidden(column))).toEqual(Array.from({ length: FIRST.columnCount }, (_, column) => FIRST.isColumnHidden(column)));
    });

    test('[H1] gives all sheets that have cells, or those named, and tells how many are read', async () => {
      const done: string[] = [];
      const all = await stage.host.read({ sheets: 'all', onProgress: (some, of) => { done.push(`${some}/${of}`); } });
      expect(all.map(({ name: each }) => each)).toEqual([FIRST.name, SECOND.name]);
      expect(done.at(-1)).toBe('2/2');
      const named = await stage.host.read({ sheets: [other] });
      expect(named.map(({ id }) => id)).toEqual([other]);
      expect(await stage.host.read({ sheets: [] })).toEqual([]);
    });

    test('[H2] gives an empty grid for a sheet without values, and nothing for a reading that is ended', async () => {
      const sheets = await stage.host.sheets();
      const [open] = await stage.host.read({ sheets: [sheets.at(-1)?.id ?? ''] });
      expect(open?.grid).toMatchObject({ rowCount: 0, columnCount: 0, merges: [] });
      expect(open?.grid.cell(0, 0)).toEqual({ value: null, formula: null, format: null });
      const ended = new AbortController();
      ended.abort();
      expect(await stage.host.read({ sheets: [sheet], signal: ended.signal })).toEqual([]);
    });

    test.each(TEXTS)('[H3] %j stays a text, in a usual cell and in one of texts', async (text) => {
      await stage.host.write([write('D2', { kind: 'text', text }), write('D3', { kind: 'text', text })]);
      expect(await stage.host.contents([at('D2'), at('D3')])).toEqual([{ kind: 'text', text }, { kind: 'text', text }]);
      expect(await valueAt('D2')).toBe(text);
      const { grid } = await read();
      expect([grid.cell(1, 3), grid.cell(2, 3)]).toEqual([{ value: text, formula: null, format: null }, { value: text, formula: null, format: '@' }]);
    });

    test.each(CONTENTS)('[H3] %j is written as it is, and number formats stay', async (content) => {
      const cells = ['B2', 'D2', 'D3', 'C7'];
      const formats = async (): Promise<(string | null)[]> => {
        const { grid } = await read();
        return cells.map((cell) => grid.cell(placeOf(cell).row, placeOf(cell).column).format);
      };
      const before = await formats();
      await stage.host.write(cells.map((cell) => write(cell, content)));
      expect(await stage.host.contents(cells.map((cell) => at(cell)))).toEqual(cells.map(() => content));
      // A cell that holds nothing and looks like any other is none.
      expect(await formats()).toEqual(before);
    });

    test('[H3] another number format is given with a content', async () => {
      await stage.host.write([write('B2', { kind: 'number', value: 0.25 }, '0.0%'), write('D2', { kind: 'number', value: 7 }, '@')]);
      const { grid } = await read();
      expect([grid.cell(1, 1), grid.cell(1, 3)]).toEqual([{ value: 0.25, formula: null, format: '0.0%' }, { value: 7, formula: null, format: '@' }]);
    });

    test('[H4] what comes back from writing undoes it', async () => {
      const whole = stage.snapshot();
      const cells = ['A1', 'B2', 'B3', 'C2', 'C4', 'D3', 'A4', 'B5', 'C5', 'A5', 'F9'];
      const contents = await stage.host.contents(cells.map((cell) => at(cell)));
      const before = await stage.host.write([...cells.map((cell, i) => write(cell, { kind: 'number', value: i }, '0.00')), { ...at('A1', other), content: { kind: 'text', text: '=1' }, format: null }]);
      expect(stage.snapshot()).not.toEqual(whole);
      await stage.host.write(before);
      expect(await stage.host.contents(cells.map((cell) => at(cell)))).toEqual(contents);
      const { grid } = await read();
      for (const cell of cells.slice(0, -1)) expectKept(grid, FIRST, placeOf(cell));
    });

    test('[H4] writes nothing where one cell cannot be written', async () => {
      const whole = stage.snapshot();
      await expect(stage.host.write([write('B2', { kind: 'number', value: 1 }), { ...at('B2', 'no-such-sheet'), content: { kind: 'blank' }, format: null }])).rejects.toMatchObject({ reason: 'sheet-gone' });
      expect(stage.snapshot()).toEqual(whole);
      expect(await stage.host.write([])).toEqual([]);
    });

    test('[H5] marks replace each other, are found again after reopening, and go without a trace', async () => {
      const whole = stage.snapshot();
      const marks: Mark[] = [{ ...at('B2'), look: 'error', note: null }, { ...at('B3'), look: 'error', note: null }, { ...at('D9'), look: 'warning', note: null }, { ...at('A1', other), look: 'note', note: null }];
      await stage.host.mark(marks);
      const marked = stage.snapshot();
      expect(marked).not.toEqual(whole);
      await stage.host.mark(marks.slice(0, 1));
      expect(stage.snapshot()).not.toEqual(marked);
      await stage.host.mark(marks);
      expect(stage.snapshot()).toEqual(marked);
      const { grid } = await read();
      expect(grid.cell(1, 1)).toEqual(FIRST.cell(1, 1));
      const reopened = stage.again();
      await reopened.mark([]);
      expect(stage.snapshot()).toEqual(whole);
    });

    test('[H6] tells of edits until it is stopped, and not of its own', async () => {
      const told: Edit[] = [];
      const stop = await stage.host.watch((edit) => { told.push(edit); });
      stage.type(at('B2'), 17);
      await stage.settled();
      const area = { top: 1, left: 1, bottom: 1, right: 1 };
      expect(told).toEqual([{ kind: 'cells', sheet, area }]);
      await stage.host.write([write('B2', { kind: 'number', value: 18 }), write('C2', { kind: 'formula', formula: 'B2*2' })]);
      await stage.host.mark([{ ...at('B2'), look: 'error', note: null }]);
      await stage.settled();
      expect(told.splice(0)).toHaveLength(1);
      for (const edit of [{ kind: 'structure', sheet }, { kind: 'activated', sheet: other }, { kind: 'sheets' }] as const) {
        stage.tell(edit);
        await stage.settled();
        expect(told.splice(0)).toEqual([edit]);
      }
      // A user who types where we wrote is told of all the same.
      stage.type(at('B2'), 19);
      await stage.settled();
      expect(told.splice(0)).toEqual([{ kind: 'cells', sheet, area }]);
      await stop();
      await stop();
      stage.type(at('B2'), 20);
      await stage.settled();
      expect(told).toEqual([]);
    });

    test('[H7] selects a cell on its sheet', async () => {
      await stage.host.select(at('C4', other));
      expect(await stage.host.selection()).toEqual({ sheet: other, area: { top: 3, left: 2, bottom: 3, right: 2 } });
      await expect(stage.host.select(at('A1', 'no-such-sheet'))).rejects.toBeInstanceOf(HostError);
    });

    test('[H7] tells what is selected, the first of several areas, until it is stopped', () => expectFollowed(stage, sheet, other));

    test('[H8] adds a sheet at the end and shows it; a taken name gets a number', async () => {
      const added = await stage.host.addSheet(FIRST);
      expect(added).toMatchObject({ name: `${FIRST.name} (2)`, hidden: false });
      const sheets = await stage.host.sheets();
      expect(sheets.at(-1)).toEqual(added);
      const [open] = await stage.host.read({ sheets: 'active' });
      expect(open?.id).toBe(added.id);
      for (let row = 0; row < FIRST.rowCount; row += 1) {
        for (let column = 0; column < FIRST.columnCount; column += 1) expectKept(open?.grid ?? SECOND, FIRST, { row, column });
      }
      expect(open?.grid.merges).toEqual(stage.host.abilities.merges ? FIRST.merges : []);
      expect(await stage.host.addSheet(FIRST)).toMatchObject({ name: `${FIRST.name} (3)` });
    });

    test('[H15] takes over the sheets of a workbook, or says that it cannot', () => expectInserted(stage.host));

    test('[H9] keeps a setting with the workbook', async () => {
      expect(await stage.host.setting('key')).toBeNull();
      await stage.host.keepSetting('key', '{"a":"2020-01-01T00:00:00Z"}');
      expect(await stage.again().setting('key')).toBe('{"a":"2020-01-01T00:00:00Z"}');
      await stage.host.keepSetting('key', null);
      await stage.host.keepSetting('key', null);
      expect(await stage.host.setting('key')).toBeNull();
    });

    test('[H16] keeps text with the workbook under its namespace', () => expectKeptData(stage.host, stage.again, stage.snapshot));

    test('[H10] says that a sheet is gone', async () => {
      const nowhere = at('A1', 'no-such-sheet');
      await expect(stage.host.read({ sheets: ['no-such-sheet'] })).rejects.toMatchObject({ reason: 'sheet-gone' });
      await expect(stage.host.contents([nowhere])).rejects.toMatchObject({ reason: 'sheet-gone' });
      await expect(stage.host.mark([{ ...nowhere, look: 'error', note: null }])).rejects.toMatchObject({ reason: 'sheet-gone' });
      await expect(stage.host.select(nowhere)).rejects.toMatchObject({ reason: 'sheet-gone' });
    });
  });
}

/** A formula that is written anew is calculated anew. */
function expectKept(grid: Grid, before: Grid, { row, column }: ReturnType<typeof placeOf>): void {
  const { value, formula, format } = before.cell(row, column);
  const now = grid.cell(row, column);
  expect([row, column, now]).toMatchObject([row, column, formula === null ? { value, formula, format } : { formula, format }]);
}

/** A cell of every kind; C4 is a date, A5 a text that looks like an error, C5 one that looks like a formula. */
const FIRST: Grid = {
  ...gridOf('Phụ lục', [
    ['TT', 'Chỉ tiêu', { value: 44_196, formula: null, format: 'dd/mm/yyyy' }, { value: 'chữ', formula: null, format: '@' }, true],
    ['1', { value: 1234.5, formula: null, format: '#,##0.0' }, { value: 0, formula: 'B2*2', format: null }, 'x', false],
    [null, 3, { value: { error: '#N/A' }, formula: null, format: null }, { value: '001', formula: null, format: '@' }, null],
    [{ error: '#DIV/0!' }, { value: null, formula: null, format: '0%' }, { value: 44_196, formula: null, format: 'm/d/yyyy' }, -0.25, 1e21],
    ['#N/A', 'Tổng số', '=B2+1', { value: 12, formula: null, format: '@' }, 'đ'],
    [null, null, null, null, null],
    [1, 2, 3, 4, 5],
  ]),
  merges: [{ top: 5, left: 0, bottom: 5, right: 2 }, { top: 0, left: 4, bottom: 1, right: 4 }],
  isRowHidden: (row) => row === 3,
  isColumnHidden: (column) => column === 4,
};
const SECOND = gridOf('Kế hoạch', [['a', 1], ['b', 2]]);

const TEXTS = ['Tổng số', '=A1', '=1+1', '+1', '-5', '- Nông nghiệp', '@A1', "'a", "'", '1.234', '1,234', '12', '1/2', '31/12/2020', '2020-12-31', '10:30', '5%', '1e5', 'TRUE', 'false', '#N/A', '#REF!', 'Jan 5', ' 7', 'II.1', '“a”'];
const CONTENTS: Content[] = [
  { kind: 'number', value: 119.5 }, { kind: 'number', value: -0.1 }, { kind: 'number', value: 1e-7 }, { kind: 'boolean', value: true }, { kind: 'boolean', value: false },
  { kind: 'text', text: 'Hợp tác xã' }, { kind: 'formula', formula: 'SUM(B2:B3)' }, { kind: 'error', error: '#N/A' }, { kind: 'blank' },
];
