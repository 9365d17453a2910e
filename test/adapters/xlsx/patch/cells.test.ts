import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { strToU8 } from 'fflate';
import { PackageEditor } from '#adapters/xlsx/patch/package-editor';
import { WorkbookState } from '#adapters/xlsx/patch/workbook-state';
import { plainUnpacker } from '#adapters/xlsx/plain-unpacker';
import { judgeZip } from '#adapters/xlsx/zip-guard';
import { UnreadableFileError } from '#ports/workbook-files';
import { cellAt, changedParts, edited, opened, part, put, SHEET, valueAt } from '#test/adapters/xlsx/patch/harness';
import { rawSheet, rawWorkbook, relationshipsXml, sheetXml, stylesXml, workbookXml } from '#test/adapters/xlsx/raw-workbook';

const APPENDIX = new Uint8Array(readFileSync('test/fixtures/phu-luc-2020.xlsx'));
const SHEET1 = 'xl/worksheets/sheet1.xml';

test('[K1] patch › saving without an edit gives the bytes that were opened', () => {
  expect(opened(APPENDIX).save()).toBe(APPENDIX);
});

test('[K1] patch › a figure changes its sheet and nothing else', () => {
  const after = edited(APPENDIX, (workbook) => { put(workbook, { D8: 25_455 }); });
  expect(changedParts(APPENDIX, after)).toEqual(['~xl/worksheets/sheet1.xml']);
  expect(part(after, SHEET1) === part(APPENDIX, SHEET1).replace('<v>25454</v>', '<v>25455</v>')).toBe(true);
});

test('[K1] patch › the same edits give the same bytes', () => {
  const save = (): Uint8Array => edited(APPENDIX, (workbook) => { put(workbook, { D7: 1, E9: 'một', J200: true }); });
  expect(save()).toEqual(save());
});

test('[K2] patch › each kind of content is read back', async () => {
  const after = edited(rawSheet('<row r="1"><c r="A1"><v>1</v></c></row>'), (workbook) => {
    put(workbook, { A1: -0.1, B1: 'chữ', C1: true, D1: { error: '#N/A' }, E1: { formula: 'A1*2', value: -0.2 }, F1: { formula: 'A1&""', value: '' }, G1: 1e300, A3: 'dòng mới' });
  });
  expect(await cellAt(after, 'A1')).toMatchObject({ value: -0.1, formula: null });
  expect(await valueAt(after, 'B1')).toBe('chữ');
  expect(await valueAt(after, 'C1')).toBe(true);
  expect(await valueAt(after, 'D1')).toEqual({ error: '#N/A' });
  expect(await cellAt(after, 'E1')).toMatchObject({ value: -0.2, formula: 'A1*2' });
  expect(await cellAt(after, 'F1')).toMatchObject({ value: null, formula: 'A1&""' });
  expect(await valueAt(after, 'G1')).toBe(1e300);
  expect(await valueAt(after, 'A3')).toBe('dòng mới');
});

test('[K2] patch › clearing keeps the style and takes the rest', () => {
  const after = edited(rawSheet('<row r="1"><c r="A1" s="1" t="str" cm="1"><f>B1</f><v>x</v></c></row>', { 'xl/styles.xml': stylesXml(['0.0']) }), (workbook) => { put(workbook, { A1: null }); });
  expect(part(after, SHEET1)).toContain('<c r="A1" s="1"/>');
});

test('[K2] patch › a new cell takes the style of its row, else of its column', () => {
  const rows = '<row r="2" s="2" customFormat="1"/><row r="3" spans="1:1"><c r="A3"><v>1</v></c></row>';
  const source = rawWorkbook({ [SHEET1]: sheetXml(rows, { before: '<cols><col min="2" max="3" width="9" style="1"/></cols>' }), 'xl/styles.xml': stylesXml(['0.0', '0%']) });
  const after = part(edited(source, (workbook) => { put(workbook, { B2: 1, B3: 2, C9: 3, D3: 4 }); }), SHEET1);
  expect(after).toContain('<row r="2" s="2" customFormat="1"><c r="B2" s="2"><v>1</v></c></row>');
  expect(after).toContain('<row r="3"><c r="A3"><v>1</v></c><c r="B3" s="1"><v>2</v></c><c r="D3"><v>4</v></c></row><row r="9"><c r="C9" s="1"><v>3</v></c></row>');
});

