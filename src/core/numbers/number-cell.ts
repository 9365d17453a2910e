/**
 * What a number stored in a cell says: its decimal, the place it is known to, whether its format shows percent.
 *
 * A double carries 15 significant digits, and its shortest decimal is what was typed. A cell's precision is that of
 * its number format, never of what is displayed, which may be `####`.
 * Spec: docs/spec.md, N4 and N5; ECMA-376 part 1, 18.8.31 for the formats.
 */
import { decimal, plain, rounded, shifted, tenTo, type Decimal } from '#core/numbers/decimal';
import type { Figure, Gap } from '#core/numbers/figure';
import { remembered } from '#core/remembered';

/** What a number format says of a figure under it. */
export interface FormatFacts {
  /** Decimals shown; null where the format shows what is stored (General, text). */
  readonly decimals: number | null;
  /** Those of them shown also where they are 0: one for `0.0##`. */
  readonly always: number;
  readonly percent: boolean;
  readonly date: boolean;
  /** Thousands that each trailing comma hides: 1 for `#,##0,`. */
  readonly scaledBy: number;
}

/** A section of a format, and the condition before it: `[<1000]`. */
interface Section extends FormatFacts {
  readonly condition: Condition | null;
}

interface Condition {
  readonly sign: string;
  readonly limit: number;
}

const STORED: FormatFacts = { decimals: null, always: 0, percent: false, date: false, scaledBy: 0 };
const CONDITION = /^\[(<=|>=|<>|<|>|=)(-?\d+(?:\.\d+)?)\]$/;

/**
 * Reads the section of a number format that shows the value; en-US, as workbooks and Office.js give it.
 *
 * @example formatFacts('#,##0.0', 5)   // one decimal
 * @example formatFacts('0.0;(0)', -5)   // none
 */
export function formatFacts(format: string | null, value: number): FormatFacts {
  if (format === null || format === '') return STORED;
  return shownBy(sectionsOf(format), value);
}

const sectionsOf = remembered(500, parsedSections);

function parsedSections(format: string): Section[] {
  const conditions: (Condition | null)[] = [null];
  // Quoted, escaped and padded characters are words; brackets hold colours, locales, conditions and elapsed hours.
  const plainFormat = format.replaceAll(/"[^"]*"|\\.|_.|\*.|\[[^\]]*\]|;/g, (part) => {
    if (part === ';') conditions.push(null);
    const [, sign, limit] = CONDITION.exec(part) ?? [];
    if (sign !== undefined && limit !== undefined) conditions[conditions.length - 1] = { sign, limit: +limit };
    if (part === ';') return part;
    return /^\[[hms]+\]$/i.test(part) ? 'h' : '';
  });
  return plainFormat.split(';').map((section, i) => ({ ...parsed(section), condition: conditions[i] ?? null }));
}

/** By its condition, else positive, negative and zero; a zero, and what has no digits of its own, as the first one shows it. */
function shownBy(sections: readonly Section[], value: number): FormatFacts {
  const first = sections[0];
  const second = sections[1];
  if (first === undefined) return STORED;
  if (sections.some(({ condition }) => condition !== null)) return sections.find(({ condition }) => condition === null || meetsCondition(condition, value)) ?? first;
  return value < 0 && second !== undefined && second.decimals !== null ? second : first;
}

function meetsCondition({ sign, limit }: Condition, value: number): boolean {
  if (value === limit) return sign === '=' || sign === '<=' || sign === '>=';
  if (sign === '<>') return true;
  return value < limit ? sign.startsWith('<') : sign.startsWith('>');
}

