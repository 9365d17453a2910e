import { expect, test } from '@jest/globals';
import { precedentsOf } from '#core/formulas/precedents';
import { storedFormula } from '#adapters/xlsx/patch/function-names';
import { cellAt, changedParts, edited, part, put, valueAt } from '#test/adapters/xlsx/patch/harness';
import { rawSheet, rawWorkbook, relationshipsXml, sheetXml, workbookXml } from '#test/adapters/xlsx/raw-workbook';

const SHEET1 = 'xl/worksheets/sheet1.xml';

function f(at: string, formula: string, value = '1'): string {
  return `<c r="${at}"><f>${formula}</f><v>${value}</v></c>`;
}

test('[K4] shared formulas › the text moves on to the next cell', async () => {
  const rows = '<row r="1"><c r="B1"><f t="shared" ref="B1:B3" si="4">A1*$A$1</f><v>1</v></c></row><row r="2"><c r="B2"><f t="shared" si="4"/><v>2</v></c></row><row r="3"><c r="B3"><f t="shared" si="4"/><v>3</v></c></row>';
  const after = edited(rawSheet(rows), (workbook) => { put(workbook, { B1: 9 }); });
  expect(part(after, SHEET1)).toContain('<c r="B2"><f t="shared" ref="B2:B3" si="4">A2*$A$1</f><v>2</v></c>');
  expect(await cellAt(after, 'B3')).toMatchObject({ value: 3, formula: 'A3*$A$1' });
  const all = edited(rawSheet(rows), (workbook) => { put(workbook, { B1: 1, B2: 2, B3: 3 }); });
  expect(part(all, SHEET1)).not.toContain('<f');
});

test('[K4] arrays › cells that stay keep their place of the whole', async () => {
  const rows = '<row r="1"><c r="B1"><f t="array" ref="B1:B2">A1:A2*2</f><v>2</v></c></row><row r="2"><c r="B2"><v>4</v></c></row>';
  const after = edited(rawSheet(rows), (workbook) => { put(workbook, { B1: 7 }); });
  expect(await cellAt(after, 'B2')).toMatchObject({ value: 4, formula: 'INDEX(A1:A2*2,IF(ROWS(A1:A2*2)=1,1,2),1)' });
  expect(await cellAt(after, 'B1')).toMatchObject({ value: 7, formula: null });
});

test('[K4] arrays › a dynamic one spills anew', () => {
  const rows = '<row r="1"><c r="B1" cm="1"><f t="array" ref="B1:B2">_xlfn.UNIQUE(A1:A2)</f><v>2</v></c></row><row r="2"><c r="B2"><v>4</v></c></row><row r="3"><c r="B3"><f>B2</f><v>4</v></c></row>';
  const after = edited(rawSheet(rows), (workbook) => { put(workbook, { B2: 7 }); });
  expect(part(after, SHEET1)).toContain('<c r="B1" cm="1"><f t="array" ref="B1">_xlfn.UNIQUE(A1:A2)</f></c></row><row r="2"><c r="B2"><v>7</v></c></row><row r="3"><c r="B3"><f>B2</f></c></row>');
});

test('[K4] data tables › a result that is typed over leaves the others as figures', async () => {
  const rows = '<row r="1"><c r="B1"><f t="dataTable" ref="B1:B2" dt2D="0" dtr="0" r1="A1"/><v>2</v></c></row><row r="2"><c r="B2"><v>4</v></c></row>';
  const after = edited(rawSheet(rows), (workbook) => { put(workbook, { B2: 7 }); });
  expect(await cellAt(after, 'B1')).toMatchObject({ value: 2, formula: null });
});

test('[K5] results › what reads an edited cell loses its result, and nothing else does', async () => {
  const rows = `<row r="1"><c r="A1"><v>1</v></c>${f('B1', 'A1+1')}${f('C1', 'B1*2')}${f('D1', 'E1')}${f('F1', 'SUM($A:$A)')}${f('G1', 'INDIRECT("A1")')}${f('H1', '"A1"&amp;E9')}</row>`;
  const after = edited(rawSheet(rows), (workbook) => { put(workbook, { A1: 2 }); });
  const left = await Promise.all(['B1', 'C1', 'D1', 'F1', 'G1', 'H1'].map((at) => valueAt(after, at)));
  expect(left).toEqual([null, null, 1, null, null, 1]);
  expect(part(after, 'xl/workbook.xml')).toContain('<calcPr fullCalcOnLoad="1"/>');
});

