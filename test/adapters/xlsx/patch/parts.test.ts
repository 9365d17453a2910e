import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { unzipSync, zipSync, strToU8 } from 'fflate';
import { cellAt, changedParts, edited, opened, part, partsOf, put, read, SHEET, valueAt } from '#test/adapters/xlsx/patch/harness';
import { rawWorkbook, relationshipsXml, sheetXml, stylesXml, workbookXml } from '#test/adapters/xlsx/raw-workbook';

const APPENDIX = new Uint8Array(readFileSync('test/fixtures/phu-luc-2020.xlsx'));
const SHEET1 = 'xl/worksheets/sheet1.xml';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const NEW_SHEET = { name: 'Kết quả', widths: [5, 60], rows: [[{ value: 'Ô' }, { value: 'Điều gì' }], [{ value: 'F5', link: `'${SHEET}'!F5` }, null]], titleRows: { first: 0, last: 0 }, landscape: true };

test('[K6] styles › are added at the end, equal ones once, and what is there stays', async () => {
  const styles = stylesXml(['0.0', 'd/m/yyyy']);
  const source = rawWorkbook({ 'xl/styles.xml': styles });
  const after = edited(source, (workbook) => {
    const bold = workbook.addStyle({ basedOn: 1, bold: true, fill: 'FFF2CC', wrap: true, horizontal: 'center', numberFormat: '#,##0.0' });
    expect(workbook.addStyle({ basedOn: 1, bold: true, fill: 'FFF2CC', wrap: true, horizontal: 'center', numberFormat: '#,##0.0' })).toBe(bold);
    workbook.setStyle(SHEET, 0, 0, bold);
    expect(workbook.styleAt(SHEET, 0, 0)).toBe(3);
    workbook.setCell(SHEET, 1, 0, { value: 1.5, formula: null }, workbook.addStyle({ numberFormat: '0.0' }));
  });
  const written = part(after, 'xl/styles.xml');
  const own = styles.slice(styles.indexOf('<cellXfs>') + 9, styles.indexOf('</cellXfs>'));
  expect(written).toContain(`${own}<xf numFmtId="166" applyNumberFormat="1" fontId="1" applyFont="1" fillId="2" applyFill="1" applyAlignment="1"><alignment wrapText="1" horizontal="center"/></xf>`);
  expect(await cellAt(after, 'A1')).toMatchObject({ format: '#,##0.0' });
  expect(await cellAt(after, 'A2')).toMatchObject({ format: '0.0' });
});

test('[K6] styles › a workbook without any gets a part for them', async () => {
  const source = rawWorkbook({ 'xl/styles.xml': null, 'xl/_rels/workbook.xml.rels': relationshipsXml([{ id: 'rId1', kind: 'worksheet', target: 'worksheets/sheet1.xml' }]) });
  const after = edited(source, (workbook) => { workbook.setStyle(SHEET, 0, 0, workbook.addStyle({ numberFormat: '0%' })); });
  expect(await cellAt(after, 'A1')).toMatchObject({ format: '0%' });
  expect(changedParts(source, after)).toEqual(['+xl/styles1.xml', '~[Content_Types].xml', '~xl/_rels/workbook.xml.rels', `~${SHEET1}`]);
});

test('[K6] conditional formats › stand below those that are there, in their order, and go without a trace', () => {
  const own = '<conditionalFormatting sqref="B1"><cfRule type="cellIs" dxfId="0" priority="7" operator="lessThan"><formula>0</formula></cfRule></conditionalFormatting>';
  const source = rawWorkbook({ [SHEET1]: sheetXml('<row r="1"><c r="A1"><v>1</v></c></row>', { after: `<mergeCells count="1"><mergeCell ref="C1:D1"/></mergeCells>${own}<pageMargins left="1"/>` }) });
  const marked = edited(source, (workbook) => { workbook.addConditionalMarks(SHEET, [{ cells: ['A1', 'C3:D4'], formula: 'LEN("a<b")>0', fill: 'FFC7CE', colour: '9C0006' }]); });
  expect(part(marked, SHEET1)).toContain(`${own}<conditionalFormatting sqref="A1 C3:D4"><cfRule type="expression" dxfId="0" priority="8"><formula>LEN("a&lt;b")&gt;0</formula></cfRule></conditionalFormatting><pageMargins`);
  const back = edited(marked, (workbook) => { workbook.removeConditionalMarks(SHEET, 'LEN("a<b")>0'); });
  expect(part(back, SHEET1)).toBe(part(source, SHEET1));
});

