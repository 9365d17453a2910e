/** Workbooks that are large, odd or built to hurt, each by what is wrong with it. */
import {
  rawSheet,
  rawWorkbook,
  relationshipsXml,
  sheetXml,
  stringsXml,
  stylesXml,
  workbookXml,
  type Parts,
} from '#test/adapters/xlsx/raw-workbook';

const SHEET = 'xl/worksheets/sheet1.xml';

function rows(count: number, write: (row: number) => string): string {
  return Array.from({ length: count }, (_, i) => write(i + 1)).join('');
}

const LAUGHS = Array.from({ length: 9 }, (_, i) => `<!ENTITY l${i + 1} "${`&l${i};`.repeat(10)}">`).join('');

const TYPED = '<row r="1"><c r="A1"><v>7</v></c></row>';

/** What a reader must take as any other workbook. */
export const BENIGN: Readonly<Record<string, () => Uint8Array>> = {
  'an address of the whole sheet for one cell': () =>
    rawWorkbook({ [SHEET]: sheetXml(TYPED, { before: '<dimension ref="A1:XFD1048576"/>' }) }),
  'styled blank rows down to the last': () =>
    rawSheet(
      `${TYPED}${rows(100_000, (row) => `<row r="${row + 948_576}" s="1" customFormat="1"><c r="A${row + 948_576}" s="1"/></row>`)}`,
      { 'xl/styles.xml': stylesXml(['0.0']) },
    ),
  '200 000 merges of blank cells': () =>
    rawWorkbook({
      [SHEET]: sheetXml(TYPED, { after: `<mergeCells>${rows(200_000, (row) => `<mergeCell ref="A${row}:B${row}"/>`)}</mergeCells>` }),
    }),
  'a merge of the whole sheet': () =>
    rawWorkbook({ [SHEET]: sheetXml(TYPED, { after: '<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>' }) }),
  'a sheet and a name called __proto__': () =>
    rawSheet(TYPED, {
      'xl/workbook.xml': workbookXml('<sheet name="__proto__" sheetId="1" r:id="rId1"/></sheets><definedNames><definedName name="__proto__">1</definedName></definedNames><sheets>'),
    }),
  'a text of two million characters': () =>
    rawSheet('<row r="1"><c r="A1"><v>7</v></c><c r="B1" t="s"><v>0</v></c></row>', { 'xl/sharedStrings.xml': stringsXml([rows(300_000, (row) => `ắ${row}`)]) }),
  'control characters': () =>
    rawSheet('<row r="1"><c r="A1"><v>7</v></c><c r="B1" t="inlineStr"><is><t>a\u0001b_x0002_&#3;</t></is></c></row>'),
  '20 000 groups of all columns': () =>
    rawWorkbook({ [SHEET]: sheetXml(TYPED, { before: `<cols>${rows(20_000, (at) => `<col min="2" max="16384" width="${at % 9999}" hidden="1"/>`)}</cols>` }) }),
};

/** What a reader must refuse as too large. */
export const TOO_LARGE: Readonly<Record<string, () => Uint8Array>> = {
  'a stray cell in the last corner': () => rawSheet(`${TYPED}<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>`),
  'a part of zeros': () => rawWorkbook({ 'xl/media/zeros.bin': new Uint8Array(2_000_000) }),
};

/** What a reader must refuse as damaged. */
export const DAMAGED: Readonly<Record<string, () => Uint8Array>> = {
  'a billion laughs': () =>
    rawWorkbook({ 'xl/sharedStrings.xml': `<!DOCTYPE sst [<!ENTITY l0 "ha">${LAUGHS}]>${stringsXml(['&l9;'])}` }),
  'an entity that reads a file': () =>
    rawWorkbook({ [SHEET]: `<!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/passwd">]>${sheetXml('<row><c t="inlineStr"><is><t>&f;</t></is></c></row>')}` }),
  'an entity that nobody defined': () => rawSheet('<row r="1"><c r="A1" t="inlineStr"><is><t>&ha;</t></is></c></row>'),
  'a shared text that is not there': () => rawSheet('<row r="1"><c r="A1" t="s"><v>5</v></c></row>'),
  'a figure that is none': () => rawSheet('<row r="1"><c r="A1"><v>12,5</v></c></row>'),
  'a row beyond the last': () => rawSheet('<row r="1048577"><c r="A1048577"><v>1</v></c></row>'),
  'a column beyond the last': () => rawSheet('<row r="1"><c r="XFE1"><v>1</v></c></row>'),
  'a row without end of columns': () => rawSheet(`<row r="1">${'<c><v>1</v></c>'.repeat(16_385)}</row>`),
  'an address without a column': () => rawSheet('<row r="1"><c r="1"><v>1</v></c></row>'),
  'a row that comes twice': () => rawSheet(TYPED + TYPED),
  'a column that comes twice': () => rawSheet('<row r="1"><c r="A1"><v>1</v></c><c r="A1"><v>2</v></c></row>'),
  'a formula of 10 000 characters': () => rawSheet(`<row r="1"><c r="A1"><f>${'1+'.repeat(5000)}1</f><v>1</v></c></row>`),
  'a tag without end': () => rawWorkbook({ [SHEET]: '<worksheet><sheetData><row r="1"><c r="A1' }),
  'a comment without end': () => rawWorkbook({ [SHEET]: `<!-- ${sheetXml(TYPED)}` }),
  'a sheet without its part': () => rawWorkbook({ [SHEET]: null }),
  'a sheet without its relationship': () => rawWorkbook({ 'xl/_rels/workbook.xml.rels': relationshipsXml([]) }),
  'no workbook part': () => rawWorkbook({ 'xl/workbook.xml': null }),
};

const figures = (row: number): string =>
  `<row r="${row}"><c r="A${row}"><v>${row}</v></c><c r="B${row}" t="s"><v>0</v></c><c r="C${row}" t="s"><v>0</v></c><c r="D${row}" s="1"><v>${row * 7}</v></c>` +
  `<c r="E${row}" s="1"><v>${row * 6}</v></c><c r="F${row}"><f>D${row}/E${row}</f><v>1.16</v></c><c r="G${row}"><v>0.5</v></c><c r="H${row}"><v>${row}.25</v></c></row>`;

/** A table of so many rows and 8 columns. */
export function longSheet(count: number): Uint8Array {
  const parts: Parts = { 'xl/sharedStrings.xml': stringsXml(['HTX']), 'xl/styles.xml': stylesXml(['0.0']) };
  return rawSheet(rows(count, figures), parts);
}
