/** An open workbook in memory: the plainest host that keeps the port's promises, for tests of what stands on it. */
import { address, BLANK, gridOf, type Area, type Cell, type Grid } from '#core/table/grid';
import { HostError, type CellWrite, type Content, type Edit, type Mark, type OpenSheet, type Reading, type Refusal, type Selected, type SheetInfo, type Spot, type Stop, type WorkbookHost } from '#ports/workbook-host';

interface Sheet extends SheetInfo {
  readonly grid: Grid;
  readonly cells: Map<string, Cell>;
}

type Method = keyof Omit<WorkbookHost, 'abilities'>;

export class MemoryHost implements WorkbookHost {
  readonly abilities = { marks: true, notes: true, merges: true, inserts: true };
  readonly kept = new Map<string, string>();
  /** Sheets that were protected. */
  readonly locked = new Set<string>();
  /** Text under namespaces. */
  readonly dataKept = new Map<string, string>();
  marks: readonly Mark[] = [];
  selected: Spot | null = null;
  /** Several cells that the user selected. */
  selectedArea: Area | null = null;
  active: string;
  readonly calls: Method[] = [];
  readonly #sheets: Sheet[];
  readonly #listeners = new Set<(edit: Edit) => void>();
  readonly #followers = new Set<(selected: Selected) => void>();
  readonly #faults: { method: Method; error: HostError | null }[] = [];

  constructor(grids: readonly Grid[]) {
    this.#sheets = grids.map((grid, i) => ({ id: `s${i + 1}`, name: grid.name, hidden: false, grid, cells: new Map() }));
    this.active = this.#sheets[0]?.id ?? '';
  }

  /** The next call of this method is refused. */
  refuse(method: Method, reason: Refusal, facts: ConstructorParameters<typeof HostError>[1] = {}): void {
    this.#faults.push({ method, error: new HostError(reason, facts) });
  }

  /** The next call of this method is never answered. */
  forget(method: Method): void {
    this.#faults.push({ method, error: null });
  }

  /** An edit by the user. */
  type(cell: Spot, value: Cell['value']): void {
    this.#sheet(cell.sheet).cells.set(address(cell.row, cell.column), { ...this.cellAt(cell), value, formula: null });
    this.tell({ kind: 'cells', sheet: cell.sheet, area: { top: cell.row, left: cell.column, bottom: cell.row, right: cell.column } });
  }

