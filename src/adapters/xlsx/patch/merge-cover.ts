/** Which cells a sheet's merges cover: they show nothing of their own. */
import { areaOf } from '#core/table/cell-reference';
import { attributeOf, elementsIn, rootOf } from '#adapters/xlsx/patch/xml-children';
import { isWithin, type Area } from '#core/table/grid';

/** Taller ones are looked through for each cell: a sheet has a handful. */
const TALL = 256;

export class MergeCover {
  private readonly byRow = new Map<number, Area[]>();
  private readonly tall: Area[] = [];

  /** @param text of the sheet */
  constructor(text: string) {
    const lists = rootOf(text, 'sheetData').children.filter(({ name }) => name === 'mergeCells');
    for (const element of lists.flatMap((list) => elementsIn(text, list))) {
      const area = areaOf(attributeOf(text, element, 'ref') ?? '');
      if (area !== null) this.add(area);
    }
  }

  /** The merge that covers a cell, other than its first; null for none. */
  over(row: number, column: number): Area | null {
    const near = [...(this.byRow.get(row) ?? []), ...this.tall];
    return near.find((area) => isWithin(area, row, column) && (row !== area.top || column !== area.left)) ?? null;
  }

  private add(area: Area): void {
    if (area.bottom - area.top > TALL) {
      this.tall.push(area);
      return;
    }
    for (let row = area.top; row <= area.bottom; row += 1) {
      const list = this.byRow.get(row);
      if (list === undefined) this.byRow.set(row, [area]);
      else list.push(area);
    }
  }
}
