/** What names in formulas stand for: the workbook's own, and its tables. */
import { plainTextOf } from '#adapters/xlsx/patch/cell-text';
import type { Names } from '#adapters/xlsx/patch/dependents';
import { tablesOf } from '#adapters/xlsx/patch/table-headers';
import type { WorkbookState } from '#adapters/xlsx/patch/workbook-state';
import { attributeOf, elementsIn, rootOf } from '#adapters/xlsx/patch/xml-children';
import type { Area } from '#core/table/grid';

export function namesOf(workbook: WorkbookState): Names {
  const text = workbook.zip.text(workbook.path);
  const formulas = new Map<string, string[]>();
  for (const element of rootOf(text).children.filter(({ name }) => name === 'definedNames').flatMap((list) => elementsIn(text, list))) {
    const name = (attributeOf(text, element, 'name') ?? '').toLowerCase();
    const formula = plainTextOf(text.slice(element.inner.from, element.inner.to));
    formulas.set(name, [...(formulas.get(name) ?? []), formula]);
  }
  const tables = new Map<string, { readonly sheet: string; readonly area: Area }>();
  for (const { name, path } of workbook.sheets()) for (const table of tablesOf(workbook.zip, path)) tables.set(table.name.toLowerCase(), { sheet: name.toLowerCase(), area: table.area });
  return { formulas, tables };
}
