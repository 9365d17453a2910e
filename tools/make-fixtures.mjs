/**
 * Writes both workbooks of the published 2020 appendix from test/fixtures/phu-luc-2020.tsv, the same bytes each run.
 *
 *     node tools/make-fixtures.mjs [--check]        --check writes nothing and exits 1 where a workbook is stale
 *
 * phu-luc-2020.xlsx holds figures as numbers, with formats that show exactly the printed decimals;
 * phu-luc-2020-text.xlsx holds every cell as text, as printed. Line n of the .tsv is row n of the sheet.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { strToU8, zipSync } from 'fflate';

const folder = new URL('../test/fixtures/', import.meta.url);
const SHEET = 'Phụ lục 2020';
const HEADER_ROWS = [4, 5, 6];
const MERGES = ['A4:A6', 'B4:B6', 'C4:C6', 'D4:D6', 'E4:H4', 'E5:F5', 'G5:H5'];
const WIDTHS = [6, 58, 16, 16, 14, 11, 14, 11];
const LETTERS = 'ABCDEFGH';

/**
 * A printed figure as the decimal that a cell stores and the format that shows it as printed; null for text.
 * The decimal point is moved in the text, never by arithmetic: "103,3%" is 1.033, not 1.0329999999999999.
 */
const figure = (text) => {
  const match = /^([+-]?) ?(\d{1,3}(?:\.\d{3})+|\d+)(?:,(\d+))?(%?)$/.exec(text);
  if (match === null) return null;
  const [, sign, whole, decimals = '', percent] = match;
  const places = decimals === '' ? '' : `.${'0'.repeat(decimals.length)}`;
  const digits = whole.replaceAll('.', '') + decimals;
  return {
    value: (sign === '-' ? '-' : '') + pointed(digits, decimals.length + (percent === '' ? 0 : 2)),
    format: percent === '%' ? `0${places}%` : levelFormat(sign, whole, places),
  };
};

const levelFormat = (sign, whole, places) => {
  if (sign === '+') return `+#,##0${places};-#,##0${places}`;
  if (/^0\d/.test(whole)) return '0'.repeat(whole.length);
  return /^\d{4,}$/.test(whole) ? `0${places}` : `#,##0${places}`;
};

/** "1033" with 3 places is "1.033"; no superfluous zeros, so that it is the shortest spelling of its double. */
const pointed = (digits, places) => {
  const padded = digits.padStart(places + 1, '0');
  const whole = padded.slice(0, padded.length - places).replace(/^0+(?=\d)/, '');
  const decimals = padded.slice(padded.length - places).replace(/0+$/, '');
  return places === 0 || decimals === '' ? whole : `${whole}.${decimals}`;
};

/** Hands out the index of a thing, the same for equal things, in the order of first use. */
const register = (first = []) => {
  const index = new Map();
  const of = (thing) => {
    if (!index.has(thing)) index.set(thing, index.size);
    return index.get(thing);
  };
  for (const thing of first) of(thing);
  return { of, all: () => [...index.keys()] };
};

const escaped = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

const isHeader = (row, rowNumber) => HEADER_ROWS.includes(rowNumber) || (row[0] === 'TT' && row[1] === 'Chỉ tiêu');
const isSection = (row) => /^[IVX]+$/.test(row[0]);

/** Which look a cell has: title, header, section, name or figure. */
const looks = (rows) => {
  let headerLines = 0;
  return rows.map((row, i) => {
    if (i < HEADER_ROWS[0] - 1) return () => 'title';
    if (isHeader(row, i + 1) && row[0] === 'TT') headerLines = 3;
    if (headerLines > 0) {
      headerLines -= 1;
      return () => 'header';
    }
    if (isSection(row)) return () => 'section';
    return (column) => ['centre', 'name', 'centre'][column] ?? 'figure';
  });
};

const XF = {
  plain: 'fontId="0" borderId="0"><alignment vertical="bottom"/>',
  title: 'fontId="1" borderId="0"><alignment horizontal="left" vertical="center"/>',
  header: 'fontId="1" borderId="1"><alignment horizontal="center" vertical="center" wrapText="1"/>',
  section: 'fontId="1" borderId="1"><alignment vertical="center" wrapText="1"/>',
  centre: 'fontId="0" borderId="1"><alignment horizontal="center" vertical="center" wrapText="1"/>',
  name: 'fontId="0" borderId="1"><alignment vertical="center" wrapText="1"/>',
  figure: 'fontId="0" borderId="1"><alignment horizontal="right" vertical="center"/>',
};

