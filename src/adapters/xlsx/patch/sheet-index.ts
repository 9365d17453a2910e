/**
 * Where each row, cell and formula of a sheet stands in its text. Made once a sheet, whatever the number of edits.
 *
 * Cells and rows without an address are numbered by their position, as the reader numbers them.
 */
import { areaOf, columnOf } from '#core/table/cell-reference';
import { Integers } from '#adapters/xlsx/integers';
import { maskedXml } from '#adapters/xlsx/patch/part-text';
import { prefixAt, rootOf, type XmlElement } from '#adapters/xlsx/patch/xml-children';
import { XmlCursor } from '#adapters/xlsx/xml-cursor';
import type { Area } from '#core/table/grid';

export type FormulaKind = 'own' | 'shared' | 'array' | 'dataTable';

export interface FormulaPlace {
  readonly row: number;
  readonly column: number;
  /** Its cell, as counted by {@link SheetIndex}. */
  readonly cell: number;
  readonly kind: FormulaKind;
  /** Cells with one index share a formula. */
  readonly shared: string;
  /** The cells that an array, a data table or the master of a shared formula covers. */
  readonly area: Area | null;
  readonly from: number;
  readonly to: number;
  /** Where its text stands; both the same where it has none. */
  readonly inner: { readonly from: number; readonly to: number };
}

export interface RowPlace {
  readonly row: number;
  readonly from: number;
  readonly to: number;
  readonly inner: { readonly from: number; readonly to: number };
  /** Its cells are counted from here to before `end`. */
  readonly first: number;
  readonly end: number;
}

const KINDS: Readonly<Record<string, FormulaKind>> = { shared: 'shared', array: 'array', dataTable: 'dataTable' };

export class SheetIndex {
  readonly sheetData: XmlElement;
  readonly prefix: string;
  readonly rows: RowPlace[] = [];
  readonly formulas: FormulaPlace[] = [];
  private readonly text: string;
  private readonly columns = new Integers();
  private readonly starts = new Integers();
  private readonly ends = new Integers();
  private count = 0;
  private readonly byRow = new Map<number, RowPlace>();

  /** @throws {SyntaxError} where the part has no rows, not even an empty list of them */
  constructor(text: string) {
    this.text = maskedXml(text);
    const sheetData = rootOf(this.text, 'sheetData').children.find(({ name }) => name === 'sheetData');
    if (sheetData === undefined) throw new SyntaxError('Cannot change a sheet without "sheetData"');
    this.sheetData = sheetData;
    this.prefix = prefixAt(this.text, sheetData.from);
    this.read();
  }

  row(row: number): RowPlace | undefined {
    return this.byRow.get(row);
  }

  /** Where a cell stands. */
  cell(cell: number): { readonly from: number; readonly to: number; readonly column: number } {
    return { from: this.starts.at(cell), to: this.ends.at(cell), column: this.columns.at(cell) };
  }

  /** The cell at this place; -1 where there is none. */
  cellAt(row: number, column: number): number {
    const place = this.byRow.get(row);
    if (place === undefined) return -1;
    // Most rows leave no column out: then the place is known without a search.
    const likely = place.first + column - this.columns.at(place.first);
    if (likely >= place.first && likely < place.end && this.columns.at(likely) === column) return likely;
    for (let cell = place.first; cell < place.end; cell += 1) if (this.columns.at(cell) === column) return cell;
    return -1;
  }

  private read(): void {
    const cursor = new XmlCursor(this.text, this.sheetData.inner.from);
    let row = -1;
    while (cursor.next() && cursor.from < this.sheetData.inner.to) {
      if (!cursor.opens('row')) continue;
      const written = cursor.attribute('r');
      row = written === null ? row + 1 : Number(written) - 1;
      this.readRow(cursor, row);
    }
  }

  private readRow(cursor: XmlCursor, row: number): void {
    const { from, to, empty } = cursor;
    const first = this.count;
    let next = 0;
    while (!empty && cursor.nextWithin('row')) {
      if (!cursor.opens('c')) continue;
      const reference = cursor.attribute('r');
      const column = reference === null ? next : columnOf(reference);
      next = column + 1;
      this.readCell(cursor, row, column);
    }
    const place = { row, from, to: cursor.to, inner: empty ? { from: to, to } : { from: to, to: cursor.from }, first, end: this.count };
    this.rows.push(place);
    this.byRow.set(row, place);
  }

  private readCell(cursor: XmlCursor, row: number, column: number): void {
    const cell = this.count;
    const { from, empty } = cursor;
    this.columns.put(cell, column);
    this.starts.put(cell, from);
    this.count += 1;
    while (!empty && cursor.nextWithin('c')) if (cursor.opens('f')) this.formulas.push(this.formulaAt(cursor, { row, column, cell }));
    this.ends.put(cell, cursor.to);
  }

  private formulaAt(cursor: XmlCursor, at: Pick<FormulaPlace, 'row' | 'column' | 'cell'>): FormulaPlace {
    const { from, to, empty } = cursor;
    const close = empty ? to : this.text.indexOf('<', to);
    return {
      ...at,
      kind: KINDS[cursor.attribute('t') ?? ''] ?? 'own',
      shared: cursor.attribute('si') ?? '',
      area: areaOf(cursor.attribute('ref') ?? ''),
      from,
      to: empty ? to : this.text.indexOf('>', close) + 1,
      inner: { from: to, to: close },
    };
  }
}
