/** The XML of one style and of one font, made from another by changing what is asked for. */
import { spliced } from '#adapters/xlsx/patch/splice';
import { attributeSplice, orderedSplice, rootOf } from '#adapters/xlsx/patch/xml-children';
import type { StyleSpec } from '#ports/workbook-editor';

/** Below it are the formats that every workbook has. */
const FIRST_FORMAT_ID = 164;

export function newFormatId(taken: readonly number[]): number {
  return Math.max(FIRST_FORMAT_ID, ...taken.map((id) => id + 1));
}

/** Entries of the lists that a style points to; null where it points to what its base points to. */
type Ids = Readonly<Record<'numFmtId' | 'fontId' | 'fillId' | 'borderId', number | null>>;

const APPLY: Readonly<Record<keyof Ids, string>> = { numFmtId: 'applyNumberFormat', fontId: 'applyFont', fillId: 'applyFill', borderId: 'applyBorder' };

/** @param base an `xf` */
export function styleXml(base: string, ids: Ids, { wrap, horizontal, vertical }: StyleSpec): string {
  let xml = base;
  for (const [name, apply] of Object.entries(APPLY)) {
    const id = ids[name as keyof Ids];
    if (id !== null) xml = withAttributes(xml, { [name]: String(id), [apply]: '1' });
  }
  const alignment = { ...(wrap !== undefined && { wrapText: wrap ? '1' : '0' }), ...(horizontal && { horizontal }), ...(vertical && { vertical }) };
  return Object.keys(alignment).length === 0 ? xml : withAttributes(withAlignment(xml, alignment), { applyAlignment: '1' });
}

function withAttributes(xml: string, attributes: Readonly<Record<string, string>>, from = 0): string {
  let result = xml;
  for (const [name, value] of Object.entries(attributes)) result = spliced(result, [attributeSplice(result, { from }, name, value)]);
  return result;
}

function withAlignment(xml: string, attributes: Readonly<Record<string, string>>): string {
  const root = rootOf(xml);
  const own = root.children.find(({ name }) => name === 'alignment');
  if (own !== undefined) return withAttributes(xml, attributes, own.from);
  const put = withAttributes('<alignment/>', attributes);
  return spliced(xml, [orderedSplice(xml, root, ['alignment', 'protection', 'extLst'], put, 'alignment')]);
}

/** ECMA-376, CT_Font, as Excel writes it. */
const FONT_ORDER = ['b', 'i', 'strike', 'condense', 'extend', 'outline', 'shadow', 'u', 'vertAlign', 'sz', 'color', 'name', 'family', 'charset', 'scheme'];

/** @param base a `font` */
export function fontXml(base: string, { bold, size, colour, underline }: StyleSpec): string {
  const changes = [
    ...(bold === undefined ? [] : [['b', bold ? '<b/>' : ''] as const]),
    ...(underline === undefined ? [] : [['u', underline ? '<u/>' : ''] as const]),
    ...(size === undefined ? [] : [['sz', `<sz val="${size}"/>`] as const]),
    ...(colour === undefined ? [] : [['color', `<color rgb="FF${colour}"/>`] as const]),
  ];
  let xml = base;
  for (const [name, put] of changes) xml = withChild(xml, name, put);
  return xml;
}

function withChild(xml: string, name: string, put: string): string {
  const root = rootOf(xml);
  const own = root.children.find((child) => child.name === name);
  if (own !== undefined) return spliced(xml, [{ from: own.from, to: own.to, text: put }]);
  return put === '' ? xml : spliced(xml, [orderedSplice(xml, root, FONT_ORDER, put, name)]);
}
