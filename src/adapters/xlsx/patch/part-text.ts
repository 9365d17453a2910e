/**
 * The bytes of a part as text and back, so that what is not changed comes out byte for byte.
 *
 * UTF-8 and UTF-16 are turned into text only where that can be undone; any other encoding is taken byte by byte.
 */

/** How a part's bytes are text. */
interface Encoding {
  readonly decode: (bytes: Uint8Array) => string;
  readonly encode: (text: string) => Uint8Array;
  /** Text that is put in, as this encoding can carry it. */
  readonly put: (text: string) => string;
}

export interface PartText {
  readonly text: string;
  readonly encode: (text: string) => Uint8Array;
  readonly put: (text: string) => string;
}

const asIs = (text: string): string => text;

const UTF8: Encoding = { decode: decoder('utf8'), encode: (text) => new TextEncoder().encode(text), put: asIs };
const UTF16LE: Encoding = { decode: decoder('utf-16le'), encode: (text) => units(text, true), put: asIs };
const UTF16BE: Encoding = { decode: decoder('utf-16be'), encode: (text) => units(text, false), put: asIs };
/** Any encoding that holds ASCII: other characters are put in by their number. */
const BYTES: Encoding = { decode: byteText, encode: (text) => Uint8Array.from(text, (character) => character.codePointAt(0) ?? 0), put: numbered };

/** @throws {SyntaxError} for UTF-16 that is cut short */
export function partText(bytes: Uint8Array): PartText {
  const { decode, encode, put } = encodingOf(bytes);
  return { text: decode(bytes), encode, put };
}

function encodingOf(bytes: Uint8Array): Encoding {
  const [first, second] = bytes;
  if (first === 0xFF && second === 0xFE) return UTF16LE;
  if (first === 0xFE && second === 0xFF) return UTF16BE;
  try {
    UTF8.decode(bytes);
    return UTF8;
  } catch {
    return BYTES;
  }
}

/** Fails on what it could not give back, and keeps a byte order mark. */
function decoder(encoding: string): (bytes: Uint8Array) => string {
  return (bytes) => {
    try {
      return new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes);
    } catch (error) {
      throw new SyntaxError(`Cannot read a part as ${encoding}`, { cause: error });
    }
  };
}

function units(text: string, littleEndian: boolean): Uint8Array {
  const view = new DataView(new ArrayBuffer(text.length * 2));
  // eslint-disable-next-line unicorn/prefer-code-point -- UTF-16 is written unit by unit
  for (let i = 0; i < text.length; i += 1) view.setUint16(i * 2, text.charCodeAt(i), littleEndian);
  return new Uint8Array(view.buffer);
}

const CHUNK = 8192;

function byteText(bytes: Uint8Array): string {
  let text = '';
  for (let i = 0; i < bytes.length; i += CHUNK) text += String.fromCodePoint(...bytes.subarray(i, i + CHUNK));
  return text;
}

function numbered(text: string): string {
  return text.replaceAll(/[^\0-\u007F]/gu, (character) => `&#${character.codePointAt(0) ?? 0};`);
}

/**
 * The text with comments and the marks of CDATA blanked out, each character in its place.
 *
 * What is left holds `<` only where a tag begins, so that an {@link XmlCursor} over it gives places of the text itself.
 *
 * @throws {SyntaxError} for a DOCTYPE, as the reader does
 */
export function maskedXml(text: string): string {
  if (!text.includes('<!')) return text;
  return text.replaceAll(/<!--[\s\S]*?-->|<!\[CDATA\[([\s\S]*?)\]\]>|<!/g, (whole: string) => {
    if (whole === '<!') throw new SyntaxError('Cannot read XML with "<!": a workbook has no document type');
    return ' '.repeat(whole.length);
  });
}
