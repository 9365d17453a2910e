/** Unpacking in plain JavaScript, for hosts that have nothing built in: fflate, and a checksum of our own. */
import { Inflate } from 'fflate';
import { crc32 } from '#adapters/xlsx/crc32';
import type { Unpacker } from '#adapters/xlsx/zip-part';

/** Deflate grows by 1032 at most: a part that lies about its size is caught 64 MB after it, not 200 GB. */
const STEP = 64 * 1024;

export const plainUnpacker: Unpacker = { inflate, checksum: crc32 };

function inflate(packed: Uint8Array, size: number): Uint8Array {
  const part = new Uint8Array(size);
  let length = 0;
  const stream = new Inflate((chunk) => {
    if (length + chunk.length > size) throw new SyntaxError(`Cannot inflate a part: it exceeds the ${size} bytes declared`);
    part.set(chunk, length);
    length += chunk.length;
  });
  try {
    for (let i = 0; i < packed.length; i += STEP) stream.push(packed.subarray(i, i + STEP), i + STEP >= packed.length);
  } catch (error) {
    if (error instanceof SyntaxError) throw error;
    throw new SyntaxError(`Cannot inflate a part of ${size} bytes`, { cause: error });
  }
  return part.subarray(0, length);
}
