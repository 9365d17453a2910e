/**
 * Keeps an open workbook and the grid that shows it the same.
 *
 * What the panel writes becomes one step of the grid's own history; what the user does in the grid, undoing included, is read
 * off the grid and told. It needs no page: only the grid's core.
 */
import { ICommandService, IUniverInstanceService, mergeWorksheetSnapshotWithDefault, ObjectMatrix, UniverInstanceType, type ICellData, type ICommandInfo, type IDisposable, type IObjectMatrixPrimitiveType, type Univer, type Workbook, type Worksheet } from '@univerjs/core';
import { FormulaDataModel } from '@univerjs/engine-formula';
import { InsertSheetMutation, MoveRangeMutation, SetRangeValuesCommand, SetRangeValuesMutation, SetSelectionsOperation, SetWorksheetActiveOperation, type IMoveRangeMutationParams, type ISetRangeValuesMutationParams, type ISetSelectionsOperationParams, type ISetWorksheetActiveOperationParams } from '@univerjs/sheets';
import { sheetData } from '#adapters/browser/grid/book-data';
import { cellShown, formatOf, gridCell, isSameCell } from '#adapters/browser/grid/grid-cell';
import { GridMarks } from '#adapters/browser/grid/grid-marks';
import type { BookView, OpenBook, PlacedCell } from '#adapters/browser/open-book';
import type { Cell } from '#core/table/grid';
import type { Mark, SheetInfo, Spot } from '#ports/workbook-host';

/** Scrolls only where a grid is on the page. */
const SCROLL = 'sheet.command.scroll-to-cell';

