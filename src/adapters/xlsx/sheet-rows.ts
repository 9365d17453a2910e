/** Reads rows of cells from the XML of a sheet. */
import { columnOf, LAST_COLUMN, LAST_ROW } from '#core/table/cell-reference';
import { cellValue } from '#adapters/xlsx/cell-value';
import type { Integers } from '#adapters/xlsx/integers';
import type { SheetCells, StoredCell } from '#adapters/xlsx/sheet-cells';
import type { SheetFormulas } from '#adapters/xlsx/sheet-formulas';
import { richText } from '#adapters/xlsx/shared-strings';
import { isTrue } from '#adapters/xlsx/workbook-parts';
import { XmlCursor } from '#adapters/xlsx/xml-cursor';

/** What all sheets of a workbook share. */
export interface SharedParts {
  readonly strings: readonly string[];
  readonly formats: readonly (string | null)[];
  /** By style: days to add to a date, for a workbook that counts them from 1904. */
  readonly shifts: readonly number[];
}

/** Where the parts of a sheet are collected. */
interface Sheet {
  readonly cells: SheetCells;
  readonly formulas: SheetFormulas;
  readonly hidden: Integers;
}

/** What stands inside a cell: the text of its value, and the entry of its formula. */
interface Content {
  readonly raw: string;
  readonly formula: number;
}

/** A cell of a number, a shared text or a style alone: `<c r="B7" s="12" t="s"><v>3</v></c>`. */
const PLAIN_CELL = /<c r="([A-Z]{1,3}\d{1,7})"(?: s="(\d{1,9})")?(?: t="([ns])")?(?:\/>|><v>([^<&]*)<\/v><\/c>)/y;

const NOTHING: Content = { raw: '', formula: 0 };

export class RowReader {
  private readonly shared: SharedParts;
  private readonly sheet: Sheet;
  private row = -1;
  private nextColumn = 0;
  private line: StoredCell[] = [];

  constructor(shared: SharedParts, sheet: Sheet) {
    this.shared = shared;
    this.sheet = sheet;
  }

  /** Reads a piece that begins and ends between rows. */
  read(text: string): void {
    const cursor = new XmlCursor(text);
    while (this.nextTag(cursor)) {
      if (cursor.opens('c')) this.readCell(cursor);
      else if (cursor.name === 'row') this.turn(cursor);
    }
    this.finishRow();
  }

  private turn(cursor: XmlCursor): void {
    this.finishRow();
    if (cursor.closing) return;
    const number = cursor.attribute('r');
    this.row = number === null ? this.row + 1 : Number(number) - 1;
    if (!(this.row >= 0 && this.row <= LAST_ROW)) throw new SyntaxError(`Cannot read row "${number ?? ''}": a sheet has no such row`);
    if (isTrue(cursor.attribute('hidden'))) this.sheet.hidden.put(this.row, 1);
  }

  private finishRow(): void {
    this.nextColumn = 0;
    if (this.line.length === 0) return;
    this.sheet.cells.addRow(this.row, this.line);
    this.line = [];
  }

  /** Reads most cells as nearly every program writes them, in one step each, and goes to the tag after them. */
  private nextTag(cursor: XmlCursor): boolean {
    for (let cell = cursor.take(PLAIN_CELL); cell !== null; cell = cursor.take(PLAIN_CELL)) {
      this.addCell(this.columnAt(cell[1] ?? ''), Number(cell[2] ?? 0), cell[3] ?? 'n', { raw: cell[4] ?? '', formula: 0 });
    }
    return cursor.next();
  }

  private readCell(cursor: XmlCursor): void {
    const column = this.columnAt(cursor.attribute('r'));
    const style = Number(cursor.attribute('s') ?? 0);
    const type = cursor.attribute('t') ?? 'n';
    this.addCell(column, style, type, cursor.empty ? NOTHING : this.readContent(cursor, column));
  }

  private addCell(column: number, style: number, type: string, { raw, formula }: Content): void {
    const value = cellValue(type, raw, this.shared.strings, this.shared.shifts[style] ?? 0);
    if (value !== null || formula !== 0 || this.hasFormat(style)) this.line.push({ column, value, style, formula });
  }

  private readContent(cursor: XmlCursor, column: number): Content {
    let raw = '';
    let formula = 0;
    while (cursor.nextWithin('c')) {
      if (cursor.opens('v')) raw = cursor.textAfter();
      else if (cursor.opens('is')) raw = richText(cursor, 'is');
      else if (cursor.opens('f')) formula = this.sheet.formulas.read(cursor, this.row, column);
    }
    return { raw, formula };
  }

  /** A cell without an address stands beside the one before it. */
  private columnAt(reference: string | null): number {
    const column = reference === null ? this.nextColumn : columnOf(reference);
    if (column > LAST_COLUMN) throw new SyntaxError(`Cannot read row ${this.row + 1}: it has more columns than a sheet`);
    this.nextColumn = column + 1;
    return column;
  }

  private hasFormat(style: number): boolean {
    return (this.shared.formats[style] ?? null) !== null;
  }
}
