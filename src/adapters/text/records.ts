/** Splits separated text into rows of fields. */

/** As many as a sheet may have cells, blank ones counted: a line of commas is a field for each byte. */
const MOST_FIELDS = 8_000_000;

/**
 * The rows of a text; quotes around a field are taken off, and what they hold is one field.
 *
 * Between tabs a lone quote is a ditto mark more often than a quotation: there quotes count only around a field without tabs.
 *
 * @throws {RangeError} where there are more fields than can be held
 */
export function records(text: string, separator: string): readonly (readonly string[])[] {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  for (let fields = 0; at < text.length; fields += 1) {
    if (fields === MOST_FIELDS) throw new RangeError(`Cannot hold more than ${MOST_FIELDS} fields`);
    const field = quoted(text, at, separator) ?? plain(text, at, separator);
    row.push(field.text);
    at = field.end;
    if (text.charAt(at) === separator) {
      at += 1;
      if (at < text.length) continue;
      row.push('');
    }
    rows.push(row);
    row = [];
    at += lineEnd(text, at);
  }
  return rows;
}

interface Field {
  readonly text: string;
  /** Where the separator or the line end after it stands. */
  readonly end: number;
}

function plain(text: string, from: number, separator: string): Field {
  let end = from;
  while (end < text.length && !isEnd(text.charAt(end), separator)) end += 1;
  return { text: text.slice(from, end), end };
}

function isEnd(character: string, separator: string): boolean {
  return character === separator || character === '\n' || character === '\r';
}

/** The field in quotes that begins here; null where none does. */
function quoted(text: string, from: number, separator: string): Field | null {
  if (text.charAt(from) !== '"') return null;
  const close = closingQuote(text, from + 1);
  const end = close + 1;
  if (close < 0 || !(end === text.length || isEnd(text.charAt(end), separator))) return null;
  const inside = text.slice(from + 1, close);
  return separator === '\t' && inside.includes('\t') ? null : { text: inside.replaceAll('""', '"'), end };
}

/** The next quote that is not doubled, or -1. */
function closingQuote(text: string, from: number): number {
  let at = text.indexOf('"', from);
  while (at >= 0 && text.charAt(at + 1) === '"') at = text.indexOf('"', at + 2);
  return at;
}

function lineEnd(text: string, at: number): number {
  return text.startsWith('\r\n', at) ? 2 : 1;
}
