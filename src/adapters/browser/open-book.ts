/**
 * A workbook that is open in a page: what its file held, and what was changed since.
 *
 * It stands before any grid does, so that a check waits for none; a grid that comes later shows it, and tells it what the user did.
 */
import { BookData } from '#adapters/browser/book-data';
import { Followed } from '#adapters/browser/followed';
import type { SheetLook } from '#adapters/xlsx/look/sheet-look';
import { BLANK, gridOf, type Area, type Cell, type Grid } from '#core/table/grid';
import { freeName } from '#core/table/sheet-name';
import { contentOf, isSameContent } from '#ports/content';
import { HostError, type Edit, type Mark, type Selected, type SheetInfo, type Spot } from '#ports/workbook-host';

/** A sheet as its file has it. */
export interface OpenedSheet {
  readonly grid: Grid;
  readonly hidden: boolean;
  /** How it looks, where the file says so. */
  readonly look?: SheetLook;
  /** The number of a cell's look in it; null where the file has no cell. */
  readonly styleAt?: (row: number, column: number) => number | null;
}

/** A cell, and where it stands. */
export interface PlacedCell extends Spot {
  readonly cell: Cell;
}

/** A cell that is other than in the file. */
export interface ChangedCell extends PlacedCell {
  readonly before: Cell;
}

/** What shows a workbook, once it is there. */
export interface BookView {
  /** Shows what these cells hold by now, as one step of its own history. */
  readonly write: (cells: readonly PlacedCell[]) => void;
  readonly select: (spot: Spot) => void;
  readonly mark: (marks: readonly Mark[]) => void;
  /** Shows a sheet that was added. */
  readonly addSheet: (sheet: SheetInfo) => void;
}

/** What was changed in a workbook, as it can be kept and put on again. */
export interface KeptBook {
  readonly cells: readonly PlacedCell[];
  readonly added: readonly { readonly name: string; readonly rows: readonly (readonly Cell[])[]; readonly merges: readonly Area[] }[];
  readonly settings: readonly (readonly [string, string])[];
  /** Text under namespaces, other than in the file; work that was kept by an older page has none. */
  readonly data?: BookData['changed'];
}

interface Sheet extends SheetInfo {
  readonly opened: Grid;
  readonly shown: OpenedSheet | null;
  /** Not in the file. */
  readonly isAdded: boolean;
  /** What is other than in the file, or was: by place. */
  readonly cells: Map<number, Cell>;
}

/** Columns of a sheet. */
const COLUMNS = 16_384;

export class OpenBook {
  /** The sheet before the user, and the area selected on it. */
  readonly selected: Followed<Selected>;
  marks: readonly Mark[] = [];
  view: BookView | null = null;
  readonly settings = new Map<string, string>();
  readonly data: BookData;
  readonly #sheets: Sheet[];
  readonly #listeners = new Set<(edit: Edit) => void>();
  readonly #watchers = new Set<() => void>();
  /** What was changed by the time it was saved. */
  #saved: string;

  /** @param sheets at least one @param fileData text that the file keeps under a namespace; null for none */
  constructor(sheets: readonly OpenedSheet[], fileData: (namespace: string) => string | null = () => null) {
    this.data = new BookData(fileData, () => { this.#changed(); });
    this.#sheets = sheets.map((shown, i) => ({ id: `s${i + 1}`, name: shown.grid.name, hidden: shown.hidden, opened: shown.grid, shown, isAdded: false, cells: new Map() }));
    this.#saved = this.#print();
    const shown = this.#sheets.find(({ hidden }) => !hidden) ?? this.#sheets[0];
    this.selected = new Followed({ sheet: shown?.id ?? '', area: { top: 0, left: 0, bottom: 0, right: 0 } });
  }

  get sheets(): readonly SheetInfo[] {
    return this.#sheets.map(({ id, name, hidden }) => ({ id, name, hidden }));
  }

  /** @throws {HostError} where there is no such sheet, likewise below */
  cell({ sheet, row, column }: Spot): Cell {
    const { cells, opened } = this.#sheet(sheet);
    return cells.get(row * COLUMNS + column) ?? opened.cell(row, column);
  }

  /** A sheet as it is now; what is changed later changes it. */
  grid(id: string): Grid {
    const { name, opened, cells } = this.#sheet(id);
    const size = sizeOf(opened, cells);
    return { ...opened, name, ...size, cell: (row, column) => cells.get(row * COLUMNS + column) ?? opened.cell(row, column) };
  }

  /** How a sheet of the file looks, as far as is known. */
  lookOf(id: string): Pick<OpenedSheet, 'look' | 'styleAt'> {
    return this.#sheet(id).shown ?? {};
  }

  /** Changes cells; nobody is told who only wants to hear of the user. */
  put(cells: readonly PlacedCell[]): void {
    for (const { sheet, row, column, cell } of cells) this.#sheet(sheet).cells.set(row * COLUMNS + column, cell);
    this.#changed();
  }

  /** Changes cells as the user did, or as a formula's result came out. */
  edit(sheet: string, cells: readonly PlacedCell[]): void {
    this.put(cells);
    const area = areaAround(cells);
    if (area !== null) this.tell({ kind: 'cells', sheet, area });
  }

  /** @returns the sheet, at the end, with a name that was free */
  addSheet(grid: Grid): SheetInfo {
    const info = { id: `s${this.#sheets.length + 1}`, name: freeName(grid.name, this.#sheets.map(({ name }) => name)), hidden: false };
    this.#sheets.push({ ...info, opened: grid, shown: null, isAdded: true, cells: new Map() });
    this.#changed();
    return info;
  }

  get added(): readonly SheetInfo[] {
    return this.#sheets.filter(({ isAdded }) => isAdded);
  }

  /** Cells of the file's own sheets that hold or look other than the file has them, in their order. */
  get changes(): readonly ChangedCell[] {
    return this.#sheets.filter(({ isAdded }) => !isAdded).flatMap(({ id: sheet, opened, cells }) => [...cells].toSorted(([a], [b]) => a - b).flatMap(([key, cell]) => {
      const [row, column] = [Math.floor(key / COLUMNS), key % COLUMNS];
      const before = opened.cell(row, column);
      return isAlike(before, cell) ? [] : [{ sheet, row, column, cell, before }];
    }));
  }

  /** Whether it is other than in the file that it came from, or was saved to last. */
  get isDirty(): boolean {
    return this.#print() !== this.#saved;
  }

  markSaved(): void {
    this.#saved = this.#print();
    this.#changed();
  }

  #print(): string {
    return JSON.stringify([this.changes.map(({ sheet, row, column, cell }) => [sheet, row, column, contentOf(cell), cell.format]), this.added.map(({ name }) => name), this.data.changed]);
  }

