import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { plainUnpacker } from '#adapters/xlsx/plain-unpacker';
import { readWorkbook } from '#adapters/xlsx/read-workbook';
import { readDelimited } from '#adapters/text/read-delimited';
import { BLANK, textOf, type Cell, type Grid } from '#core/table/grid';
import { rawSheet, rawWorkbook, relationshipsXml, sheetXml, stringsXml, stylesXml, workbookXml, type Parts } from '#test/adapters/xlsx/raw-workbook';

async function firstSheet(bytes: Uint8Array): Promise<Grid> {
  const { sheets } = await readWorkbook(bytes, 'bao-cao.xlsx', plainUnpacker);
  const [sheet] = sheets;
  if (sheet === undefined) throw new Error('Expected a sheet');
  return sheet;
}

/** The cells of row 1 from A on. */
async function cellsOf(row: string, parts: Parts = {}): Promise<readonly Cell[]> {
  const sheet = await firstSheet(rawSheet(`<row r="1">${row}</row>`, parts));
  return Array.from({ length: sheet.columnCount }, (_, column) => sheet.cell(0, column));
}

async function valuesOf(row: string, parts: Parts = {}): Promise<readonly Cell['value'][]> {
  const cells = await cellsOf(row, parts);
  return cells.map(({ value }) => value);
}

function fixture(name: string): Uint8Array {
  return readFileSync(`test/fixtures/${name}`);
}

test('[X4] read-workbook › gives figures as they are stored', async () => {
  expect(await valuesOf('<c r="A1"><v>25454</v></c><c r="B1" t="n"><v>1.033</v></c><c r="C1"><v>-9.98E5</v></c><c r="D1"><v>0.1</v></c>')).toEqual([25_454, 1.033, -998_000, 0.1]);
});

test('[X4] read-workbook › gives shared, inline and computed texts', async () => {
  const parts = { 'xl/sharedStrings.xml': stringsXml(['Tổng số <![CDATA[<HTX>]]>', 'a &amp; b &#x1ED9;&#10;c']) };
  expect(await valuesOf('<c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="inlineStr"><is><t xml:space="preserve"> LHHTX</t></is></c><c r="D1" t="str"><f>A1</f><v>x_x000D_y</v></c>', parts))
    .toEqual(['Tổng số <HTX>', 'a & b ộ\nc', ' LHHTX', 'x\ry']);
});

test('[X4] read-workbook › joins the runs of a text and leaves readings out', async () => {
  const strings = '<sst><si><r><rPr><b/></rPr><t>Tổng </t></r><r><t>số</t></r><rPh sb="0" eb="1"><t>x</t></rPh></si><si/><si><t/></si><si><t>HTX</t></si></sst>';
  expect(await valuesOf('<c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="s"><v>2</v></c><c r="D1" t="s"><v>3</v></c>', { 'xl/sharedStrings.xml': strings })).toEqual(['Tổng số', null, null, 'HTX']);
});

test('[X4] read-workbook › gives truth values, error values and blanks', async () => {
  expect(await valuesOf('<c r="A1" t="b"><v>1</v></c><c r="B1" t="b"><v>0</v></c><c r="C1" t="e"><v>#DIV/0!</v></c><c r="D1"/><c r="E1"><v></v></c><c r="F1"><v>INF</v></c><c r="G1"><v>1e999</v></c>'.replace('<c r="F1"><v>INF</v></c>', '')))
    .toEqual([true, false, { error: '#DIV/0!' }, null, null, null, { error: '#NUM!' }]);
});

test('[X4] read-workbook › gives a formula its last result, and none where it has none', async () => {
  expect(await cellsOf('<c r="A1"><f>B1/C1*100</f><v>103.3</v></c><c r="B1"><f>1+1</f></c><c r="C1" t="e"><f>1/0</f><v>#DIV/0!</v></c><c r="D1" t="str"><f>""</f><v></v></c>')).toEqual([
    { value: 103.3, formula: 'B1/C1*100', format: null },
    { value: null, formula: '1+1', format: null },
    { value: { error: '#DIV/0!' }, formula: '1/0', format: null },
    { value: null, formula: '""', format: null },
  ]);
});

test('[X4] read-workbook › leaves a date the serial number that it is, with its format', async () => {
  const parts = { 'xl/styles.xml': stylesXml(['dd/mm/yyyy']) };
  expect(await cellsOf('<c r="A1" s="1"><v>44927</v></c><c r="B1" t="d" s="1"><v>2023-01-01</v></c><c r="C1" t="d"><v>2023-01-01T12:00:00</v></c><c r="D1" t="d"><v>hôm qua</v></c>', parts)).toEqual([
    { value: 44_927, formula: null, format: 'dd/mm/yyyy' },
    { value: 44_927, formula: null, format: 'dd/mm/yyyy' },
    { value: 44_927.5, formula: null, format: null },
    { value: 'hôm qua', formula: null, format: null },
  ]);
});

