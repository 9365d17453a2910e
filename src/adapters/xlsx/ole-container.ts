/**
 * Files in the container of old Office: an .xls, or a workbook that a password encrypts.
 *
 * Both open with the same bytes; the names in the container's directory tell them apart.
 */
import type { Unreadable } from '#ports/workbook-files';

const SIGNATURE = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];
/** Directory entries lie on multiples of their size, whatever the sector size is. */
const ENTRY_SIZE = 128;
const NAME_LENGTH_AT = 64;
const KIND_AT = 66;
const STREAM = 2;

const REASONS: ReadonlyMap<string, Unreadable> = new Map([
  ['EncryptedPackage', 'encrypted'],
  ['Workbook', 'old-format'],
  ['Book', 'old-format'],
]);

export function isOleContainer(bytes: Uint8Array): boolean {
  return SIGNATURE.every((byte, i) => bytes[i] === byte);
}

/** Why a container gives no workbook; one of a letter or a presentation never was one. */
export function oleReason(bytes: Uint8Array): Unreadable {
  for (let at = ENTRY_SIZE; at + ENTRY_SIZE <= bytes.length; at += ENTRY_SIZE) {
    const reason = REASONS.get(streamName(bytes, at));
    if (reason !== undefined) return reason;
  }
  return 'not-a-workbook';
}

/** The UTF-16 name of a stream; '' where no entry of a stream stands. */
function streamName(bytes: Uint8Array, at: number): string {
  const length = bytes[at + NAME_LENGTH_AT] ?? 0;
  if (bytes[at + KIND_AT] !== STREAM || length < 4 || length > NAME_LENGTH_AT) return '';
  return new TextDecoder('utf-16le').decode(bytes.subarray(at, at + length - 2));
}
