/** One reading of each: the largest are sized to be met in a second, and bench/ has the full ones. */
import { expect, jest, test } from '@jest/globals';
import { plainUnpacker } from '#adapters/xlsx/plain-unpacker';
import { readWorkbook } from '#adapters/xlsx/read-workbook';
import { zipEnd } from '#adapters/xlsx/zip-directory';
import { textOf, type Grid } from '#core/table/grid';
import { UnreadableFileError, type Unreadable } from '#ports/workbook-files';
import { BENIGN, DAMAGED, longSheet, TOO_LARGE } from '#test/adapters/xlsx/hostile-workbooks';
import { rawSheet, rawWorkbook, relationshipsXml, sheetXml, workbookXml, type Parts } from '#test/adapters/xlsx/raw-workbook';

// Coverage counts each step of a loop over millions of characters.
jest.setTimeout(60_000);

const SHEET = 'xl/worksheets/sheet1.xml';

async function fault(bytes: Uint8Array): Promise<UnreadableFileError> {
  const error: unknown = await readWorkbook(bytes, 'bao-cao.xlsx', plainUnpacker).then(() => 'read', (error_: unknown) => error_);
  if (!(error instanceof UnreadableFileError)) throw new TypeError(`Expected an UnreadableFileError, got ${String(error)}`);
  return error;
}

async function reasonFor(parts: Parts): Promise<Unreadable> {
  const { reason } = await fault(rawWorkbook(parts));
  return reason;
}

/** The texts of every sheet, drawn. */
async function drawn(bytes: Uint8Array): Promise<string> {
  const { sheets } = await readWorkbook(bytes, 'bao-cao.xlsx', plainUnpacker);
  return sheets.map(drawing).join('\n--\n');
}

function drawing(sheet: Grid): string {
  const line = (row: number): string => Array.from({ length: sheet.columnCount }, (_, column) => textOf(sheet.cell(row, column))).join(' | ');
  return Array.from({ length: sheet.rowCount }, (_, row) => line(row)).join('\n');
}

test.each(Object.entries(BENIGN))('[X7] hostile workbooks › reads %s', async (_, make) => {
  const { sheets } = await readWorkbook(make(), 'bao-cao.xlsx', plainUnpacker);
  expect(sheets.map((sheet) => [sheet.rowCount, sheet.columnCount <= 2, sheet.cell(0, 0).value, sheet.merges.length])).toEqual([[1, true, 7, 0]]);
});

test.each(Object.entries(DAMAGED))('[X7] hostile workbooks › refuses %s as damaged, its own error the cause', async (_, make) => {
  const error = await fault(make());
  expect(error.reason).toBe('damaged');
  expect(error.cause).toBeInstanceOf(Error);
});

test.each(Object.entries(TOO_LARGE))('[X7] hostile workbooks › refuses %s as too large', async (_, make) => {
  const error = await fault(make());
  expect(error.reason).toBe('too-large');
});

test('[X7] hostile workbooks › reads 40 000 rows of 8 columns, cut between rows', async () => {
  const { sheets } = await readWorkbook(longSheet(40_000), 'bao-cao.xlsx', plainUnpacker);
  const [sheet] = sheets;
  expect([sheet?.rowCount, sheet?.columnCount]).toEqual([40_000, 8]);
  const rows = Array.from({ length: 40_000 }, (_, row) => row);
  expect(rows.every((row) => sheet?.cell(row, 3).value === (row + 1) * 7 && sheet.cell(row, 5).formula === `D${row + 1}/E${row + 1}`)).toBe(true);
});

test('[X7] hostile workbooks › reads one row larger than what is decoded at a time', async () => {
  const text = 'Ắ'.repeat(400);
  const cells = Array.from({ length: 5000 }, (_, i) => `<c t="inlineStr"><is><t>${i}${text}${i * 7919}</t></is></c>`).join('');
  const { sheets } = await readWorkbook(rawSheet(`<row r="1">${cells}</row><row r="2"><c r="A2"><v>2</v></c></row>`), 'a.xlsx', plainUnpacker);
  expect(sheets[0]?.cell(0, 4999).value).toBe(`4999${text}${4999 * 7919}`);
  expect(sheets[0]?.cell(1, 0).value).toBe(2);
});

test('[X7] hostile workbooks › reads Strict Open XML', async () => {
  const strict = (xml: string): string =>
    xml
      .replaceAll('http://schemas.openxmlformats.org/officeDocument/2006/relationships', 'http://purl.oclc.org/ooxml/officeDocument/relationships')
      .replaceAll('http://schemas.openxmlformats.org/spreadsheetml/2006/main', 'http://purl.oclc.org/ooxml/spreadsheetml/main');
  const parts = {
    '_rels/.rels': strict(relationshipsXml([{ id: 'rId1', kind: 'officeDocument', target: 'xl/workbook.xml' }])),
    'xl/workbook.xml': strict(workbookXml('<sheet name="S" sheetId="1" r:id="rId1"/>')),
    'xl/_rels/workbook.xml.rels': strict(relationshipsXml([{ id: 'rId1', kind: 'worksheet', target: 'worksheets/sheet1.xml' }])),
    [SHEET]: strict(sheetXml('<row r="1"><c r="A1"><v>7</v></c></row>')),
  };
  expect(await drawn(rawWorkbook(parts))).toBe('7');
});