const xml = (body) => strToU8(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${body}`);
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const PART = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

const styleSheet = (formats, styles) => {
  const side = (name) => `<${name} style="thin"><color auto="1"/></${name}>`;
  const font = (bold) => `<font>${bold}<sz val="12"/><name val="Times New Roman"/><family val="1"/></font>`;
  const xfs = styles.map((style) => {
    const [look, format] = style.split('|');
    return `<xf numFmtId="${numberFormatId(formats, format)}" ${XF[look].replace('borderId', 'fillId="0" borderId').replace('>', ' xfId="0" applyNumberFormat="1" applyFont="1" applyBorder="1" applyAlignment="1">')}</xf>`;
  });
  return xml(`<styleSheet xmlns="${MAIN}">` +
    `<numFmts count="${formats.length}">${formats.map((f, i) => `<numFmt numFmtId="${164 + i}" formatCode="${escaped(f)}"/>`).join('')}</numFmts>` +
    `<fonts count="2">${font('')}${font('<b/>')}</fonts>` +
    '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>' +
    `<borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border><border>${['left', 'right', 'top', 'bottom'].map(side).join('')}<diagonal/></border></borders>` +
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
    `<cellXfs count="${xfs.length}">${xfs.join('')}</cellXfs>` +
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>');
};

const BUILT_IN = { General: 0, '@': 49 };
const numberFormatId = (formats, format) => BUILT_IN[format] ?? 164 + formats.indexOf(format);

const sheetXml = (rows, cellOf) => {
  const body = rows.map((row, i) => `<row r="${i + 1}">${row.map((text, column) => cellOf(text, i, column)).join('')}</row>`);
  return xml(`<worksheet xmlns="${MAIN}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><dimension ref="A1:H${rows.length}"/>` +
    '<sheetViews><sheetView workbookViewId="0"><pane ySplit="6" topLeftCell="A7" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>' +
    `<sheetFormatPr defaultRowHeight="15.75"/><cols>${WIDTHS.map((w, i) => `<col min="${i + 1}" max="${i + 1}" width="${w}" customWidth="1"/>`).join('')}</cols>` +
    `<sheetData>${body.join('')}</sheetData>` +
    `<mergeCells count="${MERGES.length}">${MERGES.map((ref) => `<mergeCell ref="${ref}"/>`).join('')}</mergeCells>` +
    '<pageMargins left="0.5" right="0.5" top="0.6" bottom="0.6" header="0.3" footer="0.3"/><pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/></worksheet>');
};

const packageParts = {
  '[Content_Types].xml': xml(`<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>` +
    `<Override PartName="/xl/workbook.xml" ContentType="${PART}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${PART}.worksheet+xml"/>` +
    `<Override PartName="/xl/styles.xml" ContentType="${PART}.styles+xml"/><Override PartName="/xl/sharedStrings.xml" ContentType="${PART}.sharedStrings+xml"/></Types>`),
  '_rels/.rels': xml(`<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>`),
  'xl/workbook.xml': xml(`<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets><sheet name="${SHEET}" sheetId="1" r:id="rId1"/></sheets>` +
    `<definedNames><definedName name="_xlnm.Print_Titles" localSheetId="0">'${SHEET}'!$4:$6</definedName></definedNames></workbook>`),
  'xl/_rels/workbook.xml.rels': xml(`<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${RELATIONS}/worksheet" Target="worksheets/sheet1.xml"/>` +
    `<Relationship Id="rId2" Type="${RELATIONS}/styles" Target="styles.xml"/><Relationship Id="rId3" Type="${RELATIONS}/sharedStrings" Target="sharedStrings.xml"/></Relationships>`),
};

/** The bytes of a workbook; `read` turns a printed text into a stored figure, or null where it stays text. */
const workbook = (rows, read, textFormat) => {
  const strings = register(), formats = register(), styles = register(['plain|General']);
  const look = looks(rows);
  let uses = 0;
  const isTop = (kind) => kind === 'header' || kind === 'title';
  const styleOf = (kind, stored) => {
    if (stored !== null && BUILT_IN[stored.format] === undefined) formats.of(stored.format);
    return styles.of(`${kind}|${stored?.format ?? textFormat}`);
  };
  const content = (text, stored) => {
    if (text === '') return '/>';
    if (stored !== null) return `><v>${stored.value}</v></c>`;
    uses += 1;
    return ` t="s"><v>${strings.of(text)}</v></c>`;
  };
  const cellOf = (text, i, column) => {
    const kind = look[i](column);
    if (text === '' && kind === 'title') return '';
    const stored = isTop(kind) ? null : read(text, column);
    return `<c r="${LETTERS[column]}${i + 1}" s="${styleOf(kind, stored)}"${content(text, stored)}`;
  };
  const sheet = sheetXml(rows, cellOf);
  const items = strings.all().map((text) => `<si><t xml:space="preserve">${escaped(text)}</t></si>`);
  const parts = {
    ...packageParts,
    'xl/worksheets/sheet1.xml': sheet,
    'xl/styles.xml': styleSheet(formats.all(), styles.all()),
    'xl/sharedStrings.xml': xml(`<sst xmlns="${MAIN}" count="${uses}" uniqueCount="${items.length}">${items.join('')}</sst>`),
  };
  // Zip times are local times without a zone: a date made from local parts gives the same bytes everywhere.
  return zipSync(parts, { level: 9, mtime: new Date(2021, 3, 2) });
};

const rows = readFileSync(new URL('phu-luc-2020.tsv', folder), 'utf8').replace(/\n$/, '').split('\n').map((line) => line.split('\t'));
const numbered = (text, column) => {
  if (column === 0) return /^\d+$/.test(text) ? { value: text, format: 'General' } : null;
  return column > 2 ? figure(text) : null;
};
const outputs = {
  'phu-luc-2020.xlsx': workbook(rows, numbered, 'General'),
  'phu-luc-2020-text.xlsx': workbook(rows, () => null, '@'),
};

for (const [name, bytes] of Object.entries(outputs)) {
  const file = new URL(name, folder);
  if (!process.argv.includes('--check')) writeFileSync(file, bytes);
  else if (!readFileSync(file).equals(bytes)) {
    console.error(`${name} differs from its source: run "node tools/make-fixtures.mjs"`);
    process.exitCode = 1;
  }
}
