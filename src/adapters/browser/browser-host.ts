/** The workbook that is open in a page, as the panel asks for it. */
import { cellWith, type OpenBook, type PlacedCell } from '#adapters/browser/open-book';
import type { Grid } from '#core/table/grid';
import { contentOf, valueOf } from '#ports/content';
import { HostError, type Abilities, type CellWrite, type Content, type Edit, type Mark, type OpenSheet, type Reading, type Selected, type SheetInfo, type Spot, type Stop, type WorkbookHost } from '#ports/workbook-host';

/** As the files' reader has it: beyond it one stray cell has the check look at billions of blanks. */
const MOST_PLACES = 64 * 1024 ** 2;

export class BrowserHost implements WorkbookHost {
  readonly abilities: Abilities = { marks: true, notes: false, merges: true, inserts: false };
  readonly #book: OpenBook;

  constructor(book: OpenBook) {
    this.#book = book;
  }

  readonly sheets = (): Promise<readonly SheetInfo[]> => answered(() => this.#book.sheets);

  readonly read = ({ sheets, onProgress, signal }: Reading): Promise<readonly OpenSheet[]> => answered(() => {
    const wanted = this.#wanted(sheets);
    const read: OpenSheet[] = [];
    for (const info of wanted) {
      if (signal?.aborted === true) break;
      read.push({ ...info, grid: fitting(this.#book.grid(info.id)) });
      onProgress?.(read.length, wanted.length);
    }
    return read;
  });

  readonly contents = (spots: readonly Spot[]): Promise<readonly Content[]> => answered(() => spots.map((spot) => contentOf(this.#book.cell(spot))));

  /** The grid shows it as one step, which its own undo takes back. */
  readonly write = (writes: readonly CellWrite[]): Promise<readonly CellWrite[]> => answered(() => {
    const before = writes.map((write) => ({ write, cell: this.#book.cell(write) }));
    const cells = before.map(({ write, cell }): PlacedCell => ({ sheet: write.sheet, row: write.row, column: write.column, cell: written(cell, write) }));
    this.#book.put(cells);
    this.#book.view?.write(cells);
    return before.map(({ write, cell }): CellWrite => ({ ...write, content: contentOf(cell), format: write.format === null ? null : cell.format ?? 'General' }));
  });

  readonly mark = (marks: readonly Mark[]): Promise<void> => answered(() => {
    for (const mark of marks) this.#book.cell(mark);
    this.#book.marks = marks;
    this.#book.view?.mark(marks);
  });

  readonly select = (spot: Spot): Promise<void> => answered(() => {
    const { sheet, row, column } = spot;
    this.#book.cell(spot);
    if (this.#book.sheets.some(({ id, hidden }) => id === sheet && hidden)) throw new HostError('sheet-hidden', { spot });
    this.#book.selected.value = { sheet, area: { top: row, left: column, bottom: row, right: column } };
    this.#book.view?.select(spot);
  });

  readonly selection = (): Promise<Selected> => answered(() => this.#book.selected.value);

  readonly watchSelection = (listener: (selected: Selected) => void): Promise<Stop> => answered(() => {
    const stop = this.#book.selected.follow(listener);
    return () => answered(stop);
  });

  readonly addSheet = (grid: Grid): Promise<SheetInfo> => answered(() => {
    const info = this.#book.addSheet(grid);
    this.#book.selected.value = { sheet: info.id, area: { top: 0, left: 0, bottom: 0, right: 0 } };
    this.#book.view?.addSheet(info);
    return info;
  });

  /** A file of its own is opened beside the others. */
  readonly insert = (): Promise<readonly SheetInfo[]> => Promise.reject(new HostError('refused'));

  /** Sheets are locked in the file that they come in. */
  readonly protect = (): Promise<void> => Promise.reject(new HostError('refused'));

  readonly watch = (listener: (edit: Edit) => void): Promise<Stop> => answered(() => {
    const stop = this.#book.listen(listener);
    return () => answered(stop);
  });

  readonly setting = (key: string): Promise<string | null> => answered(() => this.#book.settings.get(key) ?? null);

  readonly keepSetting = (key: string, value: string | null): Promise<void> => answered(() => { this.#book.keepSetting(key, value); });

  readonly data = (namespace: string): Promise<string | null> => answered(() => this.#book.data.of(namespace));

  /** Written into the file with everything else, when it is saved. */
  readonly keepData = (namespace: string, text: string | null): Promise<void> => answered(() => { this.#book.data.keep(namespace, text); });

  #wanted(sheets: Reading['sheets']): readonly SheetInfo[] {
    const all = this.#book.sheets;
    if (sheets === 'active') return all.filter(({ id }) => id === this.#book.selected.value.sheet);
    if (sheets === 'all') return all.filter(({ id }) => this.#book.grid(id).rowCount > 0);
    return sheets.map((id) => {
      const info = all.find((one) => one.id === id);
      if (info === undefined) throw new HostError('sheet-gone');
      return info;
    });
  }
}

/** A host answers later, and refuses in one way alone. */
function answered<T>(answer: () => T): Promise<T> {
  return Promise.resolve().then(() => {
    try {
      return answer();
    } catch (error) {
      throw error instanceof HostError ? error : new HostError('fault', { cause: error });
    }
  });
}

function fitting(grid: Grid): Grid {
  if (grid.rowCount * grid.columnCount > MOST_PLACES) throw new HostError('too-large');
  return grid;
}

function written(before: ReturnType<OpenBook['cell']>, { content, format }: CellWrite): ReturnType<OpenBook['cell']> {
  const look = format === null ? before.format : format === 'General' ? null : format;
  return cellWith(before, { value: valueOf(content), formula: content.kind === 'formula' ? content.formula : null, format: look });
}