test('[X7] hostile workbooks › reads elements with a prefix', async () => {
  const xml = '<x:worksheet xmlns:x="m"><x:cols/><x:sheetData><x:row r="1"><x:c r="A1"><x:f>1+1</x:f><x:v>2</x:v></x:c></x:row></x:sheetData></x:worksheet>';
  expect(await drawn(rawWorkbook({ [SHEET]: xml }))).toBe('2');
});

test('[X7] hostile workbooks › reads rows and cells without addresses', async () => {
  expect(await drawn(rawSheet('<row><c><v>1</v></c><c/><c><v>3</v></c></row><row/><row><c r="B3"><v>5</v></c><c><v>6</v></c></row>'))).toBe('1 |  | 3\n |  | \n | 5 | 6');
});

test('[X7] hostile workbooks › reads cells and rows out of order', async () => {
  expect(await drawn(rawSheet('<row r="2"><c r="B2"><v>4</v></c><c r="A2"><v>3</v></c></row><row r="1"><c r="A1"><v>1</v></c></row>'))).toBe('1 | \n3 | 4');
});

test('[X7] hostile workbooks › reads a workbook without styles, shared texts and relationships of its own', async () => {
  expect(await drawn(rawWorkbook({ 'xl/styles.xml': null, 'xl/sharedStrings.xml': null, '_rels/.rels': null }))).toBe('1');
});

test('[X7] hostile workbooks › reads a sheet in UTF-16 and one with a byte order mark', async () => {
  const xml = `\uFEFF${sheetXml('<row r="1"><c r="A1" t="inlineStr"><is><t>Tỷ lệ</t></is></c></row>')}`;
  expect(await drawn(rawWorkbook({ [SHEET]: Uint8Array.from(Buffer.from(xml, 'utf16le')) }))).toBe('Tỷ lệ');
  expect(await drawn(rawWorkbook({ [SHEET]: Uint8Array.from(Buffer.from(xml, 'utf16le').swap16()) }))).toBe('Tỷ lệ');
  expect(await drawn(rawWorkbook({ [SHEET]: xml }))).toBe('Tỷ lệ');
});

test('[X7] hostile workbooks › leaves out cells inside comments', async () => {
  expect(await drawn(rawSheet('<row r="1"><c r="A1"><v>1</v></c><!-- <c r="B1"><v>9</v></c> --><?x <c?><c r="C1" t="inlineStr"><is><t><![CDATA[a&b <c>]]></t></is></c></row>'))).toBe('1 |  | a&b <c>');
});

test('[X7] hostile workbooks › tells a workbook without a sheet of cells', async () => {
  expect(await reasonFor({ 'xl/workbook.xml': workbookXml('') })).toBe('no-sheet');
  const chart = relationshipsXml([{ id: 'rId1', kind: 'chartsheet', target: 'chartsheets/sheet1.xml' }]);
  expect(await reasonFor({ 'xl/_rels/workbook.xml.rels': chart })).toBe('no-sheet');
});

test('[X2] hostile workbooks › tells other packages from a workbook', async () => {
  const main = (target: string): string => relationshipsXml([{ id: 'r', kind: 'officeDocument', target }]);
  expect(await reasonFor({ '_rels/.rels': main('word/document.xml'), 'word/document.xml': '<w:document xmlns:w="w"/>' })).toBe('not-a-workbook');
  expect(await reasonFor({ '_rels/.rels': main('xl/workbook.bin'), 'xl/workbook.bin': 'x' })).toBe('other-format');
  const none = { '_rels/.rels': null, '[Content_Types].xml': null, 'xl/workbook.xml': null };
  expect(await reasonFor({ ...none, 'content.xml': '<office/>' })).toBe('other-format');
  expect(await reasonFor(none)).toBe('not-a-workbook');
});

test('[X3] hostile workbooks › refuses a part that is not what the directory says', async () => {
  const bytes = rawWorkbook();
  const directory = zipEnd(bytes)?.directory ?? 0;
  const changed = (at: number, by: number): Uint8Array => bytes.with(at, ((bytes[at] ?? 0) + by) & 255);
  const nameLength = '[Content_Types].xml'.length;
  const second = directory + 46 + nameLength;
  const longer = await fault(changed(second + 24, 1));
  const shorter = await fault(changed(second + 24, -1));
  const checksum = await fault(changed(second + 16, 1));
  expect([longer, shorter, checksum].map(({ reason }) => reason)).toEqual(['damaged', 'damaged', 'damaged']);
  expect(String(checksum.cause)).toContain('checksum');
  expect(String(shorter.cause)).toContain('exceeds');
});

test('[X3] hostile workbooks › gives a reason for any byte changed, never another error', async () => {
  const bytes = rawSheet('<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1"><f>A1*2</f><v>2</v></c></row>', { 'xl/sharedStrings.xml': '<sst><si><t>Tổng số</t></si></sst>' });
  for (let at = 0; at < bytes.length; at += 1) {
    const result: unknown = await readWorkbook(bytes.with(at, (bytes[at] ?? 0) ^ (1 << (at % 8))), 'a.xlsx', plainUnpacker).catch((error: unknown) => error);
    if (result instanceof Error) expect(result).toBeInstanceOf(UnreadableFileError);
  }
});
