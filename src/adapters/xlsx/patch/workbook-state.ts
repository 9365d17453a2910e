/** An opened workbook while it is being changed: its package, and what its parts say of each other. */
import { namespacesOf, type Namespaces } from '#adapters/xlsx/patch/namespaces';
import { PackageEditor } from '#adapters/xlsx/patch/package-editor';
import { maskedXml } from '#adapters/xlsx/patch/part-text';
import { relationshipsOf } from '#adapters/xlsx/patch/relationships';
import { listedSheets, type ListedSheet } from '#adapters/xlsx/patch/sheet-list';
import { StringTable } from '#adapters/xlsx/patch/string-table';
import { StyleTable } from '#adapters/xlsx/patch/style-table';
import { attributeOf, rootOf } from '#adapters/xlsx/patch/xml-children';
import { isTrue } from '#adapters/xlsx/workbook-parts';

/** From 1 January 1904 back to 31 December 1899. */
const DAYS_TO_1904 = 1462;

export class WorkbookState {
  readonly zip: PackageEditor;
  /** The workbook's part. */
  readonly path: string;
  readonly namespaces: Namespaces;
  readonly strings: StringTable;
  private readonly stylesPath: string | null;
  private readonly from1904: boolean;
  private table: StyleTable | null = null;
  private listed: { readonly text: string; readonly sheets: readonly ListedSheet[] } | null = null;

  constructor(zip: PackageEditor, path: string) {
    this.zip = zip;
    this.path = path;
    const text = zip.text(path);
    this.namespaces = namespacesOf(maskedXml(text));
    const related = relationshipsOf(zip, path);
    const pathOf = (wanted: string): string | null => related.find(({ kind, path: its }) => kind === wanted && its !== null && zip.has(its))?.path ?? null;
    this.strings = new StringTable(zip, pathOf('sharedStrings'));
    this.stylesPath = pathOf('styles');
    const properties = rootOf(text).children.find(({ name }) => name === 'workbookPr');
    this.from1904 = properties !== undefined && isTrue(attributeOf(text, properties, 'date1904'));
  }

  /** Made where the workbook has none, so ask only to change it. */
  get styles(): StyleTable {
    this.table ??= new StyleTable(this.zip, { workbook: this.path, path: this.stylesPath, namespaces: this.namespaces });
    return this.table;
  }

  /** Days that a number in this style is counted less, for a workbook that counts dates from 1904. */
  shiftOf(style: number): number {
    return this.from1904 && (this.stylesPath !== null || this.table !== null) && this.styles.isDate(style) ? DAYS_TO_1904 : 0;
  }

  /** Asked for with each cell that is set, and read anew only where the list has changed. */
  all(): readonly ListedSheet[] {
    const text = this.zip.text(this.path);
    if (this.listed?.text !== text) this.listed = { text, sheets: listedSheets(this.zip, this.path) };
    return this.listed.sheets;
  }

  /** Sheets of cells. */
  sheets(): readonly (ListedSheet & { readonly path: string })[] {
    return this.all().flatMap((sheet) => (sheet.kind === 'worksheet' && sheet.path !== null && this.zip.has(sheet.path) ? [{ ...sheet, path: sheet.path }] : []));
  }

  /** @throws {RangeError} where there is no such sheet of cells */
  sheet(name: string): ListedSheet & { readonly path: string } {
    const found = this.sheets().find((sheet) => sheet.name === name);
    if (found === undefined) throw new RangeError(`Cannot change sheet "${name}": the workbook has none of this name`);
    return found;
  }
}
