/**
 * The edits of cells, gathered until they are written: once for all sheets, however many there are.
 *
 * What follows from them is done with them: formulas that share a text with an edited cell, tables' headings, results that no longer hold.
 */
import { valueOf } from '#adapters/xlsx/patch/cell-content';
import { readCellXml, type CellXml } from '#adapters/xlsx/patch/cell-text';
import { Dependents, type ChangedCell, type FormulaSheet } from '#adapters/xlsx/patch/dependents';
import { formulaTextAt, planGroups, type CellPlan } from '#adapters/xlsx/patch/formula-groups';
import { storedFormula } from '#adapters/xlsx/patch/function-names';
import { namesOf } from '#adapters/xlsx/patch/names';
import { askRecalculation, dropCalculationChain } from '#adapters/xlsx/patch/recalculation';
import { editSplices, type CellEdit, type EditedCells } from '#adapters/xlsx/patch/sheet-edits';
import { SheetIndex, type FormulaPlace } from '#adapters/xlsx/patch/sheet-index';
import { syncHeadings } from '#adapters/xlsx/patch/sync-headings';
import type { WorkbookState } from '#adapters/xlsx/patch/workbook-state';
import { movedFormula } from '#core/formulas/moved-formula';
import { isWithin } from '#core/table/grid';
import type { CellContent } from '#ports/workbook-editor';

interface Sheet {
  readonly name: string;
  readonly path: string;
  readonly text: string;
  readonly index: SheetIndex;
  readonly edits: EditedCells;
}

/** @param pending by the part of the sheet; emptied */
export function writeEdits(workbook: WorkbookState, pending: Map<string, EditedCells>): void {
  syncHeadings(workbook, pending);
  const sheets = workbook.sheets().flatMap(({ name, path }) => {
    const text = workbook.zip.text(path);
    const edits = pending.get(path);
    return edits !== undefined || mayHoldFormulas(text) ? [{ name, path, text, index: new SheetIndex(text), edits: edits ?? new Map<number, Map<number, CellEdit>>() }] : [];
  });
  pending.clear();
  for (const sheet of sheets) dropIdle(sheet, workbook);
  const changes = sheets.map((sheet) => formulaSheet(sheet));
  const changed = changedCells(sheets);
  if (changed.length > 0) new Dependents(changes, namesOf(workbook)).mark(changed);
  for (const [i, { path, text, index, edits }] of sheets.entries()) {
    const splices = editSplices({ text, index }, edits, changes[i]?.plans ?? new Map<number, CellPlan>(), { strings: workbook.strings, shiftOf: (style) => workbook.shiftOf(style) });
    workbook.zip.edit(path, splices);
  }
  workbook.strings.flush();
  if (changed.length > 0) recalculate(workbook, sheets, changes);
}

/** Quick, and right where it says no. */
function mayHoldFormulas(text: string): boolean {
  return /<(?:[\w.-]+:)?f[\s>/]/.test(text);
}

function formulaSheet({ name, text, index, edits }: Sheet): FormulaSheet {
  const isEdited = (row: number, column: number): boolean => (edits.get(row)?.get(column)?.content ?? null) !== null;
  return { name: name.toLowerCase(), text, index, isEdited, plans: planGroups(text, index, isEdited) };
}

function changedCells(sheets: readonly Sheet[]): readonly ChangedCell[] {
  return sheets.flatMap(({ edits }, sheet) => [...edits].flatMap(([row, cells]) => [...cells].flatMap(([column, { content }]) => (content === null ? [] : [{ sheet, row, column }]))));
}

/** An edit that says what the cell says already is none: the sheet stays as it is. */
function dropIdle(sheet: Sheet, workbook: WorkbookState): void {
  const formulas = new FormulasSeen(sheet);
  for (const [row, cells] of sheet.edits) {
    for (const [column, edit] of cells) {
      const rest = withoutIdle(sheet, { row, column, edit }, formulas, workbook);
      if (rest === null) cells.delete(column);
      else cells.set(column, rest);
    }
    if (cells.size === 0) sheet.edits.delete(row);
  }
}

function withoutIdle({ text, index }: Sheet, { row, column, edit }: { readonly row: number; readonly column: number; readonly edit: CellEdit }, formulas: FormulasSeen, workbook: WorkbookState): CellEdit | null {
  const cell = index.cellAt(row, column);
  if (cell === -1) return left(isNothing(edit.content) ? { style: edit.style, content: null } : edit);
  const { from, to } = index.cell(cell);
  const old = readCellXml(text.slice(from, to));
  return left({
    style: edit.style === Number(old.style ?? 0) ? null : edit.style,
    content: edit.content !== null && isSame(edit.content, old, formulas.at(cell, row, column), workbook) ? null : edit.content,
  });
}

function left(edit: CellEdit): CellEdit | null {
  return edit.style === null && edit.content === null ? null : edit;
}

function isNothing(content: CellContent | null): boolean {
  return content === null || (content.value === null && content.formula === null);
}

function isSame({ value, formula }: CellContent, old: CellXml, seen: string | null, workbook: WorkbookState): boolean {
  if ((formula === null ? null : storedFormula(formula)) !== seen) return false;
  const stands = valueOf(old, workbook.strings, workbook.shiftOf(Number(old.style ?? 0)));
  if (typeof value !== 'object' || value === null) return value === stands;
  return typeof stands === 'object' && stands !== null && stands.error === value.error;
}

/** The formula of each cell as the file has it, shared ones moved to their cell. */
class FormulasSeen {
  private readonly sheet: Sheet;
  private readonly arrays: readonly FormulaPlace[];
  private byCell: Map<number, string> | null = null;

  constructor(sheet: Sheet) {
    this.sheet = sheet;
    this.arrays = sheet.index.formulas.filter(({ kind }) => kind === 'array');
  }

  at(cell: number, row: number, column: number): string | null {
    this.byCell ??= this.read();
    const own = this.byCell.get(cell);
    if (own !== undefined) return own;
    const array = this.arrays.find(({ area }) => area !== null && isWithin(area, row, column));
    return array === undefined ? null : formulaTextAt(this.sheet.text, array);
  }

  private read(): Map<number, string> {
    const found = new Map<number, string>();
    const masters = new Map<string, FormulaPlace>();
    const { text, index } = this.sheet;
    for (const place of index.formulas) {
      const isMaster = place.inner.to > place.inner.from;
      if (isMaster && place.kind === 'shared') masters.set(place.shared, place);
      const master = isMaster ? place : masters.get(place.shared);
      if (master !== undefined && this.isWanted(place)) found.set(place.cell, movedFormula(formulaTextAt(text, master), { rows: place.row - master.row, columns: place.column - master.column }));
    }
    return found;
  }

  private isWanted({ row, column }: FormulaPlace): boolean {
    return this.sheet.edits.get(row)?.has(column) ?? false;
  }
}

/** Asked for where any formula may read what changed; the order of calculation goes where the set of formulas changed. */
function recalculate(workbook: WorkbookState, sheets: readonly Sheet[], changes: readonly FormulaSheet[]): void {
  const given = sheets.some(({ edits }) => [...edits.values()].some((cells) => [...cells.values()].some(({ content }) => (content?.formula ?? null) !== null)));
  if (!given && sheets.every(({ index }) => index.formulas.length === 0)) return;
  askRecalculation(workbook.zip, workbook.path);
  const isLost = changes.some(({ index, isEdited, plans }) => [...plans.values()].some(({ formula }) => formula !== undefined) || index.formulas.some(({ row, column }) => isEdited(row, column)));
  if (given || isLost) dropCalculationChain(workbook.zip, workbook.path);
}
