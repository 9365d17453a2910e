/**
 * Writes a zip: parts that did not change are copied as they were packed, the others deflated.
 *
 * The same parts give the same bytes on every host: one deflate, no clock.
 */
import { deflateSync } from 'fflate';
import { crc32 } from '#adapters/xlsx/crc32';
import {
  DIRECTORY_HEADER,
  DIRECTORY_HEADER_SIZE,
  END_RECORD,
  END_RECORD_SIZE,
  LOCAL_HEADER,
  LOCAL_HEADER_SIZE,
  viewOf,
  type ZipEntry,
} from '#adapters/xlsx/zip-directory';
import { packedBytes } from '#adapters/xlsx/zip-part';

/** A part of the new zip: one of the old, copied; or bytes under a name. */
export type ZipItem = { readonly copy: ZipEntry } | { readonly name: string; readonly bytes: Uint8Array; readonly instead: ZipEntry | null };

/** A part ready to be laid out; the name as the old zip encodes it. */
interface Packed {
  readonly name: Uint8Array;
  readonly flags: number;
  readonly method: number;
  /** Time and date as MS-DOS counts them. */
  readonly stamp: number;
  readonly crc: number;
  readonly size: number;
  readonly data: Uint8Array;
  readonly attributes: number;
}

/** Bit 3: sizes follow the data instead of standing before it. Here they always stand before it. */
const SIZES_AFTER = 8;
const UTF8_NAME = 0x08_00;
/** 1 January 1980, midnight: the earliest that a zip can say. */
const NO_TIME = 0x00_21_00_00;
const VERSION = 20;
/** One figure or two: nothing is won by deflating. */
const SHORT = 32;

/** @param source the old zip, out of which entries are copied */
export function writeZip(source: Uint8Array, items: readonly ZipItem[]): Uint8Array {
  const parts = items.map((item) => ('copy' in item ? copied(source, item.copy) : deflated(source, item)));
  const names = parts.reduce((sum, { name }) => sum + name.length, 0);
  const data = parts.reduce((sum, part) => sum + part.data.length, 0);
  const zip = new Uint8Array(parts.length * (LOCAL_HEADER_SIZE + DIRECTORY_HEADER_SIZE) + 2 * names + data + END_RECORD_SIZE);
  const starts: number[] = [];
  let at = 0;
  for (const part of parts) {
    starts.push(at);
    at = putLocal(zip, at, part);
  }
  const directory = at;
  for (const [i, part] of parts.entries()) at = putRecord(zip, at, part, starts[i] ?? 0);
  putEnd(zip, at, { entries: parts.length, directory });
  return zip;
}

function copied(source: Uint8Array, entry: ZipEntry): Packed {
  return { ...recordOf(source, entry), method: entry.method, crc: entry.crc, size: entry.size, data: packedBytes(source, entry) };
}

function deflated(source: Uint8Array, { name, bytes, instead }: Exclude<ZipItem, { readonly copy: ZipEntry }>): Packed {
  const method = bytes.length > SHORT ? 8 : 0;
  const record = instead === null ? { name: new TextEncoder().encode(name), flags: UTF8_NAME, stamp: NO_TIME, attributes: 0 } : recordOf(source, instead);
  return { ...record, method, crc: crc32(bytes), size: bytes.length, data: method === 8 ? deflateSync(bytes, { level: 6 }) : bytes };
}

function recordOf(source: Uint8Array, { record }: ZipEntry): Pick<Packed, 'name' | 'flags' | 'stamp' | 'attributes'> {
  const view = viewOf(source);
  const name = source.subarray(record + DIRECTORY_HEADER_SIZE, record + DIRECTORY_HEADER_SIZE + view.getUint16(record + 28, true));
  return { name, flags: view.getUint16(record + 8, true) & ~SIZES_AFTER, stamp: view.getUint32(record + 12, true), attributes: view.getUint32(record + 38, true) };
}

function putLocal(zip: Uint8Array, at: number, part: Packed): number {
  const view = viewOf(zip);
  view.setUint32(at, LOCAL_HEADER, true);
  putShared(view, at + 4, part);
  zip.set(part.name, at + LOCAL_HEADER_SIZE);
  zip.set(part.data, at + LOCAL_HEADER_SIZE + part.name.length);
  return at + LOCAL_HEADER_SIZE + part.name.length + part.data.length;
}

/** What a local header and a directory record have in common. */
function putShared(view: DataView, at: number, { flags, method, stamp, crc, data, size, name }: Packed): void {
  view.setUint16(at, VERSION, true);
  view.setUint16(at + 2, flags, true);
  view.setUint16(at + 4, method, true);
  view.setUint32(at + 6, stamp, true);
  view.setUint32(at + 10, crc, true);
  view.setUint32(at + 14, data.length, true);
  view.setUint32(at + 18, size, true);
  view.setUint16(at + 22, name.length, true);
}

function putRecord(zip: Uint8Array, at: number, part: Packed, start: number): number {
  const view = viewOf(zip);
  view.setUint32(at, DIRECTORY_HEADER, true);
  view.setUint16(at + 4, VERSION, true);
  putShared(view, at + 6, part);
  view.setUint32(at + 38, part.attributes, true);
  view.setUint32(at + 42, start, true);
  zip.set(part.name, at + DIRECTORY_HEADER_SIZE);
  return at + DIRECTORY_HEADER_SIZE + part.name.length;
}

function putEnd(zip: Uint8Array, at: number, { entries, directory }: { readonly entries: number; readonly directory: number }): void {
  const view = viewOf(zip);
  view.setUint32(at, END_RECORD, true);
  view.setUint16(at + 8, entries, true);
  view.setUint16(at + 10, entries, true);
  view.setUint32(at + 12, at - directory, true);
  view.setUint32(at + 16, directory, true);
}
