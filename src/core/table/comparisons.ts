/**
 * Which comparison columns belong together: those of the same level, held against the same base.
 *
 * Spec: docs/spec.md, T3.
 */
import type { Column, Comparison } from '#core/table/columns';
import { samePeriod, type Period, type Standing } from '#core/table/period';

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
  const levels = new Levels(all.filter(({ role }) => role === 'level'));
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

/** The levels of a table by what they are: a sheet may have 16 000 columns, each asking for its base. */
class Levels {
  /** Under each key the first two in the table's order: the second where the first is the one that asks. */
  readonly #byKey = new Map<string, Column[]>();

  constructor(levels: readonly Column[]) {
    for (const level of levels) for (const key of levelKeys(level)) this.#add(key, level);
  }

  /** The first of these levels, `but` left out. */
  first(key: string, but: Column | null = null): Column | null {
    return this.#byKey.get(key)?.find((level) => level !== but) ?? null;
  }

  /** The one level of these, `but` left out; null where there are more. */
  only(key: string, but: Column): Column | null {
    const others = this.#byKey.get(key)?.filter((level) => level !== but) ?? [];
    return others.length === 1 ? (others[0] ?? null) : null;
  }

  #add(key: string, level: Column): void {
    const same = this.#byKey.get(key);
    if (same === undefined) this.#byKey.set(key, [level]);
    // Two others beside the one that asks are as good as thousands.
    else if (same.length < 3) same.push(level);
  }
}

const inPeriod = (standing: string, { year, part, n }: Period): string => `${standing} ${year ?? ''} ${part} ${n ?? ''}`;
const inYear = (standing: string, year: number | null): string => `${standing} in ${year ?? ''}`;

/** Under `achieved` stand actuals, estimates and cumulative figures alike. */
function levelKeys({ standing, period }: Column): string[] {
  const standings = ACHIEVED.has(standing) ? [standing, 'achieved'] : [standing];
  return standings.flatMap((one) => [one, inYear(one, period.year), inPeriod(one, period)]);
}

/** The comparison that a column takes part in, still without its measures. */
function groupOf(column: Column, levels: Levels, reported: Column | null): Comparison | null {
  const { against, basePeriod } = column;
  const actual = compared(column, levels) ?? reported;
  if (against === null || actual === null) return null;
  const base = against === 'plan' ? planFor(column, actual, levels) : earlierFor(column, actual, levels);
  return { actual, against, base, basePeriod, change: null, ratio: null, growth: null };
}

/** The level that the column itself names: "ƯTH 2020 so với …". */
function compared({ standing, period }: Column, levels: Levels): Column | null {
  if (standing === 'unsaid') return null;
  const exact = levels.first(inPeriod(standing, period));
  return exact ?? (ACHIEVED.has(standing) ? levels.first(inPeriod('achieved', period)) : null);
}

function planFor({ basePeriod }: Column, actual: Column, levels: Levels): Column | null {
  const year = basePeriod?.year ?? actual.period.year;
  const only = levels.only('plan', actual);
  return levels.first(inYear('plan', year), actual) ?? (only !== null && (year === null || only.period.year === null) ? only : null);
}

function earlierFor({ basePeriod }: Column, actual: Column, levels: Levels): Column | null {
  const { year: own, part, n } = actual.period;
  const year = basePeriod?.year ?? (own === null ? null : own - 1);
  const alike = levels.first(inPeriod('achieved', { year, part, n }), actual);
  return alike ?? (basePeriod === null ? null : levels.first(inYear('achieved', year), actual));
}
