/** One sheet while it is read, and the grid that comes of it. */
import { formulaIn, valueIn } from '#adapters/excel/cell-content';
import { areasIn, askMerges, mergesByWindows } from '#adapters/excel/merged-areas';
import { cellsOf, told } from '#adapters/excel/told-cells';
import { BLANK, type Area, type Cell, type Grid } from '#core/table/grid';
import type { OpenSheet, SheetInfo } from '#ports/workbook-host';

export interface Reach {
  readonly info: SheetInfo;
  /** null for a sheet without values; null within it where some rows or columns are hidden, and some are not. */
  readonly used: { readonly area: Area; readonly rowsHidden: boolean | null; readonly columnsHidden: boolean | null } | null;
}

/** Rows that are weighed to guess at the next block. */
const SAMPLE = 400;

interface Piece {
  readonly from: number;
  readonly to: number;
  readonly range: Excel.Range;
}

export class ReadSheet {
  readonly info: SheetInfo;
  readonly area: Area | null;
  merges: readonly Area[] = [];
  /** More than Excel tells of at once. */
  hasManyMerges = false;
  /** The first row that was not read. */
  next: number;
  /** Measured on what was read; null before that. */
  bytesOfRow: number | null = null;
  readonly #pieces: Piece[] = [];
  #piece: Piece | null = null;
  readonly #hiddenRows = new Set<number>();
  readonly #hiddenColumns = new Set<number>();
  readonly #used: Reach['used'];

  constructor({ info, used }: Reach) {
    this.info = info;
    this.#used = used;
    this.area = used?.area ?? null;
    this.next = this.area?.top ?? 0;
  }

  get isWhole(): boolean {
    return this.rowsLeft === 0;
  }

  get rowsLeft(): number {
    return this.area === null ? 0 : this.area.bottom - this.next + 1;
  }

  get columns(): number {
    return this.area === null ? 0 : this.area.right - this.area.left + 1;
  }

  /** Puts a stretch of rows into a batch; what it gives takes the answer after the sync. */
  ask(context: Excel.RequestContext, from: number, to: number, withMerges: boolean): () => void {
    const sheet = context.workbook.worksheets.getItem(this.info.id);
    const { left, right } = this.area ?? { left: 0, right: 0 };
    const range = cellsOf(sheet, { top: from, left, bottom: to, right });
    const rows = this.#used?.rowsHidden === null ? range.getRowProperties({ rowHidden: true }) : null;
    const takeWhole = from === this.area?.top ? this.#askWhole(sheet, range, withMerges) : null;
    return () => {
      for (const [i, one] of rows?.value.entries() ?? []) if (one.rowHidden === true) this.#hiddenRows.add(from + i);
      takeWhole?.();
      this.#pieces.push({ from, to, range });
      this.bytesOfRow = bytesOfRow(range);
      this.next = to + 1;
    };
  }

  /** What is asked once: hidden columns and merges. */
  #askWhole(sheet: Excel.Worksheet, range: Excel.Range, withMerges: boolean): () => void {
    const columns = this.#used?.columnsHidden === null ? range.getColumnProperties({ columnHidden: true }) : null;
    const merges = withMerges && this.area !== null ? askMerges(sheet, this.area) : null;
    return () => {
      for (const [j, one] of columns?.value.entries() ?? []) if (one.columnHidden === true) this.#hiddenColumns.add((this.area?.left ?? 0) + j);
      if (merges !== null) this.merges = areasIn(merges);
    };
  }

  /** Where Excel would not tell them at once. */
  async readMerges(): Promise<void> {
    if (this.area !== null && this.isWhole) this.merges = await mergesByWindows(this.info.id, this.area);
  }

  open(): OpenSheet {
    return { ...this.info, grid: this.#grid() };
  }

  #grid(): Grid {
    const { area } = this;
    const [rowsHidden, columnsHidden] = [this.#used?.rowsHidden === true, this.#used?.columnsHidden === true];
    return {
      name: this.info.name,
      rowCount: area === null ? 0 : area.bottom + 1,
      columnCount: area === null ? 0 : area.right + 1,
      cell: (row, column) => (area === null || row < area.top || column < area.left || column > area.right ? BLANK : this.#cell(row, column - area.left)),
      merges: this.merges,
      isRowHidden: (row) => (rowsHidden && area !== null && row >= area.top && row <= area.bottom) || this.#hiddenRows.has(row),
      isColumnHidden: (column) => (columnsHidden && area !== null && column >= area.left && column <= area.right) || this.#hiddenColumns.has(column),
    };
  }

  #cell(row: number, j: number): Cell {
    const piece = this.#pieceAt(row);
    if (piece === null) return BLANK;
    const one = told(piece.range, row - piece.from, j);
    const [value, formula, format] = [valueIn(one), formulaIn(one), one.format === 'General' ? null : one.format];
    return value === null && formula === null && format === null ? BLANK : { value, formula, format };
  }

  /** Rows are read in their order: most often it is the piece that the last one was in. */
  #pieceAt(row: number): Piece | null {
    if (this.#piece === null || row < this.#piece.from || row > this.#piece.to) this.#piece = this.#pieces.find(({ from, to }) => row >= from && row <= to) ?? null;
    return this.#piece;
  }
}

/** In an answer, by a sample from its beginning and one from its end. */
function bytesOfRow({ values, formulas, numberFormat, valueTypes }: Excel.Range): number {
  const sampled = [values, formulas, numberFormat, valueTypes].flatMap((rows) => [...rows.slice(0, SAMPLE), ...rows.slice(-SAMPLE)]);
  const bytes = new TextEncoder().encode(JSON.stringify(sampled)).length;
  return bytes / Math.max(1, sampled.length / 4);
}
