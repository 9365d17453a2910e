/** Has Excel calculate anew when it opens the workbook. */
import type { PackageEditor } from '#adapters/xlsx/patch/package-editor';
import { relationshipsOf, removePart, removeRelationships } from '#adapters/xlsx/patch/relationships';
import { attributeSplice, orderedSplice, rootOf } from '#adapters/xlsx/patch/xml-children';

/** ECMA-376, CT_Workbook. */
export const WORKBOOK_ORDER = [
  'fileVersion', 'fileSharing', 'workbookPr', 'workbookProtection', 'bookViews', 'sheets', 'functionGroups', 'externalReferences', 'definedNames', 'calcPr',
  'oleSize', 'customWorkbookViews', 'pivotCaches', 'smartTagPr', 'smartTagTypes', 'webPublishing', 'fileRecoveryPr', 'webPublishObjects', 'extLst',
];

/** Asks for a calculation on load, whatever mode the workbook is in. */
export function askRecalculation(zip: PackageEditor, workbook: string): void {
  const text = zip.text(workbook);
  const root = rootOf(text);
  const known = root.children.find(({ name }) => name === 'calcPr');
  if (known !== undefined) zip.edit(workbook, [attributeSplice(text, known, 'fullCalcOnLoad', '1')]);
  else zip.edit(workbook, [orderedSplice(text, root, WORKBOOK_ORDER, `<${root.prefix}calcPr fullCalcOnLoad="1"/>`, 'calcPr')]);
}

/** Drops the order of calculation, which must name each formula and no other cell: Excel makes a new one. */
export function dropCalculationChain(zip: PackageEditor, workbook: string): void {
  const chain = relationshipsOf(zip, workbook).find(({ kind }) => kind === 'calcChain');
  if (chain === undefined) return;
  removeRelationships(zip, workbook, ({ id }) => id === chain.id);
  if (chain.path !== null && zip.has(chain.path)) removePart(zip, chain.path);
}
