/** An indicator that stands twice in one table: the next level would add it twice. Spec: docs/spec.md, F4. */
import type { Table } from '#core/layout/table';
import { cellOf } from '#core/relations/relation';
import { defineRule, type Outcome } from '#core/rule';
import { fault, nameSpot } from '#core/rules/layout-outcomes';
import { NUMBER_RANK } from '#core/table/ordinal';
import type { Row } from '#core/table/rows';
import { nameKey } from '#core/table/vietnamese';

interface Facts {
  readonly name: string;
  readonly cell: string;
  readonly first: string;
}

export const duplicateIndicator = defineRule({
  id: 'duplicate-indicator',
  group: 'layout',
  severity: 'warning',
  check: (table) => outcomes(table),

  say({ name, cell, first }: Facts) {
    return {
      what: `Chỉ tiêu “${name}” đã có ở ${first}.`,
      why: 'Một chỉ tiêu ghi hai lần có thể bị cộng hai lần.',
      todo: `Xóa bớt một dòng, hoặc sửa tên ở ${cell} nếu là chỉ tiêu khác.`,
    };
  },

  examples: {
    holds: ['1 | Tổng số | HTX | 30\n- | Nông nghiệp | HTX | 19\n2 | Hiệu quả | HTX | 20\n- | Nông nghiệp | HTX | 12'],
    breaks: ['1 | [Tổng số HTX] | HTX | 254\n2 | Giải thể | HTX | 8\n3 | [Tổng số HTX] | HTX | 254'],
  },
});

const repeats = new WeakMap<Table, ReadonlyMap<Row, Row>>();

/** Each row that repeats an earlier one, and that one: the same name and unit under the same parent. */
export function repeatedRows(table: Table): ReadonlyMap<Row, Row> {
  const known = repeats.get(table);
  if (known !== undefined) return known;
  const first = new Map<string, Row>();
  const repeated = new Map<Row, Row>();
  for (const row of table.rows.filter((one) => isNamedOnce(table, one))) {
    const key = `${row.parent?.at ?? ''}|${nameKey(row.name)}|${nameKey(row.unit)}`;
    const earlier = first.get(key);
    if (earlier === undefined) first.set(key, row);
    else repeated.set(row, earlier);
  }
  repeats.set(table, repeated);
  return repeated;
}

/** Names of numbered rows stand for themselves; parts of unknown layouts are named alike under headings that no mark shows. */
function isNamedOnce(table: Table, row: Row): boolean {
  if (row.kind !== 'indicator' || row.ofWhich) return false;
  return table.recognition !== null || (row.rank >= NUMBER_RANK && row.rank < NUMBER_RANK + 5);
}

function* outcomes(table: Table): Iterable<Outcome<Facts>> {
  for (const [row, earlier] of repeatedRows(table)) {
    // A row that the template tells apart is no repetition.
    if (table.match(row) !== null) continue;
    const [at, first] = [nameSpot(table, row), nameSpot(table, earlier)];
    yield fault(at, [first], { name: row.name, cell: cellOf(at), first: cellOf(first) }, row.name);
  }
}
