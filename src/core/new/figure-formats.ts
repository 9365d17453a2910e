/** The number format of a form's cell, by what the row counts and what the column holds. Spec: docs/spec.md, A3. */
import type { Indicator } from '#core/layout/template';
import type { Column } from '#core/table/columns';

const PERCENT = '0.0%';

/** Counts without decimals, everything else with one; changes and growth with their sign. */
export function figureFormat({ kind }: Indicator, { role }: Pick<Column, 'role'>): string {
  if (role === 'ratio' || role === 'share') return PERCENT;
  if (role === 'growth') return signed(PERCENT);
  const level = kind === 'rate' ? PERCENT : kind === 'count' ? '#,##0' : '#,##0.0';
  return role === 'change' ? signed(level) : level;
}

function signed(format: string): string {
  return `+${format};-${format};${format}`;
}
