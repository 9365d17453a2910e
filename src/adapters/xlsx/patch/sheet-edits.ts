/** Writes the edits of one sheet into its text: cells replaced where they stand, new ones put in their order. */
import { areaOf } from '#core/table/cell-reference';
import { contentXml } from '#adapters/xlsx/patch/cell-content';
import { blankCell, readCellXml, withContent, withoutValue, writeCellXml, type CellXml } from '#adapters/xlsx/patch/cell-text';
import { areaText, type CellPlan, type CellPlans } from '#adapters/xlsx/patch/formula-groups';
import { usualStyle } from '#adapters/xlsx/patch/usual-style';
import type { RowPlace, SheetIndex } from '#adapters/xlsx/patch/sheet-index';
import type { Splice } from '#adapters/xlsx/patch/splice';
import type { StringTable } from '#adapters/xlsx/patch/string-table';
import { appendSplice, attributeOf, attributeSplice, rootOf } from '#adapters/xlsx/patch/xml-children';
import { address } from '#core/table/grid';
import type { CellContent } from '#ports/workbook-editor';

/** What is to become of one cell; null leaves that side as it is. */
export interface CellEdit {
  readonly content: CellContent | null;
  readonly style: number | null;
}

/** Edits by row, then by column. */
export type SheetEdits = ReadonlyMap<number, ReadonlyMap<number, CellEdit>>;

/** The same while they are being gathered. */
export type EditedCells = Map<number, Map<number, CellEdit>>;

export interface SheetBeforeEdit {
  readonly text: string;
  readonly index: SheetIndex;
}

export interface WritingContext {
  readonly strings: StringTable;
  /** Days that a date in this style is counted less. */
  readonly shiftOf: (style: number) => number;
}

/** @param plans for cells that no edit names */
export function editSplices(sheet: SheetBeforeEdit, edits: SheetEdits, plans: CellPlans, context: WritingContext): readonly Splice[] {
  return new SheetWriting(sheet, context).splices(edits, plans);
}

class SheetWriting {
  private readonly text: string;
  private readonly index: SheetIndex;
  private readonly context: WritingContext;
  private readonly found: Splice[] = [];
  private readonly added = { top: Infinity, left: Infinity, bottom: -1, right: -1 };

  constructor({ text, index }: SheetBeforeEdit, context: WritingContext) {
    this.text = text;
    this.index = index;
    this.context = context;
  }

  splices(edits: SheetEdits, plans: CellPlans): readonly Splice[] {
    const newRows: { readonly row: number; readonly xml: string }[] = [];
    for (const [row, cells] of inOrder(edits)) {
      const place = this.index.row(row);
      if (place !== undefined) this.editRow(place, cells);
      else {
        const xml = this.newCells(row, cells);
        if (xml !== '') newRows.push({ row, xml });
      }
    }
    this.addRows(newRows);
    this.carryOut(plans);
    return [...this.found, ...this.dimension()];
  }

  private editRow(place: RowPlace, cells: ReadonlyMap<number, CellEdit>): void {
    const { row } = place;
    const fresh: { readonly column: number; readonly xml: string }[] = [];
    for (const [column, edit] of inOrder(cells)) {
      const cell = this.index.cellAt(row, column);
      if (cell !== -1) this.replace(cell, row, edit);
      else {
        const xml = this.newCell(row, column, edit);
        if (xml !== '') fresh.push({ column, xml });
      }
    }
    if (fresh.length === 0) return;
    // "spans" is a hint that would no longer be true.
    if (attributeOf(this.text, place, 'spans') !== null) this.found.push(attributeSplice(this.text, place, 'spans', null));
    if (place.inner.to === place.to) this.found.push(appendSplice(this.text, { ...place, name: 'row' }, fresh.map(({ xml }) => xml).join('')));
    else for (const { column, xml } of fresh) this.insert(this.placeFor(place, column), xml);
  }

  /** Before the first cell further right. */
  private placeFor({ first, end, inner }: RowPlace, column: number): number {
    for (let cell = first; cell < end; cell += 1) {
      const { column: its, from } = this.index.cell(cell);
      if (its > column) return from;
    }
    return inner.to;
  }

