/** The elements right under a part's root, with their places: where a new one may be put, and what an old one says. */
import { maskedXml } from '#adapters/xlsx/patch/part-text';
import type { Splice } from '#adapters/xlsx/patch/splice';
import { XmlCursor } from '#adapters/xlsx/xml-cursor';

export interface XmlElement {
  /** Without a prefix. */
  readonly name: string;
  readonly from: number;
  /** Just after its end. */
  readonly to: number;
  /** Between its tags; both are `to` for an element without content. */
  readonly inner: { readonly from: number; readonly to: number };
}

export interface XmlRoot extends XmlElement {
  /** "x:" where its elements are written `<x:row>`, else ''. */
  readonly prefix: string;
  /** Those that were asked for, in their order. */
  readonly children: readonly XmlElement[];
}

/**
 * The root of a part and the elements under it.
 *
 * @param leap an element whose content is skipped unread: a sheet's rows are most of it
 * @throws {SyntaxError} where the part has no root
 */
export function rootOf(text: string, leap = ''): XmlRoot {
  const masked = maskedXml(text);
  const cursor = new XmlCursor(masked);
  if (!cursor.next()) throw new SyntaxError('Cannot change a part without elements');
  const prefix = prefixAt(masked, cursor.from);
  const { name, from, to: open } = cursor;
  if (cursor.empty) return { name, prefix, from, to: open, inner: { from: open, to: open }, children: [] };
  const children: XmlElement[] = [];
  let walker = cursor;
  while (walker.next() && !walker.closing) {
    const child = elementAt(walker, masked, leap);
    children.push(child);
    if (child.name === leap) walker = new XmlCursor(masked, child.to);
  }
  return { name, prefix, from, to: walker.to, inner: { from: open, to: walker.from }, children };
}

/** The element under the cursor, which is left on its end. */
function elementAt(cursor: XmlCursor, masked: string, leap: string): XmlElement {
  const { name, from, to } = cursor;
  if (cursor.empty) return { name, from, to, inner: { from: to, to } };
  if (name === leap) return leaptOver(masked, { name, from, to });
  let depth = 1;
  while (depth > 0 && cursor.next()) depth += step(cursor);
  return { name, from, to: cursor.to, inner: { from: to, to: cursor.from } };
}

/** How much deeper a tag leads. */
function step({ closing, empty }: XmlCursor): number {
  if (closing) return -1;
  return empty ? 0 : 1;
}

function leaptOver(masked: string, { name, from, to }: Pick<XmlElement, 'name' | 'from' | 'to'>): XmlElement {
  const close = masked.lastIndexOf(`</${prefixAt(masked, from)}${name}`);
  const end = masked.indexOf('>', close) + 1;
  if (close < to || end === 0) throw new SyntaxError(`Cannot change a part: "${name}" has no end`);
  return { name, from, to: end, inner: { from: to, to: close } };
}

/** The prefix of the tag that begins here, with its colon. */
export function prefixAt(text: string, from: number): string {
  return /^<\/?([\w.-]+:)?/.exec(text.slice(from, from + 64))?.[1] ?? '';
}

/** The children of an element inside a part: what {@link rootOf} gives of the whole. */
export function elementsIn(text: string, { inner }: Pick<XmlElement, 'inner'>): readonly XmlElement[] {
  const masked = maskedXml(text.slice(inner.from, inner.to));
  const cursor = new XmlCursor(masked);
  const found: XmlElement[] = [];
  while (cursor.next()) found.push(moved(elementAt(cursor, masked, ''), inner.from));
  return found;
}

function moved({ name, from, to, inner }: XmlElement, by: number): XmlElement {
  return { name, from: from + by, to: to + by, inner: { from: inner.from + by, to: inner.to + by } };
}

/** An attribute of an element, its entities resolved; null where it has none. */
export function attributeOf(text: string, { from }: Pick<XmlElement, 'from'>, name: string): string | null {
  const cursor = new XmlCursor(text, from);
  return cursor.next() ? cursor.attribute(name) : null;
}

/**
 * A splice that gives an element's tag this attribute, in place of the one that it has; null takes it away.
 *
 * @param value escaped
 */
export function attributeSplice(text: string, { from }: Pick<XmlElement, 'from'>, name: string, value: string | null): Splice {
  const cursor = new XmlCursor(text, from);
  cursor.next();
  const tag = text.slice(from, cursor.to);
  const old = new RegExp(String.raw`\s+${name}\s*=\s*(?:"[^"]*"|'[^']*')`).exec(tag);
  const put = value === null ? '' : ` ${name}="${value}"`;
  if (old !== null) return { from: from + old.index, to: from + old.index + old[0].length, text: put };
  const end = cursor.to - (cursor.empty ? 2 : 1);
  return { from: end, to: end, text: put };
}

/** A splice that adds to what stands inside an element, at its end; one without content is opened for it. */
export function appendSplice(text: string, element: XmlElement, xml: string): Splice {
  if (element.inner.to < element.to) return { from: element.inner.to, to: element.inner.to, text: xml };
  const name = `${prefixAt(text, element.from)}${element.name}`;
  return { from: element.to - 2, to: element.to, text: `>${xml}</${name}>` };
}

/**
 * A splice that puts a new element where the schema wants it: after the last one that may stand before it.
 *
 * Elements that the order does not name, such as `AlternateContent`, are passed over.
 */
export function orderedSplice(text: string, root: XmlRoot, order: readonly string[], xml: string, name: string): Splice {
  const place = order.indexOf(name);
  const before = root.children.findLast((child) => {
    const its = order.indexOf(child.name);
    return its !== -1 && its <= place;
  });
  if (before !== undefined) return { from: before.to, to: before.to, text: xml };
  if (root.inner.to === root.to) return appendSplice(text, root, xml);
  return { from: root.inner.from, to: root.inner.from, text: xml };
}
