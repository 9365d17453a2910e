/** Damaged and odd workbooks without number: the same seed gives the same bytes on every machine. */
import { strFromU8, strToU8, zipSync } from 'fflate';
import { FORMATS, FRAGMENTS, NUMBERS, REFERENCES, TEXTS } from '#test/fuzz/hostile-values';
import { origins, type Origin } from '#test/fuzz/seeds';
import { Random } from '#test/generate/random';

/** One time for every part: the clock has no place in the bytes of a test. */
const NEW_YEAR = new Date(2020, 0, 1);

/** Bytes of the zip changed, bytes left out, XML changed in its parts, other contents in its cells. */
export type Kind = 'bytes' | 'cut' | 'xml' | 'cells';

export interface Mutant {
  readonly kind: Kind;
  readonly bytes: Uint8Array;
}

export function mutant(seed: number): Mutant {
  const random = new Random(seed);
  const origin = random.pick(origins());
  const kind = random.pick<Kind>(['bytes', 'cut', 'xml', 'xml', 'xml', 'cells', 'cells', 'cells']);
  const make = { bytes: flipped, cut, xml: withOddXml, cells: withOddCells }[kind];
  return { kind, bytes: make(origin, random) };
}

function flipped({ bytes }: Origin, random: Random): Uint8Array {
  const changed = Uint8Array.from(bytes);
  for (let i = random.whole(1, 8); i > 0; i -= 1) changed[random.whole(0, changed.length - 1)] = random.whole(0, 255);
  return changed;
}

function cut({ bytes }: Origin, random: Random): Uint8Array {
  const from = random.whole(0, bytes.length);
  const to = random.chance(0.5) ? bytes.length : random.whole(from, bytes.length);
  return Uint8Array.from([...bytes.subarray(0, from), ...bytes.subarray(to)]);
}

type Change = (xml: string, random: Random) => string;

/** Some parts rewritten and zipped anew, so that every checksum is right. */
function rewritten({ parts }: Origin, random: Random, among: (path: string) => boolean, change: Change): Uint8Array {
  const changed = { ...parts };
  const paths = Object.keys(parts).filter(among);
  for (let i = random.whole(1, 2); i > 0; i -= 1) {
    const path = random.pick(paths);
    changed[path] = strToU8(change(strFromU8(changed[path] ?? new Uint8Array()), random));
  }
  return zipSync(changed, { level: 1, mtime: NEW_YEAR });
}

function withOddXml(origin: Origin, random: Random): Uint8Array {
  const sheets = random.chance(0.6);
  return rewritten(origin, random, (path) => !sheets || path.includes('worksheets/sheet'), repeated(XML_CHANGES, 4));
}

function withOddCells(origin: Origin, random: Random): Uint8Array {
  const has = /sharedStrings|worksheets\/sheet|styles/;
  return rewritten(origin, random, (path) => has.test(path), repeated(CELL_CHANGES, 12));
}

function repeated(changes: readonly Change[], most: number): Change {
  return (xml, random) => {
    let changed = xml;
    for (let i = random.whole(1, most); i > 0; i -= 1) changed = random.pick(changes)(changed, random);
    return changed;
  };
}

/** One of the places that a pattern finds, from a random point on; null where there is none. */
function somewhere(xml: string, pattern: RegExp, random: Random): RegExpExecArray | null {
  pattern.lastIndex = random.whole(0, xml.length);
  const found = pattern.exec(xml);
  if (found !== null) return found;
  pattern.lastIndex = 0;
  return pattern.exec(xml);
}

/** Replaces one such place; `$1` of the pattern is what stays before it. */
function replaced(pattern: RegExp, by: (old: string, random: Random) => string): Change {
  return (xml, random) => {
    const found = somewhere(xml, pattern, random);
    if (found === null) return xml;
    const before = found[1] ?? '';
    const at = found.index + before.length;
    const old = found[0].slice(before.length);
    return xml.slice(0, at) + by(old, random) + xml.slice(at + old.length);
  };
}

const TAG = /<[^>]+>/g;
const CELL = /<c [^>]*>.*?<\/c>/gs;
const ROW = /<row .*?<\/row>/gs;
const ATTRIBUTE = / [\w:]+="[^"]*"/g;
const ADDRESS = /( (?:r|ref|si|s|min|max)=")[^"]*/g;
const TYPE = /( t=")[^"]*/g;
const VALUE = /(<v>)[^<]*/g;
const TEXT = /(<t(?: [^>]*)?>)[^<]*/g;
const CODE = /(formatCode=")[^"]*/g;
const ANYTHING = /[^]/g;

const dropped = (): string => '';
const doubled = (old: string): string => old + old;
const one = (of: readonly string[]) => (_: string, random: Random): string => escaped(random.pick(of));

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}

function swapped(pattern: RegExp): Change {
  return (xml, random) => {
    const [a, b] = [somewhere(xml, pattern, random), somewhere(xml, pattern, random)].toSorted((x, y) => (x?.index ?? 0) - (y?.index ?? 0));
    if (a === null || b === null || a === undefined || b === undefined || a.index + a[0].length > b.index) return xml;
    return xml.slice(0, a.index) + b[0] + xml.slice(a.index + a[0].length, b.index) + a[0] + xml.slice(b.index + b[0].length);
  };
}

const XML_CHANGES: readonly Change[] = [
  replaced(TAG, dropped), replaced(TAG, doubled), swapped(TAG),
  replaced(ATTRIBUTE, dropped), replaced(ATTRIBUTE, doubled), swapped(ATTRIBUTE),
  replaced(CELL, dropped), replaced(CELL, doubled), swapped(CELL), replaced(ROW, dropped), replaced(ROW, doubled), swapped(ROW),
  replaced(ADDRESS, one(REFERENCES)), replaced(ADDRESS, one(NUMBERS)), replaced(TYPE, one(['n', 's', 'b', 'e', 'd', 'str', 'inlineStr', '', '__proto__'])),
  replaced(ANYTHING, dropped), replaced(ANYTHING, (old, random) => old + random.pick(FRAGMENTS)), replaced(TAG, (old, random) => old + random.pick(FRAGMENTS)),
  (xml, random) => xml.slice(0, random.whole(0, xml.length)),
];

const CELL_CHANGES: readonly Change[] = [
  replaced(VALUE, one(NUMBERS)), replaced(VALUE, one(TEXTS)), replaced(TEXT, one(TEXTS)), replaced(TEXT, one(TEXTS)), replaced(TEXT, one(NUMBERS)),
  replaced(CODE, one(FORMATS)), swapped(TEXT), swapped(VALUE), swapped(CELL),
  replaced(TEXT, (old) => old.normalize('NFD')), replaced(TEXT, (old, random) => old + random.pick(['\u202E', '\u200F', '\u0007', '\u0300', ' năm 2020', '¹', '\n'])), replaced(TEXT, (old, random) => old.slice(0, random.whole(0, old.length))),
  (xml) => xml.normalize('NFD'),
];