  private insert(at: number, xml: string): void {
    this.found.push({ from: at, to: at, text: xml });
  }

  private replace(cell: number, row: number, edit: CellEdit): void {
    const { from, to, column } = this.index.cell(cell);
    const old = readCellXml(this.text.slice(from, to));
    this.found.push({ from, to, text: writeCellXml(address(row, column), this.edited(old, edit)) });
  }

  private newCell(row: number, column: number, edit: CellEdit): string {
    const usual = usualStyle(this.text, this.index, row, column);
    const cell = this.edited(blankCell(this.index.prefix, usual === 0 ? null : String(usual)), edit);
    if (edit.style === null && cell.formula === '' && cell.value === '') return '';
    this.added.top = Math.min(this.added.top, row);
    this.added.left = Math.min(this.added.left, column);
    this.added.bottom = Math.max(this.added.bottom, row);
    this.added.right = Math.max(this.added.right, column);
    return writeCellXml(address(row, column), cell);
  }

  private edited(cell: CellXml, { content, style }: CellEdit): CellXml {
    const styled = style === null ? cell : { ...cell, style: String(style) };
    if (content === null) return styled;
    const { strings, shiftOf } = this.context;
    return withContent(styled, contentXml(content, cell.prefix, strings, shiftOf(Number(styled.style ?? 0))));
  }

  private newCells(row: number, cells: ReadonlyMap<number, CellEdit>): string {
    return inOrder(cells).map(([column, edit]) => this.newCell(row, column, edit)).join('');
  }

  private addRows(rows: readonly { readonly row: number; readonly xml: string }[]): void {
    if (rows.length === 0) return;
    const { sheetData, prefix } = this.index;
    const written = rows.map(({ row, xml }) => ({ row, xml: `<${prefix}row r="${row + 1}">${xml}</${prefix}row>` }));
    if (sheetData.inner.to === sheetData.to) {
      this.found.push(appendSplice(this.text, sheetData, written.map(({ xml }) => xml).join('')));
      return;
    }
    const later = this.index.rows[Symbol.iterator]();
    let next = later.next();
    for (const { row, xml } of written) {
      while (next.done !== true && next.value.row < row) next = later.next();
      this.insert(next.done === true ? sheetData.inner.to : next.value.from, xml);
    }
  }

  private carryOut(plans: CellPlans): void {
    const rowOf = rowsOfCells(this.index);
    for (const [cell, plan] of plans) {
      const { from, to, column } = this.index.cell(cell);
      const old = readCellXml(this.text.slice(from, to));
      const planned = withPlan(old, plan);
      if (planned !== old) this.found.push({ from, to, text: writeCellXml(address(rowOf(cell), column), planned) });
    }
  }

  private dimension(): readonly Splice[] {
    const element = rootOf(this.text, 'sheetData').children.find(({ name }) => name === 'dimension');
    const area = element === undefined ? null : areaOf(attributeOf(this.text, element, 'ref') ?? '');
    if (element === undefined || area === null || this.added.bottom === -1) return [];
    const { top, left, bottom, right } = this.added;
    const grown = { top: Math.min(top, area.top), left: Math.min(left, area.left), bottom: Math.max(bottom, area.bottom), right: Math.max(right, area.right) };
    return areaText(grown) === areaText(area) ? [] : [attributeSplice(this.text, element, 'ref', areaText(grown))];
  }
}

function withPlan(cell: CellXml, { formula, stale = false }: CellPlan): CellXml {
  const moved = formula === undefined ? cell : { ...cell, formula };
  return stale && cell.value !== '' ? withoutValue(moved) : moved;
}

/** The row of a cell, by its count. */
function rowsOfCells({ rows }: SheetIndex): (cell: number) => number {
  return (cell) => {
    let low = 0;
    let high = rows.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((rows[middle]?.end ?? 0) <= cell) low = middle + 1;
      else high = middle;
    }
    return rows[low]?.row ?? 0;
  };
}

function inOrder<Value>(map: ReadonlyMap<number, Value>): readonly (readonly [number, Value])[] {
  return [...map].toSorted(([a], [b]) => a - b);
}
