/** The sheet lacks a column that its template requires. Said at the last header cell. Spec: docs/spec.md, F8. */
import type { Recognition } from '#core/layout/recognise';
import type { Table } from '#core/layout/table';
import { inYear } from '#core/layout/template-year';
import type { Place } from '#core/relations/relation';
import { cellOf } from '#core/relations/relation';
import { defineRule, type Outcome } from '#core/rule';
import { fault, fine, holdsBases } from '#core/rules/layout-outcomes';
import { columnKeys } from '#core/table/column-keys';

interface Facts {
  /** The header's words as the template has them, e.g. "So sánh với › năm 2019 › Tỷ lệ". */
  readonly header: string;
  readonly cell: string;
}

export const missingColumn = defineRule({
  id: 'missing-column',
  group: 'layout',
  severity: 'warning',
  check: (table, all) => (table.recognition === null || holdsBases(table, all) ? [] : outcomes(table, table.recognition)),

  say({ header, cell }: Facts) {
    return {
      what: `Thiếu cột “${header}”.`,
      why: 'Mẫu quy định đủ các cột, kể cả khi chưa có số liệu.',
      todo: `Thêm cột này vào bảng (cột cuối hiện nay ở ${cell}).`,
    };
  },

  examples: {
    holds: ['IV | HOẠT ĐỘNG QUỸ HỖ TRỢ HTX | | | | | |\n1 | Thành lập Quỹ Hỗ trợ HTX địa phương | Quỹ | 55 | 2 | 104% | -8 | 87,3%'],
    breaks: ['TT | Chỉ tiêu | Đơn vị tính | Thực hiện năm 2020 | So với năm 2019: Số lượng | [So với năm 2019: Tỷ lệ]\nIV | HOẠT ĐỘNG QUỸ HỖ TRỢ HTX | | | |\n1 | Thành lập Quỹ Hỗ trợ HTX địa phương | Quỹ | 55 | 2 | 104%'],
  },
});

function* outcomes(table: Table, { template }: Recognition): Iterable<Outcome<Facts>> {
  const present = new Set(columnKeys(table.columns).values());
  const last = table.columns.all.findLast(({ header }) => header !== '') ?? table.columns.indicator;
  const at: Place = { table, row: null, column: last };
  for (const role of template.requiredColumns) {
    yield present.has(role) ? fine(at) : fault(at, [], { header: headerOf(role, table, template), cell: cellOf(at) }, null);
  }
}

function headerOf(role: string, { year }: Table, { columns }: Recognition['template']): string {
  const words = columns.find((column) => column.role === role)?.header.join(' › ') ?? role;
  return inYear(words, year);
}