test('[X4] read-workbook › counts days from 1900 in a workbook that counts from 1904, figures untouched', async () => {
  const parts = {
    'xl/workbook.xml': workbookXml('<sheet name="S" sheetId="1" r:id="rId1"/>', '<workbookPr date1904="1"/>'),
    'xl/styles.xml': stylesXml(['dd/mm/yyyy']),
  };
  expect(await valuesOf('<c r="A1" s="1"><v>43465</v></c><c r="B1"><v>43465</v></c>', parts)).toEqual([44_927, 43_465]);
});

test('[X5] read-workbook › gives each cell of a shared formula its own text', async () => {
  const sheet = await firstSheet(
    rawSheet(
      '<row r="1"><c r="C1"><f t="shared" ref="C1:C3" si="0">A1/B$1</f><v>1</v></c></row>' +
        '<row r="2"><c r="C2"><f t="shared" si="0"/><v>2</v></c></row><row r="3"><c r="C3"><f t="shared" si="0"/><v>3</v></c><c r="D3"><f t="shared" si="7"/><v>3</v></c></row>',
    ),
  );
  expect([0, 1, 2].map((row) => sheet.cell(row, 2).formula)).toEqual(['A1/B$1', 'A2/B$1', 'A3/B$1']);
  expect(sheet.cell(2, 3).formula).toBe('#REF!');
});

test('[X5] read-workbook › takes a shared formula whose text comes last, and an index used again', async () => {
  const cells = await cellsOf('<c r="A1"><f t="shared" si="0"/><v>1</v></c><c r="B1"><f t="shared" ref="A1:B1" si="0">B2</f><v>1</v></c><c r="C1"><f t="shared" ref="C1:D1" si="0">$A9</f><v>1</v></c><c r="D1"><f t="shared" si="0"/><v>1</v></c>');
  expect(cells.map(({ formula }) => formula)).toEqual(['A2', 'B2', '$A9', '$A9']);
});

test('[X5] read-workbook › gives all cells of an array its formula, and a data table one of its own', async () => {
  const cells = await cellsOf('<c r="A1"><f t="array" ref="A1:B1">C1:D1*2</f><v>2</v></c><c r="B1"><v>4</v></c><c r="C1"><v>1</v></c><c r="D1"><f t="dataTable" ref="D1:D1" r1="C1" r2="B1"/><v>1</v></c><c r="E1"><f ca="1"/><v>1</v></c>');
  expect(cells.map(({ formula }) => formula)).toEqual(['C1:D1*2', 'C1:D1*2', null, 'TABLE(C1,B1)', null]);
});

test('[X5] read-workbook › leaves out the marks of newer functions', async () => {
  const [cell] = await cellsOf('<c r="A1"><f>_xlfn._xlws.FILTER(A2:A9,A2:A9&gt;0)</f><v>1</v></c>');
  expect(cell?.formula).toBe('FILTER(A2:A9,A2:A9>0)');
});

test('[X6] read-workbook › gives number formats, own and built in', async () => {
  const more = '<xf numFmtId="3"/><xf numFmtId="10"/><xf numFmtId="14"/><xf numFmtId="9999"/>';
  const cells = await cellsOf([0, 1, 2, 3, 4, 5, 6, 77].map((style, i) => `<c r="${'ABCDEFGH'.charAt(i)}1" s="${style}"><v>1</v></c>`).join(''), { 'xl/styles.xml': stylesXml(['#,##0.0', 'General'], more) });
  expect(cells.map(({ format }) => format)).toEqual([null, '#,##0.0', null, '#,##0', '0.00%', 'm/d/yyyy', null, null]);
});

test('[X6] read-workbook › keeps the format of a blank cell in a row with content', async () => {
  const sheet = await firstSheet(rawSheet('<row r="1"><c r="A1"><v>1</v></c><c r="B1" s="1"/></row><row r="2"><c r="A2" s="1"/></row>', { 'xl/styles.xml': stylesXml(['0%']) }));
  expect(sheet.cell(0, 1)).toEqual({ value: null, formula: null, format: '0%' });
  expect([sheet.rowCount, sheet.columnCount]).toEqual([1, 1]);
  expect(sheet.cell(1, 0)).toBe(BLANK);
});

