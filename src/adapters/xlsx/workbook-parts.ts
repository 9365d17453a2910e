/** What the workbook part says: which sheets there are, in which order, and where their parts lie. */
import type { Relationship, ZipPackage } from '#adapters/xlsx/zip-package';
import type { XmlCursor } from '#adapters/xlsx/xml-cursor';
import type { Unreadable } from '#ports/workbook-files';

interface SheetPart {
  readonly name: string;
  readonly path: string;
  readonly hidden: boolean;
}

export interface WorkbookParts {
  /** The workbook's own part. */
  readonly path: string;
  /** Sheets of cells, hidden ones too; charts and macro sheets have none. */
  readonly sheets: readonly SheetPart[];
  readonly strings: string | null;
  readonly styles: string | null;
  readonly theme: string | null;
  /** Days are counted from 1904, as Excel for Mac once did. */
  readonly from1904: boolean;
}

/** Where writers that leave the package's own relationships out put it. */
const USUAL_PATH = 'xl/workbook.xml';

/**
 * The parts of a workbook, or why the package holds none.
 *
 * @throws {SyntaxError} where a part that the package names is missing
 */
export function workbookParts(zip: ZipPackage): WorkbookParts | Unreadable {
  const path = zip.relationships('').find(({ kind }) => kind === 'officeDocument')?.path ?? USUAL_PATH;
  if (path.endsWith('.bin')) return 'other-format';
  const cursor = zip.cursor(path);
  if (!cursor.next()) return absent(zip, path);
  if (!cursor.opens('workbook')) return 'not-a-workbook';
  return read(zip, path, cursor);
}

function absent(zip: ZipPackage, path: string): Unreadable {
  if (zip.has('xl/workbook.bin') || zip.has('content.xml')) return 'other-format';
  if (!zip.has('_rels/.rels') && !zip.has('[Content_Types].xml')) return 'not-a-workbook';
  throw new SyntaxError(`Cannot read the workbook: part "${path}" is missing or empty`);
}

function read(zip: ZipPackage, path: string, cursor: XmlCursor): WorkbookParts {
  const related = zip.relationships(path);
  const byId = new Map(related.map((relationship) => [relationship.id, relationship]));
  const sheets: SheetPart[] = [];
  let from1904 = false;
  while (cursor.next()) {
    if (cursor.opens('workbookPr')) from1904 = isTrue(cursor.attribute('date1904'));
    else if (cursor.opens('sheet')) sheets.push(...sheetUnder(cursor, byId));
  }
  return { path, sheets, from1904, strings: pathOf('sharedStrings', related), styles: pathOf('styles', related), theme: pathOf('theme', related) };
}

/** Excel ends at 31 characters, others go further; a hostile name of millions would stand in every finding's id. */
const LONGEST_NAME = 255;

/** The sheet that the cursor is on; nothing for one without cells. */
function sheetUnder(cursor: XmlCursor, byId: ReadonlyMap<string, Relationship>): readonly SheetPart[] {
  const name = (cursor.attribute('name') ?? '').slice(0, LONGEST_NAME);
  const part = byId.get(cursor.attribute(':id') ?? '');
  if (part === undefined) throw new SyntaxError(`Cannot read sheet "${name}": it has no part`);
  return part.kind === 'worksheet' && part.path !== null ? [{ name, path: part.path, hidden: (cursor.attribute('state') ?? 'visible') !== 'visible' }] : [];
}

function pathOf(kind: string, related: readonly Relationship[]): string | null {
  return related.find((one) => one.kind === kind)?.path ?? null;
}

/** Booleans of the format are 1 or true. */
export function isTrue(value: string | null): boolean {
  return value === '1' || value === 'true';
}
