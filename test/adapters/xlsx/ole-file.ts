/** A container of old Office with these streams in its directory, and nothing in them. */

const SIGNATURE = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];
const SECTOR = 512;
const ENTRY = 128;

export function oleFile(...streams: readonly string[]): Uint8Array {
  const bytes = new Uint8Array(SECTOR * 4);
  bytes.set(SIGNATURE);
  for (const [i, name] of ['Root Entry', ...streams].entries()) {
    const at = SECTOR + i * ENTRY;
    for (let k = 0; k < name.length; k += 1) bytes[at + 2 * k] = name.codePointAt(k) ?? 0;
    bytes[at + 64] = 2 * (name.length + 1);
    bytes[at + 66] = i === 0 ? 5 : 2;
  }
  return bytes;
}