test('[K2] patch › what a cell says already is no edit', () => {
  const strings = `<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><si><r><t>Tổng </t></r><r><rPr><b/></rPr><t>số</t></r></si></sst>`;
  const rows = '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1"><v>1.50</v></c><c r="C1"><f t="shared" ref="C1:D1" si="0">A1+1</f><v>2</v></c><c r="D1"><f t="shared" si="0"/><v>3</v></c><c r="E1" t="b"><v>1</v></c><c r="F1" t="e"><v>#N/A</v></c></row>';
  const source = rawSheet(rows, { 'xl/sharedStrings.xml': strings });
  const after = edited(source, (workbook) => {
    put(workbook, { A1: 'Tổng số', B1: 1.5, C1: { formula: 'A1+1', value: 2 }, D1: { formula: 'B1+1', value: 3 }, E1: true, F1: { error: '#N/A' }, Z9: null });
  });
  expect(after).toBe(source);
});

test('[K2] patch › an edit and its inverse leave the file as it was, before it is saved', () => {
  const after = edited(APPENDIX, (workbook) => {
    put(workbook, { D8: 1, J8: 'x' });
    put(workbook, { D8: 25_454, J8: null });
  });
  expect(after).toBe(APPENDIX);
});

test('[K3] patch › texts are shared where the file shares them, and no text twice', () => {
  const source = rawSheet('<row r="1"><c r="A1" t="s"><v>0</v></c></row>', { 'xl/sharedStrings.xml': '<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" count="1" uniqueCount="1"><si><t>cũ</t></si></sst>' });
  const after = edited(source, (workbook) => { put(workbook, { B1: 'cũ', C1: 'mới', D1: 'mới' }); });
  expect(part(after, 'xl/sharedStrings.xml')).toContain('count="4" uniqueCount="2"><si><t>cũ</t></si><si><t xml:space="preserve">mới</t></si></sst>');
  expect(part(after, SHEET1)).toContain('<c r="B1" t="s"><v>0</v></c><c r="C1" t="s"><v>1</v></c><c r="D1" t="s"><v>1</v></c>');
});

test('[K3] patch › a file without shared texts gets texts in the cells', async () => {
  const source = rawSheet('', { 'xl/sharedStrings.xml': null, 'xl/_rels/workbook.xml.rels': relationshipsXml([{ id: 'rId1', kind: 'worksheet', target: 'worksheets/sheet1.xml' }]) });
  const after = edited(source, (workbook) => { put(workbook, { A1: ' hai\nđầu ' }); });
  expect(changedParts(source, after)).toEqual([`~${SHEET1}`]);
  expect(await valueAt(after, 'A1')).toBe(' hai\nđầu ');
});

test('[K3] patch › prefixed, unaddressed, commented and UTF-16 sheets are changed as they are written', async () => {
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
  const prefixed = `<x:worksheet xmlns:x="${main}"><x:sheetData><x:row><x:c><x:v>1</x:v></x:c><!-- <x:c r="Z1"/> --><x:c><x:v><![CDATA[2]]></x:v></x:c></x:row></x:sheetData></x:worksheet>`;
  const after = edited(rawWorkbook({ [SHEET1]: prefixed }), (workbook) => { put(workbook, { B1: 3, C1: 'x', A2: 4 }); });
  expect(part(after, SHEET1)).toBe(prefixed.replace('<x:c><x:v><![CDATA[2]]></x:v></x:c></x:row>', '<x:c r="B1"><x:v>3</x:v></x:c><x:c r="C1" t="s"><x:v>0</x:v></x:c></x:row><x:row r="2"><x:c r="A2"><x:v>4</x:v></x:c></x:row>'));
  expect(await valueAt(after, 'A1')).toBe(1);

  const wide = Uint8Array.from(Buffer.from(`\uFEFF${sheetXml('<row r="1"><c r="A1"><v>1</v></c></row>')}`, 'utf16le'));
  const utf16 = edited(rawWorkbook({ [SHEET1]: wide, 'xl/sharedStrings.xml': null }), (workbook) => { put(workbook, { B1: 'đã sửa' }); });
  expect(await valueAt(utf16, 'B1')).toBe('đã sửa');
  expect(await valueAt(utf16, 'A1')).toBe(1);
});

test('[K3] patch › bytes that are no UTF-8 stay, and what is put among them is read', async () => {
  const sheet = strToU8(sheetXml('<row r="1"><c r="A1" t="inlineStr"><is><t>\u00E9</t></is></c></row>'), true);
  const source = rawWorkbook({ [SHEET1]: sheet, 'xl/sharedStrings.xml': null });
  const after = edited(source, (workbook) => { put(workbook, { B1: 'Phụ lục' }); });
  expect(await valueAt(after, 'B1')).toBe('Phụ lục');
  expect(Buffer.from(after).length).toBeGreaterThan(0);
  expect(changedParts(source, after)).toEqual([`~${SHEET1}`]);
});

test('[K3] patch › an empty list of rows is opened, and the dimension grows with it', () => {
  const source = rawWorkbook({ [SHEET1]: '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><dimension ref="B2"/><sheetData/></worksheet>' });
  expect(part(edited(source, (workbook) => { put(workbook, { C3: 1 }); }), SHEET1)).toContain('<dimension ref="B2:C3"/><sheetData><row r="3"><c r="C3"><v>1</v></c></row></sheetData>');
});

