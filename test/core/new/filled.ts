/** New forms with figures in them, and every formula worked out. */
import { isOpen, type FormCell, type NewForm } from '#core/new/form';
import { address, gridOf, placeOf, type Cell, type Grid } from '#core/table/grid';
import { evaluated, type Value } from '#test/core/new/evaluated';

/** What somebody types into an open cell; undefined leaves it. */
export type Typed = (form: NewForm, row: number, column: number) => Value | undefined;

/** Figures of every sort in the cells that wait for one, and some answers that are none. */
export const typed: Typed = (form, row, column) => {
  const cell = cellIn(form, row, column);
  if (cell?.look !== 'input') return undefined;
  if (row % 11 === 0) return '-';
  if (cell.format === '#,##0') return row * 13 + column * 5 + 1;
  return cell.format === '0.0%' ? ((row * 7 + column) % 90) / 100 : (row * 131 + column) / 10;
};

export function filledGrids(forms: readonly NewForm[], typed: Typed): Grid[] {
  const known = new Map<string, Value>();
  const valueAt = (sheet: string, cell: string): Value => {
    const key = `${sheet}!${cell}`;
    const before = known.get(key);
    if (before !== undefined) return before;
    const made = worked(sheet, cell);
    known.set(key, made);
    return made;
  };
  const worked = (sheet: string, cell: string): Value => {
    const form = forms.find(({ name }) => name === sheet);
    const { row, column } = placeOf(cell);
    const own = form && cellIn(form, row, column);
    if (!form || !own) return null;
    const put = isOpen(own) ? typed(form, row, column) : undefined;
    if (put !== undefined) return put;
    return own.formula === null ? own.value : evaluated(own.formula, sheet, valueAt);
  };
  return forms.map((form) => ({
    ...gridOf(form.name, form.rows.map((row, r) => row.map((cell, c): Cell => ({ value: valueAt(form.name, address(r, c)), formula: cell?.formula ?? null, format: cell?.format ?? null })))),
    merges: form.merges,
  }));
}

export function cellIn({ rows }: NewForm, row: number, column: number): FormCell | null {
  return rows[row]?.[column] ?? null;
}
