/** Indicators that stand in another order than the template's. Spec: docs/spec.md, F5. */
import type { Table } from '#core/layout/table';
import { cellOf } from '#core/relations/relation';
import { defineRule, type Outcome } from '#core/rule';
import { fault, fine, nameSpot } from '#core/rules/layout-outcomes';
import type { Row } from '#core/table/rows';

interface Facts {
  readonly cell: string;
  /** The name of the row that the template has before this one; null for the first. */
  readonly after: string | null;
}

export const indicatorOrder = defineRule({
  id: 'indicator-order',
  group: 'layout',
  severity: 'note',
  check: (table) => outcomes(table),

  say({ cell, after }: Facts) {
    return {
      what: after === null ? 'Chỉ tiêu này đứng sai thứ tự: theo mẫu là dòng đầu tiên.' : `Chỉ tiêu này đứng sai thứ tự: theo mẫu phải đứng sau “${after}”.`,
      why: 'Nơi tổng hợp thường chép cả cột; đổi thứ tự làm số liệu rơi sang dòng khác.',
      todo: `Chuyển dòng ${cell} về đúng chỗ.`,
    };
  },

  examples: {
    holds: ['I | HỢP TÁC XÃ | |\n5 | Thành lập mới | HTX | 21\n6 | Giải thể | HTX | 8'],
    breaks: ['I | HỢP TÁC XÃ | |\n2 | Số HTX ứng dụng công nghệ cao vào sản xuất | HTX | 21\n7 | Số HTX hoạt động hiệu quả | HTX | 9\n9 | Tổng số thành viên HTX | người | 900\n6 | [Giải thể] | HTX | 8'],
  },
});

function* outcomes(table: Table): Iterable<Outcome<Facts>> {
  if (table.recognition === null) return;
  const places = new Map(table.recognition.template.sections.flatMap(({ rows }) => rows).map(({ id }, i) => [id, i]));
  const rows = [...table.recognition.matches].map(([row, { indicator }]) => ({ row, place: places.get(indicator.id) ?? 0 }));
  const inOrder = longestRise(rows.map(({ place }) => place));
  const byPlace = rows.toSorted((a, b) => a.place - b.place);
  for (const [i, { row, place }] of rows.entries()) {
    const at = nameSpot(table, row);
    yield inOrder.has(i) ? fine(at) : fault(at, [], { cell: cellOf(at), after: before(byPlace, place)?.name ?? null }, row.name);
  }
}

function before(byPlace: readonly { readonly row: Row; readonly place: number }[], place: number): Row | null {
  return byPlace.findLast((one) => one.place < place)?.row ?? null;
}

/** Indexes of a longest rising run: moving all others is the least that restores the order. */
function longestRise(values: readonly number[]): ReadonlySet<number> {
  const previous: number[] = [];
  const ends: number[] = [];
  for (const [i, value] of values.entries()) {
    const at = ends.findIndex((end) => (values[end] ?? 0) >= value);
    const slot = at === -1 ? ends.length : at;
    previous[i] = ends[slot - 1] ?? -1;
    ends[slot] = i;
  }
  const rise = new Set<number>();
  for (let i = ends.at(-1) ?? -1; i >= 0; i = previous[i] ?? -1) rise.add(i);
  return rise;
}
