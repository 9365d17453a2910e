/**
 * Reads a .tsv or .csv file: one sheet of text cells, named after the file.
 *
 * Spec: docs/spec.md, X8.
 */
import { decodeFile } from '#adapters/text/decode-text';
import { records } from '#adapters/text/records';
import { LAST_COLUMN, LAST_ROW } from '#core/table/cell-reference';
import { gridOf, type Grid } from '#core/table/grid';
import { UnreadableFileError, type Workbook } from '#ports/workbook-files';

/** 100 000 rows of 8 columns are some 10 MB; ten times as much and its fields fit 1 GB of memory. */
const LARGEST_TEXT = 100 * 1024 ** 2;

/** Lines that are looked at for the separator: titles have none, the header below them does. */
const SAMPLE = 50;

/**
 * @param file as the user named it; its ending decides between tabs and what a .csv separates by
 * @throws {UnreadableFileError} for a file without a character, for one that is no text, and for one larger than a sheet
 */
export function readDelimited(bytes: Uint8Array, file: string): Workbook {
  if (bytes.length === 0) throw new UnreadableFileError('empty-file', file);
  if (bytes.length > LARGEST_TEXT) throw new UnreadableFileError('too-large', file);
  const text = decodeFile(bytes);
  if (text === null) throw new UnreadableFileError('not-a-workbook', file);
  return { sheets: [sheetOf(text, file)] };
}

function sheetOf(text: string, file: string): Grid {
  try {
    const rows = /\.csv$/i.test(file) ? separated(text) : records(text, '\t');
    const grid = gridOf(sheetName(file), rows);
    if (grid.rowCount - 1 > LAST_ROW || grid.columnCount - 1 > LAST_COLUMN) throw new RangeError(`Cannot check ${grid.rowCount} rows of ${grid.columnCount} columns: a sheet has less`);
    return grid;
  } catch (error) {
    throw new UnreadableFileError('too-large', file, { cause: error });
  }
}

function separated(text: string): readonly (readonly string[])[] {
  // Excel's own way to say it: a first line "sep=;".
  const declared = /^sep=(.)\r?\n/i.exec(text);
  if (declared !== null) return records(text.slice(declared[0].length), declared[1] ?? ',');
  return records(text, separatorOf(text));
}

/**
 * The semicolon wins with half as many lines as the comma: where it separates, the comma stands inside figures.
 */
function separatorOf(text: string): string {
  const lines = text.split(/\r?\n/, SAMPLE).map((line) => line.replaceAll(/"[^"]*"/g, ''));
  const linesWith = (separator: string): number => lines.filter((line) => line.includes(separator)).length;
  if (linesWith(';') > 0 && linesWith(';') * 2 >= linesWith(',')) return ';';
  return linesWith('\t') > linesWith(',') ? '\t' : ',';
}

function sheetName(file: string): string {
  const name = file.slice(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1);
  return name.replace(/\.[^.]*$/, '');
}
