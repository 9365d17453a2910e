/** One cell as the file writes it: taken apart, and written anew with what is to change. */
import { escapeCellText } from '#adapters/xlsx/patch/xml-escape';
import { maskedXml } from '#adapters/xlsx/patch/part-text';
import { elementsIn, prefixAt } from '#adapters/xlsx/patch/xml-children';
import { decodeText } from '#adapters/xlsx/xml-text';
import { XmlCursor } from '#adapters/xlsx/xml-cursor';

/** The pieces of a `c`, as they stand in the file. */
export interface CellXml {
  readonly prefix: string;
  readonly style: string | null;
  readonly type: string;
  /** Attributes that are neither address, style nor type: with a space before each. */
  readonly others: string;
  readonly formula: string;
  readonly value: string;
  /** What else stands in it. */
  readonly rest: string;
}

const OWN_ATTRIBUTES = /\s+(?:r|s|t)\s*=\s*(?:"[^"]*"|'[^']*')/g;
/** Marks of what the old value was: a dynamic array, a picture or a data type. They go with it. */
const VALUE_MARKS = /\s+(?:cm|vm)\s*=\s*(?:"[^"]*"|'[^']*')/g;

/** @param xml from `<c` to its end */
export function readCellXml(xml: string): CellXml {
  const cursor = new XmlCursor(maskedXml(xml));
  cursor.next();
  const prefix = prefixAt(xml, 0);
  const attributes = xml.slice(prefix.length + 2, cursor.to - (cursor.empty ? 2 : 1));
  const pieces = { formula: '', value: '', rest: '' };
  const inner = cursor.empty ? { from: cursor.to, to: cursor.to } : { from: cursor.to, to: xml.lastIndexOf('<') };
  for (const { name, from, to } of elementsIn(xml, { inner })) pieces[PIECES[name] ?? 'rest'] += xml.slice(from, to);
  return { prefix, style: cursor.attribute('s'), type: cursor.attribute('t') ?? 'n', others: attributes.replaceAll(OWN_ATTRIBUTES, '').trimEnd(), ...pieces };
}

const PIECES: Readonly<Record<string, 'formula' | 'value'>> = { f: 'formula', v: 'value', is: 'value' };

/** The cell at this address, from its pieces. */
export function writeCellXml(reference: string, { prefix, style, type, others, formula, value, rest }: CellXml): string {
  const styled = style === null ? '' : ` s="${style}"`;
  const typed = type === 'n' ? '' : ` t="${type}"`;
  const inner = formula + value + rest;
  const tag = `<${prefix}c r="${reference}"${styled}${typed}${others}`;
  return inner === '' ? `${tag}/>` : `${tag}>${inner}</${prefix}c>`;
}

export function blankCell(prefix: string, style: string | null): CellXml {
  return { prefix, style, type: 'n', others: '', formula: '', value: '', rest: '' };
}

/** The cell without its value: a reader that does not calculate shows nothing, and no old figure. */
export function withoutValue(cell: CellXml): CellXml {
  return { ...cell, type: 'n', value: '', others: cell.others.replaceAll(/\s+vm\s*=\s*(?:"[^"]*"|'[^']*')/g, '') };
}

/** The cell with another content; its style and what is unknown stay. */
export function withContent(cell: CellXml, content: Pick<CellXml, 'type' | 'formula' | 'value'>): CellXml {
  return { ...cell, ...content, others: cell.others.replaceAll(VALUE_MARKS, '') };
}

/** `<f>` with a formula and attributes as they are to stand. */
export function formulaXml(prefix: string, formula: string, attributes = ''): string {
  return `<${prefix}f${attributes}>${escapeCellText(formula)}</${prefix}f>`;
}

/** The text that a piece of a part stands for: comments left out, CDATA taken as it is. */
export function plainTextOf(xml: string): string {
  return decodeText(xml.replaceAll(/<!--[\s\S]*?-->/g, '').replaceAll(/<!\[CDATA\[([\s\S]*?)\]\]>/g, (_, text: string) => text.replaceAll('&', '&amp;')));
}
