/** What the rows of suspects are called. */
import { isHere } from '#app/session/places';
import { indicatorName } from '#core/indicator-name';
import type { Table } from '#core/layout/table';
import type { IndicatorName, SheetReport } from '#core/report';
import { placeOf } from '#core/table/grid';

/** By their place on the sheet; a suspect on another sheet has none here. */
export function rowNames({ diagnoses }: SheetReport, tables: readonly Table[]): Map<number, IndicatorName> {
  const cells = diagnoses.flatMap(({ cells: [first] }) => (isHere(first?.cell) ? [first.cell] : []));
  return new Map(cells.flatMap((cell) => {
    const { row: at } = placeOf(cell);
    for (const table of tables) {
      const row = table.rows.find((one) => one.at === at);
      if (row !== undefined) return [[at, indicatorName(table, row)] as const];
    }
    return [];
  }));
}
