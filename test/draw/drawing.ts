/**
 * Tables drawn as text: one line a row, cells between `|`, `[ ]` around the figures that a finding must name.
 *
 * A cell `30#` is the number 30, other figures are text; `<` is merged with the cell above; `^ẩn` hides its row;
 * `#REF!` and its like are error values, `=10.08 0.0` a formula's result under a format, `=17{E2-D2}` one with its formula. A drawing without a header (a row with TT) gets that of its width: 4 cells end with the actual, 6 with change and ratio to 2019,
 * 8 with change and attainment of the plan. A drawing with a section (I, II, …) is in the published layout.
 */
import { knownTemplates } from '#app/known-templates';
import { tablesOf, type Table, type TableOptions } from '#core/layout/table';
import { address, gridOf, type Cell, type CellValue, type Grid } from '#core/table/grid';
import { headerWord } from '#core/table/header-words';

const HEADERS: Readonly<Record<number, string>> = {
  3: 'TT | Chỉ tiêu | Thực hiện năm 2020',
  4: 'TT | Chỉ tiêu | Đơn vị tính | Thực hiện năm 2020',
  6: 'TT | Chỉ tiêu | Đơn vị tính | Thực hiện năm 2020 | So với năm 2019: Số lượng | So với năm 2019: Tỷ lệ',
  8: 'TT | Chỉ tiêu | Đơn vị tính | Thực hiện năm 2020 | So với năm 2019: Số lượng | So với năm 2019: Tỷ lệ | So với kế hoạch 2020: Số lượng | So với kế hoạch 2020: Tỷ lệ',
};

export interface Drawing {
  readonly grid: Grid;
  /** Addresses of the figures in brackets. */
  readonly bound: ReadonlySet<string>;
  /** The drawing's own lines, brackets and header taken off. */
  readonly lines: readonly string[];
  /** The sheet's row of the first line. */
  readonly firstRow: number;
  readonly published: boolean;
}

export function drawing(text: string, name = 'Bảng'): Drawing {
  const lines = text.trim().split('\n').map((line) => line.trim());
  const cells = lines.map(cellsOf);
  const hasHeader = cells.slice(0, 4).some((row) => row.some((cell) => headerWord(cell) === 'ordinal'));
  const width = Math.max(...cells.map((row) => row.length));
  const header = HEADERS[width] ?? HEADERS[4] ?? '';
  const rows = hasHeader ? cells : [cellsOf(header), ...cells];
  const firstRow = hasHeader ? 0 : 1;
  const bound = new Set(rows.flatMap((row, at) => row.flatMap((cell, column) => (/^\[.*\]$/.test(cell) ? [address(at, column)] : []))));
  const grid = sheet(name, rows);
  return { grid, bound, lines: lines.map((line) => line.replaceAll(/[[\]]/g, '')), firstRow, published: cells.some(([first = '']) => /^[IVX]+$/.test(first)) };
}

function cellsOf(line: string): string[] {
  return line.split('|').map((cell) => cell.trim());
}

function unbound(cell: string): string {
  return cell.replace(/^\[(.*)\]$/, '$1').replace(' ^ẩn', '');
}

function sheet(name: string, rows: readonly (readonly string[])[]): Grid {
  const hidden = new Set(rows.flatMap((row, at) => (row.some((cell) => cell.includes('^ẩn')) ? [at] : [])));
  const merges = rows.flatMap((row, at) => row.flatMap((cell, column) => (cell === '<' ? [{ top: at - 1, left: column, bottom: at, right: column }] : [])));
  return { ...gridOf(name, rows.map((row) => row.map((cell) => valueOf(unbound(cell))))), merges, isRowHidden: (row) => hidden.has(row) };
}

function valueOf(cell: string): CellValue | Cell {
  const formula = /^=(-?[\d.]+)(?:\{(.*)\})?(?: (\S+))?$/.exec(cell);
  if (formula !== null) return { value: Number(formula[1]), formula: formula[2] ?? 'A1', format: formula[3] ?? null };
  if (/^#[A-Z/0]+[!?]?$/.test(cell)) return { error: cell };
  if (/^-?[\d.]+#$/.test(cell)) return Number(cell.slice(0, -1));
  return cell === '<' ? null : cell;
}

/** The tables of a drawing, in the published layout where it opens with a section. */
export function tablesIn({ grid, published }: Drawing, options: Partial<TableOptions> = {}): Table[] {
  const templates = knownTemplates();
  const [template] = templates;
  return tablesOf(grid, { templates, ...(published && template !== undefined && { template }), ...options });
}

/** The drawing with `[ ]` around the given cells: a failing test shows two drawings side by side. */
export function redrawn({ lines, firstRow }: Drawing, bound: ReadonlySet<string>): string {
  return lines
    .map((line, i) => line.split('|').map((cell, column) => (bound.has(address(i + firstRow, column)) ? marked(cell) : cell)).join('|'))
    .join('\n');
}

function marked(cell: string): string {
  return cell.trim() === '' ? ' [] ' : cell.replace(/\S(?:.*\S)?/, '[$&]');
}
