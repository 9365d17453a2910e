/** Styles of a workbook: added at the ends of their lists, so that every number that a cell has keeps its meaning. */
import { fontXml, newFormatId, styleXml } from '#adapters/xlsx/patch/style-xml';
import { newPart, type Namespaces } from '#adapters/xlsx/patch/namespaces';
import type { PackageEditor } from '#adapters/xlsx/patch/package-editor';
import { maskedXml } from '#adapters/xlsx/patch/part-text';
import { addContentType, addRelationship } from '#adapters/xlsx/patch/relationships';
import { appendSplice, attributeOf, attributeSplice, elementsIn, orderedSplice, rootOf, type XmlElement } from '#adapters/xlsx/patch/xml-children';
import { escapeAttribute } from '#adapters/xlsx/patch/xml-escape';
import { isDateFormat, numberFormats } from '#adapters/xlsx/number-formats';
import { XmlCursor } from '#adapters/xlsx/xml-cursor';
import type { StyleSpec } from '#ports/workbook-editor';

/** ECMA-376, CT_Stylesheet. */
const ORDER = ['numFmts', 'fonts', 'fills', 'borders', 'cellStyleXfs', 'cellXfs', 'cellStyles', 'dxfs', 'tableStyles', 'colors', 'extLst'];
/** What a list must begin with where a workbook has none. */
const USUAL: Readonly<Record<string, readonly string[]>> = {
  fonts: ['<font><sz val="11"/><name val="Calibri"/></font>'],
  fills: ['<fill><patternFill patternType="none"/></fill>', '<fill><patternFill patternType="gray125"/></fill>'],
  borders: ['<border><left/><right/><top/><bottom/><diagonal/></border>'],
  cellXfs: ['<xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>'],
};
const CONTENT_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml';
const SIDES = ['left', 'right', 'top', 'bottom'];

type List = 'numFmts' | 'fonts' | 'fills' | 'borders' | 'cellXfs' | 'dxfs';

export class StyleTable {
  private readonly zip: PackageEditor;
  private readonly path: string;
  private readonly known = new Map<string, number>();
  private dates: readonly boolean[] | null = null;

  /** @param workbook the workbook's part; the styles' own is made where there is none */
  constructor(zip: PackageEditor, { workbook, path, namespaces }: { readonly workbook: string; readonly path: string | null; readonly namespaces: Namespaces }) {
    this.zip = zip;
    this.path = path ?? zip.freePath('xl/styles', '.xml');
    if (zip.has(this.path)) return;
    zip.put(this.path, newPart(namespaces, 'styleSheet', ''));
    addRelationship(zip, workbook, `${namespaces.relationships}/styles`, this.path);
    addContentType(zip, this.path, CONTENT_TYPE);
  }

  /** The number of a style; equal ones get the same. */
  add(spec: StyleSpec): number {
    return this.once(`xf ${JSON.stringify(spec)}`, () => {
      const base = this.item('cellXfs', spec.basedOn ?? 0);
      const ids = { numFmtId: this.formatId(spec.numberFormat), fontId: this.fontId(spec, base), fillId: this.fillId(spec.fill), borderId: this.borderId(spec.border) };
      return this.append('cellXfs', styleXml(base, ids, spec));
    });
  }

  /** The number of a format for conditions. */
  addConditional({ fill, colour }: { readonly fill: string; readonly colour: string }): number {
    const xml = `<dxf><font><color rgb="FF${colour}"/></font><fill><patternFill patternType="solid"><fgColor rgb="FF${fill}"/><bgColor rgb="FF${fill}"/></patternFill></fill></dxf>`;
    return this.once(xml, () => this.append('dxfs', xml));
  }

  /** Whether a style shows a number as a date. */
  isDate(style: number): boolean {
    this.dates ??= numberFormats(new XmlCursor(maskedXml(this.zip.text(this.path)))).map(isDateFormat);
    return this.dates[style] ?? false;
  }

  private once(key: string, make: () => number): number {
    const known = this.known.get(key) ?? make();
    this.known.set(key, known);
    return known;
  }

  private fontId(spec: StyleSpec, base: string): number | null {
    const { bold, italic, size, colour, underline, font } = spec;
    if ([bold, italic, size, colour, underline, font].every((one) => one === undefined)) return null;
    const own = this.item('fonts', Number(attributeOf(base, { from: 0 }, 'fontId') ?? 0));
    const xml = fontXml(own, spec);
    return this.once(xml, () => this.append('fonts', xml));
  }

  private fillId(fill: string | undefined): number | null {
    if (fill === undefined) return null;
    const xml = `<fill><patternFill patternType="solid"><fgColor rgb="FF${fill}"/><bgColor indexed="64"/></patternFill></fill>`;
    return this.once(xml, () => this.append('fills', xml));
  }

  private borderId(border: boolean | undefined): number | null {
    if (border !== true) return null;
    const xml = `<border>${SIDES.map((side) => `<${side} style="thin"><color rgb="FFBFBFBF"/></${side}>`).join('')}<diagonal/></border>`;
    return this.once(xml, () => this.append('borders', xml));
  }

  private formatId(format: string | undefined): number | null {
    if (format === undefined) return null;
    const { text, list } = this.list('numFmts');
    const own = list === null ? [] : elementsIn(text, list).map((element) => ({ id: Number(attributeOf(text, element, 'numFmtId')), code: attributeOf(text, element, 'formatCode') }));
    const known = own.find(({ code }) => code === format)?.id;
    if (known !== undefined) return known;
    const id = newFormatId(own.map((one) => one.id));
    this.append('numFmts', `<numFmt numFmtId="${id}" formatCode="${escapeAttribute(format)}"/>`);
    return id;
  }

  private list(name: List): { readonly text: string; readonly list: XmlElement | null } {
    const text = this.zip.text(this.path);
    return { text, list: rootOf(text).children.find((child) => child.name === name) ?? null };
  }

  /** The XML of an entry without a prefix; that of the usual one where there is none. */
  private item(name: 'fonts' | 'cellXfs', index: number): string {
    const { text, list } = this.list(name);
    const element = list === null ? undefined : elementsIn(text, list)[index];
    if (element === undefined) return USUAL[name]?.[0] ?? '';
    return text.slice(element.from, element.to).replaceAll(/<(\/?)[\w.-]+:(?=\w)/g, '<$1');
  }

  /** Puts an entry at the end of a list and gives its index. */
  private append(name: List, xml: string): number {
    this.dates = null;
    const { text, list } = this.list(name);
    const root = rootOf(text);
    const put = (items: string): string => (root.prefix === '' ? items : items.replaceAll(/<(\/?)(?=[a-z])/gi, `<$1${root.prefix}`));
    if (list === null) {
      const before = USUAL[name] ?? [];
      this.zip.edit(this.path, [orderedSplice(text, root, ORDER, put(`<${name} count="${before.length + 1}">${before.join('')}${xml}</${name}>`), name)]);
      return before.length;
    }
    const count = elementsIn(text, list).length;
    const counted = attributeOf(text, list, 'count') === null ? [] : [attributeSplice(text, list, 'count', String(count + 1))];
    this.zip.edit(this.path, [...counted, appendSplice(text, list, put(xml))]);
    return count;
  }
}
