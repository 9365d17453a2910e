/** The texts that cells of all sheets share, by their index. */
import type { XmlCursor } from '#adapters/xlsx/xml-cursor';
import { decodeText } from '#adapters/xlsx/xml-text';

export function sharedStrings(cursor: XmlCursor): readonly string[] {
  const strings: string[] = [];
  while (cursor.next()) if (cursor.opens('si')) strings.push(richText(cursor, 'si'));
  return strings;
}

/**
 * The text of the element under the cursor, its runs joined; the cursor is left on the element's end.
 *
 * Readings of East Asian words (`rPh`) stand above the text, not in it.
 */
export function richText(cursor: XmlCursor, element: string): string {
  if (cursor.empty) return '';
  let text = '';
  let aside = false;
  while (cursor.nextWithin(element)) {
    if (cursor.name === 'rPh') aside = !cursor.closing && !cursor.empty;
    else if (!aside && cursor.opens('t')) text += cursor.textAfter();
  }
  return decodeText(text);
}
