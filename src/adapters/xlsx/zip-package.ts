/** A package of parts: an opened .xlsx, its parts read when asked for. */
import { plainXml } from '#adapters/xlsx/plain-xml';
import type { ZipEntry } from '#adapters/xlsx/zip-directory';
import { partBytes, type Unpacker } from '#adapters/xlsx/zip-part';
import { XmlCursor } from '#adapters/xlsx/xml-cursor';

/** What a `.rels` part says: from the part that it stands beside to another. */
export interface Relationship {
  readonly id: string;
  /** The last word of its type, which Strict and Transitional workbooks share: "worksheet". */
  readonly kind: string;
  /** The path inside the package; null for what lies outside. */
  readonly path: string | null;
}

const utf8 = new TextDecoder();

export class ZipPackage {
  private readonly bytes: Uint8Array;
  /** By lower case: names of parts do not differ by case. */
  private readonly entries: ReadonlyMap<string, ZipEntry>;

  private readonly unpacker: Unpacker;
  private readonly related = new Map<string, readonly Relationship[]>();

  constructor(bytes: Uint8Array, entries: readonly ZipEntry[], unpacker: Unpacker) {
    this.bytes = bytes;
    this.unpacker = unpacker;
    this.entries = new Map(entries.map((entry) => [entry.name.toLowerCase(), entry]));
  }

  has(path: string): boolean {
    return this.entries.has(path.toLowerCase());
  }

  /** The plain XML of a part; null where there is no such part. */
  xml(path: string): Uint8Array | null {
    const entry = this.entries.get(path.toLowerCase());
    return entry === undefined ? null : plainXml(partBytes(this.bytes, entry, this.unpacker));
  }

  /** A cursor before the first tag of a part; one without tags where there is no such part. */
  cursor(path: string): XmlCursor {
    return new XmlCursor(utf8.decode(this.xml(path) ?? new Uint8Array()));
  }

  /** The relationships of a part; those of the package itself for ''. */
  relationships(path: string): readonly Relationship[] {
    const known = this.related.get(path) ?? this.readRelationships(path);
    this.related.set(path, known);
    return known;
  }

  private readRelationships(path: string): readonly Relationship[] {
    const folder = path.slice(0, path.lastIndexOf('/') + 1);
    const cursor = this.cursor(`${folder}_rels/${path.slice(folder.length)}.rels`);
    const found: Relationship[] = [];
    while (cursor.next()) if (cursor.opens('Relationship')) found.push(relationship(cursor, folder));
    return found;
  }
}

function relationship(cursor: XmlCursor, folder: string): Relationship {
  const type = cursor.attribute('Type') ?? '';
  return {
    id: cursor.attribute('Id') ?? '',
    kind: type.slice(type.lastIndexOf('/') + 1),
    path: cursor.attribute('TargetMode') === 'External' ? null : resolveTarget(cursor.attribute('Target') ?? '', folder),
  };
}

/** "../a.xml" beside "xl/b/" is "xl/a.xml"; a leading `/` starts at the package. */
export function resolveTarget(target: string, folder: string): string {
  const written = decodeTarget(target).replaceAll('\\', '/');
  const path: string[] = [];
  for (const step of (written.startsWith('/') ? written : folder + written).split('/')) {
    if (step === '..') path.pop();
    else if (step !== '' && step !== '.') path.push(step);
  }
  return path.join('/');
}

function decodeTarget(target: string): string {
  try {
    return decodeURI(target);
  } catch {
    // A lone "%" is no escape: the name is taken as it stands.
    return target;
  }
}
