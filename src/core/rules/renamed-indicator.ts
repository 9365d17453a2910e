/** A row recognised in spite of its name: cut short, misspelt, or reworded in the template's place. Spec: docs/spec.md, F3. */
import type { Table } from '#core/layout/table';
import { inYear } from '#core/layout/template-year';
import { cellOf } from '#core/relations/relation';
import { defineRule, type Outcome } from '#core/rule';
import { fault, fine, nameSpot } from '#core/rules/layout-outcomes';

interface Facts {
  readonly found: string;
  readonly right: string;
  readonly cell: string;
}

export const renamedIndicator = defineRule({
  id: 'renamed-indicator',
  group: 'layout',
  severity: 'note',
  check: (table) => outcomes(table),

  say({ found, right, cell }: Facts) {
    return {
      what: `Tên ghi “${found}”; mẫu ghi “${right}”.`,
      why: 'Dòng này được nhận ra nhờ vị trí, thứ tự hoặc các chữ gần giống; tên đúng giúp nơi tổng hợp không bỏ sót.',
      todo: `Sửa tên ở ${cell} theo mẫu.`,
    };
  },

  examples: {
    holds: ['II | LIÊN HIỆP HỢP TÁC XÃ | |\n1 | Tổng số LH HTX | LHHTX | 102\n- | Phi Nông nghiệp | LHHTX | 45'],
    breaks: ['II | LIÊN HIỆP HỢP TÁC XÃ | |\n1 | Tổng số LH HTX | LHHTX | 102\n- | [Phi No] | LHHTX | 45'],
  },
});

function* outcomes(table: Table): Iterable<Outcome<Facts>> {
  for (const row of table.rows) {
    const match = table.match(row);
    if (match === null) continue;
    const at = nameSpot(table, row);
    const known = match.likeness === 'name' || match.likeness === 'alias';
    yield known ? fine(at) : fault(at, [], { found: row.name, right: inYear(match.indicator.name, table.year), cell: cellOf(at) }, row.name);
  }
}
