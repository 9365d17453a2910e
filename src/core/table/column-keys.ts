/** Short names of a table's columns for reports and ids: `actual`, `ratio`, `attainment`, `actual-2019`, `plan-6m-2021`. */
import type { Column, Columns, Comparison } from '#core/table/columns';
import type { Period } from '#core/table/period';

/** The key of every column that has a role; each key is there once. */
export function columnKeys(columns: Columns): ReadonlyMap<Column, string> {
  const keys = new Map<Column, string>();
  const counts = new Map<string, number>();
  const put = (column: Column | null, key: string): void => {
    if (column === null || keys.has(column)) return;
    const count = (counts.get(key) ?? 0) + 1;
    counts.set(key, count);
    keys.set(column, count === 1 ? key : `${key}-${count}`);
  };
  put(columns.ordinal, 'ordinal');
  put(columns.indicator, 'indicator');
  put(columns.unit, 'unit');
  put(columns.actual, 'actual');
  for (const comparison of columns.comparisons) for (const [column, key] of comparisonKeys(comparison, columns.actual)) put(column, key);
  for (const level of columns.levels) put(level, level.standing === 'unsaid' ? 'level' : `${level.standing}-${periodKey(level.period)}`);
  for (const share of columns.shares) put(share, 'share');
  return keys;
}

const NAMES = { earlier: ['change', 'ratio', 'growth'], plan: ['plan-change', 'attainment', 'plan-growth'] } as const;

/** Comparisons of the level reported have plain keys; those of another level name its period. */
function comparisonKeys({ actual, against, change, ratio, growth }: Comparison, reported: Column | null): (readonly [Column | null, string])[] {
  const own = actual === reported ? '' : `-${periodKey(actual.period)}`;
  const [forChange, forRatio, forGrowth] = NAMES[against];
  return [[change, forChange + own], [ratio, forRatio + own], [growth, forGrowth + own]];
}

function periodKey({ year, part, n }: Period): string {
  const parts = { year: '', half: `h${n ?? ''}`, quarter: `q${n ?? ''}`, month: `m${n ?? ''}`, months: `${n ?? ''}m` };
  return [parts[part], year === null ? '' : String(year)].filter((one) => one !== '').join('-') || 'year';
}