test('[K5] results › a result that is given stays, and its readers still lose theirs', async () => {
  const rows = `<row r="1"><c r="A1"><v>1</v></c>${f('B1', 'A1+1')}${f('C1', 'B1*2')}</row>`;
  const after = edited(rawSheet(rows), (workbook) => { put(workbook, { A1: 2, B1: { formula: 'A1+1', value: 3 } }); });
  expect(await valueAt(after, 'B1')).toBe(3);
  expect(await valueAt(after, 'C1')).toBeNull();
});

test('[K5] results › names, tables, other sheets, runs of sheets and arrays are followed', async () => {
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
  const second = `<row r="1">${f('A1', "'Phụ lục'!A1")}${f('B1', 'Vùng+1')}${f('C1', 'SUM(Bảng[Số])')}${f('D1', "SUM('Phụ lục:Hai'!A1)")}<c r="E1"><f t="array" ref="E1:E2">'Phụ lục'!A1:A2</f><v>1</v></c>${f('F1', 'E2')}${f('G1', "'[1]Phụ lục'!A1")}${f('H1', 'Xa')}${f('I1', 'LET(x,1,x)')}</row><row r="2"><c r="E2"><v>1</v></c></row>`;
  const names = '<definedNames><definedName name="Vùng">Gốc</definedName><definedName name="Gốc">\'Phụ lục\'!$A$1:$A$2</definedName><definedName name="Xa">OFFSET(Hai!$Z$9,1,1)</definedName></definedNames>';
  const source = rawWorkbook({
    'xl/workbook.xml': workbookXml('<sheet name="Phụ lục" sheetId="1" r:id="rId1"/><sheet name="Hai" sheetId="2" r:id="rId2"/>').replace('</sheets>', `</sheets>${names}`),
    'xl/_rels/workbook.xml.rels': relationshipsXml([{ id: 'rId1', kind: 'worksheet', target: 'worksheets/sheet1.xml' }, { id: 'rId2', kind: 'worksheet', target: 'worksheets/sheet2.xml' }]),
    [SHEET1]: sheetXml('<row r="1"><c r="A1"><v>1</v></c></row>'),
    'xl/worksheets/sheet2.xml': sheetXml(second),
    'xl/worksheets/_rels/sheet1.xml.rels': relationshipsXml([{ id: 'rId1', kind: 'table', target: '../tables/table1.xml' }]),
    'xl/tables/table1.xml': `<table xmlns="${main}" id="1" name="Bảng" displayName="Bảng" ref="A1:A3" headerRowCount="0"><tableColumns count="1"><tableColumn id="1" name="Số"/></tableColumns></table>`,
  });
  const after = edited(source, (workbook) => { put(workbook, { A1: 5 }); });
  const left = await Promise.all(['A1', 'B1', 'C1', 'D1', 'E1', 'E2', 'F1', 'G1', 'H1', 'I1'].map((at) => valueAt(after, at, 1)));
  expect(left).toEqual([null, null, null, null, null, null, null, 1, null, 1]);
});

test('[K5] results › a shared formula reads from each of its cells', async () => {
  const cells = Array.from({ length: 4 }, (_, i) => `<row r="${i + 1}"><c r="A${i + 1}"><v>1</v></c><c r="B${i + 1}"><f t="shared"${i === 0 ? ' ref="B1:B4"' : ''} si="0"${i === 0 ? '>A1</f>' : '/>'}<v>1</v></c></row>`);
  const after = edited(rawSheet(cells.join('')), (workbook) => { put(workbook, { A3: 5 }); });
  expect(await Promise.all(['B1', 'B2', 'B3', 'B4'].map((at) => valueAt(after, at)))).toEqual([1, 1, null, 1]);
});

