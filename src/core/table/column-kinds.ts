/** What a reader says of a column whose header does not tell. Spec: docs/spec.md, T9. */
import type { Column } from '#core/table/columns';
import { columnLetters } from '#core/table/grid';

export const COLUMN_KINDS = ['actual', 'base', 'plan', 'change', 'ratio', 'growth', 'plan-change', 'attainment', 'share', 'none'] as const;

/** This year's figure, last year's, the plan; what compares with last year, with the plan; a share; nothing that is checked. */
export type ColumnKind = (typeof COLUMN_KINDS)[number];

/** What a reader said, by the column's place on the sheet, counted from 0. */
export type KindOfColumn = (index: number) => ColumnKind | null;

/** What is said of columns, and what it is understood by. */
interface Said {
  readonly unclear: readonly Column[];
  readonly kindOf: KindOfColumn;
  readonly titleYear: number | null;
}

/** What a column of a sheet is called where its kind is kept: "Bảng!G". @param index of the column, counted from 0 */
export function columnName(sheet: string, index: number): string {
  return `${sheet}!${columnLetters(index)}`;
}

/** More of them are no slip of a header: districts, offices, whatever the table counts beside each other. */
const MOST_UNCLEAR = 3;

const MEASURES = {
  change: { role: 'change', against: 'earlier' }, ratio: { role: 'ratio', against: 'earlier' }, growth: { role: 'growth', against: 'earlier' },
  'plan-change': { role: 'change', against: 'plan' }, attainment: { role: 'ratio', against: 'plan' },
  share: { role: 'share', against: null }, none: { role: 'other', against: null },
} as const;

/**
 * The columns of which the header says neither what they hold nor of when, beside columns of which it does; none where they are many.
 *
 * @param all as their headers have them
 */
export function unclearColumns(all: readonly Column[]): readonly Column[] {
  const isTold = all.some(({ role, standing, against }) => (role === 'level' && standing !== 'unsaid') || against !== null);
  const unclear = all.filter(({ role, standing, header }) => (role === 'level' && standing === 'unsaid') || (role === 'other' && header === ''));
  return isTold && unclear.length <= MOST_UNCLEAR ? unclear : [];
}

/**
 * @param unclear those of {@link unclearColumns}; what is said of others counts for nothing
 * @param titleYear the year that the title names; null where it names none
 */
export function withKinds(all: readonly Column[], { unclear, kindOf, titleYear }: Said): readonly Column[] {
  if (unclear.length === 0) return all;
  const years = yearsOf(all, titleYear);
  return all.map((column) => {
    const kind = unclear.includes(column) ? kindOf(column.index) : null;
    return kind === null ? column : asKind(column, kind, years);
  });
}

function asKind(column: Column, kind: ColumnKind, years: Years): Column {
  return kind === 'actual' || kind === 'base' || kind === 'plan'
    ? { ...column, role: 'level', standing: kind === 'plan' ? 'plan' : 'actual', period: { year: years[kind], part: 'year', n: null }, against: null, basePeriod: null }
    : { ...column, ...MEASURES[kind], standing: 'unsaid', basePeriod: null };
}

type Years = Readonly<Record<'actual' | 'base' | 'plan', number | null>>;

/** By the title, else by the base that comparisons name, else by the latest year that a column has. */
function yearsOf(all: readonly Column[], titleYear: number | null): Years {
  const named = latest(all.map(({ against, basePeriod }) => (against === 'earlier' ? basePeriod?.year : null)));
  const reported = titleYear ?? next(named, 1);
  const known = latest(all.map(({ role, standing, period }) => (role === 'level' && standing !== 'plan' ? period.year : null)));
  return { actual: reported ?? next(known, 1), base: next(reported ?? known, -1), plan: reported ?? known };
}

function latest(years: readonly (number | null | undefined)[]): number | null {
  return years.reduce<number | null>((most, year) => (year !== null && year !== undefined && (most === null || year > most) ? year : most), null);
}

function next(year: number | null, step: number): number | null {
  return year === null ? null : year + step;
}
