/**
 * What turns a changed copy back into the workbook that it was made from, byte for byte, kept in the copy itself.
 *
 * It holds what each change took away, not the parts, so it is small; checksums say whether another program has rewritten a part since.
 */
import { crc32 } from '#adapters/xlsx/crc32';
import { addCustomData, customDataPath, readCustomData } from '#adapters/xlsx/patch/custom-data';
import { dataXml } from '#adapters/xlsx/data-xml';
import type { PartChange } from '#adapters/xlsx/patch/package-editor';
import { partText } from '#adapters/xlsx/patch/part-text';
import { spliced, type Splice } from '#adapters/xlsx/patch/splice';
import type { WorkbookState } from '#adapters/xlsx/patch/workbook-state';

const NAMESPACE = 'urn:phuluc:turn-back:1';

/** [from, to, text] each, round by round. */
type Rounds = readonly (readonly (readonly [from: number, to: number, text: string])[])[];

interface ChangedPart {
  readonly path: string;
  readonly before: number;
  readonly after: number;
  readonly undo: Rounds;
}

interface Kept {
  readonly added: readonly string[];
  readonly changed: readonly ChangedPart[];
}

/**
 * Keeps in the workbook how all that was done to it so far is undone.
 *
 * @throws {RangeError} where a part was removed, or replaced as a whole: that is not kept
 */
export function keepTurnBack(workbook: WorkbookState): void {
  const { zip, path, namespaces } = workbook;
  // The record's own part is among the changes, so it is put in first and filled at the end.
  addCustomData(zip, path, { namespace: NAMESPACE, data: '', namespaces });
  const own = customDataPath(zip, path, NAMESPACE) ?? '';
  zip.put(own, dataXml(NAMESPACE, JSON.stringify(keptOf(zip.changes()))));
}

function keptOf(changes: readonly PartChange[]): Kept {
  const added: string[] = [];
  const changed: ChangedPart[] = [];
  for (const change of changes) {
    if (change.is === 'added') added.push(change.path);
    else if (change.is === 'changed' && change.undo.length > 0) {
      const undo = change.undo.toReversed().map((round) => round.map(({ from, to, text }) => [from, to, text] as const));
      changed.push({ path: change.path, before: crc32(change.before), after: crc32(change.after), undo });
    } else throw new RangeError(`Cannot keep how part "${change.path}" was: it is ${change.is}`);
  }
  return { added, changed };
}

/**
 * Turns a workbook back by what it keeps of itself.
 *
 * @returns "back" when every part is as it once was; "rewritten", with nothing done, where another program has changed a part; "none" where nothing is kept
 */
export function turnBack(workbook: WorkbookState): 'back' | 'rewritten' | 'none' {
  const { zip, path } = workbook;
  const own = customDataPath(zip, path, NAMESPACE);
  if (own === null) return 'none';
  const kept = parsed(readCustomData(zip, own));
  const parts = kept === null ? null : partsBefore(workbook, kept);
  if (kept === null || parts === null) return 'rewritten';
  for (const [part, bytes] of parts) zip.put(part, bytes);
  for (const one of kept.added) zip.remove(one);
  return 'back';
}

/** The former bytes of all changed parts; null where one cannot be had. */
function partsBefore(workbook: WorkbookState, { added, changed }: Kept): ReadonlyMap<string, Uint8Array> | null {
  const parts = new Map<string, Uint8Array>();
  for (const part of changed) {
    const bytes = bytesBefore(workbook, part);
    if (bytes === null) return null;
    parts.set(part.path, bytes);
  }
  return added.every((one) => workbook.zip.has(one)) ? parts : null;
}

/** Where what is kept stands. */
export function turnBackData(): string {
  return NAMESPACE;
}

function bytesBefore({ zip }: WorkbookState, { path, before, after, undo }: ChangedPart): Uint8Array | null {
  if (!zip.has(path)) return null;
  const now = zip.bytes(path);
  if (crc32(now) !== after) return null;
  const { text, encode } = partText(now);
  const bytes = encode(undo.reduce((one, round) => spliced(one, round.map(spliceOf)), text));
  return crc32(bytes) === before ? bytes : null;
}

function spliceOf([from, to, text]: readonly [number, number, string]): Splice {
  return { from, to, text };
}

/** The record, where it is one: what stands in a file may have been written by anybody. */
function parsed(data: string): Kept | null {
  try {
    const kept: unknown = JSON.parse(data);
    return isKept(kept) ? kept : null;
  } catch {
    return null;
  }
}

function isKept(kept: unknown): kept is Kept {
  return isRecord(kept) && isListOf(kept['added'], (path) => typeof path === 'string') && isListOf(kept['changed'], isChangedPart);
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

function isListOf(value: unknown, isOne: (one: unknown) => boolean): boolean {
  return Array.isArray(value) && value.every(isOne);
}

function isChangedPart(part: unknown): boolean {
  if (!isRecord(part)) return false;
  const { path, before, after, undo } = part as Partial<Record<keyof ChangedPart, unknown>>;
  const isRounds = isListOf(undo, (round) => isListOf(round, isTriple));
  return isRounds && typeof path === 'string' && typeof before === 'number' && typeof after === 'number';
}

function isTriple(triple: unknown): boolean {
  return Array.isArray(triple) && ['number', 'number', 'string'].every((type, i) => typeof triple[i] === type);
}
