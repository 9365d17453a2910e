/**
 * A formula that adds figures of different units: a rate to a count, million to billion đồng.
 *
 * Rows that the layout declares to be parts are left to the rule about units. Spec: docs/spec.md, O7.
 */
import { grouped } from '#core/grouped';
import type { Addend } from '#core/formulas/addends';
import { columnAddends } from '#core/formulas/column-addends';
import { quoted } from '#core/formulas/quoted';
import { firstWithin } from '#core/formulas/sorted-rows';
import { tableFormulas, type Formed } from '#core/formulas/table-formulas';
import type { Table } from '#core/layout/table';
import { measureOf, moneyPower } from '#core/layout/units';
import { cellOf, type Spot } from '#core/relations/relation';
import { defineRule, type Outcome } from '#core/rule';
import { formulaFault } from '#core/rules/formula-fault';
import { fine } from '#core/rules/layout-outcomes';
import { cellList } from '#core/rules/sentence-parts';
import type { Row } from '#core/table/rows';

export interface UnitsFacts {
  readonly cell: string;
  readonly formula: string;
  readonly unit: string;
  readonly read: string;
  readonly other: string;
  readonly right: string;
}

export const formulaMixesUnits = defineRule({
  id: 'formula-mixes-units',
  group: 'formulas',
  severity: 'warning',
  check: (table) => outcomes(table),

  say({ cell, formula, unit, read, other, right }: UnitsFacts, print) {
    return {
      what: `Công thức ${quoted(formula, print)} cộng ${read} (${other}) vào số có đơn vị ${unit}.`,
      why: 'Chỉ cộng được các số cùng đơn vị.',
      todo: right === '' ? `Bỏ ${read} ra khỏi công thức ở ${cell}.` : `Sửa công thức ở ${cell} thành ${quoted(right, print)}.`,
    };
  },

  examples: {
    holds: ['1 | Tổng vốn | tỷ đồng | =30{D3+D4}\n2 | Vốn điều lệ | tỷ đồng | 19#\n3 | Vốn vay | tỷ đồng | 11#'],
    breaks: ['1 | Tổng vốn | tỷ đồng | [=11019{D3+D4}]\n2 | Vốn điều lệ | tỷ đồng | 19#\n3 | Vốn vay | triệu đồng | [11000#]'],
  },
});

function* outcomes(table: Table): Iterable<Outcome<UnitsFacts>> {
  const { all } = tableFormulas(table);
  const units = all.length === 0 ? [] : unitsIn(table);
  if (units.length < 2) return;
  const parts = new Map(table.structure.sums.map(({ whole, parts: own }) => [whole, new Set(own)]));
  for (const one of all) {
    const own = one.row.kind === 'indicator' ? measureOf(one.row.unit) : null;
    const addends = own === null ? null : columnAddends(one);
    if (addends === null) continue;
    const mixes = units.some(({ measure, rows }) => measure !== own && addends.some(({ top, bottom }) => firstWithin(rows, top, bottom) !== null));
    yield mixes ? judged(one, addends, parts.get(one.row)) : fine(one);
  }
}

/** Rows that the layout declares to be parts are no fault of the formula; one that reads nothing of its own measure converts. */
function judged(one: Formed, addends: readonly Addend[], parts: ReadonlySet<Row> | undefined): Outcome<UnitsFacts> {
  const own = measureOf(one.row.unit);
  const read = one.table.rows.filter((row) => row.kind === 'indicator' && addends.some(({ top, bottom }) => row.at >= top && row.at <= bottom));
  const others = read.filter((row) => (measureOf(row.unit) ?? own) !== own && parts?.has(row) !== true);
  // What NUMBERVALUE reads as a text cannot be added without it.
  const isPlain = addends.every(({ by }) => by !== 'value');
  return others.length === 0 || others.length === read.length ? fine(one) : broken(one, others, isPlain ? read : []);
}

/** The table's measures, each with its rows. */
function unitsIn({ rows }: Table): { readonly measure: string | null; readonly rows: readonly number[] }[] {
  const byMeasure = grouped(rows.filter(({ kind, unit }) => kind === 'indicator' && measureOf(unit) !== null), ({ unit }) => measureOf(unit));
  return [...byMeasure].map(([measure, own]) => ({ measure, rows: own.map(({ at }) => at) }));
}

function broken(one: Formed, others: readonly Row[], rows: readonly Row[]): Outcome<UnitsFacts> {
  const at = (row: Row): Spot => ({ ...one, row });
  const terms = rows.flatMap((row) => (others.includes(row) ? converted(at(row), one.row.unit) : [cellOf(at(row))]));
  const facts = { cell: cellOf(one), formula: one.formula, unit: one.row.unit, read: cellList(others.map(at)), other: others[0]?.unit ?? '', right: terms.join('+') };
  return formulaFault(one, others.map(at), facts, facts.right === '' ? null : facts.right);
}

/** The cell in another unit: its amount in another power of the đồng; nothing where it has no such amount. */
function converted(spot: Spot, unit: string): string[] {
  const [to, from] = [moneyPower(unit), moneyPower(spot.row.unit)];
  if (to === null || from === null) return [];
  return [to > from ? `${cellOf(spot)}/1${'0'.repeat(to - from)}` : `${cellOf(spot)}*1${'0'.repeat(from - to)}`];
}
