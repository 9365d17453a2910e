/** A row that the template does not know: an addition, or a name that nobody can place. Spec: docs/spec.md, F2. */
import type { Table } from '#core/layout/table';
import { cellOf } from '#core/relations/relation';
import { defineRule, type Outcome } from '#core/rule';
import { repeatedRows } from '#core/rules/duplicate-indicator';
import { fault, nameSpot } from '#core/rules/layout-outcomes';

interface Facts {
  readonly name: string;
  readonly template: string;
  readonly cell: string;
}

export const unknownIndicator = defineRule({
  id: 'unknown-indicator',
  group: 'layout',
  severity: 'note',
  check: (table) => outcomes(table),

  say({ name, template, cell }: Facts) {
    return {
      what: `Chỉ tiêu “${name}” không có trong mẫu ${template}.`,
      why: 'Nơi tổng hợp cộng theo tên chỉ tiêu của mẫu, nên dòng này sẽ không được cộng.',
      todo: `Nếu là chỉ tiêu của mẫu thì sửa tên ở ${cell}; nếu là số liệu bổ sung thì để nguyên.`,
    };
  },

  examples: {
    holds: ['IV | HOẠT ĐỘNG QUỸ HỖ TRỢ HTX | |\n1 | Thành lập Quỹ Hỗ trợ HTX địa phương | Quỹ | 55'],
    breaks: ['IV | HOẠT ĐỘNG QUỸ HỖ TRỢ HTX | |\n1 | Thành lập Quỹ Hỗ trợ HTX địa phương | Quỹ | 55\n2 | [Số buổi văn nghệ] | buổi | 12'],
  },
});

function* outcomes(table: Table): Iterable<Outcome<Facts>> {
  if (table.recognition === null) return;
  const repeated = repeatedRows(table);
  for (const row of table.rows) {
    if (row.kind !== 'indicator' || table.match(row) !== null || repeated.has(row)) continue;
    const at = nameSpot(table, row);
    yield fault(at, [], { name: row.name, template: table.recognition.template.id, cell: cellOf(at) }, row.name);
  }
}
