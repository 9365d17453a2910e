/** Notes of a sheet, beside those that are there and beside conversations, which keep a note of their own as a stand-in. */
import { areaOf } from '#core/table/cell-reference';
import type { Namespaces } from '#adapters/xlsx/patch/namespaces';
import { newPart } from '#adapters/xlsx/patch/namespaces';
import type { PackageEditor } from '#adapters/xlsx/patch/package-editor';
import { plainTextOf } from '#adapters/xlsx/patch/cell-text';
import { textOfItem } from '#adapters/xlsx/patch/item-text';
import { addContentType, addDefaultType, addRelationship, relationshipsOf, removePart, removeRelationships } from '#adapters/xlsx/patch/relationships';
import { addNoteShapes, lastShapeBlock, newDrawing, withoutNoteShapes, type NotePlace } from '#adapters/xlsx/patch/vml-notes';
import { WORKSHEET_ORDER } from '#adapters/xlsx/patch/worksheet-order';
import { appendSplice, attributeOf, elementsIn, orderedSplice, rootOf, type XmlElement } from '#adapters/xlsx/patch/xml-children';
import { escapeCellText } from '#adapters/xlsx/patch/xml-escape';
import { cutText } from '#core/cut-text';
import { LONGEST_CELL_TEXT, type Note } from '#ports/workbook-editor';

const COMMENTS_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml';
const VML_TYPE = 'application/vnd.openxmlformats-officedocument.vmlDrawing';
const COMMENTS_ORDER = ['authors', 'commentList', 'extLst'];

export interface NotesContext {
  readonly zip: PackageEditor;
  readonly namespaces: Namespaces;
  /** Of the sheet's part. */
  readonly path: string;
}

/** @returns the cells that have a note already, and keep it */
export function addNotes(context: NotesContext, notes: readonly Note[]): readonly string[] {
  const taken = new Set(notedCells(context));
  const left: string[] = [];
  const fresh: Note[] = [];
  for (const note of notes) {
    if (taken.has(note.cell)) left.push(note.cell);
    else fresh.push(note);
    taken.add(note.cell);
  }
  if (fresh.length === 0) return left;
  const comments = commentsPath(context) ?? addComments(context);
  addTexts(context.zip, comments, fresh);
  addShapes(context, fresh.map(({ cell, text }) => ({ ...placeOf(cell), lines: linesOf(text) })));
  return left;
}

function placeOf(cell: string): Pick<NotePlace, 'row' | 'column'> {
  const area = areaOf(cell);
  if (area === null) throw new RangeError(`Cannot put a note on "${cell}": a cell is named as in A1`);
  return { row: area.top, column: area.left };
}

/** Letters on a line of a note of the usual width. */
const LINE = 38;

function linesOf(text: string): number {
  return text.split('\n').reduce((sum, line) => sum + 1 + Math.floor(line.length / LINE), 0);
}

function commentsPath({ zip, path }: NotesContext): string | null {
  const found = relationshipsOf(zip, path).find((one) => one.kind === 'comments' && one.path !== null && zip.has(one.path));
  return found?.path ?? null;
}

function notedCells(context: NotesContext): readonly string[] {
  const path = commentsPath(context);
  if (path === null) return [];
  const text = context.zip.text(path);
  return commentsIn(text).map((comment) => cellOf(text, comment));
}

function cellOf(text: string, comment: XmlElement): string {
  return (attributeOf(text, comment, 'ref') ?? '').replaceAll('$', '').toUpperCase();
}

function noteOf(text: string, comment: XmlElement, authors: readonly string[]): Note {
  const said = elementsIn(text, comment).filter(({ name }) => name === 'text').map((one) => textOfItem(text, one)).join('');
  return { cell: cellOf(text, comment), author: authors[Number(attributeOf(text, comment, 'authorId'))] ?? '', text: said };
}

function commentsIn(text: string): readonly XmlElement[] {
  return rootOf(text).children.filter(({ name }) => name === 'commentList').flatMap((list) => elementsIn(text, list)).filter(({ name }) => name === 'comment');
}

function addComments({ zip, namespaces, path }: NotesContext): string {
  const comments = zip.freePath('xl/comments', '.xml');
  zip.put(comments, newPart(namespaces, 'comments', '<authors></authors><commentList></commentList>'));
  addContentType(zip, comments, COMMENTS_TYPE);
  addRelationship(zip, path, `${namespaces.relationships}/comments`, comments);
  return comments;
}

