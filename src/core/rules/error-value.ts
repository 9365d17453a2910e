/** A formula that gives an error instead of a figure: #REF!, #DIV/0!, #N/A. Spec: docs/spec.md, F15. */
import type { Table } from '#core/layout/table';
import { cellOf } from '#core/relations/relation';
import { defineRule, type Outcome } from '#core/rule';
import { fault, figureSpots } from '#core/rules/layout-outcomes';

interface Facts {
  readonly error: string;
  readonly cell: string;
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

  say({ error, cell }: Facts) {
    return {
      what: `Ô ghi ${error} thay cho số liệu.`,
      why: MEANINGS[error] ?? 'Công thức trong ô đang bị lỗi.',
      todo: `Sửa công thức ở ${cell}, hoặc ghi số liệu.`,
    };
  },

  examples: { holds: ['1 | Tổng số | HTX | 30'], breaks: ['1 | Tổng số | HTX | [#REF!]'] },
});

function* outcomes(table: Table): Iterable<Outcome<Facts>> {
  for (const at of figureSpots(table)) {
    const { value } = table.grid.cell(at.row.at, at.column.index);
    if (typeof value === 'object' && value !== null) yield fault(at, [], { error: value.error, cell: cellOf(at) }, value.error);
  }
}
