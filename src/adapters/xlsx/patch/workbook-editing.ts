/** The port's editor over a package: each request goes to the part of the format that it is about. */
import { areaOf, LAST_COLUMN, LAST_ROW } from '#core/table/cell-reference';
import { assertContent } from '#adapters/xlsx/patch/cell-content';
import { writeEdits } from '#adapters/xlsx/patch/cell-edits';
import { addConditionalMarks, removeConditionalMarks } from '#adapters/xlsx/patch/conditional-marks';
import { addCustomData, customDataPath, readCustomData, removeCustomData } from '#adapters/xlsx/patch/custom-data';
import { MergeCover } from '#adapters/xlsx/patch/merge-cover';
import { formSheetXml } from '#adapters/xlsx/patch/form-sheet';
import { newSheetXml } from '#adapters/xlsx/patch/new-sheet';
import { addNotes, removeNotes, type NotesContext } from '#adapters/xlsx/patch/notes';
import type { EditedCells } from '#adapters/xlsx/patch/sheet-edits';
import { freeSheetName, putSheetInFront, takeSheetOut } from '#adapters/xlsx/patch/sheet-list';
import { sheetIsRead } from '#adapters/xlsx/patch/sheet-uses';
import { keepTurnBack, turnBack, turnBackData } from '#adapters/xlsx/patch/turn-back';
import { askRecalculation } from '#adapters/xlsx/patch/recalculation';
import { usualStyle } from '#adapters/xlsx/patch/usual-style';
import { SheetIndex } from '#adapters/xlsx/patch/sheet-index';
import type { WorkbookState } from '#adapters/xlsx/patch/workbook-state';
import { attributeOf } from '#adapters/xlsx/patch/xml-children';
import type { InputMessages, NewForm } from '#core/new/form';
import { address, type Area } from '#core/table/grid';
import type { CellContent, ConditionalMark, NewSheet, Note, StyleSpec, WorkbookEditor } from '#ports/workbook-editor';

export class WorkbookEditing implements WorkbookEditor {
  private readonly workbook: WorkbookState;
  /** By the part of the sheet; written before anything else is done to it. */
  private readonly pending = new Map<string, EditedCells>();
  private readonly merges = new Map<string, MergeCover>();
  private readonly indexes = new Map<string, { readonly text: string; readonly index: SheetIndex }>();

  constructor(workbook: WorkbookState) {
    this.workbook = workbook;
  }

  sheets(): readonly string[] {
    return this.workbook.sheets().map(({ name }) => name);
  }

  setCell(sheet: string, row: number, column: number, content: CellContent, style?: number): void {
    assertContent(content);
    const path = this.place(sheet, row, column);
    const cover = content.value === null && content.formula === null ? null : this.cover(path).over(row, column);
    if (cover !== null) throw new RangeError(`Cannot write into ${address(row, column)}: a merge covers it, whose first cell is ${address(cover.top, cover.left)}`);
    this.put(path, row, column, { content, ...(style !== undefined && { style }) });
  }

  setStyle(sheet: string, row: number, column: number, style: number): void {
    this.put(this.place(sheet, row, column), row, column, { style });
  }

  styleAt(sheet: string, row: number, column: number): number {
    const path = this.place(sheet, row, column);
    const edited = this.pending.get(path)?.get(row)?.get(column)?.style ?? null;
    if (edited !== null) return edited;
    const { text, index } = this.indexOf(path);
    const cell = index.cellAt(row, column);
    return cell === -1 ? usualStyle(text, index, row, column) : Number(attributeOf(text, index.cell(cell), 's') ?? 0);
  }

  addStyle(style: StyleSpec): number {
    return this.workbook.styles.add(style);
  }

  addConditionalMarks(sheet: string, marks: readonly ConditionalMark[]): void {
    addConditionalMarks(this.workbook.zip, this.written(sheet), marks, this.workbook.styles);
  }

  removeConditionalMarks(sheet: string, formula: string): readonly Area[] {
    return removeConditionalMarks(this.workbook.zip, this.written(sheet), formula);
  }

  addNotes(sheet: string, notes: readonly Note[]): readonly string[] {
    for (const { cell } of notes) if (areaOf(cell) === null) throw new RangeError(`Cannot put a note on "${cell}": a cell is named as in A1`);
    return addNotes(this.notesOf(sheet), notes);
  }

  removeNotes(sheet: string, isGone: (note: Note) => boolean): void {
    removeNotes(this.notesOf(sheet), isGone);
  }

