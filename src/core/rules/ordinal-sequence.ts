/** Numbered rows count up by one: a number left out or given twice points to a row lost or pasted in. Spec: docs/spec.md, F6. */
import type { Table } from '#core/layout/table';
import type { Spot } from '#core/relations/relation';
import { cellOf } from '#core/relations/relation';
import { defineRule, type Outcome } from '#core/rule';
import { fault, fine } from '#core/rules/layout-outcomes';
import { NUMBER_RANK } from '#core/table/ordinal';
import type { Row } from '#core/table/rows';

interface Facts {
  readonly ordinal: string;
  readonly due: string;
  readonly cell: string;
}

export const ordinalSequence = defineRule({
  id: 'ordinal-sequence',
  group: 'layout',
  severity: 'note',
  check: (table) => outcomes(table),

  say({ ordinal, due, cell }: Facts) {
    return {
      what: `Số thứ tự ghi ${ordinal}, trong khi đến lượt ${due}.`,
      why: 'Số thứ tự bị nhảy hoặc lặp lại thường là do mất dòng hoặc chèn dòng.',
      todo: `Kiểm tra xem có thiếu dòng trước ${cell} không, rồi đánh lại số thứ tự.`,
    };
  },

  examples: {
    holds: ['1 | Tổng số | HTX | 30\n- | Nông nghiệp | HTX | 19\n2 | Hiệu quả | HTX | 20\n3 | Giải thể | HTX | 2'],
    breaks: ['1 | Tổng số | HTX | 30\n2 | Hiệu quả | HTX | 20\n[4] | Giải thể | HTX | 2'],
  },
});

function* outcomes(table: Table): Iterable<Outcome<Facts>> {
  const { ordinal } = table.columns;
  const counters = new Map<Row | null, bigint>();
  const numbered = ordinal === null ? [] : table.rows.filter(isNumbered);
  // Numbers may run on across headings, or go on beside a table that holds the first of them.
  let running = numberOf(numbered[0]) - 1n;
  for (const row of numbered) {
    const number = numberOf(row);
    const due = (counters.get(row.parent) ?? 0n) + 1n;
    const right = [1n, due, running + 1n].includes(number) || isTemplates(table, row);
    counters.set(row.parent, number);
    running = number;
    const at: Spot = { table, row, column: ordinal ?? table.columns.indicator };
    yield right ? fine(at) : fault(at, [], { ordinal: row.ordinal, due: String(due), cell: cellOf(at) }, row.ordinal);
  }
}

function numberOf(row: Row | undefined): bigint {
  return BigInt(row?.ordinal.replace('.', '') ?? '1');
}

function isNumbered({ rank, ordinal }: Row): boolean {
  return rank === NUMBER_RANK && /^\d{1,3}\.?$/.test(ordinal);
}

/** The template's own number is right, whatever is missing before it. */
function isTemplates(table: Table, row: Row): boolean {
  return table.match(row)?.indicator.ordinal === row.ordinal;
}
