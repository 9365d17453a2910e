/** The list of a workbook's sheets: what it says, a sheet put in front of it, a sheet taken out of it. */
import type { PackageEditor } from '#adapters/xlsx/patch/package-editor';
import { WORKBOOK_ORDER } from '#adapters/xlsx/patch/recalculation';
import { addContentType, addRelationship, relationshipsOf, removePart, removeRelationships } from '#adapters/xlsx/patch/relationships';
import type { Namespaces } from '#adapters/xlsx/patch/namespaces';
import type { Splice } from '#adapters/xlsx/patch/splice';
import { appendSplice, attributeOf, attributeSplice, elementsIn, orderedSplice, rootOf, type XmlElement, type XmlRoot } from '#adapters/xlsx/patch/xml-children';
import { escapeAttribute, escapeText } from '#adapters/xlsx/patch/xml-escape';
import { cutText } from '#core/cut-text';
import { isTrue } from '#adapters/xlsx/workbook-parts';

const SHEET_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml';
const LONGEST_NAME = 31;

export interface ListedSheet {
  readonly name: string;
  /** Its part; null where the list names none. */
  readonly path: string | null;
  /** The last word of its part's type: "worksheet", "chartsheet". */
  readonly kind: string;
  readonly isVisible: boolean;
  readonly id: number;
  readonly element: XmlElement;
}

/** All sheets, also those without cells, in their order. */
export function listedSheets(zip: PackageEditor, workbook: string): readonly ListedSheet[] {
  const text = zip.text(workbook);
  const related = new Map(relationshipsOf(zip, workbook).map((one) => [one.id, one]));
  return elementsUnder(text, rootOf(text), 'sheets').map((element) => {
    const part = related.get(attributeOf(text, element, ':id') ?? '');
    return {
      name: attributeOf(text, element, 'name') ?? '', path: part?.path ?? null, kind: part?.kind ?? '',
      isVisible: (attributeOf(text, element, 'state') ?? 'visible') === 'visible',
      id: Number(attributeOf(text, element, 'sheetId')),
      element,
    };
  });
}

function elementsUnder(text: string, root: XmlRoot, name: string): readonly XmlElement[] {
  return root.children.filter((child) => child.name === name).flatMap((list) => elementsIn(text, list));
}

/** A name that Excel takes and no sheet has. */
export function freeSheetName(wanted: string, taken: readonly string[]): string {
  const clean = wanted.replaceAll(/[\0-\u001F[\]:*?/\\\uFFFE\uFFFF]/g, ' ').replaceAll(/\s+/g, ' ').replaceAll(/^[\s']+|[\s']+$/g, '') || 'Sheet';
  const known = new Set(taken.map((name) => name.toLowerCase()));
  let name = cutText(clean, LONGEST_NAME);
  for (let number = 2; known.has(name.toLowerCase()); number += 1) {
    const suffix = ` (${number})`;
    name = cutText(clean, LONGEST_NAME - suffix.length) + suffix;
  }
  return name;
}

interface SheetPart {
  readonly name: string;
  readonly hidden: boolean;
  readonly xml: string;
  readonly titleRows: { readonly first: number; readonly last: number } | null;
}

/** Puts a sheet before the others and makes it the one that is shown; a hidden one will have one before it. */
export function putSheetInFront(zip: PackageEditor, workbook: string, namespaces: Namespaces, { name, xml, titleRows, hidden }: SheetPart): void {
  const sheets = listedSheets(zip, workbook);
  const path = zip.freePath('xl/worksheets/sheet', '.xml');
  zip.put(path, xml);
  addContentType(zip, path, SHEET_TYPE);
  const id = addRelationship(zip, workbook, `${namespaces.relationships}/worksheet`, path);
  // Two sheets that are both selected are a group: what is typed into one goes into the other.
  for (const sheet of sheets) if (sheet.path !== null && zip.has(sheet.path)) deselect(zip, sheet.path);
  const text = zip.text(workbook);
  const root = rootOf(text);
  const list = root.children.find((child) => child.name === 'sheets');
  if (list === undefined) throw new SyntaxError('Cannot add a sheet: the workbook has no list of sheets');
  const sheetId = sheets.reduce((last, sheet) => Math.max(last, sheet.id), 0) + 1;
  const state = hidden ? ' state="hidden"' : '';
  const item = `<${root.prefix}sheet xmlns:r="${namespaces.relationships}" name="${escapeAttribute(name)}" sheetId="${sheetId}"${state} r:id="${id}"/>`;
  zip.edit(workbook, [
    list.inner.to === list.to ? appendSplice(text, list, item) : { from: list.inner.from, to: list.inner.from, text: item },
    ...movedNames(text, root, (index) => index + 1),
    ...shownFirst(text, root),
  ]);
  if (titleRows !== null) addName(zip, workbook, `<definedName name="_xlnm.Print_Titles" localSheetId="0">'${escapeText(name.replaceAll("'", "''"))}'!$${titleRows.first + 1}:$${titleRows.last + 1}</definedName>`);
}

