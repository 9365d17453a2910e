/** The grid without its page: its cells, commands, formulas and history, which run in Node too. */
import { IUniverInstanceService, LocaleType, LogLevel, RedoCommand, UndoCommand, Univer, UniverInstanceType, ICommandService, type ICellData, type IWorkbookData, type Workbook } from '@univerjs/core';
import { UniverFormulaEnginePlugin } from '@univerjs/engine-formula';
import { SetRangeValuesCommand, SetSelectionsOperation, SetWorksheetActiveOperation, UniverSheetsPlugin } from '@univerjs/sheets';
import { bookData } from '#adapters/browser/grid/book-data';
import { GridView } from '#adapters/browser/grid/grid-view';
import type { OpenBook } from '#adapters/browser/open-book';
import type { Area } from '#core/table/grid';
import type { Spot } from '#ports/workbook-host';

export interface CoreGrid {
  readonly univer: Univer;
  readonly view: GridView;
  readonly run: (id: string, params: object) => boolean;
  /** What the user types, as the grid takes it. */
  readonly type: (spot: Spot, cell: ICellData) => void;
  /** What the user selects. */
  readonly choose: (sheet: string, area: Area) => void;
  readonly undo: () => Promise<boolean>;
  readonly redo: () => Promise<boolean>;
  readonly close: () => void;
}

export function coreGrid(book: OpenBook): CoreGrid {
  const univer = new Univer({ locale: LocaleType.VI_VN, locales: {}, logLevel: LogLevel.SILENT });
  univer.registerPlugin(UniverFormulaEnginePlugin, { notExecuteFormula: true });
  univer.registerPlugin(UniverSheetsPlugin, { notExecuteFormula: true });
  univer.createUnit<IWorkbookData, Workbook>(UniverInstanceType.UNIVER_SHEET, bookData(book, 'book', LocaleType.VI_VN));
  const view = new GridView(univer, book, 'book');
  const injector = univer.__getInjector();
  // History is that of the workbook before the user.
  injector.get(IUniverInstanceService).focusUnit('book');
  const commands = injector.get(ICommandService);
  const run = (id: string, params: object): boolean => commands.syncExecuteCommand(id, { unitId: 'book', ...params });
  return {
    univer, view, run,
    type: ({ sheet, row, column }, cell) => {
      run(SetRangeValuesCommand.id, { subUnitId: sheet, range: { startRow: row, endRow: row, startColumn: column, endColumn: column }, value: { [row]: { [column]: cell } } });
    },
    choose: (subUnitId, { top: startRow, left: startColumn, bottom: endRow, right: endColumn }) => {
      run(SetWorksheetActiveOperation.id, { subUnitId });
      run(SetSelectionsOperation.id, { subUnitId, selections: [{ range: { startRow, startColumn, endRow, endColumn }, primary: null, style: null }] });
    },
    undo: () => commands.executeCommand(UndoCommand.id),
    redo: () => commands.executeCommand(RedoCommand.id),
    close: () => { view.close(); univer.dispose(); },
  };
}