test('[K6] notes › a sheet without any gets the parts that they need', () => {
  const source = rawWorkbook({ [SHEET1]: sheetXml('<row r="1"/>', { after: '<drawing r:id="rId9"/><tableParts count="0"/>' }) });
  const after = edited(source, (workbook) => {
    expect(workbook.addNotes(SHEET, [{ cell: 'F5', author: 'Phụ lục', text: 'Tỷ lệ <sai>\n]]>' }, { cell: 'F5', author: 'Phụ lục', text: 'hai' }, { cell: 'XFD1048576', author: 'Phụ lục', text: 'cuối' }])).toEqual(['F5']);
  });
  expect(changedParts(source, after)).toEqual(['+xl/comments1.xml', '+xl/drawings/vmlDrawing1.vml', '+xl/worksheets/_rels/sheet1.xml.rels', '~[Content_Types].xml', `~${SHEET1}`]);
  expect(part(after, SHEET1)).toContain('<drawing r:id="rId9"/><legacyDrawing xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:id="rId2"/><tableParts');
  expect(part(after, 'xl/comments1.xml')).toContain('Tỷ lệ &lt;sai&gt;\n]]&gt;');
  expect(part(after, 'xl/drawings/vmlDrawing1.vml')).toContain('<x:Row>4</x:Row><x:Column>5</x:Column>');
});

const COMMENTS = `<comments xmlns="${MAIN}"><authors><author>Lan</author></authors><commentList><comment ref="B2" authorId="0"><text><t>giữ</t></text></comment></commentList></comments>`;
const VML = '<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel"><o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="1"/></o:shapelayout><v:shapetype id="_x0000_t202"></v:shapetype><v:shape id="_x0000_s1025" type="#_x0000_t202"><v:textbox><div><br></div></v:textbox><x:ClientData ObjectType="Note"><x:Row>1</x:Row><x:Column>1</x:Column></x:ClientData></v:shape></xml>';

function noted(): Uint8Array {
  return rawWorkbook({
    [SHEET1]: sheetXml('<row r="1"/>', { after: '<legacyDrawing r:id="rId1"/>' }),
    'xl/worksheets/_rels/sheet1.xml.rels': relationshipsXml([{ id: 'rId1', kind: 'vmlDrawing', target: '../drawings/vmlDrawing1.vml' }, { id: 'rId2', kind: 'comments', target: '../comments1.xml' }, { id: 'rId3', kind: 'threadedComment', target: '../threadedComments/threadedComment1.xml' }]),
    'xl/comments1.xml': COMMENTS, 'xl/drawings/vmlDrawing1.vml': VML, 'xl/threadedComments/threadedComment1.xml': '<ThreadedComments/>',
  });
}

