/**
 * A sheet as any host gives it: a grid of cells, merges, and what is hidden. Everything else is read off it.
 */
import { remembered } from '#core/remembered';

/** A cell's value: an error value of the spreadsheet is an object, so that no text can be taken for one. */
export type CellValue = string | number | boolean | { readonly error: string } | null;

export interface Cell {
  readonly value: CellValue;
  /** The formula without its `=`, in en-US; null for a constant. */
  readonly formula: string | null;
  /** The number format in en-US; null for General. */
  readonly format: string | null;
}

/** A rectangle of cells, all ends included, counted from 0. */
export interface Area {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

export function isWithin({ top, left, bottom, right }: Area, row: number, column: number): boolean {
  return row >= top && row <= bottom && column >= left && column <= right;
}

/** A sheet. Rows and columns are counted from 0. */
export interface Grid {
  readonly name: string;
  readonly rowCount: number;
  readonly columnCount: number;
  /** The cell, or {@link BLANK} where nothing stands. */
  readonly cell: (row: number, column: number) => Cell;
  readonly merges: readonly Area[];
  readonly isRowHidden: (row: number) => boolean;
  readonly isColumnHidden: (column: number) => boolean;
}

export const BLANK: Cell = { value: null, formula: null, format: null };

const nothing = (): boolean => false;

/** A grid of text and number cells without formats, merges or formulas: a .tsv file, a drawing in a test. */
export function gridOf(name: string, rows: readonly (readonly (CellValue | Cell)[])[]): Grid {
  const cells = rows.map((row) => row.map(asCell));
  return {
    name,
    rowCount: rows.length,
    columnCount: rows.reduce((most, row) => (row.length > most ? row.length : most), 0),
    cell: (row, column) => cells[row]?.[column] ?? BLANK,
    merges: [],
    isRowHidden: nothing,
    isColumnHidden: nothing,
  };
}

function asCell(value: CellValue | Cell): Cell {
  if (value !== null && typeof value === 'object' && 'value' in value) return value;
  return value === '' || value === null ? BLANK : { value, formula: null, format: null };
}

/** The text of a cell for reading words: NFC, line breaks and runs of spaces as one space; '' for a blank one. */
export function textOf({ value }: Cell): string {
  if (value === null) return '';
  if (typeof value === 'object') return value.error;
  return typeof value === 'string' ? tidy(value) : String(value);
}

/** Texts of a sheet of 100 000 rows, which is walked several times. */
const MOST_TEXTS = 200_000;
/** No name is longer; a cell holds up to 32 767 characters, and each finding of its row would quote them all. */
const LONGEST_WORDS = 500;

/** The same names, units and headers are asked for again and again, and across a province's files. */
const tidy = remembered(MOST_TEXTS, (text) => {
  const whole = text.normalize('NFC').replaceAll(/[\s\u00A0\u200B]+/g, ' ').trim();
  return whole.length > LONGEST_WORDS ? `${whole.slice(0, LONGEST_WORDS)}…` : whole;
});

/** The letters of a column: 0 is A, 26 is AA. */
export function columnLetters(column: number): string {
  let letters = '';
  for (let rest = column + 1; rest > 0; rest = (rest - 1 - ((rest - 1) % 26)) / 26) {
    letters = String.fromCodePoint(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}

/** A1 notation of a cell. */
export function address(row: number, column: number): string {
  return `${columnLetters(column)}${row + 1}`;
}

/** The place of a cell in A1 notation, counted from 0; the inverse of {@link address}. */
export function placeOf(cell: string): { readonly row: number; readonly column: number } {
  const [, letters = 'A', row = '1'] = /^([A-Z]+)(\d+)$/.exec(cell) ?? [];
  let column = 0;
  for (let i = 0; i < letters.length; i += 1) column = column * 26 + (letters.codePointAt(i) ?? 65) - 64;
  return { row: +row - 1, column: column - 1 };
}
