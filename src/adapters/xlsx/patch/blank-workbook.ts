/** A workbook made from nothing: the fewest parts that every program opens. Sheets are added to it. */
import { newPart, TRANSITIONAL } from '#adapters/xlsx/patch/namespaces';
import { PackageEditor } from '#adapters/xlsx/patch/package-editor';
import { addContentType, addRelationship } from '#adapters/xlsx/patch/relationships';
import { WorkbookEditing } from '#adapters/xlsx/patch/workbook-editing';
import { WorkbookState } from '#adapters/xlsx/patch/workbook-state';
import type { Unpacker } from '#adapters/xlsx/zip-part';
import { FORM_FONT } from '#core/new/looks';
import type { WorkbookEditor } from '#ports/workbook-editor';

const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const TYPES = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const TYPES_NAMESPACE = 'http://schemas.openxmlformats.org/package/2006/content-types';

const STYLES = [
  `<fonts count="1"><font><sz val="11"/><name val="${FORM_FONT}"/><family val="1"/></font></fonts>`,
  '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>',
  '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>',
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>',
  '<cellXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/></cellXfs>',
  '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>',
].join('');

/** Excel opens none without a sheet: add one before it is saved. */
export function blankWorkbook(unpacker: Unpacker): WorkbookEditor {
  const zip = new PackageEditor(new Uint8Array(), [], unpacker);
  const workbook = 'xl/workbook.xml';
  zip.put('[Content_Types].xml', `${DECLARATION}<Types xmlns="${TYPES_NAMESPACE}"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/></Types>`);
  zip.put(workbook, newPart(TRANSITIONAL, 'workbook', '<bookViews><workbookView activeTab="0"/></bookViews><sheets></sheets>'));
  zip.put('xl/styles.xml', newPart(TRANSITIONAL, 'styleSheet', STYLES));
  addContentType(zip, workbook, `${TYPES}.sheet.main+xml`);
  addContentType(zip, 'xl/styles.xml', `${TYPES}.styles+xml`);
  addRelationship(zip, '', `${TRANSITIONAL.relationships}/officeDocument`, workbook);
  addRelationship(zip, workbook, `${TRANSITIONAL.relationships}/styles`, 'xl/styles.xml');
  return new WorkbookEditing(new WorkbookState(zip, workbook));
}
