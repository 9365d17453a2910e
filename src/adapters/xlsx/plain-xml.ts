/**
 * Brings a part to plain XML in UTF-8: no comments, no CDATA, no byte order mark, and never a DOCTYPE.
 *
 * What is left holds `<` and `>` only around tags, so that xml-cursor can stay small. Most parts pass untouched.
 */

const BANG = 0x21;
const LESS = 0x3C;

const latin1 = new TextDecoder('latin1');

/**
 * @throws {SyntaxError} for a DOCTYPE: Excel writes none, and entities are how a small file asks for gigabytes
 */
export function plainXml(bytes: Uint8Array): Uint8Array {
  const utf8 = withoutMark(bytes);
  return nextDeclaration(utf8, 0) < 0 ? utf8 : withoutDeclarations(utf8);
}

function withoutMark(bytes: Uint8Array): Uint8Array {
  const [first, second, third] = bytes;
  if (first === 0xFF && second === 0xFE) return recoded(bytes, 'utf-16le');
  if (first === 0xFE && second === 0xFF) return recoded(bytes, 'utf-16be');
  return first === 0xEF && second === 0xBB && third === 0xBF ? bytes.subarray(3) : bytes;
}

function recoded(bytes: Uint8Array, encoding: string): Uint8Array {
  return new TextEncoder().encode(new TextDecoder(encoding).decode(bytes));
}

/** Where the next `<!` stands, or -1. */
function nextDeclaration(bytes: Uint8Array, from: number): number {
  for (let at = bytes.indexOf(BANG, from); at >= 0; at = bytes.indexOf(BANG, at + 1)) {
    if (bytes[at - 1] === LESS) return at - 1;
  }
  return -1;
}

function withoutDeclarations(bytes: Uint8Array): Uint8Array {
  const pieces: Uint8Array[] = [];
  let from = 0;
  for (let at = nextDeclaration(bytes, 0); at >= 0; at = nextDeclaration(bytes, from)) {
    const declaration = declarationAt(bytes, at);
    pieces.push(bytes.subarray(from, at), declaration.text);
    from = declaration.end;
  }
  return joined([...pieces, bytes.subarray(from)]);
}

function joined(pieces: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let length = 0;
  for (const piece of pieces) {
    whole.set(piece, length);
    length += piece.length;
  }
  return whole;
}

const COMMENT = { open: '<!--', close: '-->' };
const CDATA = { open: '<![CDATA[', close: ']]>' };

function declarationAt(bytes: Uint8Array, at: number): { readonly text: Uint8Array; readonly end: number } {
  const opening = latin1.decode(bytes.subarray(at, at + CDATA.open.length));
  const kind = [COMMENT, CDATA].find(({ open }) => opening.startsWith(open));
  if (kind === undefined) throw new SyntaxError(`Cannot read XML with "${opening}": a workbook has no document type`);
  const inside = at + kind.open.length;
  const end = indexOfText(bytes, kind.close, inside);
  if (end < 0) throw new SyntaxError(`Cannot read XML: "${kind.open}" at byte ${at} has no end`);
  return { text: kind === CDATA ? escaped(bytes.subarray(inside, end)) : new Uint8Array(), end: end + kind.close.length };
}

function indexOfText(bytes: Uint8Array, text: string, from: number): number {
  const first = text.codePointAt(0) ?? 0;
  for (let at = bytes.indexOf(first, from); at >= 0; at = bytes.indexOf(first, at + 1)) {
    if (latin1.decode(bytes.subarray(at, at + text.length)) === text) return at;
  }
  return -1;
}

function escaped(bytes: Uint8Array): Uint8Array {
  const text = new TextDecoder().decode(bytes).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  return new TextEncoder().encode(text);
}
