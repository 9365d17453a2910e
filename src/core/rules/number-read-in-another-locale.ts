/**
 * A number that an Excel of another language made of a Vietnamese one: 25.454 HTX stored as 25,454, or 12/5 as a date.
 *
 * Only typed constants are looked at: a formula's fraction has another reason. Spec: docs/spec.md, S3.
 */
import type { Table } from '#core/layout/table';
import { canonical, decimal, plain, shifted, type Decimal } from '#core/numbers/decimal';
import { formatFacts } from '#core/numbers/number-cell';
import { cellOf, type Spot } from '#core/relations/relation';
import { defineRule, type Outcome } from '#core/rule';
import { fault, figureSpots } from '#core/rules/layout-outcomes';
import type { Column } from '#core/table/columns';

interface Facts {
  readonly cell: string;
  /** The number as stored, and what was probably typed; null for a date. */
  readonly stored: Decimal | null;
  readonly typed: Decimal | null;
}

export const anotherLocale = defineRule({
  id: 'number-read-in-another-locale',
  group: 'plausibility',
  severity: 'warning',
  check: (table) => outcomes(table),

  say({ cell, stored, typed }: Facts, print) {
    return {
      what: stored === null || typed === null ? 'Ô số liệu đang chứa ngày tháng.' : `Excel đang hiểu số này là ${print.plain(stored)}; có lẽ đã gõ ${print.plain(typed)}.`,
      why: 'Excel cài tiếng Anh hiểu dấu chấm là dấu thập phân và dấu gạch chéo là ngày tháng, nên đổi số mà không báo.',
      todo: typed === null ? `Đặt lại định dạng số cho ${cell} rồi ghi lại số liệu.` : `Ghi lại ${cell} thành ${print.plain(typed)} nếu đúng vậy.`,
    };
  },

  examples: {
    holds: ['1 | Tổng số HTX | HTX | 25454#', '1 | Vốn | tỷ đồng | 25.454#'],
    breaks: ['1 | Tổng số HTX | HTX | [25.454#]'],
  },
});

function* outcomes(table: Table): Iterable<Outcome<Facts>> {
  for (const at of figureSpots(table)) {
    const { value, formula, format } = table.grid.cell(at.row.at, at.column.index);
    if (typeof value !== 'number' || formula !== null) continue;
    const stored = isSlip(at, value) ? plain(decimal(String(value))) : null;
    if (stored !== null) yield slip(at, stored, shifted(stored, 3));
    else if (formatFacts(format, value).date) yield fault(at, [], { cell: cellOf(at), stored: null, typed: null }, String(value));
  }
}

/** A thousandth of what was typed; a relation that agrees with the thousandth bears it out instead. */
function slip(at: Spot, stored: Decimal, typed: Decimal): Outcome<Facts> {
  return { ...fault(at, [], { cell: cellOf(at), stored, typed }, canonical(stored)), expected: { from: typed, to: typed }, slip: { cause: 'locale', confidence: 900 } };
}

/**
 * Is this a typed count whose group of thousands was read as decimals? It has one to three of them (trailing zeros are
 * not kept), and fewer than a thousand before them.
 */
export function isSlip(at: Spot, value: number): boolean {
  if (value % 1 === 0 || !isCount(at)) return false;
  return placesOf(value) <= 3 && value < 1000 && value > -1000 && !hasLongFractions(at.table, at.column);
}

function placesOf(value: number): number {
  return plain(decimal(String(value))).places;
}

const longFractions = new WeakMap<Column, boolean>();

/** Counts with four decimals are no groups of thousands: then the whole column is measured in something else. */
function hasLongFractions(table: Table, column: Column): boolean {
  const known = longFractions.get(column) ?? table.rows.some(({ at }) => {
    const { value, formula } = table.grid.cell(at, column.index);
    return typeof value === 'number' && formula === null && value % 1 !== 0 && placesOf(value) > 3;
  });
  longFractions.set(column, known);
  return known;
}

/** A level or a change in a row of counts. */
export function isCount({ table, row, column }: Spot): boolean {
  return table.kind(row) === 'count' && (column.role === 'level' || column.role === 'change');
}
