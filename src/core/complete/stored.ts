/** What a cell stores beyond what it shows. */
import { shifted, type Decimal } from '#core/numbers/decimal';
import type { Figure } from '#core/numbers/figure';
import { fifteenDigits, formatFacts, storedDecimal } from '#core/numbers/number-cell';
import type { Spot } from '#core/relations/relation';

/** All digits of a number cell, in percent where its figure is one; a text's own. */
export function storedIn(spot: Spot, figure: Figure): Decimal {
  const { value } = spot.table.grid.cell(spot.row.at, spot.column.index);
  if (typeof value !== 'number') return figure.value;
  const stored = fifteenDigits(storedDecimal(value));
  return holdsFraction(spot, figure) ? shifted(stored, 2) : stored;
}

/** Whether a number cell holds a percent as a fraction of one, 1.033 for 103.3: by its format, or as its column does. */
export function holdsFraction({ table, row, column }: Spot, { percent }: Figure): boolean {
  const { value, format } = table.grid.cell(row.at, column.index);
  if (!percent || typeof value !== 'number') return false;
  return formatFacts(format, value).percent || table.scales.get(column) === 'fraction';
}
