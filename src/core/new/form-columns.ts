/** The columns of a form, from the template's, and columns for last year's figures and the plan where it has none. */
import type { Template } from '#core/layout/template';
import { inYear } from '#core/layout/template-year';
import type { Against, Comparison } from '#core/table/columns';
import type { Period } from '#core/table/period';
import { comparedWith } from '#core/rules/comparing';

export interface FormColumn {
  /** The header's words, top to bottom, the year put in. */
  readonly path: readonly string[];
  /** What a reader takes the column for: a template's role, or a level that comparisons rest on. */
  readonly role: string;
}

/** A level that comparisons rest on and that the template has no column for. */
export interface BaseColumn extends FormColumn {
  readonly against: Against;
  readonly comparisons: readonly Comparison[];
}

export function formColumns({ columns }: Template, year: number): FormColumn[] {
  return columns.map(({ role, header }) => ({ role, path: header.map((words) => inYear(words, year)) }));
}

/** The bases that comparisons have no column for; one for several of them with the same period. */
export function baseColumns(comparisons: readonly Comparison[]): BaseColumn[] {
  const found = new Map<string, BaseColumn>();
  for (const comparison of comparisons) {
    if (comparison.base !== null) continue;
    const header = headerOf(comparison);
    const known = found.get(header);
    found.set(header, { role: comparison.against === 'plan' ? 'plan' : 'actual', path: [header], against: comparison.against, comparisons: [...(known?.comparisons ?? []), comparison] });
  }
  return [...found.values()];
}

function headerOf(comparison: Comparison): string {
  const { year } = comparedWith(comparison);
  const { part, n } = comparison.basePeriod ?? comparison.actual.period;
  const words = comparison.against === 'plan' ? 'Kế hoạch' : 'Thực hiện';
  return `${words} ${PERIODS[part](n ?? 1)}${year ?? ''}`.trim();
}

const ROMAN = ['I', 'II', 'III', 'IV'];

/** As headers name periods, before the year. */
const PERIODS: Readonly<Record<Period['part'], (n: number) => string>> = {
  year: () => 'năm ',
  half: (n) => `nửa ${n === 2 ? 'cuối' : 'đầu'} năm `,
  quarter: (n) => `quý ${ROMAN[n - 1] ?? ''} năm `,
  month: (n) => `tháng ${n} năm `,
  months: (n) => `${n} tháng đầu năm `,
};