function parsed(section: string): FormatFacts {
  const percent = section.includes('%');
  const isGeneral = /general|@/i.test(section);
  if (!isGeneral && /[ymdhs]/i.test(section.replaceAll(/e[+-]/gi, ''))) return { ...STORED, date: true };
  // Exponents, fractions and formats without digits of their own show what is stored.
  if (isGeneral || /e[+-]|\//i.test(section) || !/[0#?]/.test(section)) return { ...STORED, percent };
  return { ...placesOf(section), percent, date: false };
}

function placesOf(section: string): Pick<FormatFacts, 'decimals' | 'always' | 'scaledBy'> {
  const places = /\.([0#?]*)/.exec(section)?.[1] ?? '';
  const scaledBy = /[0#?](,+)(?=[^0#?]*$)/.exec(section)?.[1]?.length ?? 0;
  return { decimals: places.length, always: places.lastIndexOf('0') + 1, scaledBy };
}

/** A cell's number and how it came there. */
export interface NumberCell {
  readonly value: number;
  readonly format: string | null;
  readonly formula: boolean;
  /** Counts are exact, whatever their format hides. */
  readonly count: boolean;
}

/** Below this whole doubles have at most 15 digits, all of them sure. */
const LARGEST_WHOLE = 1e15;

/** Places that figures in reports have; longer ones are read from the double's text. */
const FEW_PLACES = 4;

/** More digits than that, and a double shows its own dust. */
const LONGEST_SHOWN = 6;

/**
 * The figure that a number cell holds; a percent format's figure in percent, any other as stored.
 *
 * A constant is known to its format's last place, without one to its stored digits. A formula counts with its stored
 * value: its shortest decimal where that has fewer than 15 digits, else 15 digits, known to one unit of the last. It is
 * never known less well than its format shows, nor is a constant: =A/B may well be 120 % to the last digit.
 */
export function readNumber({ value, format, formula, count }: NumberCell): Figure | Gap {
  // Neither infinite nor "not a number": a damaged file can hold both.
  if (value - value !== 0) return 'unreadable';
  const facts = formatFacts(format, value);
  if (facts.date) return 'date';
  const stored = storedDecimal(value);
  const moved = plain(facts.percent ? shifted(stored, 2) : stored);
  const shown = placesShown(facts, moved.places, count);
  const { percent } = facts;
  const decimals = decimalsQuoted(moved, shown);
  if (formula || shown === null) return asStored(moved, shown ?? 0, { percent, decimals });
  return { value: rounded(fifteenDigits(moved), shown), place: -shown, knowledge: 'rounded', percent, decimals };
}

/**
 * A double's shortest decimal, without needless places.
 *
 * Most figures have a few places, and need no text between: where n / 10^k gives the double back and n has at most 15
 * digits, no other decimal of so few does.
 */
export function storedDecimal(value: number): Decimal {
  let scale = 1;
  for (let places = 0; places <= FEW_PLACES; places += 1) {
    const digits = value * scale;
    if (digits >= LARGEST_WHOLE || digits <= -LARGEST_WHOLE) break;
    if (digits % 1 === 0 && digits / scale === value) return plain({ digits: BigInt(digits), places });
    scale *= 10;
  }
  return plain(decimal(String(value)));
}

/** As many as the format shows; without one the value's own, if they can be read at all. */
function decimalsQuoted({ places }: Decimal, shown: number | null): number {
  if (shown === null) return places > LONGEST_SHOWN ? 2 : places;
  return shown < 0 ? 0 : shown;
}

/**
 * Decimals that the format shows of a value with that many; negative where it hides thousands.
 *
 * @returns null where the format says nothing of what is known: General, or digits of a count that it hides
 */
function placesShown({ decimals, always, scaledBy }: FormatFacts, places: number, count: boolean): number | null {
  if (decimals === null) return null;
  const hidden = 3 * scaledBy;
  const optional = places + hidden < decimals ? places + hidden : decimals;
  const shown = (optional > always ? optional : always) - hidden;
  return count && shown < places ? null : shown;
}

/** A difference keeps the dust of the figures that it was taken from: 0.366 − 0.369 is off by 5 · 10⁻¹⁷, which its 15 digits would deny. */
const FINEST_STORED = 12;

/** A stored value by its own digits: its shortest decimal up to 14 digits, else 15, known to one unit of the last. */
function asStored(value: Decimal, shown: number, { percent, decimals }: Pick<Figure, 'percent' | 'decimals'>): Figure {
  const more = digitsOf(value) - 15;
  const finest = percent ? FINEST_STORED - 2 : FINEST_STORED;
  if (more < 0 && value.places <= finest) return { value, place: -(shown > value.places ? shown : value.places), knowledge: 'rounded', percent, decimals };
  const places = value.places - more < finest ? value.places - more : finest;
  return { value: rounded(value, places), place: -places, knowledge: 'stored', percent, decimals };
}

const FIFTEEN_DIGITS = tenTo(15);

/** What a double holds for sure; the value keeps as many places as that leaves. */
export function fifteenDigits(value: Decimal): Decimal {
  // Nearly every figure ends here, and comparing costs a tenth of counting.
  if (value.digits < FIFTEEN_DIGITS && -value.digits < FIFTEEN_DIGITS) return value;
  const more = digitsOf(value) - 15;
  return more > 0 ? rounded(value, value.places - more) : value;
}

function digitsOf({ digits }: Decimal): number {
  return String(digits < 0n ? -digits : digits).length;
}
