/**
 * The years of a header fit together: last year is the year before the one reported, the plan is that year's.
 *
 * A header copied from last year's file without its years changed is the commonest slip of all. Spec: docs/spec.md, F9.
 */
import type { Table } from '#core/layout/table';
import { cellOf, type Place } from '#core/relations/relation';
import { defineRule, type Outcome } from '#core/rule';
import { fault, fine } from '#core/rules/layout-outcomes';
import type { Comparison } from '#core/table/columns';
import { yearIn } from '#core/table/period';
import { folded } from '#core/table/vietnamese';

interface Facts {
  readonly year: number;
  readonly due: number;
  readonly what: 'base' | 'plan' | 'title';
  readonly cell: string;
}

export const yearInHeader = defineRule({
  id: 'year-in-header',
  group: 'layout',
  severity: 'warning',
  check: (table) => outcomes(table),

  say({ year, due, what, cell }: Facts) {
    const name = { base: 'Cột so sánh với năm trước', plan: 'Cột so sánh với kế hoạch', title: 'Tiêu đề của bảng' }[what];
    return {
      what: `${name} ghi năm ${year}, trong khi theo năm báo cáo ở cột thực hiện phải là ${due}.`,
      why: 'Tiêu đề chép từ báo cáo năm trước thường còn sót năm cũ.',
      todo: what === 'title' ? `Sửa năm trong tiêu đề, hoặc năm ở ${cell}.` : `Sửa năm ở tiêu đề của cột ${cell}.`,
    };
  },

  examples: {
    holds: ['TT | Chỉ tiêu | ĐVT | Thực hiện năm 2020 | So với năm 2019: Tỷ lệ | So với kế hoạch 2020: Tỷ lệ\n1 | Tổng số | HTX | 30 | |'],
    breaks: ['TT | Chỉ tiêu | ĐVT | Thực hiện năm 2020 | [So với năm 2018: Tỷ lệ] | So với kế hoạch 2020: Tỷ lệ\n1 | Tổng số | HTX | 30 | |'],
  },
});

function* outcomes(table: Table): Iterable<Outcome<Facts>> {
  const { actual, comparisons } = table.columns;
  const year = actual?.period.year;
  if (!actual || !year) return;
  for (const comparison of comparisons) if (isAlone(comparison, comparisons)) yield* comparisonYear(table, comparison, year);
  const titleYear = isReport(table.title) ? yearIn(folded(table.title)) : null;
  if (titleYear !== null) yield held({ table, row: null, column: actual }, titleYear, year, 'title');
}

/** A header may well hold one year against several others: only a lone base of its kind is held to the year. */
function isAlone({ actual, against }: Comparison, all: readonly Comparison[]): boolean {
  return all.filter((one) => one.against === against).length === 1 && all.every((one) => one.actual === actual);
}

function* comparisonYear(table: Table, { change, ratio, growth, basePeriod, against }: Comparison, year: number): Iterable<Outcome<Facts>> {
  const column = change ?? ratio ?? growth;
  const due = against === 'plan' ? year : year - 1;
  if (column && basePeriod?.year) yield held({ table, row: null, column }, basePeriod.year, due, against === 'plan' ? 'plan' : 'base');
}

function held(at: Place, year: number, due: number, what: Facts['what']): Outcome<Facts> {
  return year === due ? fine(at) : fault(at, [], { year, due, what, cell: cellOf(at) }, String(year));
}

/** "… năm 2020" names the year reported; a plan's title does not, nor a decree's date, nor a title with several years. */
function isReport(title: string): boolean {
  if (/\bke hoach\b|\bdu toan\b/.test(folded(title))) return false;
  return new Set(title.match(/(?<![/\d.-])(?:19|20)\d\d(?!\d)/g)).size === 1;
}