function addTexts(zip: PackageEditor, path: string, notes: readonly Note[]): void {
  for (const list of ['authors', 'commentList']) ensureList(zip, path, list);
  const ids = new Map([...new Set(notes.map(({ author }) => author))].map((author) => [author, authorId(zip, path, author)]));
  const text = zip.text(path);
  const root = rootOf(text);
  const p = root.prefix;
  const list = root.children.find(({ name }) => name === 'commentList');
  const format = `<${p}rPr><${p}sz val="9"/><${p}color indexed="81"/><${p}rFont val="Tahoma"/><${p}family val="2"/></${p}rPr>`;
  const xml = notes.map(({ cell, author, text: said }) => {
    const run = `<${p}r>${format}<${p}t xml:space="preserve">${escapeCellText(cutText(said, LONGEST_CELL_TEXT))}</${p}t></${p}r>`;
    return `<${p}comment ref="${cell}" authorId="${ids.get(author) ?? 0}"><${p}text>${run}</${p}text></${p}comment>`;
  });
  if (list !== undefined) zip.edit(path, [appendSplice(text, list, xml.join(''))]);
}

function ensureList(zip: PackageEditor, path: string, name: string): void {
  const text = zip.text(path);
  const root = rootOf(text);
  if (root.children.some((child) => child.name === name)) return;
  zip.edit(path, [orderedSplice(text, root, COMMENTS_ORDER, `<${root.prefix}${name}></${root.prefix}${name}>`, name)]);
}

function authorsIn(text: string): readonly string[] {
  const lists = rootOf(text).children.filter(({ name }) => name === 'authors');
  return lists.flatMap((list) => elementsIn(text, list)).map(({ inner }) => plainTextOf(text.slice(inner.from, inner.to)));
}

function authorId(zip: PackageEditor, path: string, author: string): number {
  const text = zip.text(path);
  const known = authorsIn(text);
  const own = known.indexOf(author);
  if (own !== -1) return own;
  const root = rootOf(text);
  const list = root.children.find(({ name }) => name === 'authors');
  if (list !== undefined) zip.edit(path, [appendSplice(text, list, `<${root.prefix}author>${escapeCellText(author)}</${root.prefix}author>`)]);
  return known.length;
}

function addShapes(context: NotesContext, places: readonly NotePlace[]): void {
  const { zip, namespaces, path } = context;
  const drawing = drawingPath(context) ?? zip.freePath('xl/drawings/vmlDrawing', '.vml');
  const block = zip.paths().filter((one) => /\.vml$/i.test(one)).reduce((last, one) => Math.max(last, lastShapeBlock(zip.text(one))), 0) + 1;
  if (!zip.has(drawing)) {
    zip.put(drawing, newDrawing());
    addDefaultType(zip, 'vml', VML_TYPE);
    const id = addRelationship(zip, path, `${namespaces.relationships}/vmlDrawing`, drawing);
    const text = zip.text(path);
    const root = rootOf(text, 'sheetData');
    // The prefix of relationships is the sheet's own choice, and may not be declared yet.
    const xml = `<${root.prefix}legacyDrawing xmlns:r="${namespaces.relationships}" r:id="${id}"/>`;
    zip.edit(path, [orderedSplice(text, root, WORKSHEET_ORDER, xml, 'legacyDrawing')]);
  }
  zip.edit(drawing, addNoteShapes(zip.text(drawing), places, block));
}

/** The drawing that the sheet's notes and form controls share. */
function drawingPath({ zip, path }: NotesContext): string | null {
  const text = zip.text(path);
  const element = rootOf(text, 'sheetData').children.find(({ name }) => name === 'legacyDrawing');
  const id = element === undefined ? null : attributeOf(text, element, ':id');
  return relationshipsOf(zip, path).find((one) => one.id === id && one.path !== null && zip.has(one.path))?.path ?? null;
}

/** Takes away notes; parts that hold nothing else go too. */
export function removeNotes(context: NotesContext, isGone: (note: Note) => boolean): void {
  const { zip } = context;
  const path = commentsPath(context);
  if (path === null) return;
  const text = zip.text(path);
  const authors = authorsIn(text);
  const gone = commentsIn(text).filter((comment) => isGone(noteOf(text, comment, authors)));
  if (gone.length === 0) return;
  const places = gone.map((comment) => placeOf(cellOf(text, comment)));
  if (gone.length === commentsIn(text).length) removeRelated(context, path);
  else zip.edit(path, gone.map(({ from, to }) => ({ from, to, text: '' })));
  removeShapes(context, places);
}

function removeRelated({ zip, path }: NotesContext, part: string): void {
  removeRelationships(zip, path, (one) => one.path === part);
  removePart(zip, part);
}

function removeShapes(context: NotesContext, places: readonly Pick<NotePlace, 'row' | 'column'>[]): void {
  const { zip, path } = context;
  const drawing = drawingPath(context);
  if (drawing === null) return;
  const { splices, left } = withoutNoteShapes(zip.text(drawing), places);
  if (left > 0) {
    zip.edit(drawing, splices);
    return;
  }
  removeRelated(context, drawing);
  const text = zip.text(path);
  const element = rootOf(text, 'sheetData').children.find(({ name }) => name === 'legacyDrawing');
  if (element !== undefined) zip.edit(path, [{ from: element.from, to: element.to, text: '' }]);
}