  /** Cells that are, or were, other than in the file. */
  get touched(): readonly PlacedCell[] {
    return this.#sheets.flatMap(({ id: sheet, cells }) => [...cells].map(([key, cell]) => ({ sheet, row: Math.floor(key / COLUMNS), column: key % COLUMNS, cell })));
  }

  /** What was changed, to be kept. */
  get kept(): KeptBook {
    return {
      cells: this.touched,
      added: this.added.map(({ id, name }) => {
        const { rowCount, columnCount, cell, merges } = this.grid(id);
        return { name, merges, rows: Array.from({ length: rowCount }, (_, row) => Array.from({ length: columnCount }, (__, column) => cell(row, column))) };
      }),
      settings: [...this.settings],
      data: this.data.changed,
    };
  }

  /** Puts on again what was kept of this very workbook. */
  restore({ cells, added, settings, data = [] }: KeptBook): void {
    for (const { name, rows, merges } of added) this.addSheet({ ...gridOf(name, rows), merges });
    const ids = new Set(this.#sheets.map(({ id }) => id));
    this.put(cells.filter(({ sheet }) => ids.has(sheet)));
    for (const [key, value] of settings) this.settings.set(key, value);
    this.data.restore(data);
  }

  /** Told of what the user does. */
  listen(listener: (edit: Edit) => void): () => void {
    this.#listeners.add(listener);
    return () => { this.#listeners.delete(listener); };
  }

  /** Told of every change, whoever made it. */
  watch(watcher: () => void): () => void {
    this.#watchers.add(watcher);
    return () => { this.#watchers.delete(watcher); };
  }

  tell(edit: Edit): void {
    for (const listener of this.#listeners) listener(edit);
  }

  keepSetting(key: string, value: string | null): void {
    if (value === null) this.settings.delete(key);
    else this.settings.set(key, value);
    this.#changed();
  }

  #changed(): void {
    for (const watcher of this.#watchers) watcher();
  }

  #sheet(id: string): Sheet {
    const sheet = this.#sheets.find((one) => one.id === id);
    if (sheet === undefined) throw new HostError('sheet-gone');
    return sheet;
  }
}

/** Whether two cells hold and look the same, whatever a formula gave last. */
export function isAlike(a: Cell, b: Cell): boolean {
  return a.format === b.format && isSameContent(contentOf(a), contentOf(b));
}

/** Only values count for how far a sheet reaches. */
function sizeOf({ rowCount, columnCount }: Grid, cells: ReadonlyMap<number, Cell>): { readonly rowCount: number; readonly columnCount: number } {
  let [rows, columns] = [rowCount, columnCount];
  for (const [key, { value, formula }] of cells) {
    if (value === null && formula === null) continue;
    rows = Math.max(rows, Math.floor(key / COLUMNS) + 1);
    columns = Math.max(columns, (key % COLUMNS) + 1);
  }
  return { rowCount: rows, columnCount: columns };
}

function areaAround(cells: readonly Spot[]): Area | null {
  if (cells.length === 0) return null;
  const [rows, columns] = [cells.map(({ row }) => row), cells.map(({ column }) => column)];
  const least = (all: readonly number[]): number => all.reduce((a, b) => Math.min(a, b));
  const most = (all: readonly number[]): number => all.reduce((a, b) => Math.max(a, b));
  return { top: least(rows), left: least(columns), bottom: most(rows), right: most(columns) };
}

/** A cell with other content, or another look. */
export function cellWith(before: Cell, change: Partial<Cell>): Cell {
  const { value, formula, format } = { ...before, ...change };
  return value === null && formula === null && format === null ? BLANK : { value, formula, format };
}
