/** Outcomes of the rules about a sheet's layout, where no relation of figures is behind. */
import type { Table } from '#core/layout/table';
import type { Place, Spot } from '#core/relations/relation';
import type { Broken, Holds } from '#core/rule';
import { holdsFigures, type Column } from '#core/table/columns';
import { textOf } from '#core/table/grid';
import type { Row } from '#core/table/rows';

/** A fault of layout; `found` is the text that stands there, null in an empty cell. */
export function fault<Facts>(at: Place, related: readonly Place[], facts: Facts, found: string | null): Broken<Facts> {
  return { is: 'broken', at, related, facts, grade: 'wrong', basis: 'declared', found, expected: null, relation: null };
}

export function fine(at: Place): Holds {
  return { is: 'holds', at, relation: null };
}

/** The cell with the row's name. */
export function nameSpot(table: Table, row: Row): Spot {
  return { table, row, column: table.columns.indicator };
}

/** The text of a cell as the sheet has it; null for an empty one. */
export function textAt({ table, row, column }: Spot): string | null {
  const text = textOf(table.grid.cell(row.at, column.index));
  return text === '' ? null : text;
}

/**
 * Whether a table does no more than hold the figures that another table of its layout compares with: last year's, the
 * plan's. It is no form that somebody has to fill in.
 */
export function holdsBases({ recognition, columns }: Table, all: readonly Table[]): boolean {
  if (recognition === null || columns.comparisons.length > 0) return false;
  return all.some((other) => other.recognition?.template === recognition.template && other.columns.comparisons.length > 0);
}

/** Every column that holds figures. */
export function figureColumns({ columns }: Table): readonly Column[] {
  return columns.all.filter(holdsFigures);
}

const spotsOf = new WeakMap<Table, readonly Spot[]>();

/** Every figure cell of the table's indicators that is not blank; listed once a table. */
export function figureSpots(table: Table): readonly Spot[] {
  const known = spotsOf.get(table);
  if (known !== undefined) return known;
  const spots: Spot[] = [];
  const columns = figureColumns(table);
  for (const row of table.rows) {
    if (row.kind !== 'indicator') continue;
    for (const column of columns) if (table.grid.cell(row.at, column.index).value !== null) spots.push({ table, row, column });
  }
  spotsOf.set(table, spots);
  return spots;
}