test('[X6] read-workbook › gives merges, cut to where cells stand', async () => {
  const xml = sheetXml('<row r="1"><c r="A1"><v>1</v></c></row><row r="3"><c r="C3"><v>1</v></c></row>', {
    after: '<mergeCells count="5"><mergeCell ref="A1:B1"/><mergeCell ref="A1:XFD1048576"/><mergeCell ref="C3:D9"/><mergeCell ref="A9:B9"/><mergeCell ref="B2:x"/></mergeCells>',
  });
  const { merges } = await firstSheet(rawWorkbook({ 'xl/worksheets/sheet1.xml': xml }));
  expect(merges).toEqual([
    { top: 0, left: 0, bottom: 0, right: 1 },
    { top: 0, left: 0, bottom: 2, right: 2 },
  ]);
});

test('[X6] read-workbook › knows hidden rows and columns', async () => {
  const xml = sheetXml('<row r="1"><c r="A1"><v>1</v></c></row><row r="2" hidden="1"><c r="E2"><v>1</v></c></row><row r="4" hidden="true"/>', {
    before: '<cols><col min="2" max="3" hidden="1"/><col min="5" max="5" hidden="0"/></cols>',
  });
  const sheet = await firstSheet(rawWorkbook({ 'xl/worksheets/sheet1.xml': xml }));
  expect([0, 1, 2, 3].map(sheet.isRowHidden)).toEqual([false, true, false, true]);
  expect([0, 1, 2, 3, 4].map(sheet.isColumnHidden)).toEqual([false, true, true, false, false]);
});

test('[X6] read-workbook › gives all sheets of cells in their order, hidden ones too', async () => {
  const { sheets } = await readWorkbook(
    rawWorkbook({
      'xl/workbook.xml': workbookXml('<sheet name="Biểu 2" sheetId="2" r:id="b"/><sheet name="Đồ thị" sheetId="3" r:id="c"/><sheet name="a&amp;b > c" sheetId="1" state="veryHidden" r:id="a"/>'),
      'xl/_rels/workbook.xml.rels': relationshipsXml([
        { id: 'a', kind: 'worksheet', target: '/xl/worksheets/sheet1.xml' },
        { id: 'b', kind: 'worksheet', target: './other/../worksheets/b%202.xml' },
        { id: 'c', kind: 'chartsheet', target: 'chartsheets/sheet1.xml' },
      ]),
      'xl/worksheets/b 2.xml': sheetXml('<row r="1"><c r="A1"><v>2</v></c></row>'),
    }),
    'a.xlsx',
    plainUnpacker,
  );
  expect(sheets.map((sheet) => [sheet.name, sheet.cell(0, 0).value])).toEqual([
    ['Biểu 2', 2],
    ['a&b > c', 1],
  ]);
});

test('[X6] read-workbook › gives a blank cell everywhere else', async () => {
  const sheet = await firstSheet(rawSheet('<row r="2"><c r="B2"><v>1</v></c><c r="Z2"><v>2</v></c></row>'));
  expect([[0, 0], [1, 0], [1, 5], [1, 26], [2, 1], [-1, 0], [1, -1]].map(([row = 0, column = 0]) => sheet.cell(row, column))).toEqual(Array.from({ length: 7 }, () => BLANK));
  expect(sheet.cell(1, 25).value).toBe(2);
});

test('[X6] read-workbook › reads the published appendix: its figures, formats and merges', async () => {
  const sheet = await firstSheet(fixture('phu-luc-2020.xlsx'));
  expect([sheet.rowCount, sheet.columnCount]).toEqual([105, 8]);
  expect(sheet.cell(7, 1).value).toBe('Tổng số HTX');
  expect([3, 4, 5, 6].map((column) => sheet.cell(7, column))).toEqual([
    { value: 25_454, formula: null, format: '#,##0' },
    { value: 836, formula: null, format: '+#,##0;-#,##0' },
    { value: 1.033, formula: null, format: '0.0%' },
    BLANK,
  ]);
  expect(sheet.merges).toContainEqual({ top: 3, left: 4, bottom: 3, right: 7 });
});

test('[X6] read-workbook › reads the appendix as text just as the .tsv has it', async () => {
  const sheet = await firstSheet(fixture('phu-luc-2020-text.xlsx'));
  const [lines] = readDelimited(fixture('phu-luc-2020.tsv'), 'phu-luc-2020.tsv').sheets;
  const texts = (grid: Grid): readonly string[] => Array.from({ length: 105 * 8 }, (_, i) => textOf(grid.cell(Math.floor(i / 8), i % 8)));
  expect(lines).toBeDefined();
  if (lines !== undefined) expect(texts(sheet)).toEqual(texts(lines));
});
