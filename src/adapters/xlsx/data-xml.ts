/** The XML that text is kept in under a namespace, the same whichever way it comes into a workbook. */
import { escapeAttribute, escapeCellText } from '#adapters/xlsx/patch/xml-escape';
import { decodeText } from '#adapters/xlsx/xml-text';
import { XmlCursor } from '#adapters/xlsx/xml-cursor';

export function dataXml(namespace: string, data: string): string {
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<data xmlns="${escapeAttribute(namespace)}">${escapeCellText(data)}</data>`;
}

/**
 * @param xml plain, as plain-xml makes it
 * @returns null where it keeps nothing under the namespace: whatever others keep there is theirs, damaged parts too
 */
export function textOfData(xml: string, namespace: string): string | null {
  const cursor = new XmlCursor(xml);
  if (!cursor.next() || cursor.attribute('xmlns') !== namespace || cursor.empty) return null;
  return decodeText(xml.slice(cursor.to, xml.lastIndexOf('</')));
}
