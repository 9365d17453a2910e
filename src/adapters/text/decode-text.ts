/** The text of a file, whatever program saved it. */

/** What Vietnamese Excel on Windows writes for "CSV (Comma delimited)". */
const OLD_VIETNAMESE = 'windows-1258';

/** Decodes by the byte order mark, else as UTF-8, else as the old Vietnamese code page; null for what is no text. */
export function decodeFile(bytes: Uint8Array): string | null {
  const [first, second] = bytes;
  if (first === 0xFF && second === 0xFE) return new TextDecoder('utf-16le').decode(bytes);
  if (first === 0xFE && second === 0xFF) return new TextDecoder('utf-16be').decode(bytes);
  if (bytes.includes(0)) return null;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder(OLD_VIETNAMESE).decode(bytes);
  }
}
