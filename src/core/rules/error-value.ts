/**
 * A formula that gives an error instead of a figure: #REF!, #DIV/0!, #N/A; and the cell in which it starts.
 *
 * Spec: docs/spec.md, F15.
 */
import { precedentsOf } from '#core/formulas/precedents';
import type { Table } from '#core/layout/table';
import { cellOf } from '#core/relations/relation';
import { defineRule, type Outcome } from '#core/rule';
import { fault, figureSpots } from '#core/rules/layout-outcomes';
import { address, placeOf, type Area, type Grid } from '#core/table/grid';

interface Facts {
  readonly error: string;
  readonly cell: string;
  /** The cell where the error comes from; null where it starts here. */
  readonly origin: string | null;
}

const MEANINGS: Readonly<Record<string, string>> = {
  '#REF!': 'Công thức trỏ tới ô hoặc trang tính đã bị xóa.',
  '#DIV/0!': 'Công thức chia cho ô trống hoặc số 0.',
  '#N/A': 'Công thức không tìm thấy giá trị cần tra.',
  '#NAME?': 'Excel không biết tên hàm trong công thức.',
  '#VALUE!': 'Công thức tính trên ô chứa chữ.',
  '#NUM!': 'Công thức cho số không tính được.',
};

export const errorValue = defineRule({
  id: 'error-value',
  group: 'layout',
  severity: 'error',
  check: (table) => outcomes(table),

  say({ error, cell, origin }: Facts) {
    return {
      what: `Ô ghi ${error} thay cho số liệu.`,
      why: origin === null ? (MEANINGS[error] ?? 'Công thức trong ô đang bị lỗi.') : `Lỗi bắt đầu từ ${origin}, ô mà công thức này dùng tới.`,
      todo: origin === null ? `Sửa công thức ở ${cell}, hoặc ghi số liệu.` : `Sửa ${origin}; ${cell} sẽ hết lỗi theo.`,
    };
  },

  examples: { holds: ['1 | Tổng số | HTX | 30'], breaks: ['1 | Tổng số | HTX | [#REF!]'] },
});

function* outcomes(table: Table): Iterable<Outcome<Facts>> {
  const origins = new Map<string, string | null>();
  for (const at of figureSpots(table)) {
    const { value } = table.grid.cell(at.row.at, at.column.index);
    if (typeof value === 'object' && value !== null) yield fault(at, [], { error: value.error, cell: cellOf(at), origin: originOf(table.grid, address(at.row.at, at.column.index), origins) }, value.error);
  }
}

/** Ranges of more cells than these are not searched for errors. */
const MOST_CELLS = 10_000;

/** Follows errors back to the cell that reads no other; null where that is the cell itself. */
function originOf(grid: Grid, start: string, known: Map<string, string | null>): string | null {
  const path = new Set<string>();
  let cell: string | null = start;
  let last = start;
  while (cell !== null && !path.has(cell)) {
    path.add(cell);
    last = cell;
    const found: string | null = known.has(cell) ? (known.get(cell) ?? null) : erroneous(grid, cell);
    known.set(cell, found);
    cell = found;
  }
  return last === start || cell !== null ? null : last;
}

/** The first cell of its own sheet that a formula reads and that holds an error. */
function erroneous(grid: Grid, cell: string): string | null {
  const { row, column } = placeOf(cell);
  const { formula } = grid.cell(row, column);
  const read = formula === null ? [] : precedentsOf(formula).ranges.filter(({ sheet }) => sheet === null);
  for (const range of read) {
    const found = errorIn(grid, { top: range.top.at, left: range.left.at, bottom: lesser(range.bottom.at, grid.rowCount - 1), right: lesser(range.right.at, grid.columnCount - 1) });
    if (found !== null) return found;
  }
  return null;
}

function errorIn(grid: Grid, { top, left, bottom, right }: Area): string | null {
  if ((bottom - top + 1) * (right - left + 1) > MOST_CELLS) return null;
  for (let row = top; row <= bottom; row += 1) {
    for (let column = left; column <= right; column += 1) {
      const { value } = grid.cell(row, column);
      if (typeof value === 'object' && value !== null) return address(row, column);
    }
  }
  return null;
}

function lesser(a: number, b: number): number {
  return a < b ? a : b;
}