test('[K6] notes › stand beside others, a noted cell keeps its own, and only the author’s go', () => {
  const source = noted();
  const after = edited(source, (workbook) => {
    expect(workbook.addNotes(SHEET, [{ cell: 'B2', author: 'Phụ lục', text: 'x' }, { cell: 'C3', author: 'Phụ lục', text: 'y' }])).toEqual(['B2']);
  });
  expect(changedParts(source, after)).toEqual(['~xl/comments1.xml', '~xl/drawings/vmlDrawing1.vml']);
  expect(part(after, 'xl/drawings/vmlDrawing1.vml')).toContain('data="1,2"');
  expect(part(after, 'xl/drawings/vmlDrawing1.vml')).toContain('id="_x0000_s2049"');
  const back = edited(after, (workbook) => { workbook.removeNotes(SHEET, ({ author }) => author === 'Phụ lục'); });
  expect(part(back, 'xl/comments1.xml')).toContain('giữ');
  expect(part(back, 'xl/comments1.xml')).not.toContain('ref="C3"');
  expect(part(back, 'xl/drawings/vmlDrawing1.vml')).not.toContain('_x0000_s2049');
  expect(edited(source, (workbook) => { workbook.removeNotes(SHEET, ({ author }) => author === 'Phụ lục'); })).toBe(source);
});

test('[K6] notes › the last of an author takes the parts with it', () => {
  const source = rawWorkbook();
  const after = edited(source, (workbook) => { workbook.addNotes(SHEET, [{ cell: 'A1', author: 'Phụ lục', text: 'x' }]); });
  const back = edited(after, (workbook) => { workbook.removeNotes(SHEET, ({ author }) => author === 'Phụ lục'); });
  expect(Object.keys(partsOf(back)).filter((path) => /comments|vml/.test(path))).toEqual([]);
  expect(part(back, SHEET1)).toBe(part(source, SHEET1));
});

test('[K6] notes › more than one block of shapes holds', () => {
  const after = edited(rawWorkbook(), (workbook) => { workbook.addNotes(SHEET, Array.from({ length: 2100 }, (_, i) => ({ cell: `A${i + 1}`, author: 'Phụ lục', text: 'x' }))); });
  const ids = [...part(after, 'xl/drawings/vmlDrawing1.vml').matchAll(/id="_x0000_s(\d+)"/g)].map(([, id]) => Number(id));
  expect(new Set(ids).size).toBe(2100);
  expect(part(after, 'xl/drawings/vmlDrawing1.vml')).toContain('data="1,2,3"');
  expect(ids.every((id) => [1, 2, 3].includes(Math.floor(id / 1024)) && id % 1024 !== 0)).toBe(true);
});

function twoSheets(definedNames = ''): Uint8Array {
  const selected = '<sheetViews><sheetView tabSelected="1" workbookViewId="0"/></sheetViews>';
  return rawWorkbook({
    'xl/workbook.xml': workbookXml('<sheet name="Phụ lục" sheetId="3" r:id="rId1"/><sheet name="Hai" sheetId="7" r:id="rId4"/>', '<bookViews><workbookView activeTab="1" firstSheet="1"/></bookViews>').replace('</sheets>', `</sheets>${definedNames}`),
    'xl/_rels/workbook.xml.rels': relationshipsXml([{ id: 'rId1', kind: 'worksheet', target: 'worksheets/sheet1.xml' }, { id: 'rId2', kind: 'sharedStrings', target: 'sharedStrings.xml' }, { id: 'rId3', kind: 'styles', target: 'styles.xml' }, { id: 'rId4', kind: 'worksheet', target: 'worksheets/sheet2.xml' }]),
    'xl/worksheets/sheet2.xml': sheetXml('', { before: selected }),
  });
}

