/** Whether anything outside a sheet reads it. */
import { formulaTextAt } from '#adapters/xlsx/patch/formula-groups';
import { precedentsOf } from '#core/formulas/precedents';
import { namesOf } from '#adapters/xlsx/patch/names';
import { SheetIndex } from '#adapters/xlsx/patch/sheet-index';
import type { WorkbookState } from '#adapters/xlsx/patch/workbook-state';
import { attributeOf, elementsIn, rootOf } from '#adapters/xlsx/patch/xml-children';
import { plainTextOf } from '#adapters/xlsx/patch/cell-text';

export function sheetIsRead(workbook: WorkbookState, sheet: string): boolean {
  const wanted = sheet.toLowerCase();
  const says = (formula: string): boolean => precedentsOf(formula).ranges.some((range) => range.sheet === wanted);
  const others = workbook.sheets().filter(({ name }) => name !== sheet).map(({ path }) => workbook.zip.text(path));
  const inCells = others.some((text) => {
    const index = new SheetIndex(text);
    return index.formulas.some((place) => says(formulaTextAt(text, place)));
  });
  const tables = namesOf(workbook).tables;
  return inCells || commonNames(workbook, sheet).some(says) || [...tables.values()].some((table) => table.sheet === wanted);
}

/** The formulas of names that are not the sheet's own. */
function commonNames(workbook: WorkbookState, sheet: string): readonly string[] {
  const text = workbook.zip.text(workbook.path);
  const place = String(workbook.all().findIndex(({ name }) => name === sheet));
  const names = rootOf(text).children.filter(({ name }) => name === 'definedNames').flatMap((list) => elementsIn(text, list));
  return names.filter((name) => attributeOf(text, name, 'localSheetId') !== place).map(({ inner }) => plainTextOf(text.slice(inner.from, inner.to)));
}
