/** The names by which a workbook's parts call each other: Strict workbooks have their own. */
import { XmlCursor } from '#adapters/xlsx/xml-cursor';

export interface Namespaces {
  readonly main: string;
  /** Of relationships between parts, and of their types up to the last word. */
  readonly relationships: string;
}

export const TRANSITIONAL: Namespaces = {
  main: 'http://schemas.openxmlformats.org/spreadsheetml/2006/main',
  relationships: 'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
};
const STRICT: Namespaces = {
  main: 'http://purl.oclc.org/ooxml/spreadsheetml/main',
  relationships: 'http://purl.oclc.org/ooxml/officeDocument/relationships',
};

/** @param workbook the text of the workbook's part */
export function namespacesOf(workbook: string): Namespaces {
  const cursor = new XmlCursor(workbook);
  return cursor.next() && workbook.slice(cursor.from, cursor.to).includes(STRICT.main) ? STRICT : TRANSITIONAL;
}

const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** A new part of the workbook's own vocabulary: its root with this content. */
export function newPart({ main, relationships }: Namespaces, root: string, content: string): string {
  return `${DECLARATION}<${root} xmlns="${main}" xmlns:r="${relationships}">${content}</${root}>`;
}
