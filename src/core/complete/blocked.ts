/** Empty cells of comparisons that nothing was worked out for, and what stands in their way. Spec: docs/spec.md, G8. */
import type { Deriver } from '#core/complete/derive';
import type { Table } from '#core/layout/table';
import { compare, minus, ZERO } from '#core/numbers/decimal';
import { isGap, type Figure, type Gap } from '#core/numbers/figure';
import type { Spot } from '#core/relations/relation';
import { holdsFigures, type Column, type Comparison } from '#core/table/columns';
import type { Row } from '#core/table/rows';

/** Why nothing follows for an empty cell: another holds no figure that can be read, or says a base that nothing compares with. */
export interface Blocked {
  readonly at: Spot;
  /** The cell in its way. */
  readonly by: Spot;
  readonly because: Gap | 'negative-base' | 'zero-base';
}

export interface BlockedCells {
  readonly blocked: readonly Blocked[];
  /** Cells that only wait for figures. */
  readonly lacking: number;
}

/** Nothing is wrong with a cell that says these: it gives no figure, and means to. */
const MEANT: ReadonlySet<Gap> = new Set<Gap>(['empty', 'none', 'not-collected', 'not-applicable', 'no-row']);

/** @param deriver that has run: what it worked out is not open any more */
export function blockedIn(tables: readonly Table[], deriver: Deriver): BlockedCells {
  const blocked: Blocked[] = [];
  let lacking = 0;
  for (const table of tables) {
    for (const { row, comparison, column } of openCells(table, deriver)) {
      const because = reason(table, row, comparison, column);
      if (because === null) lacking += 1;
      else blocked.push({ at: { table, row, column }, ...because });
    }
  }
  return { blocked, lacking };
}

interface Open {
  readonly row: Row;
  readonly comparison: Comparison;
  readonly column: Column;
}

/** Each empty cell of a comparison once; headings, whose rows hold no figure at all, have none. */
function openCells(table: Table, deriver: Deriver): Open[] {
  const { comparisons, all } = table.columns;
  const figures = all.filter(holdsFigures);
  const rows = table.rows.filter((row) => row.kind === 'indicator' && (row.unit !== '' || figures.some((column) => !isGap(table.figure(row, column)))));
  return rows.flatMap((row) => {
    const seen = new Set<Column>();
    return comparisons.flatMap((comparison) => [comparison.change, comparison.ratio, comparison.growth].flatMap((column) => {
      if (column === null || seen.has(column) || !deriver.isOpen(table, row, column)) return [];
      seen.add(column);
      return [{ row, comparison, column }];
    }));
  });
}

/** null where only figures are missing. */
function reason(table: Table, row: Row, comparison: Comparison, target: Column): Pick<Blocked, 'by' | 'because'> | null {
  const { actual, base, change, ratio, growth } = comparison;
  for (const column of [actual, base, change, ratio, growth]) {
    const figure = column === null || column === target ? 'empty' : table.figure(row, column);
    if (column !== null && isGap(figure) && !MEANT.has(figure)) return { by: { table, row, column }, because: figure };
  }
  return baseInTheWay(table, row, comparison);
}

/** A base of 0 or below, in its own column or else as the change implies it. */
function baseInTheWay(table: Table, row: Row, { actual, base, change }: Comparison): Pick<Blocked, 'by' | 'because'> | null {
  const level = table.figure(row, actual);
  if (isGap(level)) return null;
  const said = figureIn(table, row, base) ?? figureIn(table, row, change);
  if (said === null) return null;
  const sign = compare(said.by.column === base ? said.figure.value : minus(level.value, said.figure.value), ZERO);
  return sign > 0 ? null : { by: said.by, because: sign === 0 ? 'zero-base' : 'negative-base' };
}

function figureIn(table: Table, row: Row, column: Column | null): { readonly by: Spot; readonly figure: Figure } | null {
  const figure = column === null ? 'empty' : table.figure(row, column);
  return column === null || isGap(figure) ? null : { by: { table, row, column }, figure };
}
