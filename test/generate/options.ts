/** How a random appendix looks: what it holds, how its figures are written, where it stands on the sheet. */
import { type Shortening, ROUNDINGS } from '#test/core/numbers/rational';
import type { Random } from '#test/generate/random';

export interface Options {
  readonly year: number;
  /** Sections of the layout, by id. */
  readonly sections: readonly string[];
  /** The share of indicators left out, with what hangs under them, and of rows left blank. */
  readonly absent: number;
  readonly blank: number;
  /** Text as Vietnamese or English writes it, or number cells. */
  readonly cells: 'vi' | 'en' | 'numbers';
  /** Of number cells: constants as printed, constants with all their digits under a format, or formulas with cached doubles. */
  readonly digits: 'printed' | 'stored' | 'formulas';
  /** Number formats show the printed decimals, or there are none. */
  readonly formats: boolean;
  /** `103,3%`; 103,3 under "Tỷ lệ (%)"; or the fraction 1,033. */
  readonly percent: 'signed' | 'bare' | 'fraction';
  readonly shortening: Shortening;
  /** Columns of last year's figures and of the plan beside the actual ones. */
  readonly bases: boolean;
  readonly plan: boolean;
  readonly down: number;
  readonly right: number;
  readonly titles: boolean;
  readonly merged: boolean;
  readonly numbering: boolean;
  /** The share of rows with a page header, a footnote or a blank row above. */
  readonly interrupted: number;
}

const SECTIONS = ['I', 'II', 'III', 'IV', 'V'];

export function randomOptions(random: Random): Options {
  const cells = random.pick(['vi', 'vi', 'en', 'numbers', 'numbers', 'numbers'] as const);
  const digits = cells === 'numbers' ? random.pick(['printed', 'stored', 'formulas'] as const) : 'printed';
  // A fraction shows its percent only in a number cell, and without cutting.
  const percent = random.pick(cells === 'numbers' && digits !== 'printed' ? (['signed', 'bare', 'fraction'] as const) : (['signed', 'bare'] as const));
  const sections = random.keep(SECTIONS, 0.6);
  return {
    year: random.whole(2012, 2035),
    sections: sections.length === 0 ? [random.pick(['I', 'II', 'III'])] : sections,
    absent: random.pick([0, 0, 0.05, 0.1]),
    blank: random.pick([0, 0.1, 0.3]),
    cells, digits, percent,
    formats: random.chance(0.7) || percent === 'fraction' || digits === 'stored',
    shortening: digits === 'printed' ? random.pick(['half-up', 'half-even', 'cut', ...ROUNDINGS] as const) : 'half-up',
    bases: random.chance(0.3),
    plan: random.chance(0.8),
    down: random.pick([0, 0, 1, 2, 7]),
    right: random.pick([0, 0, 0, 1, 3]),
    titles: random.chance(0.7),
    merged: random.chance(0.5),
    numbering: random.chance(0.3),
    interrupted: random.pick([0, 0, 0.05, 0.15]),
  };
}
