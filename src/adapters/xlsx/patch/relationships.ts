/** Relationships between parts, and the content types of parts: read, added and taken away in a package. */
import { escapeAttribute } from '#adapters/xlsx/patch/xml-escape';
import type { PackageEditor } from '#adapters/xlsx/patch/package-editor';
import { appendSplice, attributeOf, rootOf, type XmlElement } from '#adapters/xlsx/patch/xml-children';
import { resolveTarget } from '#adapters/xlsx/zip-package';

const CONTENT_TYPES = '[Content_Types].xml';
const PACKAGE_NAMESPACE = 'http://schemas.openxmlformats.org/package/2006/relationships';

/** From the part that it stands beside to another. */
export interface PartRelationship {
  readonly id: string;
  readonly type: string;
  /** The last word of its type. */
  readonly kind: string;
  /** The path inside the package; null for what lies outside. */
  readonly path: string | null;
  readonly element: XmlElement;
}

/** Where the relationships of a part stand; '' for those of the package. */
function relationshipsPath(path: string): string {
  const folder = folderOf(path);
  return `${folder}_rels/${path.slice(folder.length)}.rels`;
}

function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/') + 1);
}

export function relationshipsOf(zip: PackageEditor, path: string): readonly PartRelationship[] {
  const at = relationshipsPath(path);
  if (!zip.has(at)) return [];
  const text = zip.text(at);
  return rootOf(text).children.filter(({ name }) => name === 'Relationship').map((element) => {
    const type = attributeOf(text, element, 'Type') ?? '';
    const target = attributeOf(text, element, 'Target') ?? '';
    const isOutside = attributeOf(text, element, 'TargetMode') === 'External';
    return { id: attributeOf(text, element, 'Id') ?? '', type, kind: type.slice(type.lastIndexOf('/') + 1), path: isOutside ? null : resolveTarget(target, folderOf(path)), element };
  });
}

/**
 * Adds a relationship and gives its id.
 *
 * @param type the whole URI
 */
export function addRelationship(zip: PackageEditor, from: string, type: string, to: string): string {
  const at = relationshipsPath(from);
  if (!zip.has(at)) zip.put(at, `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Relationships xmlns="${PACKAGE_NAMESPACE}"></Relationships>`);
  const taken = new Set(relationshipsOf(zip, from).map(({ id }) => id.toLowerCase()));
  let number = taken.size + 1;
  while (taken.has(`rid${number}`)) number += 1;
  const text = zip.text(at);
  const root = rootOf(text);
  const target = escapeAttribute(encodeURI(relativePath(folderOf(from), to)));
  zip.edit(at, [appendSplice(text, root, `<${root.prefix}Relationship Id="rId${number}" Type="${type}" Target="${target}"/>`)]);
  return `rId${number}`;
}

/** Takes relationships away; the part that holds them goes with the last of them. */
export function removeRelationships(zip: PackageEditor, from: string, isGone: (one: PartRelationship) => boolean): void {
  const all = relationshipsOf(zip, from);
  const gone = all.filter(isGone);
  if (gone.length === 0) return;
  if (gone.length === all.length) zip.remove(relationshipsPath(from));
  else zip.edit(relationshipsPath(from), gone.map(({ element }) => ({ from: element.from, to: element.to, text: '' })));
}

/** "../comments1.xml" from "xl/worksheets/" to "xl/comments1.xml". */
function relativePath(folder: string, to: string): string {
  const here = folder.split('/').slice(0, -1);
  const there = to.split('/');
  const fork = here.findIndex((step, i) => step !== there[i]);
  const shared = fork === -1 ? here.length : fork;
  return [...here.slice(shared).map(() => '..'), ...there.slice(shared)].join('/');
}

/** Says what a part holds. */
export function addContentType(zip: PackageEditor, path: string, type: string): void {
  const text = zip.text(CONTENT_TYPES);
  const root = rootOf(text);
  zip.edit(CONTENT_TYPES, [appendSplice(text, root, `<${root.prefix}Override PartName="${escapeAttribute(`/${encodeURI(path)}`)}" ContentType="${type}"/>`)]);
}

/** Says what all parts with an extension hold, where nothing does yet. */
export function addDefaultType(zip: PackageEditor, extension: string, type: string): void {
  const text = zip.text(CONTENT_TYPES);
  const root = rootOf(text);
  if (root.children.some((element) => element.name === 'Default' && attributeOf(text, element, 'Extension')?.toLowerCase() === extension)) return;
  const at = root.children.findLast(({ name }) => name === 'Default')?.to ?? root.inner.from;
  const xml = `<${root.prefix}Default Extension="${extension}" ContentType="${type}"/>`;
  zip.edit(CONTENT_TYPES, [root.inner.to === root.to ? appendSplice(text, root, xml) : { from: at, to: at, text: xml }]);
}

/** Removes a part with its own relationships and its content type. */
export function removePart(zip: PackageEditor, path: string): void {
  const own = relationshipsPath(path);
  if (zip.has(own)) zip.remove(own);
  zip.remove(path);
  const text = zip.text(CONTENT_TYPES);
  const isOf = (element: XmlElement): boolean => resolveTarget(attributeOf(text, element, 'PartName') ?? '', '').toLowerCase() === path.toLowerCase();
  const gone = rootOf(text).children.filter((element) => element.name === 'Override' && isOf(element));
  zip.edit(CONTENT_TYPES, gone.map(({ from, to }) => ({ from, to, text: '' })));
}