test('[K3] patch › dates counted from 1904 are written as they are read', async () => {
  const source = rawSheet('<row r="1"><c r="A1" s="1"><v>1</v></c></row>', { 'xl/workbook.xml': workbookXml(`<sheet name="${SHEET}" sheetId="1" r:id="rId1"/>`, '<workbookPr date1904="1"/>'), 'xl/styles.xml': stylesXml(['d/m/yyyy']) });
  expect(await valueAt(source, 'A1')).toBe(1463);
  const after = edited(source, (workbook) => { put(workbook, { A1: 44_000, B1: 44_000 }); });
  expect(await valueAt(after, 'A1')).toBe(44_000);
  expect(await valueAt(after, 'B1')).toBe(44_000);
  expect(part(after, SHEET1)).toContain('<v>42538</v>');
});

test('[K3] patch › what no cell can hold is refused before anything is changed', () => {
  const source = rawWorkbook({ [SHEET1]: sheetXml('<row r="1"/>', { after: '<mergeCells count="1"><mergeCell ref="A1:B2"/></mergeCells>' }) });
  const workbook = opened(source);
  for (const [row, column, value] of [[0, 1, 1], [-1, 0, 1], [1_048_576, 0, 1], [0, 16_384, 1], [5, 0, Number.NaN], [5, 0, Infinity], [5, 0, 'x'.repeat(32_768)], [5, 0, { error: '#LẠ!' }]] as const) {
    expect(() => { workbook.setCell(SHEET, row, column, { value, formula: null }); }).toThrow(RangeError);
  }
  expect(() => { workbook.setCell('Khác', 0, 0, { value: 1, formula: null }); }).toThrow('the workbook has none of this name');
  expect(() => { workbook.setCell(SHEET, 5, 0, { value: 1, formula: 'A'.repeat(8193) }); }).toThrow(RangeError);
  workbook.setCell(SHEET, 1, 1, { value: null, formula: null });
  expect(workbook.save()).toBe(source);
});

test('[K3] patch › a file that is no workbook has its reason', () => {
  expect(() => opened(strToU8('không phải'))).toThrow(UnreadableFileError);
  expect(() => opened(rawWorkbook({ '[Content_Types].xml': null }))).toThrow('damaged');
});

test('[K3] patch › 10 000 edits go in at once', async () => {
  const rows = Array.from({ length: 2000 }, (_, i) => `<row r="${i + 1}">${['A', 'B', 'C', 'D', 'E'].map((c) => `<c r="${c}${i + 1}"><v>${i}</v></c>`).join('')}</row>`);
  const after = edited(rawSheet(rows.join('')), (workbook) => {
    for (let row = 0; row < 2000; row += 1) for (let column = 0; column < 5; column += 1) workbook.setCell(SHEET, row, column, { value: row * 10 + column, formula: null });
  });
  expect(await valueAt(after, 'E2000')).toBe(19_994);
});

test('[K3] patch › the list of sheets is read once for any number of edits, and anew where it has changed', () => {
  const bytes = rawSheet('');
  const zip = new PackageEditor(bytes, judgeZip(bytes, 'a.xlsx'), plainUnpacker);
  const state = new WorkbookState(zip, 'xl/workbook.xml');
  const first = state.all();
  zip.edit(SHEET1, [{ from: 0, to: 0, text: '' }]);
  expect(state.all()).toBe(first);
  const text = zip.text('xl/workbook.xml');
  const at = text.indexOf('Phụ lục');
  zip.edit('xl/workbook.xml', [{ from: at, to: at + 'Phụ lục'.length, text: 'Biểu' }]);
  expect(state.all().map(({ name }) => name)).toEqual(['Biểu']);
});

test('[K3] patch › 10 000 edits over 50 sheets go in at once', async () => {
  const names = Array.from({ length: 50 }, (_, i) => `Tỉnh ${i}`);
  const source = rawWorkbook({
    'xl/workbook.xml': workbookXml(names.map((name, i) => `<sheet name="${name}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`).join('')),
    'xl/_rels/workbook.xml.rels': relationshipsXml(names.map((_, i) => ({ id: `rId${i + 1}`, kind: 'worksheet', target: `worksheets/sheet${i + 1}.xml` }))),
    ...Object.fromEntries(names.map((_, i) => [`xl/worksheets/sheet${i + 1}.xml`, sheetXml('')])),
  });
  const after = edited(source, (workbook) => {
    for (let i = 0; i < 10_000; i += 1) workbook.setCell(names[i % 50] ?? '', Math.floor(i / 50), 0, { value: i, formula: null });
  });
  expect(await valueAt(after, 'A200', 49)).toBe(9999);
});
