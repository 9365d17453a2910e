/**
 * Sheets drawn as text, and what the product sees on them, as text again.
 *
 * One line a row, cells between `|`; `^` is merged with the cell above, `<` with the one to the left; `#12.5` is a number cell,
 * `=Năm 2020` a formula that shows "Năm 2020", `␣` a space before a name; `^ẩn` at its end hides a row.
 */
import { knownTemplates } from '#app/known-templates';
import { tablesOf, type Table, type TableOptions } from '#core/layout/table';
import { canonical } from '#core/numbers/decimal';
import { isGap } from '#core/numbers/figure';
import { columnKeys } from '#core/table/column-keys';
import type { Column } from '#core/table/columns';
import { columnLetters, gridOf, type Area, type Cell, type CellValue, type Grid } from '#core/table/grid';
import type { Row } from '#core/table/rows';

export function sheet(text: string, name = 'Bảng'): Grid {
  const lines = text.replaceAll(/^\n|\n *$/g, '').split('\n');
  const cells = lines.map((line) => line.replace('^ẩn', '').split('|').map((cell) => cell.trim()));
  const hidden = new Set(lines.flatMap((line, at) => (line.includes('^ẩn') ? [at] : [])));
  return { ...gridOf(name, cells.map((row) => row.map(drawnCell))), merges: mergesOf(cells), isRowHidden: (row) => hidden.has(row) };
}

function drawnCell(cell: string): CellValue | Cell {
  if (cell.startsWith('=')) return { value: cell.slice(1), formula: 'A1&A2', format: null };
  if (/^#-?[\d.]+$/.test(cell)) return Number(cell.slice(1));
  return cell === '^' || cell === '<' ? null : cell.replaceAll('␣', ' ');
}

function mergesOf(cells: readonly (readonly string[])[]): Area[] {
  const at = (row: number, column: number): string => cells[row]?.[column] ?? '';
  const run = (isNext: (step: number) => boolean): number => {
    let steps = 0;
    while (isNext(steps + 1)) steps += 1;
    return steps;
  };
  const areas = cells.flatMap((row, top) => row.flatMap((cell, left) => {
    if (cell === '^' || cell === '<') return [];
    return [{ top, left, bottom: top + run((step) => at(top + step, left) === '^'), right: left + run((step) => at(top, left + step) === '<') }];
  }));
  return areas.filter(({ top, left, bottom, right }) => bottom > top || right > left);
}

export function tables(text: string, options: Partial<TableOptions> = {}): Table[] {
  return tablesOf(sheet(text), { templates: knownTemplates(), ...options });
}

/** The only table of a sheet. */
export function table(text: string, options: Partial<TableOptions> = {}): Table {
  const [first, ...more] = tables(text, options);
  if (first === undefined || more.length > 0) throw new RangeError(`Cannot take the table: there are ${more.length + (first === undefined ? 0 : 1)}`);
  return first;
}

const letter = (column: Column | null): string => (column === null ? '–' : columnLetters(column.index));

/** "A ordinal | B indicator | C actual": each column with its key, left to right. */
export function columnsOf({ columns }: Table): string {
  const keys = [...columnKeys(columns)].toSorted(([a], [b]) => a.index - b.index);
  return keys.map(([column, key]) => `${letter(column)} ${key}`).join(' | ');
}

/** "D / C (2019): change E, ratio F": each comparison's levels and columns; `–` where there is no column. */
export function comparisonsOf({ columns }: Table): string[] {
  return columns.comparisons.map(({ actual, base, against, basePeriod, change, ratio, growth }) => {
    const to = against === 'plan' ? 'plan' : String(basePeriod?.year ?? 'earlier');
    const beside = Object.entries({ change, ratio, growth }).flatMap(([name, column]) => (column === null ? [] : [`${name} ${letter(column)}`]));
    return `${letter(actual)} / ${letter(base)} (${to}): ${beside.join(', ')}`;
  });
}

/** "3 1 Tổng số HTX": the rows as a tree, each with its row on the sheet, two spaces a level. */
export function treeOf({ rows }: Table): string {
  return rows.map((row) => `${'  '.repeat(depth(row))}${row.at + 1} ${row.kind === 'indicator' ? '' : `${row.kind}: `}${row.ordinal === '' ? '' : `${row.ordinal} `}${row.name}`).join('\n');
}

function depth({ parent }: Row): number {
  return parent === null ? 0 : 1 + depth(parent);
}

/** "sum 2 = 3 + 6 (inferred)", "subset 4 of 2 (declared)": every relation between rows, by their rows on the sheet. */
export function relationsOf({ structure }: Table): string[] {
  const sums = structure.sums.map(({ whole, parts, basis }) => `sum ${whole.at + 1} = ${parts.map(({ at }) => at + 1).join(' + ')} (${basis})`);
  const subsets = structure.subsets.map(({ whole, part, basis }) => `subset ${part.at + 1} of ${whole.at + 1} (${basis})`);
  return [...sums, ...subsets];
}

/** "D3 25454": every figure of the levels and comparisons, in the sheet's order; a gap by its name. */
export function figuresOf(found: Table): string {
  const columns = found.columns.all.filter(({ role }) => !['ordinal', 'indicator', 'unit', 'other'].includes(role));
  return found.rows.flatMap((row) => columns.map((column) => {
    const figure = found.figure(row, column);
    return figure === 'empty' ? '' : `${letter(column)}${row.at + 1} ${isGap(figure) ? figure : canonical(figure.value) + (figure.percent ? '%' : '')}`;
  })).filter((text) => text !== '').join(' | ');
}
