/**
 * A total's formula that leaves one of its parts out, adds a row twice, adds a part beside the subtotal that holds it, or
 * adds a row that is no part.
 *
 * Only formulas that do nothing but add, and only where what they read stands in their own column. Spec: docs/spec.md, O4.
 */
import { columnAddends } from '#core/formulas/column-addends';
import { quoted } from '#core/formulas/quoted';
import { sumFormula } from '#core/formulas/sum-formula';
import { coverFault, faults, sumsByTotal, type CoverFault, type SumsOf } from '#core/formulas/sum-cover';
import { tableFormulas, type Formed } from '#core/formulas/table-formulas';
import type { Table } from '#core/layout/table';
import type { Basis, SumOfRows } from '#core/layout/structure';
import { cellOf, type Spot } from '#core/relations/relation';
import { defineRule, type Outcome } from '#core/rule';
import { formulaFault } from '#core/rules/formula-fault';
import { fine } from '#core/rules/layout-outcomes';
import { cellList } from '#core/rules/sentence-parts';
import type { Row } from '#core/table/rows';

export interface SumRangeFacts {
  readonly cell: string;
  readonly formula: string;
  /** Cells, as a list; '' for none. */
  readonly missing: string;
  readonly twice: string;
  readonly within: string;
  readonly foreign: string;
  /** The formula that adds each part once. */
  readonly right: string;
}

export const sumRange = defineRule({
  id: 'sum-range',
  group: 'formulas',
  severity: 'warning',
  check: (table) => outcomes(table),

  say({ cell, formula, missing, twice, within, foreign, right }: SumRangeFacts, print) {
    const ways = [missing && `bỏ sót ${missing}`, twice && `cộng hai lần ${twice}`, within && `cộng cả ${within}, vốn đã nằm trong dòng khác được cộng`, foreign && `cộng cả ${foreign}, không phải là phần của tổng`];
    return {
      what: `Công thức ${quoted(formula, print)} ${ways.filter((way) => way !== '').join('; ')}.`,
      why: 'Tổng phải cộng đủ các phần của nó, mỗi phần một lần.',
      todo: `Sửa công thức ở ${cell} thành ${quoted(right, print)}.`,
    };
  },

  examples: {
    holds: ['1 | Tổng số HTX | HTX | =30{SUM(D3:D4)}\n- | Nông nghiệp | HTX | 19#\n- | Vận tải | HTX | 11#'],
    breaks: ['1 | Tổng số HTX | HTX | [=19{SUM(D3:D3)}]\n- | Nông nghiệp | HTX | 19#\n- | Vận tải | HTX | [11#]'],
  },
});

function* outcomes(table: Table): Iterable<Outcome<SumRangeFacts>> {
  const { all, rowAt } = tableFormulas(table);
  if (all.length === 0 || table.structure.sums.length === 0) return;
  const sums = sumsByTotal(table.structure.sums);
  for (const one of all) {
    const own = sums.get(one.row);
    const added = own === undefined ? null : rowsAdded(one, rowAt);
    if (own !== undefined && added !== null) yield* judged(one, added, own, sums);
  }
}

/** Every row as often as it is added; null where the formula does something else, or where it adds itself. */
function rowsAdded(one: Formed, rowAt: ReadonlyMap<number, Row>): Row[] | null {
  const { row, table } = one;
  const addends = columnAddends(one);
  if (addends === null || addends.some(({ by }) => by === 'value')) return null;
  const rows = addends.flatMap(({ top, bottom }) => rowsWithin(top, bottom < table.grid.rowCount ? bottom : table.grid.rowCount - 1, rowAt));
  return rows.includes(row) ? null : rows;
}

function rowsWithin(top: number, bottom: number, rowAt: ReadonlyMap<number, Row>): Row[] {
  const rows: Row[] = [];
  for (let at = top; at <= bottom; at += 1) {
    const row = rowAt.get(at);
    if (row?.kind === 'indicator') rows.push(row);
  }
  return rows;
}

function* judged(one: Formed, added: readonly Row[], own: readonly SumOfRows[], sums: SumsOf): Iterable<Outcome<SumRangeFacts>> {
  const found = own.flatMap((sum) => {
    const cover = coverFault(added, sum, sums);
    return cover === null ? [] : [{ sum, cover: { ...cover, missing: cover.missing.filter((row) => isFilled(one, row)), foreign: cover.foreign.filter((row) => isFilled(one, row)) } }];
  });
  const [best] = found.toSorted((a, b) => faults(a.cover) - faults(b.cover));
  if (best === undefined) return;
  if (faults(best.cover) === 0) yield fine(one);
  else if (best.sum.parts.every((row) => typeof one.table.grid.cell(row.at, one.column.index).value !== 'string')) yield broken(one, best.cover, best.sum);
}

function isFilled({ table, column }: Formed, row: Row): boolean {
  const { value, formula } = table.grid.cell(row.at, column.index);
  return value !== null || formula !== null;
}

function broken(one: Formed, found: CoverFault, { parts, basis }: SumOfRows): Outcome<SumRangeFacts> & { readonly basis: Basis } {
  const at = (row: Row): Spot => ({ ...one, row });
  const list = (rows: readonly Row[]): string => cellList(rows.map(at));
  const related = [...new Set([...found.missing, ...found.twice, ...found.within, ...found.foreign])].map(at);
  const facts = { cell: cellOf(one), formula: one.formula, missing: list(found.missing), twice: list(found.twice), within: list(found.within), foreign: list(found.foreign), right: sumFormula(parts, one) };
  return { ...formulaFault(one, related, facts, facts.right), basis };
}