test('[K7] sheets › one in front is shown, alone selected, and names keep their sheets', async () => {
  const source = twoSheets('<definedNames><definedName name="_xlnm.Print_Area" localSheetId="1">Hai!$A$1</definedName></definedNames>');
  const after = edited(source, (workbook) => { expect(workbook.addSheetInFront({ ...NEW_SHEET, name: 'Hai' })).toBe('Hai (2)'); });
  const workbook = part(after, 'xl/workbook.xml');
  expect(workbook).toContain('<sheets><sheet xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" name="Hai (2)" sheetId="8" r:id="rId5"/><sheet name="Phụ lục"');
  expect(workbook).toContain('activeTab="0" firstSheet="0"');
  expect(workbook).toContain('localSheetId="2">Hai!$A$1</definedName><definedName name="_xlnm.Print_Titles" localSheetId="0">\'Hai (2)\'!$1:$1</definedName>');
  expect(part(after, 'xl/worksheets/sheet2.xml')).not.toContain('tabSelected');
  const front = part(after, 'xl/worksheets/sheet3.xml');
  expect(front).toContain('paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"');
  expect(front).toContain(`<hyperlink ref="A2" location="'Phụ lục'!F5"/>`);
  const { sheets } = await read(after);
  expect(sheets.map(({ name }) => name)).toEqual(['Hai (2)', 'Phụ lục', 'Hai']);
  const back = edited(after, (editor) => { editor.removeSheet('Hai (2)'); });
  expect(part(back, 'xl/workbook.xml')).toContain('<sheets><sheet name="Phụ lục" sheetId="3" r:id="rId1"/><sheet name="Hai" sheetId="7" r:id="rId4"/></sheets><definedNames><definedName name="_xlnm.Print_Area" localSheetId="1">Hai!$A$1</definedName></definedNames>');
  expect(Object.keys(partsOf(back)).toSorted()).toEqual(Object.keys(partsOf(source)).toSorted());
});

test('[K7] sheets › more links than Excel opens are left out, and their texts stay', async () => {
  const after = edited(rawWorkbook(), (workbook) => { workbook.addSheetInFront({ ...NEW_SHEET, rows: Array.from({ length: 65_532 }, () => [{ value: 'F5', link: `'${SHEET}'!F5` }]), titleRows: null }); });
  expect([...part(after, 'xl/worksheets/sheet2.xml').matchAll(/<hyperlink /g)]).toHaveLength(65_530);
  expect(await valueAt(after, 'A65532')).toBe('F5');
});

test('[K7] sheets › names that Excel refuses are made such that it takes them', () => {
  const names = [String.raw`a/b\c?d*e[f]g:h`, "'x'", '', ' ', 'x'.repeat(40), 'Phụ lục', 'A\u0000B'].map((name) => {
    let got = '';
    edited(rawWorkbook(), (workbook) => { got = workbook.addSheetInFront({ ...NEW_SHEET, name }); });
    return got;
  });
  expect(names).toEqual(['a b c d e f g h', 'x', 'Sheet', 'Sheet', `${'x'.repeat(30)}…`, 'Phụ lục (2)', 'A B']);
});

test('[K7] sheets › the last visible one, and one that formulas read, stay', () => {
  expect(() => edited(rawWorkbook(), (workbook) => { workbook.removeSheet(SHEET); })).toThrow('shows one sheet at least');
  expect(() => edited(twoSheets('<definedNames><definedName name="X">Hai!$A$1</definedName></definedNames>'), (workbook) => { workbook.removeSheet('Hai'); })).toThrow('formulas elsewhere read it');
  const after = edited(twoSheets(), (workbook) => {
    put(workbook, { A1: { formula: 'Hai!A1', value: 1 } });
    expect(() => { workbook.removeSheet('Hai'); }).toThrow('formulas elsewhere read it');
    put(workbook, { A1: null });
    workbook.removeSheet('Hai');
  });
  expect(part(after, 'xl/workbook.xml')).toContain('activeTab="0"');
});

test('[K7] custom data › come back as they were, through a save, and go with all their parts', () => {
  const data = JSON.stringify({ a: 'é <b> ]]> \u0001 \uFFFE', b: '\r\n' }) + '\u0002 _x0041_';
  const source = rawWorkbook();
  const after = edited(source, (workbook) => { workbook.setCustomData('urn:a&b', data); workbook.setCustomData('urn:c', 'c'); });
  expect(opened(after).customData('urn:a&b')).toBe(data);
  expect(opened(after).customData('urn:khac')).toBeNull();
  expect(edited(after, (workbook) => { workbook.setCustomData('urn:c', 'c'); })).toBe(after);
  const back = edited(after, (workbook) => { workbook.setCustomData('urn:a&b', null); workbook.setCustomData('urn:c', null); });
  expect(Object.keys(partsOf(back))).toEqual(Object.keys(partsOf(source)));
});

