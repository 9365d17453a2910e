/** Conditional formats of a sheet: added below those that are there, and found again by their formula. */
import { areaOf } from '#core/table/cell-reference';
import type { PackageEditor } from '#adapters/xlsx/patch/package-editor';
import type { Splice } from '#adapters/xlsx/patch/splice';
import type { StyleTable } from '#adapters/xlsx/patch/style-table';
import { plainTextOf } from '#adapters/xlsx/patch/cell-text';
import { maskedXml } from '#adapters/xlsx/patch/part-text';
import { WORKSHEET_ORDER } from '#adapters/xlsx/patch/worksheet-order';
import { attributeOf, elementsIn, orderedSplice, rootOf, type XmlElement } from '#adapters/xlsx/patch/xml-children';
import { escapeAttribute, escapeText } from '#adapters/xlsx/patch/xml-escape';
import { XmlCursor } from '#adapters/xlsx/xml-cursor';
import type { Area } from '#core/table/grid';
import type { ConditionalMark } from '#ports/workbook-editor';

/** @param path of the sheet's part */
export function addConditionalMarks(zip: PackageEditor, path: string, marks: readonly ConditionalMark[], styles: StyleTable): void {
  const wanted = marks.filter(({ cells }) => cells.length > 0);
  if (wanted.length === 0) return;
  const formats = wanted.map((mark) => styles.addConditional(mark));
  const text = zip.text(path);
  const root = rootOf(text, 'sheetData');
  const p = root.prefix;
  const first = lastPriority(text) + 1;
  const xml = wanted.map(({ cells, formula }, i) => {
    const rule = `<${p}cfRule type="expression" dxfId="${formats[i] ?? 0}" priority="${first + i}"><${p}formula>${escapeText(formula)}</${p}formula></${p}cfRule>`;
    return `<${p}conditionalFormatting sqref="${escapeAttribute(cells.join(' '))}">${rule}</${p}conditionalFormatting>`;
  });
  zip.edit(path, [orderedSplice(text, root, WORKSHEET_ORDER, xml.join(''), 'conditionalFormatting')]);
}

/** Formats of a newer kind stand in the sheet's extensions and count along. */
function lastPriority(text: string): number {
  const cursor = new XmlCursor(maskedXml(text), rootOf(text, 'sheetData').children.find(({ name }) => name === 'sheetData')?.to ?? 0);
  let last = 0;
  while (cursor.next()) if (cursor.opens('cfRule')) last = Math.max(last, Number(cursor.attribute('priority') ?? 0) || 0);
  return last;
}

/** @returns where they stood */
export function removeConditionalMarks(zip: PackageEditor, path: string, formula: string): readonly Area[] {
  const text = zip.text(path);
  const lists = rootOf(text, 'sheetData').children.filter(({ name }) => name === 'conditionalFormatting');
  const marked = lists.map((list) => ({ list, splices: removals(text, list, formula) })).filter(({ splices }) => splices.length > 0);
  zip.edit(path, marked.flatMap(({ splices }) => splices));
  return marked.flatMap(({ list }) => (attributeOf(text, list, 'sqref') ?? '').split(/\s+/)).flatMap((one) => areaOf(one) ?? []);
}

function removals(text: string, list: XmlElement, formula: string): readonly Splice[] {
  const rules = elementsIn(text, list).filter(({ name }) => name === 'cfRule');
  const gone = rules.filter((rule) => elementsIn(text, rule).some(({ name, inner }) => name === 'formula' && plainTextOf(text.slice(inner.from, inner.to)) === formula));
  const whole = gone.length === rules.length && gone.length > 0 ? [list] : gone;
  return whole.map(({ from, to }) => ({ from, to, text: '' }));
}
