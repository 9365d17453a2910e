/**
 * Which comparison columns belong together: those of the same level, held against the same base.
 *
 * Spec: docs/spec.md, T3.
 */
import type { Column, Comparison } from '#core/table/columns';
import { samePeriod, type Standing } from '#core/table/period';

const ACHIEVED: ReadonlySet<Standing> = new Set<Standing>(['actual', 'estimate', 'cumulative']);

/** The level that the sheet reports: that which the comparisons name, else the last achieved one of the latest year. */
export function reportedLevel(all: readonly Column[]): Column | null {
  const levels = all.filter(({ role }) => role === 'level');
  const achieved = levels.filter(({ standing }) => ACHIEVED.has(standing));
  const named = all.find(({ role, standing, period }) => (role === 'ratio' || role === 'change') && standing !== 'unsaid' && period.year !== null);
  const match = achieved.find(({ standing, period }) => named !== undefined && standing === named.standing && samePeriod(period, named.period));
  if (match !== undefined) return match;
  const latest = achieved.reduce((most, { period }) => (period.year !== null && period.year > most ? period.year : most), 0);
  return achieved.findLast(({ period }) => (period.year ?? 0) === latest) ?? levels[0] ?? null;
}

/** Groups change, ratio and growth by the level compared and by what it is compared with. */
export function comparisonsOf(all: readonly Column[], reported: Column | null): Comparison[] {
  const levels = all.filter(({ role }) => role === 'level');
  const groups = new Map<string, Comparison>();
  for (const column of all) {
    const group = groupOf(column, levels, reported);
    const { role } = column;
    if (group === null || !isMeasure(role)) continue;
    const known = groups.get(keyOf(group)) ?? group;
    groups.set(keyOf(group), { ...known, [role]: known[role] ?? column });
  }
  return [...groups.values()];
}

function keyOf({ actual, against, base, basePeriod }: Comparison): string {
  return `${actual.index} ${against} ${base?.index ?? basePeriod?.year ?? ''}`;
}

function isMeasure(role: Column['role']): role is 'change' | 'ratio' | 'growth' {
  return role === 'change' || role === 'ratio' || role === 'growth';
}

/** The comparison that a column takes part in, still without its measures. */
function groupOf(column: Column, levels: readonly Column[], reported: Column | null): Comparison | null {
  const { against, basePeriod } = column;
  const actual = compared(column, levels) ?? reported;
  if (against === null || actual === null) return null;
  const others = levels.filter((level) => level !== actual);
  const base = against === 'plan' ? planFor(column, actual, others) : earlierFor(column, actual, others);
  return { actual, against, base, basePeriod, change: null, ratio: null, growth: null };
}

/** The level that the column itself names: "ƯTH 2020 so với …". */
function compared({ standing, period }: Column, levels: readonly Column[]): Column | null {
  if (standing === 'unsaid') return null;
  const near = levels.filter((level) => level.standing === standing || (ACHIEVED.has(standing) && ACHIEVED.has(level.standing)));
  const exact = near.find((level) => level.standing === standing && samePeriod(level.period, period));
  return exact ?? near.find((level) => samePeriod(level.period, period)) ?? null;
}

function planFor({ basePeriod }: Column, actual: Column, others: readonly Column[]): Column | null {
  const plans = others.filter(({ standing }) => standing === 'plan');
  const year = basePeriod?.year ?? actual.period.year;
  const own = plans.find(({ period }) => period.year === year);
  const [only] = plans.length === 1 ? plans : [];
  return own ?? (only !== undefined && (year === null || only.period.year === null) ? only : null);
}

function earlierFor({ basePeriod }: Column, { period: own }: Column, others: readonly Column[]): Column | null {
  const year = basePeriod?.year ?? (own.year === null ? null : own.year - 1);
  const achieved = others.filter(({ standing, period }) => ACHIEVED.has(standing) && period.year === year);
  const alike = achieved.find(({ period }) => period.part === own.part && period.n === own.n);
  return alike ?? (basePeriod === null ? null : (achieved[0] ?? null));
}
