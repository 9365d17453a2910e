/** A figure that the template requires is not there. A dash, an x or "…" is an answer; an empty cell is none. Spec: docs/spec.md, F10. */
import type { Table } from '#core/layout/table';
import { cellOf, type Spot } from '#core/relations/relation';
import { defineRule, type Outcome } from '#core/rule';
import { fault, fine, holdsBases } from '#core/rules/layout-outcomes';
import { columnKeys } from '#core/table/column-keys';

interface Facts {
  readonly cell: string;
}

export const requiredFigure = defineRule({
  id: 'required-figure',
  group: 'layout',
  severity: 'warning',
  check: (table, all) => (holdsBases(table, all) ? [] : outcomes(table)),

  say({ cell }: Facts) {
    return {
      what: 'Chỉ tiêu này bắt buộc có số liệu, nhưng ô còn trống.',
      why: 'Nơi tổng hợp không phân biệt được ô trống với số 0.',
      todo: `Điền ${cell}; nếu không phát sinh ghi 0, chưa thu thập được ghi “…”, không áp dụng ghi “x”.`,
    };
  },

  examples: {
    holds: ['IV | HOẠT ĐỘNG QUỸ HỖ TRỢ HTX | |\n1 | Thành lập Quỹ Hỗ trợ HTX địa phương | Quỹ | …'],
    breaks: ['IV | HOẠT ĐỘNG QUỸ HỖ TRỢ HTX | |\n1 | Thành lập Quỹ Hỗ trợ HTX địa phương | Quỹ | []'],
  },
});

function* outcomes(table: Table): Iterable<Outcome<Facts>> {
  if (table.recognition === null) return;
  const columns = new Map([...columnKeys(table.columns)].map(([column, key]) => [key, column]));
  for (const [row, { indicator }] of table.recognition.matches) {
    for (const key of indicator.requiredFigures ?? []) {
      const column = columns.get(key);
      if (column === undefined) continue;
      const at: Spot = { table, row, column };
      yield table.figure(row, column) === 'empty' ? fault(at, [], { cell: cellOf(at) }, null) : fine(at);
    }
  }
}