const HOSTILE = ['=1+1', '+1', '-1', '@A1', '<c r="A1"/>', ']]>', '&amp;', '"\'', '\u0000\u0001\u001F', 'a\rb\r\nc\nd\te', '\uD83D', '\uDE00x', '😀', '_x0041_', '_x005F_x0041_', '\uFFFE\uFFFF', '\u202Eabc\u202C', ' đầu cuối ', 'ế'.repeat(32_767)];

test('[K8] hostile text › comes back from cells and from results', async () => {
  for (const text of HOSTILE) {
    for (const strings of [{}, { 'xl/sharedStrings.xml': null, 'xl/_rels/workbook.xml.rels': relationshipsXml([{ id: 'rId1', kind: 'worksheet', target: 'worksheets/sheet1.xml' }]) }]) {
      const after = edited(rawWorkbook(strings), (workbook) => { put(workbook, { A1: text, B1: { formula: 'A1', value: text } }); });
      const expected = text.replaceAll(/[\uD800-\uDFFF]/gu, '\uFFFD');
      expect(await cellAt(after, 'A1')).toEqual({ value: expected, formula: null, format: null });
      expect(await cellAt(after, 'B1')).toEqual({ value: expected, formula: 'A1', format: null });
    }
  }
});

test('[K8] hostile text › notes, names, links, formulas and data stay whole', async () => {
  for (const text of HOSTILE) {
    const after = edited(rawWorkbook(), (workbook) => {
      workbook.addNotes(SHEET, [{ cell: 'A1', author: text.slice(0, 50), text: text + text }]);
      workbook.addSheetInFront({ ...NEW_SHEET, name: text, rows: [[{ value: text, link: `'${text.slice(0, 50)}'!A1` }]] });
      workbook.addConditionalMarks(SHEET, [{ cells: ['A1'], formula: `"${text.slice(0, 50)}"<>""`, fill: 'FFFFFF', colour: '000000' }]);
      workbook.addStyle({ numberFormat: text.slice(0, 50) });
      workbook.setCustomData(`urn:${text.slice(0, 50)}`, text);
      put(workbook, { Z1: { formula: `"${text.slice(0, 50).replaceAll('"', '""')}"`, value: null } }, SHEET);
    });
    const { sheets } = await read(after);
    expect(sheets).toHaveLength(2);
    expect(sheets[0]?.cell(0, 0).value).toBe(text.replaceAll(/[\uD800-\uDFFF]/gu, '\uFFFD'));
    for (const [path, bytes] of Object.entries(partsOf(after))) expect([path, /[\0-\u0008\v\f\u000E-\u001F\uFFFE\uFFFF]/.test(new TextDecoder('utf-8', { fatal: true }).decode(bytes))]).toEqual([path, false]);
  }
});

function table(): Uint8Array {
  return rawWorkbook({
    [SHEET1]: sheetXml('<row r="1"><c r="A1" t="inlineStr"><is><t>Tên</t></is></c><c r="B1" t="inlineStr"><is><t>Số [1]</t></is></c></row><row r="2"><c r="B2"><v>1</v></c><c r="C2"><f>SUM(Bảng[Số \'[1\']])+Bảng[[#This Row],[Số \'[1\']]]&amp;"Bảng[Số \'[1\']]"</f><v>1</v></c></row>', { after: '<tableParts count="1"><tablePart r:id="rId1"/></tableParts>' }),
    'xl/worksheets/_rels/sheet1.xml.rels': relationshipsXml([{ id: 'rId1', kind: 'table', target: '../tables/table1.xml' }]),
    'xl/tables/table1.xml': `<table xmlns="${MAIN}" id="1" name="Bảng" displayName="Bảng" ref="A1:B2"><tableColumns count="2"><tableColumn id="1" name="Tên"/><tableColumn id="2" name="Số [1]"><calculatedColumnFormula>Bảng[[#This Row],[Số '[1']]]</calculatedColumnFormula></tableColumn></tableColumns></table>`,
  });
}

