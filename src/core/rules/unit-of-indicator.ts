/**
 * A row's unit is the template's, in any of its accepted spellings; in any layout a percentage is no number of things.
 *
 * Spec: docs/spec.md, F7.
 */
import type { Indicator } from '#core/layout/template';
import type { Table } from '#core/layout/table';
import { moneyPower, unitKind } from '#core/layout/units';
import { cellOf, isTerm, termAt, type Place } from '#core/relations/relation';
import { defineRule, type Outcome } from '#core/rule';
import { fault, fine } from '#core/rules/layout-outcomes';
import type { Row } from '#core/table/rows';
import { nameKey } from '#core/table/vietnamese';

interface Facts {
  readonly found: string;
  readonly right: string;
  readonly cell: string;
  /** The row's figure is a percentage, whatever the template says; else whether units of money differ. */
  readonly clash: 'percentage' | 'money' | 'thing';
}

export const unitOfIndicator = defineRule({
  id: 'unit-of-indicator',
  group: 'layout',
  severity: 'warning',
  check: (table) => outcomes(table),

  say({ found, right, cell, clash }: Facts) {
    const why = {
      percentage: 'Một tỷ lệ phần trăm không đếm được bằng đơn vị này.',
      money: 'Đơn vị tiền khác mẫu làm số liệu lệch cả nghìn lần khi tổng hợp.',
      thing: 'Đơn vị khác mẫu dễ làm số liệu bị cộng vào chỉ tiêu khác.',
    };
    return {
      what: found === '' ? `Chưa ghi đơn vị tính; mẫu ghi “${right}”.` : `Đơn vị ghi “${found}”, ${clash === 'percentage' ? 'nhưng số liệu là tỷ lệ phần trăm' : `mẫu ghi “${right}”`}.`,
      why: why[clash],
      todo: `Sửa ${cell} thành “${right}”, hoặc đổi số liệu theo đơn vị đã ghi.`,
    };
  },

  examples: {
    holds: ['I | HỢP TÁC XÃ | |\n8 | Tỷ lệ HTX hoạt động hiệu quả/ tổng số HTX | % | 56%', 'I | HỢP TÁC XÃ | |\n11 | Tổng vốn điều lệ HTX | Tỷ đồng | 44'],
    breaks: ['I | HỢP TÁC XÃ | |\n8 | Tỷ lệ HTX hoạt động hiệu quả/ tổng số HTX | [HTX] | 56%', '1 | Tỷ lệ hộ nghèo | [hộ] | 5,2%'],
  },
});

function* outcomes(table: Table): Iterable<Outcome<Facts>> {
  const { unit } = table.columns;
  if (unit === null) return;
  for (const row of table.rows) {
    if (row.kind !== 'indicator') continue;
    const at: Place = { table, row, column: unit };
    const facts = faultIn(table, row, cellOf(at));
    if (facts !== null) yield fault(at, [], facts, row.unit === '' ? null : row.unit);
    else if (row.unit !== '') yield fine(at);
  }
}

const accepted = new WeakMap<Indicator, ReadonlySet<string>>();

function acceptedUnits(indicator: Indicator): ReadonlySet<string> {
  const known = accepted.get(indicator) ?? new Set([indicator.unit, ...(indicator.units ?? [])].map(nameKey));
  accepted.set(indicator, known);
  return known;
}

function faultIn(table: Table, row: Row, cell: string): Facts | null {
  const indicator = table.match(row)?.indicator;
  const percentage = unitKind(row.unit) === 'count' && isPercentage(table, row);
  if (indicator === undefined) return percentage ? { found: row.unit, right: '%', cell, clash: 'percentage' } : null;
  if (isAccepted(row.unit, indicator)) return null;
  return { found: row.unit, right: indicator.unit, cell, clash: percentage ? 'percentage' : clashOf(row.unit, indicator.unit) };
}

/** A template without a unit leaves it to the columns or the title. */
function isAccepted(unit: string, indicator: Indicator): boolean {
  return indicator.unit === '' || unit === indicator.unit || acceptedUnits(indicator).has(nameKey(unit));
}

function clashOf(found: string, right: string): Facts['clash'] {
  return moneyPower(found) !== null && moneyPower(right) !== null ? 'money' : 'thing';
}

/** The actual is written with a percent sign. */
function isPercentage(table: Table, row: Row): boolean {
  const { actual } = table.columns;
  const term = actual === null ? 'empty' : termAt(table, row, actual);
  return isTerm(term) && term.figure.percent;
}
