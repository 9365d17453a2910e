/** A plain workbook that holds the cells of a text, so that what is edited can be saved. */
import { strToU8, zipSync } from 'fflate';
import { openWorkbook } from '#adapters/xlsx/patch/open-workbook';
import { plainUnpacker } from '#adapters/xlsx/plain-unpacker';
import type { Grid } from '#core/table/grid';
import type { Workbook } from '#ports/workbook-files';

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONSHIPS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
/** The oldest that a zip can say: the same text gives the same bytes. */
const LONG_AGO = new Date(1980, 0, 1);

const PARTS: Readonly<Record<string, string>> = {
  '[Content_Types].xml': `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPE}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${TYPE}.worksheet+xml"/></Types>`,
  '_rels/.rels': `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${RELATIONSHIPS}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${RELATIONSHIPS}"><sheets><sheet name="Sheet1" sheetId="1" r:id="rId1"/></sheets></workbook>`,
  'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${RELATIONSHIPS}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
  'xl/worksheets/sheet1.xml': `<worksheet xmlns="${MAIN}"><sheetData/></worksheet>`,
};

/** @returns the bytes of an .xlsx with the cells of the first sheet */
export function workbookOf({ sheets: [grid] }: Workbook): Uint8Array {
  const blank = zipSync(Object.fromEntries(Object.entries(PARTS).map(([name, xml]) => [name, strToU8(HEAD + xml)])), { mtime: LONG_AGO });
  if (grid === undefined) return blank;
  const editor = openWorkbook(blank, grid.name, plainUnpacker);
  const [sheet = ''] = editor.sheets();
  for (const { row, column, cell } of cellsOf(grid)) editor.setCell(sheet, row, column, { value: cell.value, formula: cell.formula });
  return editor.save();
}

function* cellsOf(grid: Grid): Iterable<{ readonly row: number; readonly column: number; readonly cell: ReturnType<Grid['cell']> }> {
  for (let row = 0; row < grid.rowCount; row += 1) {
    for (let column = 0; column < grid.columnCount; column += 1) {
      const cell = grid.cell(row, column);
      if (cell.value !== null) yield { row, column, cell };
    }
  }
}
