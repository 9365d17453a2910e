/** The tables of what was chosen as last year's figures or the plan; loaded with whatever reckons with them. */
import type { ChosenSource } from '#app/session/source-choices';
import { baseElsewhere } from '#core/complete/sources';
import type { Source } from '#core/layout/source';
import { tablesOf, type Table, type TableOptions } from '#core/layout/table';
import type { Against } from '#core/table/columns';
import type { Grid } from '#core/table/grid';

/** Of files: recognised once, however often the workbook beside them is checked. */
const known = new WeakMap<Grid, { readonly asked: readonly unknown[]; readonly tables: readonly Table[] }>();

/** @param options those of the workbook looked at; the year asked for is its own, not of those before it */
export function sourcesOf(chosen: readonly ChosenSource[], options: TableOptions): Source[] {
  return chosen.flatMap(({ as, choice, grids }) => grids.flatMap((grid) => tablesIn(grid, options, choice.is === 'file' ? choice.name : null)).map((table) => ({ table, as })));
}

function tablesIn(grid: Grid, { templates, template }: TableOptions, file: string | null): readonly Table[] {
  const asked = [templates, template, file] as const;
  const found = known.get(grid);
  if (found?.asked.every((one, i) => one === asked[i]) === true) return found.tables;
  const tables = tablesOf(grid, { templates, ...(template && { template }), ...(file !== null && { file }) });
  known.set(grid, { asked, tables });
  return tables;
}

/** Which of the choices give no figure to any row: no row or no column of theirs fits. */
export function unusedOf(chosen: readonly ChosenSource[], sources: readonly Source[], tables: readonly Table[]): Against[] {
  return chosen.map(({ as }) => as).filter((as) => {
    const own = sources.filter((source) => source.as === as);
    return !tables.some((table) => isUsed(own, table));
  });
}

function isUsed(sources: readonly Source[], table: Table): boolean {
  return table.columns.comparisons.some((comparison) => table.rows.some((row) => baseElsewhere(sources, table, row, comparison) !== null));
}
