/**
 * Cuts the XML of a sheet: what stands before its rows, the rows in pieces, what stands after.
 *
 * A sheet of 200 MB as one string would be 400 MB where a single Vietnamese letter stands in it.
 */

/** Bytes of rows that are decoded at a time. */
const WINDOW = 4 * 1024 ** 2;
const LONGEST_TAG_NAME = 64;
const LESS = 0x3C;

export interface SheetXml {
  readonly head: string;
  readonly rows: Iterable<string>;
  readonly tail: string;
}

export function cutSheet(bytes: Uint8Array): SheetXml {
  const start = firstTag(bytes, 'sheetData');
  const end = Math.max(start, lastTag(bytes, 'sheetData', bytes.length - 1, start));
  const decode = (from: number, to: number): string => new TextDecoder().decode(bytes.subarray(from, to));
  return {
    head: decode(0, start),
    rows: windows(bytes, start, end, decode),
    tail: decode(end, bytes.length),
  };
}

function* windows(bytes: Uint8Array, start: number, end: number, decode: (from: number, to: number) => string): Iterable<string> {
  let from = start;
  let size = WINDOW;
  while (from < end) {
    const to = from + size >= end ? end : lastTag(bytes, 'row', from + size, from);
    if (to === from) {
      // One row fills the window: it is never cut.
      size *= 2;
      continue;
    }
    yield decode(from, to);
    from = to;
    size = WINDOW;
  }
}

/** Where the first opening tag of this name begins; the end where there is none. */
function firstTag(bytes: Uint8Array, name: string): number {
  let at = bytes.indexOf(LESS);
  while (at >= 0 && nameAt(bytes, at + 1) !== name) at = bytes.indexOf(LESS, at + 1);
  return at < 0 ? bytes.length : at;
}

/** Where the last tag of this name, opening or closing, begins; `floor` where there is none after it. */
function lastTag(bytes: Uint8Array, name: string, from: number, floor: number): number {
  let at = bytes.lastIndexOf(LESS, from);
  while (at > floor && nameAt(bytes, at + 1) !== name) at = bytes.lastIndexOf(LESS, at - 1);
  return Math.max(at, floor);
}

/** The local name of the tag whose `<` stands before `from`. */
function nameAt(bytes: Uint8Array, from: number): string {
  let name = '';
  const start = bytes[from] === 0x2F ? from + 1 : from;
  for (let at = start; at < start + LONGEST_TAG_NAME; at += 1) {
    const code = bytes[at] ?? 0;
    if (code <= 0x20 || code === 0x3E || code === 0x2F) break;
    name = code === 0x3A ? '' : name + String.fromCodePoint(code);
  }
  return name;
}
