/** Workbooks written part by part, so that a test can say what no writer would. */
import { strToU8, zipSync, type Zippable } from 'fflate';

/** One time for every part: the clock has no place in the bytes of a test. */
const NEW_YEAR = new Date(2020, 0, 1);

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const DOCUMENT = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006/relationships';

/** A part's text or bytes by its path; null leaves a usual part out. */
export type Parts = Readonly<Record<string, string | Uint8Array | null>>;

export interface RawRelationship {
  readonly id: string;
  readonly kind: string;
  readonly target: string;
}

export function relationshipsXml(relationships: readonly RawRelationship[], base = DOCUMENT): string {
  const items = relationships.map(({ id, kind, target }) => `<Relationship Id="${id}" Type="${base}/${kind}" Target="${target}"/>`);
  return `<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="${PACKAGE}">${items.join('')}</Relationships>`;
}

export function workbookXml(sheets: string, properties = ''): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<workbook xmlns="${MAIN}" xmlns:r="${DOCUMENT}">${properties}<sheets>${sheets}</sheets></workbook>`;
}

/** A sheet of these rows, with what stands before and after them. */
export function sheetXml(rows: string, { before = '', after = '' } = {}): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<worksheet xmlns="${MAIN}" xmlns:r="${DOCUMENT}">${before}<sheetData>${rows}</sheetData>${after}</worksheet>`;
}

export function stylesXml(formats: readonly string[], more = ''): string {
  const codes = formats.map((code, i) => `<numFmt numFmtId="${164 + i}" formatCode="${code}"/>`);
  const styles = ['<xf numFmtId="0"/>', ...formats.map((_, i) => `<xf numFmtId="${164 + i}"/>`)];
  return `<styleSheet xmlns="${MAIN}"><numFmts>${codes.join('')}</numFmts><cellXfs>${styles.join('')}${more}</cellXfs></styleSheet>`;
}

export function stringsXml(strings: readonly string[]): string {
  return `<sst xmlns="${MAIN}">${strings.map((text) => `<si><t>${text}</t></si>`).join('')}</sst>`;
}

const USUAL: Parts = {
  '[Content_Types].xml': '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
  '_rels/.rels': relationshipsXml([{ id: 'rId1', kind: 'officeDocument', target: 'xl/workbook.xml' }]),
  'xl/workbook.xml': workbookXml('<sheet name="Phụ lục" sheetId="1" r:id="rId1"/>'),
  'xl/_rels/workbook.xml.rels': relationshipsXml([
    { id: 'rId1', kind: 'worksheet', target: 'worksheets/sheet1.xml' },
    { id: 'rId2', kind: 'sharedStrings', target: 'sharedStrings.xml' },
    { id: 'rId3', kind: 'styles', target: 'styles.xml' },
  ]),
  'xl/worksheets/sheet1.xml': sheetXml('<row r="1"><c r="A1"><v>1</v></c></row>'),
  'xl/sharedStrings.xml': stringsXml([]),
  'xl/styles.xml': stylesXml([]),
};

/** The zip of a workbook with one sheet, some parts of it replaced, added or left out. */
export function rawWorkbook(parts: Parts = {}): Uint8Array {
  const files: Zippable = {};
  for (const [path, content] of Object.entries({ ...USUAL, ...parts })) {
    if (content !== null) files[path] = typeof content === 'string' ? strToU8(content) : content;
  }
  return zipSync(files, { level: 1, mtime: NEW_YEAR });
}

/** A workbook whose only sheet has these rows. */
export function rawSheet(rows: string, parts: Parts = {}): Uint8Array {
  return rawWorkbook({ 'xl/worksheets/sheet1.xml': sheetXml(rows), ...parts });
}
