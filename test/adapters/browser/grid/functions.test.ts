import { CellValueType, ICommandService, IUndoRedoService, type Injector } from '@univerjs/core';
import { ArrayValueObject, ErrorType, ErrorValueObject, IFunctionService, NullValueObject, NumberValueObject, StringValueObject, type BaseValueObject } from '@univerjs/engine-formula';
import { SetRangeValuesCommand } from '@univerjs/sheets';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { BrowserHost } from '#adapters/browser/browser-host';
import { onlyContent } from '#adapters/browser/grid/commands';
import { registerFunctions } from '#adapters/browser/grid/htx-functions';
import { OpenBook } from '#adapters/browser/open-book';
import { gridOf } from '#core/table/grid';
import { coreGrid, type CoreGrid } from '#test/adapters/browser/grid/core-grid';
import { functionsVi } from '#words/functions-vi';

let book: OpenBook;
let grid: CoreGrid;
let injector: Injector;

beforeEach(() => {
  book = new OpenBook([{ grid: gridOf('Biểu', [['a', 1], ['b', 2], ['c', '=A1']]), hidden: false }]);
  grid = coreGrid(book);
  injector = grid.univer.__getInjector();
});

afterEach(() => { grid.close(); });

function call(name: string, ...given: BaseValueObject[]): unknown {
  const made = injector.get(IFunctionService).getExecutor(name)?.calculate(...given);
  if (made instanceof ErrorValueObject) return made.getErrorType();
  if (made instanceof ArrayValueObject) return made.toValue();
  return (made as BaseValueObject).getValue();
}

const column = (...cells: BaseValueObject[]): ArrayValueObject => ArrayValueObject.create({ calculateValueList: cells.map((cell) => [cell]), rowCount: cells.length, columnCount: 1, unitId: '', sheetId: '', row: 0, column: 0 });

test('[B3] functions › a blank cell is blank, 0 is a figure, errors stay errors, ranges spill', () => {
  registerFunctions(injector, () => functionsVi, [{ id: 'RATIO', description: 'Tỷ lệ', parameters: [{ name: 'actual', description: 'x' }, { name: 'base', description: 'y', optional: true }] }]);
  const [n, text] = [(value: number) => NumberValueObject.create(value), (value: string) => StringValueObject.create(value)];
  expect(call('HTX.RATIO', n(102), n(85))).toBe(1.2);
  expect(call('HTX.RATIO', text('1.002,1'), text('1.000'))).toBe(1.0021);
  expect(call('HTX.RATIO', n(102), NullValueObject.create())).toBe('');
  expect(call('HTX.RATIO', n(102), n(0))).toBe('#DIV/0!');
  expect(call('HTX.RATIO', ErrorValueObject.create(ErrorType.NA), n(1))).toBe('#N/A');
  expect(call('HTX.RATIO', n(102))).toBe('');
  expect(call('HTX.RATIO', column(n(102), NullValueObject.create(), n(50)), column(n(85), n(1), n(100)))).toEqual([[1.2], [''], [0.5]]);
  expect(call('HTX.CHECK', n(102), n(17), text('20,0%'))).toContain('120,0%');
  expect(injector.get(IFunctionService).getDescriptions().get('HTX.RATIO')?.abstract).toBe('Tỷ lệ');
});

test('[B2] grid › what the panel writes on several cells is one step of the history; undo and redo are told', async () => {
  const host = new BrowserHost(book);
  const told: unknown[] = [];
  await host.watch((edit) => { told.push(edit); });
  await host.write([{ sheet: 's1', row: 0, column: 1, content: { kind: 'number', value: 5 }, format: '0.0%' }, { sheet: 's1', row: 4, column: 3, content: { kind: 'text', text: '=x' }, format: null }]);
  expect(told).toEqual([]);
  expect(book.changes).toHaveLength(2);
  expect(book.isDirty).toBe(true);
  await grid.undo();
  expect(book.changes).toEqual([]);
  expect(book.isDirty).toBe(false);
  expect(told).toHaveLength(1);
  await grid.redo();
  expect(book.cell({ sheet: 's1', row: 0, column: 1 })).toEqual({ value: 5, formula: null, format: '0.0%' });
  expect(book.cell({ sheet: 's1', row: 4, column: 3 })).toEqual({ value: '=x', formula: null, format: null });
  await grid.undo();
  expect(injector.get(IUndoRedoService).pitchTopUndoElement()).toBeNull();
});

test('[B2] grid › a result that a formula gives is taken, and is no edit', () => {
  grid.type({ sheet: 's1', row: 2, column: 1 }, { f: '=A1', v: 'kết quả', t: CellValueType.STRING });
  expect(book.cell({ sheet: 's1', row: 2, column: 1 })).toMatchObject({ formula: 'A1', value: 'kết quả' });
  const changed = book.changes.length;
  grid.type({ sheet: 's1', row: 2, column: 1 }, { v: '#DIV/0!', t: CellValueType.STRING });
  expect(book.cell({ sheet: 's1', row: 2, column: 1 }).value).toEqual({ error: '#DIV/0!' });
  expect(book.changes).toHaveLength(changed);
});

test('[B3] grid › commands that change more than contents are refused, and the rest is let through', () => {
  let refused = 0;
  const listening = onlyContent(injector.get(ICommandService), () => { refused += 1; });
  expect(grid.run(SetRangeValuesCommand.id, { subUnitId: 's1', range: { startRow: 0, endRow: 0, startColumn: 0, endColumn: 0 }, value: { 0: { 0: { v: 'x', t: 1 } } } })).toBe(true);
  expect(refused).toBe(0);
  expect(grid.run('sheet.command.insert-row', { subUnitId: 's1' })).toBe(false);
  expect(refused).toBe(1);
  listening.dispose();
});
