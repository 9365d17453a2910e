/** The XML of a sheet made from nothing: rows of cells, widths, links, and how it is printed. */
import { contentXml } from '#adapters/xlsx/patch/cell-content';
import { blankCell, withContent, writeCellXml } from '#adapters/xlsx/patch/cell-text';
import { newPart, type Namespaces } from '#adapters/xlsx/patch/namespaces';
import type { StringTable } from '#adapters/xlsx/patch/string-table';
import { escapeCellAttribute } from '#adapters/xlsx/patch/xml-escape';
import { address } from '#core/table/grid';
import type { NewCell, NewSheet } from '#ports/workbook-editor';

/** DIN A4, as every office here prints. */
const A4 = 9;

export function newSheetXml({ widths, rows, titleRows, landscape }: NewSheet, namespaces: Namespaces, strings: StringTable): string {
  const cells = rows.flatMap((row, r) => row.map((cell, c) => ({ cell, at: address(r, c) })));
  return newPart(namespaces, 'worksheet', [
    '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>',
    viewXml(titleRows, true),
    columnsXml(widths),
    `<sheetData>${rows.map((row, r) => rowXml(row, r, strings)).join('')}</sheetData>`,
    linksXml(cells),
    pageXml(landscape),
  ].join(''));
}

/** On A4, one page wide and as many long as it takes, with page numbers. */
export function pageXml(landscape: boolean): string {
  return [
    '<printOptions horizontalCentered="1"/>',
    '<pageMargins left="0.4" right="0.4" top="0.5" bottom="0.6" header="0.3" footer="0.3"/>',
    `<pageSetup paperSize="${A4}" orientation="${landscape ? 'landscape' : 'portrait'}" fitToWidth="1" fitToHeight="0"/>`,
    '<headerFooter><oddFooter>&amp;C&amp;P/&amp;N</oddFooter></headerFooter>',
  ].join('');
}

/** Excel's own limit on a sheet; one more, and it repairs the file. */
const MOST_LINKS = 65_530;

/** No lines but those of the cells; the title rows stay in sight. */
export function viewXml(titleRows: NewSheet['titleRows'], isShown: boolean): string {
  return `<sheetViews><sheetView showGridLines="0"${isShown ? ' tabSelected="1"' : ''} workbookViewId="0">${frozen(titleRows)}</sheetView></sheetViews><sheetFormatPr defaultRowHeight="15"/>`;
}

/** @param widths in characters */
export function columnsXml(widths: readonly number[]): string {
  return `<cols>${widths.map((width, i) => `<col min="${i + 1}" max="${i + 1}" width="${width}" customWidth="1"/>`).join('')}</cols>`;
}

/** The title rows stay in sight; without them nothing is held. */
function frozen(titleRows: NewSheet['titleRows']): string {
  if (titleRows === null) return '';
  const below = address(titleRows.last + 1, 0);
  return `<pane ySplit="${titleRows.last + 1}" topLeftCell="${below}" activePane="bottomLeft" state="frozen"/><selection pane="bottomLeft" activeCell="${below}" sqref="${below}"/>`;
}

function rowXml(row: NewSheet['rows'][number], r: number, strings: StringTable): string {
  const cells = row.map((cell, c) => (cell === null ? '' : cellXml(cell, address(r, c), strings)));
  return `<row r="${r + 1}">${cells.join('')}</row>`;
}

function cellXml({ value, style }: NewCell, at: string, strings: StringTable): string {
  const blank = blankCell('', style === undefined ? null : String(style));
  return writeCellXml(at, withContent(blank, contentXml({ value, formula: null }, '', strings, 0)));
}

function linksXml(cells: readonly { readonly cell: NewCell | null; readonly at: string }[]): string {
  const links = cells.filter(({ cell }) => cell?.link !== undefined).slice(0, MOST_LINKS).map(({ cell, at }) => `<hyperlink ref="${at}" location="${escapeCellAttribute(cell?.link ?? '')}"/>`);
  return links.length === 0 ? '' : `<hyperlinks>${links.join('')}</hyperlinks>`;
}