test('[K9] tables › a heading renames its column wherever formulas say it', async () => {
  const after = edited(table(), (workbook) => { put(workbook, { B1: 'Tỷ lệ\n<%>' }); });
  expect(part(after, 'xl/tables/table1.xml')).toContain('name="Tỷ lệ_x000a_&lt;%&gt;"><calculatedColumnFormula>Bảng[[#This Row],[Tỷ lệ\n&lt;%&gt;]]</calculatedColumnFormula>');
  expect(await cellAt(after, 'C2')).toMatchObject({ formula: 'SUM(Bảng[Tỷ lệ\n<%>])+Bảng[[#This Row],[Tỷ lệ\n<%>]]&"Bảng[Số \'[1\']]"' });
  expect(await valueAt(after, 'B1')).toBe('Tỷ lệ\n<%>');
});

test('[K9] tables › two columns never get one name, and no column none', async () => {
  const same = edited(table(), (workbook) => { put(workbook, { B1: 'tên' }); });
  expect([await valueAt(same, 'B1'), part(same, 'xl/tables/table1.xml').includes('name="tên2"')]).toEqual(['tên2', true]);
  const none = edited(table(), (workbook) => { put(workbook, { A1: null, B1: 2021 }); });
  expect([await valueAt(none, 'A1'), await valueAt(none, 'B1')]).toEqual(['Column1', '2021']);
});

test('[K10] turning back › gives every part its former bytes', () => {
  for (const source of [APPENDIX, noted(), twoSheets(), table()]) {
    const marked = edited(source, (workbook) => {
      const [sheet = ''] = workbook.sheets();
      put(workbook, { A9: 'x', B2: 5 }, sheet);
      workbook.addNotes(sheet, [{ cell: 'D4', author: 'Phụ lục', text: 'y' }]);
      workbook.addConditionalMarks(sheet, [{ cells: ['D4'], formula: 'TRUE', fill: 'FFFFFF', colour: '000000' }]);
      workbook.addSheetInFront({ ...NEW_SHEET, rows: [[{ value: 'é', style: workbook.addStyle({ bold: true, border: true }) }]] });
      workbook.setCustomData('urn:a', 'b');
      workbook.keepTurnBack();
    });
    const editor = opened(marked);
    expect(editor.turnBack()).toBe('back');
    expect(changedParts(source, editor.save())).toEqual([]);
  }
});

test('[K10] turning back › says when another program has saved the workbook, and when nothing is kept', () => {
  const marked = edited(APPENDIX, (workbook) => { put(workbook, { A9: 'x' }); workbook.keepTurnBack(); });
  const parts = unzipSync(marked);
  const touched = zipSync({ ...parts, [SHEET1]: strToU8(part(marked, SHEET1).replace('</sheetData>', ' </sheetData>')) });
  const editor = opened(touched);
  expect(editor.turnBack()).toBe('rewritten');
  expect(editor.turnBack()).toBe('none');
  expect(opened(APPENDIX).turnBack()).toBe('none');
  for (const data of ['', '{}', '{"added":["x"],"changed":[]}', '{"added":[1],"changed":[]}', '{"added":[],"changed":[{"path":"[Content_Types].xml","before":1,"after":2,"undo":[[[0,-1,""]]]}]}']) {
    const forged = edited(APPENDIX, (workbook) => { workbook.setCustomData('urn:phuluc:turn-back:1', data); });
    expect(opened(forged).turnBack()).toBe('rewritten');
  }
});
