import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { zipSync, strToU8 } from 'fflate';
import { nodeUnpacker } from '#adapters/disk/node-unpacker';
import { readShownWorkbook, type ShownSheet } from '#adapters/xlsx/read-workbook';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const REL = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** A workbook of one sheet with these parts. */
async function shown(styles: string, sheet: string, theme = ''): Promise<ShownSheet> {
  const rels = (items: string): string => `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${items}</Relationships>`;
  const bytes = zipSync(Object.fromEntries(Object.entries({
    '[Content_Types].xml': '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    '_rels/.rels': rels(`<Relationship Id="a" Type="${REL}/officeDocument" Target="xl/workbook.xml"/>`),
    'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${REL}"><sheets><sheet name="B" sheetId="1" state="hidden" r:id="a"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': rels(`<Relationship Id="a" Type="${REL}/worksheet" Target="s.xml"/><Relationship Id="b" Type="${REL}/styles" Target="y.xml"/>${theme === '' ? '' : `<Relationship Id="c" Type="${REL}/theme" Target="t.xml"/>`}`),
    'xl/s.xml': `<worksheet xmlns="${MAIN}">${sheet}</worksheet>`,
    'xl/y.xml': `<styleSheet xmlns="${MAIN}">${styles}</styleSheet>`,
    'xl/t.xml': theme,
  }).map(([name, xml]) => [name, strToU8(xml)])));
  const { sheets: [only] } = await readShownWorkbook(bytes, 'a.xlsx', nodeUnpacker);
  if (only === undefined) throw new Error('The workbook has no sheet');
  return only;
}

const STYLES = `<fonts><font/><font><b/><i val="0"/><u val="none"/><sz val="13"/><color theme="4" tint="-0.5"/><name val="Times New Roman"/></font></fonts>
<fills><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFDDEBF7"/><bgColor indexed="64"/></patternFill></fill><fill><patternFill patternType="gray125"><fgColor rgb="FF000000"/></patternFill></fill></fills>
<borders><border><left/></border><border><left style="thin"><color indexed="10"/></left><top style="double"/><bottom style="none"/></border></borders>
<cellXfs><xf/><xf fontId="1" fillId="1" borderId="1"><alignment horizontal="center" vertical="top" wrapText="1"/></xf><xf fontId="99" fillId="2" borderId="99"/></cellXfs>
<dxfs><dxf><font><b/></font></dxf></dxfs>`;
const SHEET = `<sheetViews><sheetView><pane xSplit="2" ySplit="6" state="frozen"/></sheetView></sheetViews><cols><col min="1" max="2" width="12.5" style="1"/><col min="4" max="4" width="9999"/></cols>
<sheetData><row r="2" ht="30" customHeight="1"><c r="A2" s="1"><v>1</v></c><c r="B2"><v>2</v></c></row><row r="3" ht="99999"><c r="A3" s="2"><v>1</v></c></row></sheetData>`;

test('[B5] look › fonts, fills, lines, places, widths, heights and what stays in view', async () => {
  const { look, hidden, grid } = await shown(STYLES, SHEET);
  expect(hidden).toBe(true);
  expect(look.frozen).toEqual({ rows: 6, columns: 2 });
  expect(look.columns).toEqual([{ first: 0, last: 1, width: 12.5, style: 1 }, { first: 3, last: 3, width: null, style: null }]);
  expect([...look.heights]).toEqual([[1, 30]]);
  expect([grid.styleAt(1, 0), grid.styleAt(1, 1), grid.styleAt(0, 0)]).toEqual([1, 0, null]);
  expect(look.styles).toHaveLength(3);
  expect(look.styles[1]).toEqual({
    font: { name: 'Times New Roman', size: 13, bold: true, italic: false, underline: false, colour: '223962' },
    fill: 'DDEBF7', lines: { left: { style: 'thin', colour: 'FF0000' }, top: { style: 'double', colour: null } }, horizontal: 'center', vertical: 'top', wrap: true,
  });
  expect(look.styles[2]).toMatchObject({ font: { bold: false }, fill: null, lines: {} });
});

test('[B5] look › a theme of the workbook gives its own colours', async () => {
  const colours = ['dk1', 'lt1', 'dk2', 'lt2', 'accent1'].map((name, i) => `<a:${name}><a:srgbClr val="0${i}0${i}0${i}"/></a:${name}>`).join('').replace('<a:srgbClr val="000000"/>', '<a:sysClr val="windowText" lastClr="123456"/>');
  const theme = `<a:theme xmlns:a="x"><a:themeElements><a:clrScheme>${colours}</a:clrScheme><a:fontScheme><a:latin val="no"/></a:fontScheme></a:themeElements></a:theme>`;
  const { look } = await shown('<fonts><font><color theme="1"/></font><font><color theme="0"/></font><font><color theme="4" tint="1"/></font><font><color theme="77"/></font></fonts><cellXfs><xf fontId="0"/><xf fontId="1"/><xf fontId="2"/><xf fontId="3"/></cellXfs>', '<sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData>', theme);
  expect(look.styles.map(({ font }) => font.colour)).toEqual(['123456', '010101', 'FFFFFF', null]);
});

test('[B5] look › the published appendix has the looks of its file', async () => {
  const { sheets: [sheet] } = await readShownWorkbook(new Uint8Array(readFileSync('test/fixtures/phu-luc-2020.xlsx')), 'a.xlsx', nodeUnpacker);
  const of = (row: number, column: number): unknown => sheet?.look.styles[sheet.grid.styleAt(row, column) ?? -1];
  expect(of(3, 1)).toMatchObject({ font: { bold: true }, horizontal: 'center' });
  expect(sheet?.look.columns[1]?.width).toBeGreaterThan(30);
});
