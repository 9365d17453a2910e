/** Ranges, as requests see them. */
import type { Area } from '#core/table/grid';
import { addressOf, sameOrInside } from '#test/office/areas';
import type { BookSheet } from '#test/office/book';
import type { BookCell } from '#test/office/book-cell';
import { Fault, invalid, notFound } from '#test/office/fault';
import type { Playing } from '#test/office/playing';
import { typed } from '#test/office/typing';
import { Wire } from '#test/office/wire';

/** What one request may ask of a range; Excel's own limit of cells. */
const MOST_CELLS = 5_000_000;
/** More merged areas than this cannot be told at once. */
const MOST_MERGES = 512;

export class RangeWire extends Wire {
  readonly type = 'Range';
  readonly #playing: Playing;
  readonly #sheet: BookSheet;
  readonly #area: Area;
  #reference: string | null = null;

  constructor(playing: Playing, sheet: BookSheet, area: Area) {
    super();
    this.#playing = playing;
    this.#sheet = sheet;
    this.#area = area;
  }

  override identity(): Record<string, string> {
    this.#reference ??= this.#playing.newReference();
    return { _ReferenceId: this.#reference };
  }

  override readonly get = {
    Values: () => this.#matrix(({ value }) => value),
    Formulas: () => this.#matrix(({ value, formula }) => formula ?? value),
    NumberFormat: () => this.#matrix(({ format }) => format),
    ValueTypes: () => this.#matrix(({ type }) => type),
    Address: () => `${this.#sheet.name}!${addressOf(this.#area)}`,
    RowIndex: () => this.#area.top,
    ColumnIndex: () => this.#area.left,
    RowCount: () => this.#rows,
    ColumnCount: () => this.#columns,
    RowHidden: () => allOrNone(this.#rows, (i) => this.#sheet.hiddenRows.has(this.#area.top + i)),
    ColumnHidden: () => allOrNone(this.#columns, (i) => this.#sheet.hiddenColumns.has(this.#area.left + i)),
  };

  override readonly set = {
    Values: (value: unknown) => { this.#enter(value); },
    Formulas: (value: unknown) => { this.#enter(value); },
    NumberFormat: (value: unknown) => { this.#each(value, (format, row, column) => { this.#sheet.put(row, column, { format: String(format) }); }); },
    RowHidden: (value: unknown) => { for (let i = 0; i < this.#rows; i += 1) flag(this.#sheet.hiddenRows, this.#area.top + i, value === true); },
    ColumnHidden: (value: unknown) => { for (let i = 0; i < this.#columns; i += 1) flag(this.#sheet.hiddenColumns, this.#area.left + i, value === true); },
  };

  override readonly go = {
    Worksheet: () => this.#playing.sheet(this.#sheet),
    ConditionalFormats: () => this.#playing.formats(this.#sheet, [this.#area]),
    GetMergedAreasOrNullObject: () => {
      const merges = this.#sheet.merges.filter((area) => sameOrInside(area, this.#area));
      if (merges.length > MOST_MERGES) throw invalid('more merged areas than can be told');
      return merges.length === 0 ? null : this.#playing.areas(this.#sheet, merges);
    },
  };

  override readonly call = {
    GetRowProperties: (asked: unknown) => Array.from({ length: this.#rows }, (_, i) => chosen(asked, { rowHidden: this.#sheet.hiddenRows.has(this.#area.top + i) })),
    GetColumnProperties: (asked: unknown) => Array.from({ length: this.#columns }, (_, i) => chosen(asked, { columnHidden: this.#sheet.hiddenColumns.has(this.#area.left + i) })),
    Merge: () => {
      this.#mayChange();
      this.#sheet.merges = [...this.#sheet.merges, this.#area];
      return null;
    },
    Select: () => {
      if (this.#playing.book.active !== this.#sheet.id) throw new Fault('InvalidOperation', 'Only a range of the active sheet can be selected');
      this.#playing.book.selection = { sheet: this.#sheet.id, areas: [this.#area] };
      return null;
    },
    _KeepReference: () => {
      this.#playing.keep(this.identity()['_ReferenceId'] ?? '', this);
      return null;
    },
  };

  get #rows(): number {
    return this.#area.bottom - this.#area.top + 1;
  }

  get #columns(): number {
    return this.#area.right - this.#area.left + 1;
  }

  #matrix(pick: (cell: BookCell) => string | number | boolean): (string | number | boolean)[][] {
    if (this.#rows * this.#columns > MOST_CELLS) throw new Fault('OperationCellsExceedLimit', 'The operation exceeds the limit of cells');
    return Array.from({ length: this.#rows }, (_, i) => Array.from({ length: this.#columns }, (__, j) => pick(this.#sheet.cell(this.#area.top + i, this.#area.left + j))));
  }

  #enter(value: unknown): void {
    this.#each(value, (one, row, column) => {
      const { format } = this.#sheet.cell(row, column);
      const { format: made = format, ...content } = taken(one, format);
      this.#sheet.put(row, column, { ...content, format: format === 'General' ? made : format });
    });
    this.#playing.changed(this.#sheet, this.#area);
  }

  /** One value fills the range; null leaves a cell as it is. */
  #each(value: unknown, put: (one: unknown, row: number, column: number) => void): void {
    this.#mayChange();
    const rows: unknown = Array.isArray(value) ? value : Array.from({ length: this.#rows }, () => Array.from({ length: this.#columns }, () => value));
    if (!isMatrix(rows, this.#rows, this.#columns)) throw invalid("the number of rows or columns in the input array doesn't match the size of the range");
    for (const [i, row] of rows.entries()) for (const [j, one] of row.entries()) if (one !== null) put(one, this.#area.top + i, this.#area.left + j);
  }

  #mayChange(): void {
    this.#playing.mayChange(this.#sheet, this.#area);
  }
}

export class AreasWire extends Wire {
  readonly type = 'RangeAreas';
  readonly #playing: Playing;
  readonly #sheet: BookSheet;
  readonly #areas: readonly Area[];
  #reference: string | null = null;

  constructor(playing: Playing, sheet: BookSheet, areas: readonly Area[]) {
    super();
    this.#playing = playing;
    this.#sheet = sheet;
    this.#areas = areas;
  }

  override identity(): Record<string, string> {
    this.#reference ??= this.#playing.newReference();
    return { _ReferenceId: this.#reference };
  }

  override readonly get = {
    Address: () => this.#areas.map((area) => `${this.#sheet.name}!${addressOf(area)}`).join(','),
    AreaCount: () => this.#areas.length,
  };

  override readonly go = {
    Areas: () => new RangesWire(this.#areas.map((area) => this.#playing.range(this.#sheet, area))),
    Worksheet: () => this.#playing.sheet(this.#sheet),
    ConditionalFormats: () => this.#playing.formats(this.#sheet, this.#areas),
  };

  override readonly call = {
    _KeepReference: () => {
      this.#playing.keep(this.identity()['_ReferenceId'] ?? '', this);
      return null;
    },
  };
}

class RangesWire extends Wire {
  readonly type = 'RangeCollection';
  override readonly items: () => readonly Wire[];
  override readonly go: Wire['go'];

  constructor(ranges: readonly Wire[]) {
    super();
    this.items = () => ranges;
    this.go = {
      GetItemAt: (index: unknown) => {
        const range = ranges[Number(index)];
        if (range === undefined) throw notFound('a range');
        return range;
      },
    };
  }
}

/** What Excel makes of a value, or the error that it answers with. */
function taken(value: unknown, format: string): ReturnType<typeof typed> {
  if (typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'boolean') throw invalid(`a value of type ${typeof value}`);
  if (String(value).length > 32_767) throw invalid('a text longer than a cell holds');
  try {
    return typed(value, format);
  } catch (error) {
    throw error instanceof SyntaxError ? invalid(error.message) : error;
  }
}

function allOrNone(count: number, test: (index: number) => boolean): boolean | null {
  const hits = Array.from({ length: Math.min(count, 1_048_576) }, (_, i) => test(i)).filter(Boolean).length;
  return hits === 0 ? false : hits === count ? true : null;
}

function flag(set: Set<number>, key: number, is: boolean): void {
  if (is) set.add(key);
  else set.delete(key);
}

function chosen(asked: unknown, all: Readonly<Record<string, boolean>>): object {
  const names = typeof asked === 'object' && asked !== null ? Object.keys(asked) : [];
  return Object.fromEntries(names.map((name) => {
    const value = all[name];
    if (value === undefined) throw new Fault('ApiNotFound', `the fake host has no property ${name} of rows or columns`, 404);
    return [name, value];
  }));
}

function isMatrix(rows: unknown, height: number, width: number): rows is unknown[][] {
  return Array.isArray(rows) && rows.length === height && rows.every((row) => Array.isArray(row) && row.length === width);
}
