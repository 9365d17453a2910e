/** The XML of a form: cells in their looks, merges, what may be typed where, locks, and how it is printed. */
import { contentXml } from '#adapters/xlsx/patch/cell-content';
import { blankCell, withContent, writeCellXml } from '#adapters/xlsx/patch/cell-text';
import { newPart, type Namespaces } from '#adapters/xlsx/patch/namespaces';
import { columnsXml, pageXml, viewXml } from '#adapters/xlsx/patch/new-sheet';
import type { StringTable } from '#adapters/xlsx/patch/string-table';
import type { StyleTable } from '#adapters/xlsx/patch/style-table';
import { escapeCellAttribute, escapeCellText } from '#adapters/xlsx/patch/xml-escape';
import { isOpen, type FormCell, type FormInput, type InputMessages, type NewForm } from '#core/new/form';
import { FORM_FONT, LOOKS } from '#core/new/looks';
import { address, type Area } from '#core/table/grid';
import type { StyleSpec } from '#ports/workbook-editor';

interface FormContext {
  readonly namespaces: Namespaces;
  readonly strings: StringTable;
  readonly styles: StyleTable;
  readonly messages: InputMessages;
}

export function formSheetXml(form: NewForm, { namespaces, strings, styles, messages }: FormContext): string {
  const { rows, heights, merges, widths, header, isLocked, inputs, hidden } = form;
  return newPart(namespaces, 'worksheet', [
    '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>',
    viewXml(header, !hidden),
    columnsXml(widths),
    `<sheetData>${rows.map((row, r) => rowXml(row, r, heights.get(r) ?? null, { strings, styles })).join('')}</sheetData>`,
    isLocked ? '<sheetProtection sheet="1" objects="1" scenarios="1" formatColumns="0" formatRows="0"/>' : '',
    listXml('mergeCells', merges.map((area) => `<mergeCell ref="${areaText(area)}"/>`)),
    listXml('dataValidations', inputs.map((input) => inputXml(input, messages))),
    pageXml(true),
  ].join(''));
}

function areaText({ top, left, bottom, right }: Area): string {
  return top === bottom && left === right ? address(top, left) : `${address(top, left)}:${address(bottom, right)}`;
}

/** Excel repairs a file with an empty list. */
function listXml(name: string, items: readonly string[]): string {
  return items.length === 0 ? '' : `<${name} count="${items.length}">${items.join('')}</${name}>`;
}

function rowXml(row: NewForm['rows'][number], r: number, height: number | null, writing: Pick<FormContext, 'strings' | 'styles'>): string {
  const cells = row.map((cell, c) => (cell === null ? '' : cellXml(cell, address(r, c), writing)));
  return `<row r="${r + 1}"${height === null ? '' : ` ht="${height}" customHeight="1"`}>${cells.join('')}</row>`;
}

function cellXml(cell: FormCell, at: string, { strings, styles }: Pick<FormContext, 'strings' | 'styles'>): string {
  const blank = blankCell('', String(styles.add(styleOf(cell))));
  // The result of a formula is not known before somebody calculates; the workbook asks for that.
  return writeCellXml(at, withContent(blank, contentXml(cell, '', strings, 0)));
}

function styleOf(cell: FormCell): StyleSpec {
  const { wrap, fill, horizontal, ...facts } = LOOKS[cell.look];
  return {
    bold: false, italic: false, ...facts, font: FORM_FONT, horizontal, vertical: 'center',
    ...(wrap === true && { wrap }), ...(fill !== undefined && { fill }),
    ...(cell.indent > 0 && { indent: cell.indent }),
    ...(cell.format !== null && { numberFormat: cell.format }),
    ...(isOpen(cell) && { locked: false }),
  };
}

/** Excel's own limits on what a message says. */
const LONGEST_TITLE = 32;
const LONGEST_TEXT = 225;

function inputXml({ area, rule, isStrict, formula }: FormInput, messages: InputMessages): string {
  const { title, text } = messages[rule];
  const said = `errorTitle="${escapeCellAttribute(title.slice(0, LONGEST_TITLE))}" error="${escapeCellAttribute(text.slice(0, LONGEST_TEXT))}"`;
  return `<dataValidation type="custom"${isStrict ? '' : ' errorStyle="warning"'} allowBlank="1" showErrorMessage="1" ${said} sqref="${areaText(area)}"><formula1>${escapeCellText(formula)}</formula1></dataValidation>`;
}
