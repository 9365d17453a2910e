/** The workbook that the fake host plays: what a real one would save, and nothing of how it is asked. */
import { plainUnpacker } from '#adapters/xlsx/plain-unpacker';
import { readWorkbook } from '#adapters/xlsx/read-workbook';
import { address, columnLetters, type Area, type CellValue, type Grid } from '#core/table/grid';
import { sameOrInside } from '#test/office/areas';
import type { BookCell } from '#test/office/book-cell';
import { Fault } from '#test/office/fault';
import { staysText } from '#test/office/typing';

/** A file is handed over as the first argument of a call. */
const INSERTED = /"Name":"InsertWorksheetsFromBase64".*?"Arguments":\["([A-Za-z\d+/=]+)"/;

const EMPTY: BookCell = { value: '', type: 'Empty', formula: null, format: 'General', quoted: false, locked: true };

/** A conditional format; the first of a sheet is the one that wins. */
export interface BookFormat {
  readonly id: string;
  readonly type: 'Custom' | 'CellValue';
  areas: readonly Area[];
  formula: string;
  fill: string | null;
  border: string | null;
  /** Of the line below: 'Continuous', 'Dash'. */
  line: string | null;
}

const WIDTH = 16_384;
export const HEIGHT = 1_048_576;

export class BookSheet {
  readonly id: string;
  name: string;
  visibility: 'Visible' | 'Hidden' | 'VeryHidden' = 'Visible';
  isProtected = false;
  /** What is allowed while it is protected by a request. */
  protection: object | null = null;
  readonly cells = new Map<number, BookCell>();
  /** Number formats of whole columns: cells that hold nothing of their own. */
  readonly columnFormats = new Map<number, string>();
  readonly hiddenRows = new Set<number>();
  readonly hiddenColumns = new Set<number>();
  merges: readonly Area[] = [];
  formats: BookFormat[] = [];
  readonly notes = new Map<string, string>();

  constructor(id: string, name: string) {
    this.id = id;
    this.name = name;
  }

  cell(row: number, column: number): BookCell {
    return this.cells.get(row * WIDTH + column) ?? this.#blank(column);
  }

  put(row: number, column: number, change: Partial<BookCell>): void {
    this.cells.set(row * WIDTH + column, { ...this.cell(row, column), ...change });
  }

  #blank(column: number): BookCell {
    const format = this.columnFormats.get(column);
    return format === undefined ? EMPTY : { ...EMPTY, format };
  }

  /** What has a value or, unless only values are asked for, a look of its own; null where nothing does. */
  used(valuesOnly: boolean): Area | null {
    if (!valuesOnly && this.columnFormats.size > 0) return { top: 0, left: 0, bottom: HEIGHT - 1, right: Math.max(...this.columnFormats.keys()) };
    let area: Area | null = null;
    for (const [key, cell] of this.cells) if (isUsed(cell, valuesOnly)) area = around(area, Math.floor(key / WIDTH), key % WIDTH);
    return area;
  }

  snapshot(): object {
    const cells = [...this.cells].filter(([key, cell]) => isOwn(cell, this.columnFormats.get(key % WIDTH))).toSorted(([a], [b]) => a - b);
    return {
      name: this.name, visibility: this.visibility, isProtected: this.isProtected, merges: this.merges,
      cells: Object.fromEntries(cells.map(([key, cell]) => [address(Math.floor(key / WIDTH), key % WIDTH), cell])),
      columnFormats: Object.fromEntries([...this.columnFormats].map(([column, format]) => [columnLetters(column), format])),
      hiddenRows: [...this.hiddenRows].toSorted((a, b) => a - b), hiddenColumns: [...this.hiddenColumns].toSorted((a, b) => a - b),
      // Ids are given anew each time a workbook is opened: they are no part of it.
      formats: this.formats.map(({ type, areas, formula, fill, border, line }) => ({ type, areas, formula, fill, border, line })),
      notes: Object.fromEntries(this.notes),
    };
  }

  /** All conditional formats that touch an area. */
  formatsIn(area: Area): BookFormat[] {
    return this.formats.filter((one) => one.areas.some((each) => sameOrInside(each, area)));
  }
}

