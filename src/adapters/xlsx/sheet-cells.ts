/**
 * The cells of a sheet in the order of the file, found by row and column.
 *
 * Lists of numbers instead of an object a cell: 100 000 rows of 8 columns are 30 MB. A {@link Cell} is made when asked for.
 */
import { BLANK, type Cell, type CellValue } from '#core/table/grid';
import { Integers } from '#adapters/xlsx/integers';
import type { SheetFormulas } from '#adapters/xlsx/sheet-formulas';

/** 100 000 rows of 60 columns, and a third more; some 300 MB. */
const MOST_CELLS = 8_000_000;

/** A cell as the file has it; `formula` is an entry of {@link SheetFormulas}, 0 for none. */
export interface StoredCell {
  readonly column: number;
  readonly value: CellValue;
  readonly style: number;
  readonly formula: number;
}

export class SheetCells {
  rowCount = 0;
  columnCount = 0;
  private readonly values: CellValue[] = [];
  private readonly columns = new Integers();
  private readonly styles = new Integers();
  private readonly formulas = new Integers();
  /** Where a row's cells begin and end, by row. */
  private readonly starts = new Integers();
  private readonly ends = new Integers();
  private readonly formats: readonly (string | null)[];
  private readonly texts: SheetFormulas;

  constructor(formats: readonly (string | null)[], texts: SheetFormulas) {
    this.formats = formats;
    this.texts = texts;
  }

  /**
   * Takes one row; a row without a value keeps nothing, however many styled cells it has.
   *
   * @param cells each column once
   * @throws {SyntaxError} where a row or a column comes twice
   * @throws {RangeError} where the sheet has more cells than can be held
   */
  addRow(row: number, cells: StoredCell[]): void {
    const content = cells.filter(isContent);
    if (content.length === 0) return;
    if (this.ends.at(row) > 0) throw new SyntaxError(`Cannot read row ${row + 1}: it comes twice`);
    if (this.values.length + cells.length > MOST_CELLS) throw new RangeError(`Cannot hold more than ${MOST_CELLS} cells`);
    this.starts.put(row, this.values.length);
    for (const cell of inOrder(cells)) this.add(cell);
    this.ends.put(row, this.values.length);
    this.rowCount = Math.max(this.rowCount, row + 1);
    for (const { column } of content) this.columnCount = Math.max(this.columnCount, column + 1);
  }

  cell(row: number, column: number): Cell {
    const index = this.indexOf(row, column);
    if (index === -1) return BLANK;
    return {
      value: this.values[index] ?? null,
      formula: this.texts.formula(this.formulas.at(index), row, column),
      format: this.formats[this.styles.at(index)] ?? null,
    };
  }

  /** The number of a cell's style; null where the file has no cell. */
  styleAt(row: number, column: number): number | null {
    const index = this.indexOf(row, column);
    return index === -1 ? null : this.styles.at(index);
  }

  private add({ column, value, style, formula }: StoredCell): void {
    const index = this.values.push(value) - 1;
    this.columns.put(index, column);
    this.styles.put(index, style);
    this.formulas.put(index, formula);
  }

  private indexOf(row: number, column: number): number {
    let low = this.starts.at(row);
    let high = this.ends.at(row) - 1;
    // Most rows leave no column out: then the place is known without a search.
    const likely = low + column - this.columns.at(low);
    if (likely >= low && likely <= high && this.columns.at(likely) === column) return likely;
    while (low <= high) {
      const middle = (low + high) >> 1;
      const found = this.columns.at(middle);
      if (found === column) return middle;
      if (found < column) low = middle + 1;
      else high = middle - 1;
    }
    return -1;
  }
}

function isContent({ value, formula }: StoredCell): boolean {
  return value !== null || formula !== 0;
}

/** Excel writes the columns in order; a file that does not is read all the same. */
function inOrder(cells: StoredCell[]): readonly StoredCell[] {
  if (!isAscending(cells)) cells.sort((a, b) => a.column - b.column);
  if (!isAscending(cells)) throw new SyntaxError('Cannot read a row: a column comes twice');
  return cells;
}

function isAscending(cells: readonly StoredCell[]): boolean {
  return cells.every(({ column }, i) => i === 0 || column > (cells[i - 1]?.column ?? -1));
}
