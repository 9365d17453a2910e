/** Unpacking with what Node has built in: some five times faster than in JavaScript. */
import * as zlib from 'node:zlib';
import { crc32 } from '#adapters/xlsx/crc32';
import type { Unpacker } from '#adapters/xlsx/zip-part';

/** Node 20.15 and later have the checksum too. */
const native: { readonly crc32?: (bytes: Uint8Array) => number } = zlib;

export const nodeUnpacker: Unpacker = { inflate, checksum: native.crc32 ?? crc32 };

function inflate(packed: Uint8Array, size: number): Uint8Array {
  try {
    // A limit of 0 is none: an empty part is held to one byte, and its length compared afterwards.
    return zlib.inflateRawSync(packed, { maxOutputLength: Math.max(1, size) });
  } catch (error) {
    throw new SyntaxError(`Cannot inflate a part of ${size} bytes`, { cause: error });
  }
}
