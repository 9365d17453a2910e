/** Character data of a part as the text that it stands for. */

const NAMED: ReadonlyMap<string, string> = new Map([['amp', '&'], ['lt', '<'], ['gt', '>'], ['quot', '"'], ['apos', "'"]]);
const LAST_CODE_POINT = 0x10_FF_FF;

/**
 * Text with its entities and line ends resolved.
 *
 * @throws {SyntaxError} for an entity that XML itself does not name
 */
export function decodeXml(text: string): string {
  const lines = text.includes('\r') ? text.replaceAll(/\r\n?/g, '\n') : text;
  return lines.includes('&') ? lines.replaceAll(/&(?:#x([\da-f]+)|#(\d+)|(\w+));/gi, character) : lines;
}

function character(entity: string, hexadecimal?: string, decimal?: string, name?: string): string {
  if (name !== undefined) {
    const named = NAMED.get(name);
    if (named === undefined) throw new SyntaxError(`Cannot read "${entity}": a workbook defines no entities`);
    return named;
  }
  const code = hexadecimal === undefined ? Number(decimal) : Number.parseInt(hexadecimal, 16);
  return code <= LAST_CODE_POINT ? String.fromCodePoint(code) : '\uFFFD';
}

/** The text of a cell: what XML cannot hold stands in it as `_x000D_`, and a literal `_x` as `_x005F_x`. */
export function decodeText(text: string): string {
  const decoded = decodeXml(text);
  if (!decoded.includes('_x')) return decoded;
  // eslint-disable-next-line unicorn/prefer-code-point -- an escape is one UTF-16 unit, and two of them make a pair
  return decoded.replaceAll(/_x([\da-f]{4})_/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}
