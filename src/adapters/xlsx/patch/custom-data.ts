/** Text kept in a workbook as a custom XML part under a namespace: Excel carries such parts along and shows them nowhere. */
import { plainTextOf } from '#adapters/xlsx/patch/cell-text';
import type { Namespaces } from '#adapters/xlsx/patch/namespaces';
import type { PackageEditor } from '#adapters/xlsx/patch/package-editor';
import { addContentType, addDefaultType, addRelationship, relationshipsOf, removePart, removeRelationships } from '#adapters/xlsx/patch/relationships';
import { attributeOf, rootOf } from '#adapters/xlsx/patch/xml-children';
import { escapeAttribute } from '#adapters/xlsx/patch/xml-escape';
import { crc32 } from '#adapters/xlsx/crc32';
import { dataXml } from '#adapters/xlsx/data-xml';

const PROPERTIES_TYPE = 'application/vnd.openxmlformats-officedocument.customXmlProperties+xml';
const PROPERTIES_NAMESPACE = 'http://schemas.openxmlformats.org/officeDocument/2006/customXml';

/** What the relationships of the package stand under; LibreOffice names custom XML parts there, not at the workbook. */
const PACKAGE = '';

/** Where the data stand; null where there are none. */
export function customDataPath(zip: PackageEditor, workbook: string, namespace: string): string | null {
  const related = [workbook, PACKAGE].flatMap((from) => relationshipsOf(zip, from));
  const parts = related.filter(({ kind, path }) => kind === 'customXml' && path !== null && zip.has(path));
  return parts.find(({ path }) => namespaceOf(zip, path ?? '') === namespace)?.path ?? null;
}

function namespaceOf(zip: PackageEditor, path: string): string | null {
  const text = zip.text(path);
  try {
    return attributeOf(text, rootOf(text), 'xmlns');
  } catch {
    // Whatever others keep there is theirs.
    return null;
  }
}

export function readCustomData(zip: PackageEditor, path: string): string {
  const text = zip.text(path);
  const { inner } = rootOf(text);
  return plainTextOf(text.slice(inner.from, inner.to));
}

export function addCustomData(zip: PackageEditor, workbook: string, { namespace, data, namespaces }: { readonly namespace: string; readonly data: string; readonly namespaces: Namespaces }): void {
  const path = zip.freePath('customXml/item', '.xml');
  const properties = zip.freePath('customXml/itemProps', '.xml');
  addDefaultType(zip, 'xml', 'application/xml');
  zip.put(path, dataXml(namespace, data));
  zip.put(properties, propertiesXml(namespace));
  addContentType(zip, properties, PROPERTIES_TYPE);
  addRelationship(zip, workbook, `${namespaces.relationships}/customXml`, path);
  addRelationship(zip, path, `${namespaces.relationships}/customXmlProps`, properties);
}

/** The id says which data these are: the same in every workbook. */
function propertiesXml(namespace: string): string {
  const digits = [0, 1, 2, 3].map((salt) => crc32(new TextEncoder().encode(`${namespace} ${salt}`)).toString(16).padStart(8, '0')).join('').toUpperCase();
  const id = `{${digits.slice(0, 8)}-${digits.slice(8, 12)}-4${digits.slice(13, 16)}-8${digits.slice(17, 20)}-${digits.slice(20)}}`;
  return `<?xml version="1.0" encoding="UTF-8" standalone="no"?>\n<ds:datastoreItem ds:itemID="${id}" xmlns:ds="${PROPERTIES_NAMESPACE}"><ds:schemaRefs><ds:schemaRef ds:uri="${escapeAttribute(namespace)}"/></ds:schemaRefs></ds:datastoreItem>`;
}

export function removeCustomData(zip: PackageEditor, workbook: string, path: string): void {
  for (const one of relationshipsOf(zip, path)) if (one.path !== null && zip.has(one.path)) removePart(zip, one.path);
  removePart(zip, path);
  for (const from of [workbook, PACKAGE]) removeRelationships(zip, from, (one) => one.path === path);
}
