/**
 * Keeps tables true to their cells: a heading is the column's name, in the table's part and in every formula that says it.
 *
 * Excel repairs a file in which they differ.
 */
import { areaOf } from '#core/table/cell-reference';
import type { PackageEditor } from '#adapters/xlsx/patch/package-editor';
import { relationshipsOf } from '#adapters/xlsx/patch/relationships';
import { plainTextOf } from '#adapters/xlsx/patch/cell-text';
import { attributeOf, attributeSplice, elementsIn, rootOf, type XmlElement } from '#adapters/xlsx/patch/xml-children';
import { escapeCellAttribute } from '#adapters/xlsx/patch/xml-escape';
import { decodeText } from '#adapters/xlsx/xml-text';
import type { Area } from '#core/table/grid';

export interface SheetTable {
  /** As formulas say it. */
  readonly name: string;
  /** Of its part. */
  readonly path: string;
  readonly area: Area;
  readonly hasHeader: boolean;
  /** Of its columns, from left to right. */
  readonly columns: readonly string[];
}

/** The tables of a sheet. */
export function tablesOf(zip: PackageEditor, sheet: string): readonly SheetTable[] {
  const paths = relationshipsOf(zip, sheet).flatMap(({ kind, path }) => (kind === 'table' && path !== null && zip.has(path) ? [path] : []));
  return paths.flatMap((path) => {
    const text = zip.text(path);
    const root = rootOf(text);
    const area = areaOf(attributeOf(text, root, 'ref') ?? '');
    if (area === null) return [];
    const name = attributeOf(text, root, 'displayName') ?? attributeOf(text, root, 'name') ?? '';
    return [{ name, path, area, hasHeader: attributeOf(text, root, 'headerRowCount') !== '0', columns: columnsIn(text).map((column) => decodeText(attributeOf(text, column, 'name') ?? '')) }];
  });
}

function columnsIn(text: string): readonly XmlElement[] {
  return rootOf(text).children.filter(({ name }) => name === 'tableColumns').flatMap((list) => elementsIn(text, list)).filter(({ name }) => name === 'tableColumn');
}

/** A column that gets another name. */
export interface ColumnRename {
  readonly table: SheetTable;
  readonly column: number;
  readonly from: string;
  readonly to: string;
}

/** The table whose heading a cell is, and which of its columns; null for any other cell. */
export function headingAt(tables: readonly SheetTable[], row: number, column: number): { readonly table: SheetTable; readonly column: number } | null {
  const table = tables.find(({ area, hasHeader }) => hasHeader && row === area.top && column >= area.left && column <= area.right);
  return table === undefined ? null : { table, column: column - table.area.left };
}

/** The name that a heading may have: some text, and one that no other column of the table has. */
export function headingName(wanted: string, others: readonly string[]): string {
  const taken = new Set(others.map((name) => name.toLowerCase()));
  const base = wanted === '' ? 'Column' : wanted;
  let name = wanted === '' ? 'Column1' : wanted;
  for (let number = 2; taken.has(name.toLowerCase()); number += 1) name = `${base}${number}`;
  return name;
}

export function renameColumn(zip: PackageEditor, { table, column, to }: ColumnRename): void {
  const text = zip.text(table.path);
  const element = columnsIn(text)[column];
  if (element !== undefined) zip.edit(table.path, [attributeSplice(text, element, 'name', escapeCellAttribute(to))]);
}

const SPECIAL = /['#@[\]]/g;

/** The formula after a rename; the same text where it does not say the column. */
export function renamedInFormula(formula: string, { table, from, to }: ColumnRename): string {
  const old = `[${from.replaceAll(SPECIAL, "'$&")}]`.toLowerCase();
  const put = `[${to.replaceAll(SPECIAL, "'$&")}]`;
  const escaped = table.name.replaceAll(/[$()*+.?[\\\]^{|}]/g, String.raw`\$&`);
  const uses = new RegExp(String.raw`"(?:[^"]|"")*"|(?<![\p{L}\p{N}_.])${escaped}(\[(?:[^\[\]']|'.|\[(?:[^\[\]']|'.)*\])*\])`, 'giu');
  return formula.replaceAll(uses, (use: string, brackets?: string) => {
    if (brackets === undefined) return use;
    const before = use.slice(0, use.length - brackets.length);
    if (brackets.toLowerCase() === old) return before + put;
    return before + brackets.replaceAll(/\[(?:[^\[\]']|'.)*\]/g, (one) => (one.toLowerCase() === old ? put : one));
  });
}

/** The places in a part's text where formulas stand: what is under elements of these names. */
export function formulaTexts(text: string, names: ReadonlySet<string>): readonly { readonly from: number; readonly to: number; readonly formula: string }[] {
  const found: { from: number; to: number; formula: string }[] = [];
  const walk = (elements: readonly XmlElement[]): void => {
    for (const element of elements) {
      if (names.has(element.name)) found.push({ ...element.inner, formula: plainTextOf(text.slice(element.inner.from, element.inner.to)) });
      else if (element.inner.to > element.inner.from) walk(elementsIn(text, element));
    }
  };
  walk(rootOf(text).children);
  return found;
}