test('[K5] order of calculation › goes with a formula, and stays when a figure changes', () => {
  const types = '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/xl/calcChain.xml" ContentType="x"/></Types>';
  const source = rawSheet(`<row r="1"><c r="A1"><v>1</v></c>${f('B1', 'A1')}</row>`, {
    '[Content_Types].xml': types,
    'xl/calcChain.xml': '<calcChain><c r="B1" i="1"/></calcChain>',
    'xl/_rels/workbook.xml.rels': relationshipsXml([{ id: 'rId1', kind: 'worksheet', target: 'worksheets/sheet1.xml' }, { id: 'rId4', kind: 'calcChain', target: 'calcChain.xml' }]),
  });
  expect(changedParts(source, edited(source, (workbook) => { put(workbook, { A1: 2 }); }))).toEqual(['~xl/workbook.xml', `~${SHEET1}`]);
  const gone = edited(source, (workbook) => { put(workbook, { B1: 2 }); });
  expect(changedParts(source, gone)).toEqual(['-xl/calcChain.xml', '~[Content_Types].xml', '~xl/_rels/workbook.xml.rels', '~xl/workbook.xml', `~${SHEET1}`]);
  expect(part(gone, '[Content_Types].xml')).not.toContain('calcChain');
});

test('[K5] order of calculation › nothing is asked of a workbook without formulas', () => {
  const source = rawSheet('<row r="1"><c r="A1"><v>1</v></c></row>');
  expect(changedParts(source, edited(source, (workbook) => { put(workbook, { A1: 2 }); }))).toEqual([`~${SHEET1}`]);
});

test('[K5] running sums › 20 000 that all read one cell are found once each', async () => {
  const rows = Array.from({ length: 20_000 }, (_, i) => `<row r="${i + 1}"><c r="A${i + 1}"><v>1</v></c>${f(`B${i + 1}`, `SUM(A$1:A${i + 1})`)}</row>`);
  const after = edited(rawSheet(rows.join('')), (workbook) => { for (let row = 0; row < 5000; row += 1) workbook.setCell('Phụ lục', row, 0, { value: 2, formula: null }); });
  expect(await valueAt(after, 'B20000')).toBeNull();
});

test('[K5] precedents › are what the text of a formula says', () => {
  const said = (formula: string): unknown => {
    const { ranges, names, anything } = precedentsOf(formula);
    return [ranges.map(({ sheet, top, left, bottom, right }) => [sheet, top.at, left.at, bottom.at, right.at].join(' ')), names, anything];
  };
  expect(said('SUM(A1:$B$2,Hai!C3)')).toEqual([[' 0 0 1 1', 'hai 2 2 2 2'], [], false]);
  expect(said("'O''Hai'!D:E+4:5")).toEqual([["o'hai 0 3 1048575 4", ' 3 0 4 16383'], [], false]);
  expect(said('LOG10(A1)&"B2"&Tên')).toEqual([[' 0 0 0 0'], ['tên'], false]);
  expect(said('SUM(A1:INDEX(B:B,3))')).toMatchObject([expect.anything(), [], true]);
  expect(said('OFFSET(A1,1,1)')).toMatchObject([expect.anything(), [], true]);
  expect(said('Bảng[[#This Row],[Cột]]+1')).toEqual([[], [], false]);
  expect(said('#REF!+1.5E+3')).toEqual([[], [], false]);
});

test('[K2] function names › young ones carry the mark that files give them', () => {
  expect(storedFormula('XLOOKUP(A1,B:B,C:C)&"IFS("')).toBe('_xlfn.XLOOKUP(A1,B:B,C:C)&"IFS("');
  expect(storedFormula('SORT(FILTER(A1:A3,B1:B3))')).toBe('_xlfn._xlws.SORT(_xlfn._xlws.FILTER(A1:A3,B1:B3))');
  expect(storedFormula('LET(x,A1,LAMBDA(y,x+y)(2))')).toBe('_xlfn.LET(_xlpm.x,A1,_xlfn.LAMBDA(_xlpm.y,_xlpm.x+_xlpm.y)(2))');
  expect(storedFormula('HTX.GROWTH(D5,E5)')).toBe('_xldudf_HTX_GROWTH(D5,E5)');
  expect(storedFormula('_xlfn.IFS(A1,1)+SUM(B1)')).toBe('_xlfn.IFS(A1,1)+SUM(B1)');
});

test('[K2] function names › those of an add-in are read back as they are shown', async () => {
  const after = edited(rawSheet(''), (workbook) => { put(workbook, { A1: { formula: 'HTX.GROWTH(D5,LET(x,1,x))', value: 1 } }); });
  expect(part(after, SHEET1)).toContain('_xldudf_HTX_GROWTH(D5,_xlfn.LET(_xlpm.x,1,_xlpm.x))');
  expect(await cellAt(after, 'A1')).toMatchObject({ formula: 'HTX.GROWTH(D5,LET(x,1,x))', value: 1 });
});
