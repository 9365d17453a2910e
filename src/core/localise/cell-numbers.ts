/** Numbers for the cells of a workbook, each given once, by table, row and column. */
import type { Table } from '#core/layout/table';
import type { Term } from '#core/relations/relation';

/** More columns than a sheet has. */
const WIDTH = 16_384;
/** More cells than a sheet has. */
const SHEET = 2 ** 34;

export class CellNumbers {
  readonly #tables = new Map<Table, { readonly rank: number; readonly numbers: Map<number, number> }>();

  /**
   * The number that a cell was given when it was first met.
   *
   * @param give gives it then, told the cell's rank: tables as they are met, then rows, then columns
   */
  of({ table, row, column }: Term, give: (rank: number) => number): number {
    let own = this.#tables.get(table);
    if (own === undefined) {
      own = { rank: this.#tables.size, numbers: new Map() };
      this.#tables.set(table, own);
    }
    const at = row.at * WIDTH + column.index;
    let number = own.numbers.get(at);
    if (number === undefined) {
      number = give(own.rank * SHEET + at);
      own.numbers.set(at, number);
    }
    return number;
  }
}
