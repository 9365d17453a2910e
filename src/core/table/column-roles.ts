/** Reads the roles of a table's columns from the words above them. Spec: docs/spec.md, T3. */
import { unclearColumns, withKinds, type KindOfColumn } from '#core/table/column-kinds';
import { readColumn } from '#core/table/column-words';
import type { Column, Columns, Role } from '#core/table/columns';
import { comparisonsOf, reportedLevel } from '#core/table/comparisons';
import type { Header } from '#core/table/header';
import { yearIn } from '#core/table/period';
import { folded } from '#core/table/vietnamese';

/**
 * Reads the roles of all columns.
 *
 * @param title words above the table, which may name the year
 * @param kindOf what the reader says of a column whose header does not tell
 */
export function columnRoles(header: Header, title: string, kindOf: KindOfColumn): Columns {
  const titleYear = yearIn(folded(title));
  const read = withOneOfEach(header.paths.map((_, i) => readColumn(header, header.left + i, titleYear)));
  const unclear = unclearColumns(read);
  const all = withKinds(read, { unclear, kindOf, titleYear });
  const of = (role: Role): Column | null => all.find((column) => column.role === role) ?? null;
  const indicator = of('indicator');
  if (indicator === null) throw new RangeError('Cannot read a header without a column of names: pass one that findHeaders gave');
  const actual = reportedLevel(all);
  return {
    all, indicator, actual, ordinal: of('ordinal'), unit: of('unit'),
    levels: all.filter(({ role }) => role === 'level'),
    shares: all.filter(({ role }) => role === 'share'),
    comparisons: comparisonsOf(all, actual),
    year: actual?.period.year ?? titleYear,
    unclear,
  };
}

/** A second ordinal or unit is a column of something else. */
function withOneOfEach(columns: readonly Column[]): Column[] {
  const seen = new Set<Role>();
  return columns.map((column) => {
    const { role } = column;
    const again = (role === 'ordinal' || role === 'unit') && seen.has(role);
    seen.add(role);
    return again ? { ...column, role: 'other' } : column;
  });
}
