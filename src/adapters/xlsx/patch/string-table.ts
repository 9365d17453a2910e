/** The texts that cells share: found again, or added at the end. A file without such a table keeps texts in the cells. */
import { textOfItem } from '#adapters/xlsx/patch/item-text';
import type { PackageEditor } from '#adapters/xlsx/patch/package-editor';
import type { Splice } from '#adapters/xlsx/patch/splice';
import { appendSplice, attributeOf, attributeSplice, elementsIn, rootOf, type XmlRoot } from '#adapters/xlsx/patch/xml-children';
import { escapeCellText } from '#adapters/xlsx/patch/xml-escape';

/** What a cell says of a text. */
interface TextCell {
  readonly type: 's' | 'inlineStr';
  readonly value: string;
}

export class StringTable {
  private readonly zip: PackageEditor;
  private readonly path: string | null;
  /** By text; made with the first text that is asked for. */
  private known: Map<string, number> | null = null;
  private texts: string[] = [];
  private added: string[] = [];
  private uses = 0;

  /** @param path of the table's part; null where the workbook has none */
  constructor(zip: PackageEditor, path: string | null) {
    this.zip = zip;
    this.path = path !== null && zip.has(path) ? path : null;
  }

  /** @param prefix of the sheet's elements */
  cell(text: string, prefix: string): TextCell {
    const content = `${escapeCellText(text)}</`;
    if (this.path === null) return { type: 'inlineStr', value: `<${prefix}is><${prefix}t xml:space="preserve">${content}${prefix}t></${prefix}is>` };
    this.uses += 1;
    return { type: 's', value: `<${prefix}v>${this.indexOf(text, this.path)}</${prefix}v>` };
  }

  /** The text that an index stands for. */
  textAt(index: number): string | undefined {
    if (this.path === null) return undefined;
    this.known ??= this.read(this.path);
    return this.texts[index];
  }

  /** Writes what was added into the part. */
  flush(): void {
    if (this.path === null || this.added.length === 0) return;
    const text = this.zip.text(this.path);
    const root = rootOf(text);
    const { prefix } = root;
    const items = this.added.map((one) => `<${prefix}si><${prefix}t xml:space="preserve">${escapeCellText(one)}</${prefix}t></${prefix}si>`);
    // The list ends with its texts, but for a list of extensions that nobody writes.
    const after = root.children.findLast(({ name }) => name === 'si');
    const put = after === undefined ? appendSplice(text, root, items.join('')) : { from: after.to, to: after.to, text: items.join('') };
    this.zip.edit(this.path, [...raised(text, root, 'uniqueCount', this.added.length), ...raised(text, root, 'count', this.uses), put]);
    this.added = [];
    this.uses = 0;
  }

  private indexOf(text: string, path: string): number {
    this.known ??= this.read(path);
    const index = this.known.get(text);
    if (index !== undefined) return index;
    this.added.push(text);
    const place = this.texts.push(text) - 1;
    this.known.set(text, place);
    return place;
  }

  /** Texts with formats of their own are not taken for others' use. */
  private read(path: string): Map<string, number> {
    const known = new Map<string, number>();
    const text = this.zip.text(path);
    const items = rootOf(text).children.filter(({ name }) => name === 'si');
    this.texts = items.map((item) => textOfItem(text, item));
    for (const [index, item] of items.entries()) {
      const [only, ...more] = elementsIn(text, item);
      const plain = this.texts[index] ?? '';
      if (only?.name === 't' && more.length === 0 && !known.has(plain)) known.set(plain, index);
    }
    return known;
  }
}

function raised(text: string, root: XmlRoot, name: string, by: number): readonly Splice[] {
  const count = attributeOf(text, root, name);
  return count === null || !/^\d+$/.test(count) ? [] : [attributeSplice(text, root, name, String(Number(count) + by))];
}