function isOwn({ type, format, formula, locked }: BookCell, columnFormat = 'General'): boolean {
  return type !== 'Empty' || formula !== null || format !== columnFormat || !locked;
}

function isUsed({ type, format, formula }: BookCell, valuesOnly: boolean): boolean {
  return type !== 'Empty' || formula !== null || (!valuesOnly && format !== 'General');
}

function around(area: Area | null, row: number, column: number): Area {
  if (area === null) return { top: row, left: column, bottom: row, right: column };
  return { top: Math.min(area.top, row), left: Math.min(area.left, column), bottom: Math.max(area.bottom, row), right: Math.max(area.right, column) };
}

export class Book {
  readonly sheets: BookSheet[] = [];
  active = '';
  selection: { readonly sheet: string; readonly areas: readonly Area[] } | null = null;
  readonly settings = new Map<string, unknown>();
  /** Custom XML parts by their ids, in the order in which they came. */
  readonly data = new Map<string, string>();
  isReadOnly = false;
  /** Files in requests, by their text. */
  readonly #files = new Map<string, readonly Grid[]>();
  #next = 1;

  add(name: string): BookSheet {
    const sheet = new BookSheet(`{00000000-0001-0000-${String(this.#next).padStart(4, '0')}-000000000000}`, name);
    this.#next += 1;
    this.sheets.push(sheet);
    if (this.active === '') this.active = sheet.id;
    return sheet;
  }

  /** A sheet that holds what a grid holds, as Excel would have read it from a file. */
  load(grid: Grid): BookSheet {
    const sheet = this.add(grid.name);
    for (let row = 0; row < grid.rowCount; row += 1) {
      if (grid.isRowHidden(row)) sheet.hiddenRows.add(row);
      for (let column = 0; column < grid.columnCount; column += 1) loadCell(sheet, row, column, grid);
    }
    for (let column = 0; column < grid.columnCount; column += 1) if (grid.isColumnHidden(column)) sheet.hiddenColumns.add(column);
    sheet.merges = grid.merges;
    return sheet;
  }

  /** Reads the file in a request, as Excel does before it answers. */
  async open(request: string): Promise<void> {
    const [, base64] = INSERTED.exec(request) ?? [];
    if (base64 === undefined) return;
    const { sheets } = await readWorkbook(Uint8Array.from(atob(base64), (letter) => letter.codePointAt(0) ?? 0), 'inserted.xlsx', plainUnpacker);
    this.#files.set(base64, sheets);
  }

  /** The sheets of a file, behind those that are there. */
  insert(base64: string): BookSheet[] {
    const grids = this.#files.get(base64);
    if (grids === undefined) throw new Fault('InvalidArgument', 'The argument is invalid or missing or has an incorrect format');
    return grids.map((grid) => this.load(grid));
  }

  /** @returns the part's id */
  addData(xml: string): string {
    const id = `{00000000-0002-0000-${String(this.#next).padStart(4, '0')}-000000000000}`;
    this.#next += 1;
    this.data.set(id, xml);
    return id;
  }

  byId(id: string): BookSheet | undefined {
    return this.sheets.find((sheet) => sheet.id === id);
  }

  snapshot(): object {
    return { sheets: this.sheets.map((sheet) => sheet.snapshot()), settings: Object.fromEntries(this.settings), data: [...this.data.values()], isReadOnly: this.isReadOnly };
  }
}

function loadCell(sheet: BookSheet, row: number, column: number, grid: Grid): void {
  const { value, formula, format } = grid.cell(row, column);
  if (value === null && formula === null && format === null) return;
  const looks = format ?? 'General';
  sheet.put(row, column, { ...loaded(value, looks), format: looks, formula: formula === null ? null : `=${formula}` });
}

function loaded(value: CellValue, format: string): Partial<BookCell> {
  if (value === null) return {};
  if (typeof value === 'object') return { value: value.error, type: 'Error' };
  if (typeof value === 'string') return { value, type: 'String', quoted: !staysText(value, format) };
  return { value, type: typeof value === 'number' ? 'Double' : 'Boolean' };
}
