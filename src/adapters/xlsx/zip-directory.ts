/**
 * The central directory of a zip: what it says it holds, and where. Nothing is inflated here.
 *
 * Sizes and positions are those of the directory; whether to believe them is asked in zip-guard.
 */

/** One part as the directory lists it. */
export interface ZipEntry {
  /** With `/` between folders; some writers put `\`. */
  readonly name: string;
  readonly encrypted: boolean;
  /** 0 stored, 8 deflated; Excel writes no other. */
  readonly method: number;
  readonly crc: number;
  /** Bytes in the file, and bytes once inflated. */
  readonly packed: number;
  readonly size: number;
  /** Where its local header begins. */
  readonly at: number;
  /** Where its record in the directory begins. */
  readonly record: number;
}

/** The end record: how many entries, and where the directory lies. */
export interface ZipEnd {
  readonly at: number;
  readonly entries: number;
  readonly directory: number;
}

export const LOCAL_HEADER = 0x04_03_4B_50;
export const LOCAL_HEADER_SIZE = 30;
export const DIRECTORY_HEADER = 0x02_01_4B_50;
export const DIRECTORY_HEADER_SIZE = 46;
export const END_RECORD = 0x06_05_4B_50;
export const END_RECORD_SIZE = 22;
const LONGEST_COMMENT = 0xFF_FF;

export function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** The end record, looked for from the end, since a comment may follow it; null where there is none. */
export function zipEnd(bytes: Uint8Array): ZipEnd | null {
  const view = viewOf(bytes);
  const first = Math.max(0, bytes.length - END_RECORD_SIZE - LONGEST_COMMENT);
  for (let at = bytes.length - END_RECORD_SIZE; at >= first; at -= 1) {
    if (view.getUint32(at, true) !== END_RECORD) continue;
    return { at, entries: view.getUint16(at + 10, true), directory: view.getUint32(at + 16, true) };
  }
  return null;
}

/**
 * Every entry in the directory's order.
 *
 * @throws {SyntaxError} where the directory does not hold what the end record promises
 */
export function zipEntries(bytes: Uint8Array, end: ZipEnd): readonly ZipEntry[] {
  const view = viewOf(bytes);
  const entries: ZipEntry[] = [];
  let at = end.directory;
  for (let i = 0; i < end.entries; i += 1) {
    if (at + DIRECTORY_HEADER_SIZE > end.at || view.getUint32(at, true) !== DIRECTORY_HEADER) {
      throw new SyntaxError(`Cannot read the zip directory: entry ${i + 1} of ${end.entries} has no header`);
    }
    const nameEnd = at + DIRECTORY_HEADER_SIZE + view.getUint16(at + 28, true);
    entries.push({
      name: new TextDecoder().decode(bytes.subarray(at + DIRECTORY_HEADER_SIZE, nameEnd)).replaceAll('\\', '/'),
      encrypted: (view.getUint16(at + 8, true) & 1) === 1,
      method: view.getUint16(at + 10, true),
      crc: view.getUint32(at + 16, true),
      packed: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      at: view.getUint32(at + 42, true),
      record: at,
    });
    at = nameEnd + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return entries;
}
