/** Inflates one part of a zip that zip-guard let through, never past the size that it declared. */
import { LOCAL_HEADER, LOCAL_HEADER_SIZE, viewOf, type ZipEntry } from '#adapters/xlsx/zip-directory';

/** How a host inflates and sums up bytes: Node has both built in, a browser has fflate. */
export interface Unpacker {
  /**
   * @param size bytes declared; more must never be written
   * @throws {SyntaxError} where the packed bytes are broken, or hold more than declared
   */
  readonly inflate: (packed: Uint8Array, size: number) => Uint8Array;
  /** CRC-32 as zip has it, without sign. */
  readonly checksum: (bytes: Uint8Array) => number;
}

/**
 * The bytes of a part, its length and checksum compared with the directory.
 *
 * @throws {SyntaxError} where they differ
 */
export function partBytes(bytes: Uint8Array, entry: ZipEntry, { inflate, checksum }: Unpacker): Uint8Array {
  const packed = packedBytes(bytes, entry);
  const part = entry.method === 0 ? packed : inflate(packed, entry.size);
  if (part.length !== entry.size) {
    throw new SyntaxError(`Cannot read part "${entry.name}": it has ${part.length} bytes, and ${entry.size} are declared`);
  }
  if (checksum(part) !== entry.crc) throw new SyntaxError(`Cannot read part "${entry.name}": its checksum differs`);
  return part;
}

/** The bytes of a part as they are packed. */
export function packedBytes(bytes: Uint8Array, { name, at, packed }: ZipEntry): Uint8Array {
  const view = viewOf(bytes);
  if (view.getUint32(at, true) !== LOCAL_HEADER) throw new SyntaxError(`Cannot read part "${name}": it has no header`);
  const start = at + LOCAL_HEADER_SIZE + view.getUint16(at + 26, true) + view.getUint16(at + 28, true);
  return bytes.subarray(start, start + packed);
}
