/**
 * Formulas that read each other in a ring: Excel warns once, then shows 0 or an old figure.
 *
 * Spec: docs/spec.md, O8.
 */
import { addendsOf } from '#core/formulas/addends';
import { cyclesOf } from '#core/formulas/cycles';
import { quoted } from '#core/formulas/quoted';
import { sumFormula } from '#core/formulas/sum-formula';
import { tableFormulas, type Formed } from '#core/formulas/table-formulas';
import type { Table } from '#core/layout/table';
import { cellOf } from '#core/relations/relation';
import { defineRule, type Outcome } from '#core/rule';
import { formulaFault } from '#core/rules/formula-fault';
import { cellList } from '#core/rules/sentence-parts';

export interface CircleFacts {
  readonly cell: string;
  readonly formula: string;
  /** The cells of the ring, this one first. */
  readonly ring: string;
  readonly alone: boolean;
  /** What a total that adds itself should read; null elsewhere. */
  readonly right: string | null;
}

export const circularFormula = defineRule({
  id: 'circular-formula',
  group: 'formulas',
  severity: 'warning',
  check: (table) => outcomes(table),

  say({ cell, formula, ring, alone, right }: CircleFacts, print) {
    const out = right === null ? `Bỏ ${cell} ra khỏi công thức của chính nó.` : `Sửa công thức ở ${cell} thành ${quoted(right, print)}.`;
    return {
      what: alone ? `Công thức ${quoted(formula, print)} tính cả chính ô ${cell}.` : `Công thức ${quoted(formula, print)} tính vòng tròn qua các ô ${ring}.`,
      why: 'Excel không tính được công thức vòng tròn: ô giữ số cũ hoặc ghi 0.',
      todo: alone ? out : `Sửa một công thức trong các ô ${ring} để chúng không tính lẫn nhau.`,
    };
  },

  examples: {
    holds: ['1 | Tổng số HTX | HTX | =30{SUM(D3:D4)}\n- | Nông nghiệp | HTX | 19#\n- | Vận tải | HTX | 11#'],
    breaks: ['1 | Tổng số HTX | HTX | [=0{SUM(D2:D4)}]\n- | Nông nghiệp | HTX | 19#\n- | Vận tải | HTX | 11#'],
  },
});

function* outcomes(table: Table): Iterable<Outcome<CircleFacts>> {
  const { all } = tableFormulas(table);
  if (all.length === 0) return;
  for (const cycle of cyclesOf(all)) {
    const [first, ...others] = cycle.toSorted((a, b) => a.row.at - b.row.at || a.column.index - b.column.index);
    if (first === undefined) continue;
    const alone = others.length === 0;
    // In a ring of several it is the reader who knows which of them goes wrong.
    const right = alone ? rightFor(first) : null;
    yield formulaFault(first, others, { cell: cellOf(first), formula: first.formula, ring: cellList([first, ...others]), alone, right }, right);
  }
}

/** A total's formula that only adds is to add its parts. */
function rightFor(one: Formed): string | null {
  const sum = addendsOf(one.formula) === null ? undefined : one.table.structure.sums.find(({ whole }) => whole === one.row);
  return sum === undefined ? null : sumFormula(sum.parts, one);
}