  tell(edit: Edit): void {
    for (const listener of this.#listeners) listener(edit);
  }

  get watched(): number {
    return this.#listeners.size;
  }

  /** Everything that a file would keep. */
  snapshot(): object {
    const sheets = this.#sheets.map(({ name, cells, grid }) => ({ name, grid, cells: [...cells].toSorted(([a], [b]) => (a < b ? -1 : 1)) }));
    return { sheets, marks: this.marks, kept: [...this.kept], data: [...this.dataKept] };
  }

  cellAt({ sheet, row, column }: Spot): Cell {
    const { cells, grid } = this.#sheet(sheet);
    return cells.get(address(row, column)) ?? grid.cell(row, column);
  }

  readonly sheets = (): Promise<readonly SheetInfo[]> => this.#asked('sheets', () => this.#sheets.map(({ id, name, hidden }) => ({ id, name, hidden })));

  readonly read = ({ sheets, onProgress, signal }: Reading): Promise<readonly OpenSheet[]> => this.#asked('read', () => {
    const wanted = typeof sheets === 'string' ? this.#sheets.filter(({ id, grid }) => (sheets === 'active' ? id === this.active : grid.rowCount > 0)) : sheets.map((id) => this.#sheet(id));
    const read: OpenSheet[] = [];
    for (const { id, name, hidden, grid } of wanted) {
      if (signal?.aborted === true) break;
      read.push({ id, name, hidden, grid: { ...grid, cell: (row, column) => this.cellAt({ sheet: id, row, column }) } });
      onProgress?.(read.length, wanted.length);
    }
    return read;
  });

  readonly write = (writes: readonly CellWrite[]): Promise<readonly CellWrite[]> => this.#asked('write', () => {
    const before = writes.map((write): CellWrite => ({ ...write, content: contentOf(this.cellAt(write)), format: write.format === null ? null : this.cellAt(write).format ?? 'General' }));
    for (const { sheet, row, column, content, format } of writes) {
      const looks = format === 'General' ? null : format ?? this.cellAt({ sheet, row, column }).format;
      this.#sheet(sheet).cells.set(address(row, column), { ...cellOf(content), format: looks });
    }
    return before;
  });

  readonly contents = (spots: readonly Spot[]): Promise<readonly Content[]> => this.#asked('contents', () => spots.map((spot) => contentOf(this.cellAt(spot))));

  readonly mark = (marks: readonly Mark[]): Promise<void> => this.#asked('mark', () => {
    for (const { sheet } of marks) this.#sheet(sheet);
    this.marks = marks;
  });

  readonly select = (spot: Spot): Promise<void> => this.#asked('select', () => {
    this.active = this.#sheet(spot.sheet).id;
    this.selected = spot;
  });

  readonly selection = (): Promise<{ sheet: string; area: { top: number; left: number; bottom: number; right: number } }> => this.#asked('selection', () => {
    const { sheet, row, column } = this.selected ?? { sheet: this.active, row: 0, column: 0 };
    return { sheet, area: this.selectedArea ?? { top: row, left: column, bottom: row, right: column } };
  });

  /** The user selects an area. */
  chooses(selected: Selected): void {
    this.active = selected.sheet;
    this.selectedArea = selected.area;
    for (const follower of this.#followers) follower(selected);
  }

  get followed(): number {
    return this.#followers.size;
  }

  readonly watchSelection = (listener: (selected: Selected) => void): Promise<Stop> => this.#asked('watchSelection', () => {
    this.#followers.add(listener);
    return () => {
      this.#followers.delete(listener);
      return Promise.resolve();
    };
  });

  readonly addSheet = (grid: Grid): Promise<SheetInfo> => this.#asked('addSheet', () => {
    const names = this.#sheets.map(({ name }) => name);
    const name = [grid.name, ...names.map((_, i) => `${grid.name} (${i + 2})`)].find((one) => !names.includes(one)) ?? grid.name;
    const info = { id: `s${this.#sheets.length + 1}`, name, hidden: false };
    this.#sheets.push({ ...info, grid, cells: new Map() });
    this.active = info.id;
    return info;
  });

  readonly insert = async (workbook: Uint8Array): Promise<readonly SheetInfo[]> => {
    // Few tests insert, and pages of jsdom lack what reading needs.
    const [{ readWorkbook }, { plainUnpacker }] = await Promise.all([import('#adapters/xlsx/read-workbook'), import('#adapters/xlsx/plain-unpacker')]);
    const { sheets } = await readWorkbook(workbook, 'inserted.xlsx', plainUnpacker);
    return this.#asked('insert', () => {
      const added = sheets.map((grid, i) => ({ id: `s${this.#sheets.length + i + 1}`, name: grid.name, hidden: false, grid, cells: new Map<string, Cell>() }));
      this.#sheets.push(...added);
      this.active = added[0]?.id ?? this.active;
      return added.map(({ id, name, hidden }) => ({ id, name, hidden }));
    });
  };

  readonly protect = (sheet: string): Promise<void> => this.#asked('protect', () => { this.locked.add(sheet); });

  readonly watch = (listener: (edit: Edit) => void): Promise<Stop> => this.#asked('watch', () => {
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
      return Promise.resolve();
    };
  });

  readonly setting = (key: string): Promise<string | null> => this.#asked('setting', () => this.kept.get(key) ?? null);

  readonly keepSetting = (key: string, value: string | null): Promise<void> => this.#asked('keepSetting', () => {
    if (value === null) this.kept.delete(key);
    else this.kept.set(key, value);
  });

  readonly data = (namespace: string): Promise<string | null> => this.#asked('data', () => this.dataKept.get(namespace) ?? null);

  readonly keepData = (namespace: string, text: string | null): Promise<void> => this.#asked('keepData', () => {
    if (text === null) this.dataKept.delete(namespace);
    else this.dataKept.set(namespace, text);
  });

  #asked<T>(method: Method, answer: () => T): Promise<T> {
    this.calls.push(method);
    const fault = this.#faults.findIndex((one) => one.method === method);
    const [refused] = fault === -1 ? [] : this.#faults.splice(fault, 1);
    if (refused === undefined) return Promise.resolve().then(answer);
    const { error } = refused;
    return error === null ? new Promise(() => null) : Promise.reject(error);
  }

  #sheet(id: string): Sheet {
    const sheet = this.#sheets.find((one) => one.id === id);
    if (sheet === undefined) throw new HostError('sheet-gone');
    return sheet;
  }
}

function contentOf({ value, formula }: Cell): Content {
  if (formula !== null) return { kind: 'formula', formula };
  if (typeof value === 'number') return { kind: 'number', value };
  if (typeof value === 'boolean') return { kind: 'boolean', value };
  if (value === null) return { kind: 'blank' };
  return typeof value === 'object' ? { kind: 'error', error: value.error } : { kind: 'text', text: value };
}

function cellOf(content: Content): Cell {
  if (content.kind === 'text') return { ...BLANK, value: content.text };
  if (content.kind === 'formula') return { ...BLANK, formula: content.formula };
  if (content.kind === 'error') return { ...BLANK, value: { error: content.error } };
  return content.kind === 'blank' ? BLANK : { ...BLANK, value: content.value };
}

export function emptyGrid(name: string): Grid {
  return gridOf(name, []);
}
