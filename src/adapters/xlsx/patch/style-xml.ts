/** The XML of one style and of one font, made from another by changing what is asked for. */
import { spliced } from '#adapters/xlsx/patch/splice';
import { attributeSplice, orderedSplice, rootOf } from '#adapters/xlsx/patch/xml-children';
import { escapeAttribute } from '#adapters/xlsx/patch/xml-escape';
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
export function styleXml(base: string, ids: Ids, { wrap, horizontal, vertical, indent, locked }: StyleSpec): string {
  let xml = base;
  for (const [name, apply] of Object.entries(APPLY)) {
    const id = ids[name as keyof Ids];
    if (id !== null) xml = withAttributes(xml, { [name]: String(id), [apply]: '1' });
  }
  xml = withPart(xml, 'alignment', { wrapText: bit(wrap), horizontal, vertical, indent: indent?.toString() });
  return withPart(xml, 'protection', { locked: bit(locked) });
}

function bit(value: boolean | undefined): string | undefined {
  return value === undefined ? undefined : value ? '1' : '0';
}

const APPLY_PART = { alignment: 'applyAlignment', protection: 'applyProtection' } as const;

/** With a part that says what is asked for; without anything asked for as it is. */
function withPart(xml: string, part: keyof typeof APPLY_PART, wanted: Readonly<Record<string, string | undefined>>): string {
  const attributes = Object.fromEntries(Object.entries(wanted).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])));
  if (Object.keys(attributes).length === 0) return xml;
  const root = rootOf(xml);
  const own = root.children.find(({ name }) => name === part);
  const put = own === undefined ? spliced(xml, [orderedSplice(xml, root, ['alignment', 'protection', 'extLst'], withAttributes(`<${part}/>`, attributes), part)]) : withAttributes(xml, attributes, own.from);
  return withAttributes(put, { [APPLY_PART[part]]: '1' });
}

function withAttributes(xml: string, attributes: Readonly<Record<string, string>>, from = 0): string {
  let result = xml;
  for (const [name, value] of Object.entries(attributes)) result = spliced(result, [attributeSplice(result, { from }, name, value)]);
  return result;
}

/** ECMA-376, CT_Font, as Excel writes it. */
const FONT_ORDER = ['b', 'i', 'strike', 'condense', 'extend', 'outline', 'shadow', 'u', 'vertAlign', 'sz', 'color', 'name', 'family', 'charset', 'scheme'];

/** @param base a `font` */
export function fontXml(base: string, { bold, italic, size, colour, underline, font }: StyleSpec): string {
  const changes = {
    b: flag('b', bold), i: flag('i', italic), u: flag('u', underline),
    sz: size && `<sz val="${size}"/>`,
    color: colour && `<color rgb="FF${colour}"/>`,
    name: font && `<name val="${escapeAttribute(font)}"/>`,
  };
  let xml = base;
  for (const [name, put] of Object.entries(changes)) if (typeof put === 'string') xml = withChild(xml, name, put);
  return xml;
}

function flag(name: string, value: boolean | undefined): string | undefined {
  return value === undefined ? undefined : value ? `<${name}/>` : '';
}

function withChild(xml: string, name: string, put: string): string {
  const root = rootOf(xml);
  const own = root.children.find((child) => child.name === name);
  if (own !== undefined) return spliced(xml, [{ from: own.from, to: own.to, text: put }]);
  return put === '' ? xml : spliced(xml, [orderedSplice(xml, root, FONT_ORDER, put, name)]);
}