export class GridView implements BookView {
  readonly #book: OpenBook;
  readonly #unit: Workbook;
  readonly #commands: ICommandService;
  readonly #formulas: FormulaDataModel;
  readonly #marks: GridMarks;
  readonly #listening: IDisposable;
  /** By the command that was carried out. */
  readonly #takers = new Map<string, (params: object) => void>([
    [SetRangeValuesMutation.id, (params) => { this.#valuesSet(params as ISetRangeValuesMutationParams); }],
    [MoveRangeMutation.id, (params) => { this.#moved(params as IMoveRangeMutationParams); }],
    [SetWorksheetActiveOperation.id, (params) => { this.#activated((params as ISetWorksheetActiveOperationParams).subUnitId); }],
    [SetSelectionsOperation.id, (params) => { this.#selected(params as ISetSelectionsOperationParams); }],
  ]);

  /**
   * @param id of the workbook in the grid
   * @param repaint asks for the cells again that are on the screen
   */
  constructor(univer: Univer, book: OpenBook, id: string, repaint: () => void = () => null) {
    const injector = univer.__getInjector();
    const unit = injector.get(IUniverInstanceService).getUnit<Workbook>(id, UniverInstanceType.UNIVER_SHEET);
    if (unit === null || unit === undefined) throw new Error(`Cannot show workbook ${id}: the grid does not have it`);
    this.#book = book;
    this.#unit = unit;
    this.#commands = injector.get(ICommandService);
    this.#formulas = injector.get(FormulaDataModel);
    this.#marks = new GridMarks(injector, id, repaint);
    this.#listening = this.#commands.onCommandExecuted((command) => { this.#done(command); });
    book.view = this;
    this.#catchUp();
    this.mark(book.marks);
  }

  readonly write = (cells: readonly PlacedCell[]): void => {
    for (const [sheet, matrix] of this.#matrices(cells)) {
      const range = matrix.getDataRange();
      this.#commands.syncExecuteCommand(SetRangeValuesCommand.id, { unitId: this.#unit.getUnitId(), subUnitId: sheet, range, value: matrix.getMatrix() });
    }
  };

  readonly mark = (marks: readonly Mark[]): void => {
    this.#marks.replace(marks);
  };

  readonly select = ({ sheet, row, column }: Spot): void => {
    const unitId = this.#unit.getUnitId();
    if (this.#unit.getActiveSheet().getSheetId() !== sheet) this.#commands.syncExecuteCommand(SetWorksheetActiveOperation.id, { unitId, subUnitId: sheet });
    const range = { startRow: row, endRow: row, startColumn: column, endColumn: column };
    const merged = this.#unit.getSheetBySheetId(sheet)?.getMergedCell(row, column) ?? range;
    const primary = { ...merged, actualRow: row, actualColumn: column, isMerged: merged !== range, isMergedMainCell: merged !== range };
    this.#commands.syncExecuteCommand(SetSelectionsOperation.id, { unitId, subUnitId: sheet, selections: [{ range: merged, primary, style: null }] } satisfies ISetSelectionsOperationParams);
    if (this.#commands.hasCommand(SCROLL)) void this.#commands.executeCommand(SCROLL, { range });
  };

  readonly addSheet = (info: SheetInfo): void => {
    const sheet = mergeWorksheetSnapshotWithDefault(sheetData(info, this.#book.grid(info.id), this.#book.lookOf(info.id)));
    this.#commands.syncExecuteCommand(InsertSheetMutation.id, { unitId: this.#unit.getUnitId(), index: this.#unit.getSheetSize(), sheet });
    this.select({ sheet: info.id, row: 0, column: 0 });
  };

  close(): void {
    this.#listening.dispose();
    this.#marks.close();
    if (this.#book.view === this) this.#book.view = null;
  }

  /** What was changed while the grid was coming: it is no step of its history. */
  #catchUp(): void {
    const late = this.#book.touched.filter((one) => !isSameCell(this.#shown(one.sheet, one.row, one.column, one.cell), one.cell));
    for (const [sheet, matrix] of this.#matrices(late)) this.#commands.syncExecuteCommand(SetRangeValuesMutation.id, { unitId: this.#unit.getUnitId(), subUnitId: sheet, cellValue: matrix.getMatrix() });
  }

  #matrices(cells: readonly PlacedCell[]): ReadonlyMap<string, ObjectMatrix<ICellData>> {
    const matrices = new Map<string, ObjectMatrix<ICellData>>();
    for (const { sheet, row, column, cell } of cells) {
      const matrix = matrices.get(sheet) ?? new ObjectMatrix<ICellData>();
      matrix.setValue(row, column, { ...gridCell(cell), ...this.#styled(sheet, row, column, cell.format) });
      matrices.set(sheet, matrix);
    }
    return matrices;
  }

  /** A cell as the grid has it by now. */
  #shown(sheet: string, row: number, column: number, before: Cell): Cell {
    const worksheet = this.#unit.getSheetBySheetId(sheet);
    const raw = worksheet?.getCellRaw(row, column);
    return cellShown({ raw, formula: worksheet ? this.#formulaAt(worksheet, row, column) : null, format: formatOf(this.#unit.getStyles().getStyleByCell(raw)) }, before);
  }

  #styled(sheet: string, row: number, column: number, format: string | null): Pick<ICellData, 's'> {
    const worksheet = this.#unit.getSheetBySheetId(sheet);
    const style = this.#unit.getStyles().getStyleByCell(worksheet?.getCellRaw(row, column));
    return formatOf(style) === format ? {} : { s: { ...style, n: format === null ? null : { pattern: format } } };
  }

  #done({ id, params }: Readonly<ICommandInfo>): void {
    if (params === undefined || (params as { unitId?: string }).unitId !== this.#unit.getUnitId()) return;
    const take = this.#takers.get(id);
    take?.(params);
  }

  #valuesSet({ subUnitId, cellValue }: ISetRangeValuesMutationParams): void {
    if (cellValue !== undefined) this.#take(subUnitId, cellValue);
  }

  #moved({ from, to }: IMoveRangeMutationParams): void {
    this.#take(from.subUnitId, from.value);
    this.#take(to.subUnitId, to.value);
  }

  /** Whatever stands in these cells by now. */
  #take(sheet: string, places: IObjectMatrixPrimitiveType<unknown>): void {
    const cells: PlacedCell[] = [];
    new ObjectMatrix(places).forValue((row, column) => {
      const before = this.#book.cell({ sheet, row, column });
      const cell = this.#shown(sheet, row, column, before);
      if (!isSameCell(before, cell)) cells.push({ sheet, row, column, cell });
    });
    if (cells.length > 0) this.#book.edit(sheet, cells);
  }

  #formulaAt(worksheet: Worksheet, row: number, column: number): string | null {
    const raw = worksheet.getCellRaw(row, column);
    if (raw?.si === undefined || raw.si === null) return raw?.f ?? null;
    return this.#formulas.getFormulaStringByCell(row, column, worksheet.getSheetId(), this.#unit.getUnitId()) ?? null;
  }

  #activated(sheet: string): void {
    if (this.#book.selected.value.sheet === sheet) return;
    this.#book.selected.value = { sheet, area: { top: 0, left: 0, bottom: 0, right: 0 } };
    this.#book.tell({ kind: 'activated', sheet });
  }

  #selected({ subUnitId, selections }: ISetSelectionsOperationParams): void {
    const range = selections[0]?.range;
    if (range === undefined || subUnitId !== this.#unit.getActiveSheet().getSheetId()) return;
    this.#book.selected.value = { sheet: subUnitId, area: { top: range.startRow, left: range.startColumn, bottom: range.endRow, right: range.endColumn } };
  }
}
