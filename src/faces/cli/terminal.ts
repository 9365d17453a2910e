/** What a terminal can show, and what it must not be sent. */

/** Ways to write on a terminal; on a file or a pipe they change nothing. */
export interface Style {
  readonly bold: (text: string) => string;
  readonly dim: (text: string) => string;
  readonly red: (text: string) => string;
  readonly yellow: (text: string) => string;
  readonly green: (text: string) => string;
  /** The text indented, broken at the terminal's width. */
  readonly wrap: (text: string, indent: number) => string;
}

const same = (text: string): string => text;

/** @param width columns of the terminal; null for a file or a pipe, where nothing is coloured or broken */
export function styleFor(width: number | null): Style {
  if (width === null) return { bold: same, dim: same, red: same, yellow: same, green: same, wrap: (text, indent) => ' '.repeat(indent) + text };
  const paint = (code: number) => (text: string): string => `\u001B[${code}m${text}\u001B[0m`;
  return { bold: paint(1), dim: paint(2), red: paint(31), yellow: paint(33), green: paint(32), wrap: (text, indent) => wrapped(text, indent, Math.min(width, 110)) };
}

function wrapped(text: string, indent: number, width: number): string {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && indent + line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else {
      line = line === '' ? word : `${line} ${word}`;
    }
  }
  return [...lines, line].map((one) => ' '.repeat(indent) + one).join('\n');
}

// Cells and file names come from outside: they may hold escapes that move the cursor, or turn the writing round.
const CONTROLS = /[\u0000-\u001F\u007F-\u009F\u200E\u200F\u202A-\u202E\u2066-\u2069]/g;

/** Text from a file, safe to write on a terminal. */
export function visible(text: string): string {
  return text.replaceAll(CONTROLS, '�');
}

/** The text cut to one line of a terminal: a longer one could not be wiped away. */
export function oneLine(text: string, width: number): string {
  const shown = visible(text);
  return shown.length < width ? shown : `${shown.slice(0, Math.max(0, width - 2))}…`;
}
