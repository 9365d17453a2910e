/**
 * Judges a zip by its central directory before anything in it is inflated.
 *
 * A bomb, a password or half a download is told apart here, from a few bytes and within milliseconds.
 * Spec: docs/spec.md, X1 to X3.
 */
import { isOleContainer, oleReason } from '#adapters/xlsx/ole-container';
import {
  LOCAL_HEADER,
  LOCAL_HEADER_SIZE,
  viewOf,
  zipEnd,
  zipEntries,
  type ZipEnd,
  type ZipEntry,
} from '#adapters/xlsx/zip-directory';
import { UnreadableFileError, type Unreadable } from '#ports/workbook-files';

/** What a workbook may ask for; 100 000 rows of 60 columns stay below each. */
export const ZIP_LIMITS = {
  /** 63 sheets with drawings, comments and printer settings are some 400 parts. */
  entries: 10_000,
  /** 100 000 rows of 60 figures are some 220 MB; one part and its cells fit 1 GB of memory. */
  part: 256 * 1024 ** 2,
  /** Parts are held one at a time, so this bounds the time. */
  total: 768 * 1024 ** 2,
  /** Sheets of repeated styles shrink by 100 at most; deflate itself ends at 1032. */
  ratio: 250,
  /** Below this a part may shrink by any ratio: nobody is hurt by a megabyte. */
  ratioFrom: 1024 ** 2,
} as const;

/** A 32-bit field at its end says that the truth stands in a zip64 record: over 4 GB or 65 535 parts. */
const ZIP64_COUNT = 0xFF_FF;
const ZIP64_SIZE = 0xFF_FF_FF_FF;

/**
 * The parts of a zip that is safe to inflate, one by one.
 *
 * @param file as the user named it, for the error
 * @throws {UnreadableFileError} with the reason why it is not
 */
export function judgeZip(bytes: Uint8Array, file: string): readonly ZipEntry[] {
  const refuse = (reason: Unreadable, message: string): never => {
    throw new UnreadableFileError(reason, file, { cause: new SyntaxError(message) });
  };
  if (bytes.length === 0) return refuse('empty-file', 'The file has no bytes');
  if (isOleContainer(bytes)) return refuse(oleReason(bytes), 'The file is a container of old Office');
  if (!isZip(bytes)) return refuse('not-a-workbook', 'The file does not begin as a zip does');
  const end = zipEnd(bytes);
  if (end === null) return refuse('truncated', 'The zip has no end record');
  if (isTooMany(end)) return refuse('too-large', `The zip has ${end.entries} parts or more: up to ${ZIP_LIMITS.entries} are read`);
  return judgeEntries(bytes, end, file);
}

/** Whether a file begins as a zip does. */
export function isZip(bytes: Uint8Array): boolean {
  return bytes.length >= 4 && viewOf(bytes).getUint32(0, true) === LOCAL_HEADER;
}

function isTooMany({ entries, directory }: ZipEnd): boolean {
  return entries === ZIP64_COUNT || directory === ZIP64_SIZE || entries > ZIP_LIMITS.entries;
}

function judgeEntries(bytes: Uint8Array, end: ZipEnd, file: string): readonly ZipEntry[] {
  try {
    const entries = zipEntries(bytes, end);
    for (const fault of [namesFault(entries), encryptionFault(entries), sizesFault(entries), overlapFault(entries, end)]) {
      if (fault !== null) throw new UnreadableFileError(fault.reason, file, { cause: new SyntaxError(fault.message) });
    }
    return entries;
  } catch (error) {
    if (error instanceof UnreadableFileError) throw error;
    throw new UnreadableFileError('damaged', file, { cause: error });
  }
}

interface Fault {
  readonly reason: Unreadable;
  readonly message: string;
}

/** Two parts of one name, or a name that climbs out of the package: which one a reader takes is anyone's guess. */
function namesFault(entries: readonly ZipEntry[]): Fault | null {
  const seen = new Set<string>();
  for (const { name } of entries) {
    const key = name.toLowerCase();
    if (seen.has(key)) return { reason: 'damaged', message: `Part "${name}" stands twice in the zip` };
    if (name.split('/').includes('..')) return { reason: 'damaged', message: `Part "${name}" climbs out of the zip` };
    seen.add(key);
  }
  return null;
}

function encryptionFault(entries: readonly ZipEntry[]): Fault | null {
  const locked = entries.find((entry) => entry.encrypted);
  if (locked !== undefined) return { reason: 'encrypted', message: `Part "${locked.name}" is encrypted` };
  const foreign = entries.find(({ method }) => method !== 0 && method !== 8);
  return foreign === undefined ? null : { reason: 'damaged', message: `Part "${foreign.name}" is packed by method ${foreign.method}` };
}

function sizesFault(entries: readonly ZipEntry[]): Fault | null {
  let total = 0;
  for (const { name, packed, size } of entries) {
    total += size;
    if (size > ZIP_LIMITS.part || total > ZIP_LIMITS.total || isBomb(packed, size)) {
      return { reason: 'too-large', message: `Part "${name}" inflates from ${packed} to ${size} bytes, ${total} with those before it` };
    }
  }
  return null;
}

function isBomb(packed: number, size: number): boolean {
  return size > ZIP_LIMITS.ratioFrom && size > packed * ZIP_LIMITS.ratio;
}

/** Parts that share bytes are how a small zip holds terabytes. */
function overlapFault(entries: readonly ZipEntry[], end: ZipEnd): Fault | null {
  let free = end.directory;
  const spans = entries.map(({ name, at, packed }) => ({ name, at, end: at + LOCAL_HEADER_SIZE + packed }));
  spans.sort((a, b) => b.at - a.at);
  for (const { name, at, end: taken } of spans) {
    if (taken > free) return { reason: 'damaged', message: `Part "${name}" runs into the next` };
    free = at;
  }
  return null;
}
