/**
 * The sheet lacks an indicator, or a whole section, that its template has. Spec: docs/spec.md, F1.
 *
 * Said at the name of the row that it should follow.
 */
import type { Recognition } from '#core/layout/recognise';
import type { Indicator, Section, Template } from '#core/layout/template';
import type { Table } from '#core/layout/table';
import { cellOf } from '#core/relations/relation';
import { defineRule, type Outcome } from '#core/rule';
import { fault, fine, nameSpot } from '#core/rules/layout-outcomes';
import type { Row } from '#core/table/rows';

interface Facts {
  readonly name: string;
  readonly ordinal: string;
  /** Indicators of a whole section that is missing; 0 for a single indicator. */
  readonly section: number;
  /** The name and the cell of the row that it should follow; null for the first. */
  readonly after: string | null;
  readonly cell: string;
}

export const missingIndicator = defineRule({
  id: 'missing-indicator',
  group: 'layout',
  severity: 'warning',
  check: (table, all) => (table.recognition === null ? [] : outcomes(table, table.recognition, all)),

  say({ name, ordinal, section, after, cell }: Facts) {
    const label = ordinal === '' ? `“${name}”` : `${ordinal} “${name}”`;
    return {
      what: section > 0 ? `Thiếu cả mục ${label} (${section} chỉ tiêu).` : `Thiếu chỉ tiêu ${label}.`,
      why: 'Mẫu quy định đủ các chỉ tiêu, kể cả khi chưa có số liệu.',
      todo: after === null ? `Thêm dòng này ở đầu bảng, trước ${cell}.` : `Thêm dòng này sau ${cell} (“${after}”).`,
    };
  },

  examples: {
    holds: ['1 | Số buổi văn nghệ | buổi | 12'],
    breaks: ['III | TỔ HỢP TÁC (THT) | |\n10 | [Doanh thu bình quân một THT] | Tr đồng/năm | 512'],
  },
});

function* outcomes(table: Table, { template, matches }: Recognition, all: readonly Table[]): Iterable<Outcome<Facts>> {
  const rows = new Map([...matches].map(([row, { indicator }]) => [indicator.id, row]));
  const elsewhere = sectionsElsewhere(table, template, all);
  let last: Row | null = null;
  // A heading over further headings has no rows of its own.
  for (const section of template.sections.filter((one) => one.rows.length > 0)) {
    const present = section.rows.some(({ id }) => rows.has(id));
    if (!present && !elsewhere.has(section.id)) yield missing(table, last, wholeSection(section));
    for (const indicator of present ? section.rows.filter((one) => one.kind !== 'heading') : []) {
      const row = rows.get(indicator.id);
      yield row === undefined ? missing(table, last, single(indicator)) : fine(nameSpot(table, row));
      last = row ?? last;
    }
  }
}

/** A report may spread its sections over several tables; what all of them lack is said of the first one only. */
function sectionsElsewhere(table: Table, template: Template, all: readonly Table[]): ReadonlySet<string> {
  const isFellow = ({ recognition }: Table): boolean => recognition?.template === template;
  if (all.find(isFellow) !== table) return new Set(template.sections.map(({ id }) => id));
  return new Set(all.filter(isFellow).flatMap(({ recognition }) => [...(recognition?.matches.values() ?? [])].map(({ section }) => section.id)));
}

type What = Pick<Facts, 'name' | 'ordinal' | 'section'>;

function wholeSection({ name, ordinal, rows }: Section): What {
  return { name, ordinal, section: rows.filter(({ kind }) => kind !== 'heading').length };
}

function single({ name, ordinal }: Indicator): What {
  return { name, ordinal, section: 0 };
}

function missing(table: Table, after: Row | null, what: What): Outcome<Facts> {
  const first = table.rows.find(({ kind }) => kind === 'indicator') ?? table.rows[0];
  const row = after ?? first;
  const at = row === undefined ? { table, row: null, column: table.columns.indicator } : nameSpot(table, row);
  return fault(at, [], { ...what, after: after?.name ?? null, cell: cellOf(at) }, null);
}