/** The first sheet is the one that is shown. */
function shownFirst(text: string, root: XmlRoot): readonly Splice[] {
  return elementsUnder(text, root, 'bookViews').flatMap((view) => ['activeTab', 'firstSheet'].filter((one) => attributeOf(text, view, one) !== null).map((one) => attributeSplice(text, view, one, '0')));
}

function deselect(zip: PackageEditor, path: string): void {
  const text = zip.text(path);
  const views = elementsUnder(text, rootOf(text, 'sheetData'), 'sheetViews').filter((view) => isTrue(attributeOf(text, view, 'tabSelected')));
  zip.edit(path, views.map((view) => attributeSplice(text, view, 'tabSelected', null)));
}

/** Names of one sheet say which by its place in the list. */
function movedNames(text: string, root: XmlRoot, moved: (index: number) => number): readonly Splice[] {
  return elementsUnder(text, root, 'definedNames').flatMap((name) => {
    const index = attributeOf(text, name, 'localSheetId');
    return index === null ? [] : [attributeSplice(text, name, 'localSheetId', String(moved(Number(index))))];
  });
}

function addName(zip: PackageEditor, workbook: string, xml: string): void {
  const text = zip.text(workbook);
  const root = rootOf(text);
  const put = xml.replaceAll(/<(\/?)definedName/g, `<$1${root.prefix}definedName`);
  const list = root.children.find(({ name }) => name === 'definedNames');
  zip.edit(workbook, [list === undefined ? orderedSplice(text, root, WORKBOOK_ORDER, `<${root.prefix}definedNames>${put}</${root.prefix}definedNames>`, 'definedNames') : appendSplice(text, list, put)]);
}

/** Takes a sheet out of the list, with its part, the parts that only it has, and the names that are its own. */
export function takeSheetOut(zip: PackageEditor, workbook: string, sheet: ListedSheet): void {
  const text = zip.text(workbook);
  const root = rootOf(text);
  const place = listedSheets(zip, workbook).findIndex(({ id }) => id === sheet.id);
  const isOwn = (name: XmlElement): boolean => attributeOf(text, name, 'localSheetId') === String(place);
  const lists = root.children.filter(({ name }) => name === 'definedNames');
  const names = lists.flatMap((list) => elementsIn(text, list));
  // An empty list of names is none that Excel would open.
  const gone = names.length > 0 && names.every(isOwn) ? lists : names.filter(isOwn);
  const stay = names.filter((name) => !isOwn(name) && Number(attributeOf(text, name, 'localSheetId') ?? -1) > place);
  const views = elementsUnder(text, root, 'bookViews');
  zip.edit(workbook, [
    { from: sheet.element.from, to: sheet.element.to, text: '' },
    ...gone.map(({ from, to }) => ({ from, to, text: '' })),
    ...stay.map((name) => attributeSplice(text, name, 'localSheetId', String(Number(attributeOf(text, name, 'localSheetId')) - 1))),
    ...views.flatMap((view) => ['activeTab', 'firstSheet'].flatMap((name) => lowered(text, view, name, place))),
  ]);
  if (sheet.path !== null) {
    removeRelationships(zip, workbook, (one) => one.path === sheet.path);
    removeWithOwn(zip, sheet.path);
  }
}

function lowered(text: string, view: XmlElement, name: string, place: number): readonly Splice[] {
  const tab = Number(attributeOf(text, view, name) ?? 0);
  return tab > 0 && tab >= place ? [attributeSplice(text, view, name, String(tab - 1))] : [];
}

/** A part, and all that no other part asks for once it is gone. */
function removeWithOwn(zip: PackageEditor, path: string): void {
  const targets = relationshipsOf(zip, path).flatMap((one) => (one.path !== null && zip.has(one.path) ? [one.path] : []));
  removePart(zip, path);
  for (const target of targets) if (zip.has(target) && !isAskedFor(zip, target)) removeWithOwn(zip, target);
}

function isAskedFor(zip: PackageEditor, path: string): boolean {
  const sources = zip.paths().filter((one) => !one.endsWith('.rels'));
  return ['', ...sources].some((one) => relationshipsOf(zip, one).some((relationship) => relationship.path?.toLowerCase() === path.toLowerCase()));
}
