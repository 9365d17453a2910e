/** The formulas of a sheet: own ones, shared ones, and those of an area. */
import { areaOf } from '#core/table/cell-reference';
import { movedFormula } from '#core/formulas/moved-formula';
import type { XmlCursor } from '#adapters/xlsx/xml-cursor';
import { decodeText } from '#adapters/xlsx/xml-text';
import { isWithin, type Area } from '#core/table/grid';

/** Excel's own limit. */
const LONGEST_FORMULA = 8192;
/** Areas are looked through for each cell without a formula: sheets have a handful, and no more are kept. */
const MOST_AREAS = 100;
/** Stands where a file shares a formula that it does not have: a cell with a formula is never taken for a typed figure. */
const LOST = '#REF!';

interface Shared {
  readonly text: string;
  readonly row: number;
  readonly column: number;
}

export class SheetFormulas {
  private readonly own: string[] = [];
  private readonly shared: Shared[] = [];
  private readonly sharedByIndex = new Map<string, number>();
  private readonly areas: { readonly area: Area; readonly text: string }[] = [];

  /**
   * Reads the `f` under the cursor; the entry to keep with the cell, 0 for none.
   *
   * Entries above 0 are own formulas, those below are places in the list of shared ones.
   */
  read(cursor: XmlCursor, row: number, column: number): number {
    const text = formulaText(cursor);
    switch (cursor.attribute('t')) {
      case 'shared': { return -1 - this.share(cursor.attribute('si') ?? '', { text, row, column });
      }
      case 'dataTable': { return this.own.push(`TABLE(${argument(cursor, 'r1')},${argument(cursor, 'r2')})`);
      }
      case 'array': { this.spread(argument(cursor, 'ref'), text);
      }
    }
    return text === '' ? 0 : this.own.push(text);
  }

  /** The text of an entry, as the cell at this place sees it; null for a constant. */
  formula(entry: number, row: number, column: number): string | null {
    if (entry === 0) return this.areas.length === 0 ? null : this.formulaOfArea(row, column);
    return (entry > 0 ? this.own[entry - 1] : this.sharedText(-1 - entry, row, column)) ?? LOST;
  }

  private sharedText(place: number, row: number, column: number): string | undefined {
    const master = this.shared[place];
    if (master === undefined || master.text === '') return undefined;
    const move = { rows: row - master.row, columns: column - master.column };
    return move.rows === 0 && move.columns === 0 ? master.text : movedFormula(master.text, move);
  }

  /** The place of a shared formula; the text may come with any of its cells, and an index may be used again. */
  private share(index: string, formula: Shared): number {
    const place = this.sharedByIndex.get(index);
    if (place !== undefined && formula.text === '') return place;
    if (place !== undefined && this.shared[place]?.text === '') {
      this.shared[place] = formula;
      return place;
    }
    const added = this.shared.push(formula) - 1;
    this.sharedByIndex.set(index, added);
    return added;
  }

  private spread(reference: string, text: string): void {
    const area = areaOf(reference);
    if (area === null || text === '' || this.areas.length >= MOST_AREAS) return;
    if (area.top !== area.bottom || area.left !== area.right) this.areas.push({ area, text });
  }

  private formulaOfArea(row: number, column: number): string | null {
    const found = this.areas.find(({ area }) => isWithin(area, row, column));
    return found?.text ?? null;
  }
}

function argument(cursor: XmlCursor, name: string): string {
  return cursor.attribute(name) ?? '';
}

/** Without the marks of functions that came after the format, and of an add-in's: Excel shows none of them. */
function formulaText(cursor: XmlCursor): string {
  const text = decodeText(cursor.textAfter());
  if (text.length > LONGEST_FORMULA) throw new SyntaxError(`Cannot read a formula of ${text.length} characters`);
  return text.includes('_xl') ? text.replaceAll(/_xl(?:fn|ws|udf|pm)\./g, '').replaceAll('_xldudf_HTX_', 'HTX.') : text;
}
