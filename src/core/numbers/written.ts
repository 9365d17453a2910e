/**
 * A figure written back into a cell, as the cell writes its own: as text or number, in its notation, scale and places.
 *
 * The inverse of reading: what {@link written} gives reads as the figure again. Spec: docs/spec.md, N7.
 */
import { canonical, equal, plain, rounded, shifted, withPlaces, type Decimal } from '#core/numbers/decimal';
import type { Figure } from '#core/numbers/figure';
import { settled } from '#core/numbers/notation';
import { isMistyped, readAnyText, type Notation, type NumberText } from '#core/numbers/number-text';

/** How a cell writes the figure that was read from it. */
export interface Writing {
  /** What the cell holds: a text or a number. */
  readonly value: string | number;
  readonly figure: Figure;
  /** The notation elected for the cell's column; the Vietnamese one where none was. */
  readonly notation: Notation | null;
}

/**
 * @param proposal in the unit of the figure: percents in percent
 * @returns a number for a number cell, and for a text with a letter in it among numbers; a text for a text cell
 */
export function written(proposal: Decimal, { value, figure, notation }: Writing): string | number {
  return typeof value === 'number' ? asNumber(proposal, value, figure) : asText(proposal, value, figure, notation);
}

function asNumber(proposal: Decimal, value: number, figure: Figure): number {
  return +canonical(plain(equal(shownBy(value), figure.value) ? proposal : shifted(proposal, -2)));
}

function asText(proposal: Decimal, value: string, figure: Figure, notation: Notation | null): string | number {
  const text = readAnyText(value);
  if (typeof text === 'string') return canonical(proposal);
  const full = withPlaces(proposal, figure.decimals > proposal.places ? figure.decimals : proposal.places);
  const digits = isHundredth(text, figure, notation) ? shifted(full, -2) : full;
  return isMeantAsNumber(value, text, notation) ? +canonical(plain(digits)) : inNotation(digits, notation ?? 'vi', text.grouped || !/\d{4}/.test(value)) + (text.percent ? '%' : '');
}

/** A text with a letter in a column without other texts: but for its letter it would have been a number. */
function isMeantAsNumber(value: string, { percent }: NumberText, notation: Notation | null): boolean {
  return notation === null && !percent && isMistyped(value);
}

/** "1,033" for 103,3 %: the text holds a fraction, as its column does. */
function isHundredth(text: NumberText, { value }: Figure, notation: Notation | null): boolean {
  const read = settled(text, notation);
  return typeof read !== 'string' && !equal(read, value);
}

/** How a report names the figure of a cell: in canonical digits, or as its own text where that has letters among its digits. */
export function foundAs(value: unknown, { value: read }: Pick<Figure, 'value'>): string {
  return typeof value === 'string' && isMistyped(value) ? value : canonical(plain(read));
}

/** What a number cell shows to 15 digits; a percent format's figure is a hundredfold of it. */
function shownBy(value: number): Decimal {
  return rounded(plain(fromDouble(value)), 15);
}

function fromDouble(value: number): Decimal {
  const [digits = '0', exponent = '0'] = String(value).split('e');
  const [whole = '0', rest = ''] = digits.split('.');
  return shifted({ digits: BigInt(whole + rest), places: rest.length }, +exponent);
}

/** A decimal with all the places it has, in groups of thousands where asked. */
export function inNotation(value: Decimal, notation: Notation, grouped: boolean): string {
  const [group, cut] = notation === 'vi' ? ['.', ','] : [',', '.'];
  const [whole = '', rest = ''] = canonical(value).split('.');
  return (grouped ? whole.replaceAll(/\B(?=(?:\d{3})+$)/g, group) : whole) + (rest === '' ? '' : cut + rest);
}
