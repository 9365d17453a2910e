/** The workbooks that mutants come from: the published appendix in its two forms, and one of every kind of cell. */
import { readFileSync } from 'node:fs';
import { unzipSync, type Unzipped } from 'fflate';
import { rawSheet, sheetXml, stringsXml, stylesXml } from '#test/adapters/xlsx/raw-workbook';

const SHEET = 'xl/worksheets/sheet1.xml';

const HEADER = ['TT', 'Chỉ tiêu', 'ĐVT', 'Thực hiện năm 2020', 'Tăng, giảm so với năm 2019', 'Tỷ lệ so với năm 2019', 'Kế hoạch 2020'];

/** Shared and array formulas, texts in place, truth and error values, dates, merges, hidden rows and columns. */
function everyKind(): Uint8Array {
  const strings = [...HEADER, 'Tổng số HTX', 'HTX', 'Nông nghiệp', 'Trong đó: thành lập mới'];
  const words = HEADER.map((_, i) => `<c r="${'ABCDEFG'.charAt(i)}1" t="s"><v>${i}</v></c>`).join('');
  const rows = [
    `<row r="1">${words}</row>`,
    '<row r="2"><c r="A2"><v>1</v></c><c r="B2" t="s"><v>7</v></c><c r="C2" t="s"><v>8</v></c><c r="D2" s="1"><f>SUM(D3:D4)</f><v>102</v></c><c r="E2" s="1"><v>17</v></c><c r="F2" s="2"><f t="shared" ref="F2:F4" si="0">D2/(D2-E2)</f><v>1.2</v></c><c r="G2" t="d"><v>2020-12-31</v></c></row>',
    '<row r="3" hidden="1"><c r="A3" t="inlineStr"><is><t>-</t></is></c><c r="B3" t="s"><v>9</v></c><c r="C3" t="s"><v>8</v></c><c r="D3" s="1"><v>60</v></c><c r="E3" t="b"><v>1</v></c><c r="F3" s="2"><f t="shared" si="0"/><v>1.1</v></c><c r="G3" t="e"><v>#REF!</v></c></row>',
    '<row r="4"><c r="A4" t="str"><v>-</v></c><c r="B4" t="s"><v>10</v></c><c r="C4" t="s"><v>8</v></c><c r="D4" s="1"><v>42</v></c><c r="E4" t="inlineStr"><is><r><t>+ </t></r><r><t>5</t></r></is></c><c r="F4" s="2"><f t="array" ref="F4:G4">D4:E4</f><v>8.4E-1</v></c></row>',
  ];
  const before = '<cols><col min="5" max="5" hidden="1"/></cols>';
  const after = '<mergeCells><mergeCell ref="A3:A4"/><mergeCell ref="D4:E4"/></mergeCells>';
  return rawSheet('', { [SHEET]: sheetXml(rows.join(''), { before, after }), 'xl/sharedStrings.xml': stringsXml(strings), 'xl/styles.xml': stylesXml(['#,##0', '0.0%']) });
}

export interface Origin {
  readonly bytes: Uint8Array;
  readonly parts: Unzipped;
}

let known: readonly Origin[] | null = null;

export function origins(): readonly Origin[] {
  known ??= [readFileSync('test/fixtures/phu-luc-2020.xlsx'), readFileSync('test/fixtures/phu-luc-2020-text.xlsx'), everyKind()].map((bytes) => ({ bytes, parts: unzipSync(bytes) }));
  return known;
}
