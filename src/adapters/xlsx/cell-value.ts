/** The value of a cell from the type and the text that the file gives it. */
import { isTrue } from '#adapters/xlsx/workbook-parts';
import { decodeText } from '#adapters/xlsx/xml-text';
import type { CellValue } from '#core/table/grid';

const MILLISECONDS_A_DAY = 86_400_000;
/** The serial number of 1 January 1970. */
const UNIX_EPOCH = 25_569;

/** Longer dates would only be slower to refuse. */
const ISO_DATE = /^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?)?Z?$/;

/**
 * @param raw the text of `v`, its entities unresolved; that of `is` is read already
 * @param shift days to add to a number, where it is a date counted from 1904
 * @throws {SyntaxError} where the file points to a text that it does not have, or writes a figure that is none
 */
export function cellValue(type: string, raw: string, strings: readonly string[], shift: number): CellValue {
  if (raw === '') return null;
  if (type === 'n') return figure(raw, shift);
  if (type === 's') return sharedText(Number(raw), strings);
  return type === 'inlineStr' ? raw : rareValue(type, decodeText(raw));
}

function rareValue(type: string, text: string): CellValue {
  switch (type) {
    case 'b': {
      return isTrue(text.trim());
    }
    case 'e': {
      return { error: text };
    }
    case 'd': {
      return serialNumber(text.trim());
    }
    default: {
      return text;
    }
  }
}

function sharedText(index: number, strings: readonly string[]): string | null {
  const text = strings[index];
  if (text === undefined) throw new SyntaxError(`Cannot read shared text ${index}: there are ${strings.length}`);
  return text === '' ? null : text;
}

function figure(raw: string, shift: number): CellValue {
  const number = Number(raw);
  if (raw.trim() === '') return null;
  if (Number.isNaN(number)) throw new SyntaxError(`Cannot read the figure "${raw.slice(0, 40)}"`);
  // Some writers put what their language calls infinite; Excel has no such figure.
  return Number.isFinite(number) ? number + shift : { error: '#NUM!' };
}

/** A date written out, as the serial number that Excel would show. */
function serialNumber(text: string): CellValue {
  if (!ISO_DATE.test(text)) return text;
  const time = Date.parse(text.includes('T') && !text.endsWith('Z') ? `${text}Z` : text);
  return Number.isNaN(time) ? text : time / MILLISECONDS_A_DAY + UNIX_EPOCH;
}
