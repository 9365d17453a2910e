/**
 * An opened package whose parts can be changed, added and removed; what nobody touches is kept as it is.
 *
 * Each part remembers how its changes are undone, so that a copy can be turned back into what it was made from.
 */
import { partText, type PartText } from '#adapters/xlsx/patch/part-text';
import { inverseOf, spliced, type Splice } from '#adapters/xlsx/patch/splice';
import { writeZip, type ZipItem } from '#adapters/xlsx/patch/zip-writer';
import type { ZipEntry } from '#adapters/xlsx/zip-directory';
import { partBytes, type Unpacker } from '#adapters/xlsx/zip-part';

/** A part that was opened for changing. */
interface OpenPart {
  readonly entry: ZipEntry | null;
  readonly coding: PartText;
  text: string;
  /** What undoes each round of changes, the first round first. */
  readonly undo: (readonly Splice[])[];
}

/** What became of a part. */
export type PartChange =
  | { readonly path: string; readonly is: 'added' | 'removed' }
  | { readonly path: string; readonly is: 'changed'; readonly before: Uint8Array; readonly after: Uint8Array; readonly undo: readonly (readonly Splice[])[] };

export class PackageEditor {
  private readonly source: Uint8Array;
  private readonly unpacker: Unpacker;
  /** By lower case, in the order of the zip. */
  private readonly entries: Map<string, ZipEntry>;
  private readonly open = new Map<string, OpenPart>();
  /** Bytes of new parts, or of parts given back as they once were. */
  private readonly binary = new Map<string, { readonly path: string; readonly bytes: Uint8Array }>();
  private readonly removed = new Set<string>();

  constructor(source: Uint8Array, entries: readonly ZipEntry[], unpacker: Unpacker) {
    this.source = source;
    this.unpacker = unpacker;
    this.entries = new Map(entries.map((entry) => [entry.name.toLowerCase(), entry]));
  }

  has(path: string): boolean {
    const key = path.toLowerCase();
    return !this.removed.has(key) && (this.entries.has(key) || this.open.has(key) || this.binary.has(key));
  }

  /** The paths of all parts as they now are. */
  paths(): readonly string[] {
    const old = [...this.entries.values()].map(({ name }) => name);
    const added = [...this.binary.values()].map(({ path }) => path).filter((path) => !this.entries.has(path.toLowerCase()));
    return [...old, ...added].filter((path) => this.has(path));
  }

  /**
   * The text of a part as it now is.
   *
   * @throws {RangeError} where there is no such part
   */
  text(path: string): string {
    return this.part(path).text;
  }

  /** Makes changes to a part; none is no change. */
  edit(path: string, splices: readonly Splice[]): void {
    const part = this.part(path);
    const put = splices.map((splice) => ({ ...splice, text: part.coding.put(splice.text) })).filter(({ from, to, text }) => part.text.slice(from, to) !== text);
    if (put.length === 0) return;
    part.undo.push(inverseOf(part.text, put));
    part.text = spliced(part.text, put);
  }

  /** Adds a part, or replaces the whole of one. */
  put(path: string, content: string | Uint8Array): void {
    const key = path.toLowerCase();
    this.open.delete(key);
    this.removed.delete(key);
    this.binary.set(key, { path, bytes: typeof content === 'string' ? new TextEncoder().encode(content) : content });
  }

  remove(path: string): void {
    const key = path.toLowerCase();
    this.open.delete(key);
    this.binary.delete(key);
    this.removed.add(key);
  }

  /** A path that no part has: "xl/comments", ".xml" → xl/comments3.xml. */
  freePath(stem: string, extension: string): string {
    let number = 1;
    while (this.has(`${stem}${number}${extension}`) || this.removed.has(`${stem}${number}${extension}`.toLowerCase())) number += 1;
    return `${stem}${number}${extension}`;
  }

  /** The bytes of a part as they would be saved. */
  bytes(path: string): Uint8Array {
    const key = path.toLowerCase();
    const whole = this.binary.get(key);
    const part = this.open.get(key);
    if (part !== undefined && part.undo.length > 0) return part.coding.encode(part.text);
    if (whole !== undefined) return whole.bytes;
    return this.original(path);
  }

  /** What differs from the package that was opened. */
  changes(): readonly PartChange[] {
    const found: PartChange[] = [...this.removed].filter((key) => this.entries.has(key)).map((key) => ({ path: this.entries.get(key)?.name ?? key, is: 'removed' }));
    for (const path of this.paths()) {
      const key = path.toLowerCase();
      const undo = this.open.get(key)?.undo ?? [];
      if (!this.entries.has(key)) found.push({ path, is: 'added' });
      else if (undo.length > 0 || this.binary.has(key)) found.push({ path, is: 'changed', before: this.original(path), after: this.bytes(path), undo });
    }
    return found;
  }

  /** The zip; the very bytes that were opened where nothing changed. */
  save(): Uint8Array {
    if (this.changes().length === 0) return this.source;
    return writeZip(this.source, this.paths().map((path) => this.item(path)));
  }

  private item(path: string): ZipItem {
    const key = path.toLowerCase();
    const entry = this.entries.get(key) ?? null;
    const isChanged = this.binary.has(key) || (this.open.get(key)?.undo.length ?? 0) > 0;
    return entry !== null && !isChanged ? { copy: entry } : { name: path, bytes: this.bytes(path), instead: entry };
  }

  private part(path: string): OpenPart {
    const key = path.toLowerCase();
    const known = this.open.get(key);
    if (known !== undefined) return known;
    if (!this.has(path)) throw new RangeError(`Cannot change part "${path}": the package has none`);
    const coding = partText(this.bytes(path));
    const part: OpenPart = { entry: this.entries.get(key) ?? null, coding, text: coding.text, undo: [] };
    this.open.set(key, part);
    return part;
  }

  private original(path: string): Uint8Array {
    const entry = this.entries.get(path.toLowerCase());
    if (entry === undefined) throw new RangeError(`Cannot read part "${path}": the package has none`);
    return partBytes(this.source, entry, this.unpacker);
  }
}