  addSheetInFront(sheet: NewSheet): string {
    this.write();
    const { zip, path, namespaces, strings } = this.workbook;
    const name = freeSheetName(sheet.name, this.workbook.all().map((one) => one.name));
    putSheetInFront(zip, path, namespaces, { name, hidden: false, xml: newSheetXml(sheet, namespaces, strings), titleRows: sheet.titleRows });
    strings.flush();
    return name;
  }

  addFormInFront(form: NewForm, messages: InputMessages): string {
    this.write();
    const { zip, path, namespaces, strings, styles } = this.workbook;
    const name = freeSheetName(form.name, this.workbook.all().map((one) => one.name));
    putSheetInFront(zip, path, namespaces, { name, hidden: form.hidden, xml: formSheetXml(form, { namespaces, strings, styles, messages }), titleRows: form.header });
    strings.flush();
    askRecalculation(zip, path);
    return name;
  }

  isSheetNeeded(sheet: string): boolean {
    return this.isLastVisible(this.written(sheet)) || sheetIsRead(this.workbook, sheet);
  }

  removeSheet(sheet: string): void {
    const path = this.written(sheet);
    if (this.isLastVisible(path)) throw new RangeError(`Cannot remove sheet "${sheet}": a workbook shows one sheet at least`);
    if (sheetIsRead(this.workbook, sheet)) throw new RangeError(`Cannot remove sheet "${sheet}": formulas elsewhere read it`);
    for (const own of this.workbook.all().filter((one) => one.path === path)) takeSheetOut(this.workbook.zip, this.workbook.path, own);
  }

  private isLastVisible(path: string): boolean {
    return this.workbook.all().every((one) => one.path === path || !one.isVisible);
  }

  customData(namespace: string): string | null {
    const path = customDataPath(this.workbook.zip, this.workbook.path, namespace);
    return path === null ? null : readCustomData(this.workbook.zip, path);
  }

  setCustomData(namespace: string, data: string | null): void {
    const { zip, path, namespaces } = this.workbook;
    const known = customDataPath(zip, path, namespace);
    if (known !== null && data !== null && readCustomData(zip, known) === data) return;
    if (known !== null) removeCustomData(zip, path, known);
    if (data !== null) addCustomData(zip, path, { namespace, data, namespaces });
  }

  keepTurnBack(): void {
    this.write();
    keepTurnBack(this.workbook);
  }

  turnBack(): 'back' | 'rewritten' | 'none' {
    const done = turnBack(this.workbook);
    if (done === 'rewritten') this.setCustomData(turnBackData(), null);
    return done;
  }

  save(): Uint8Array {
    this.write();
    return this.workbook.zip.save();
  }

  private put(path: string, row: number, column: number, edit: { readonly content?: CellContent; readonly style?: number }): void {
    const cells = entry(entry(this.pending, path, () => new Map<number, Map<number, { content: CellContent | null; style: number | null }>>()), row, () => new Map<number, { content: CellContent | null; style: number | null }>());
    const before = cells.get(column) ?? { content: null, style: null };
    cells.set(column, { ...before, ...edit });
  }

  private place(sheet: string, row: number, column: number): string {
    const isPlace = Number.isInteger(row) && Number.isInteger(column) && row >= 0 && row <= LAST_ROW && column >= 0 && column <= LAST_COLUMN;
    if (!isPlace) throw new RangeError(`Cannot write into row ${row} and column ${column}, counted from 0: a sheet has no such cell`);
    return this.workbook.sheet(sheet).path;
  }

  private cover(path: string): MergeCover {
    return entry(this.merges, path, () => new MergeCover(this.workbook.zip.text(path)));
  }

  private indexOf(path: string): { readonly text: string; readonly index: SheetIndex } {
    const text = this.workbook.zip.text(path);
    const known = this.indexes.get(path);
    if (known?.text === text) return known;
    const made = { text, index: new SheetIndex(text) };
    this.indexes.set(path, made);
    return made;
  }

  /** The part of a sheet, its edits written. */
  private written(sheet: string): string {
    this.write();
    return this.workbook.sheet(sheet).path;
  }

  private notesOf(sheet: string): NotesContext {
    const { zip, namespaces } = this.workbook;
    return { zip, namespaces, path: this.written(sheet) };
  }

  private write(): void {
    if (this.pending.size > 0) writeEdits(this.workbook, this.pending);
  }
}

function entry<Key, Value>(map: Map<Key, Value>, key: Key, make: () => Value): Value {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make();
  map.set(key, made);
  return made;
}
