/** Writes a figure into a cell, as text in either notation or as a number with its format. */
import { Print } from '#core/print';
import { decimal } from '#core/numbers/decimal';
import type { Cell, CellValue } from '#core/table/grid';
import { Rational } from '#test/core/numbers/rational';
import type { Role, Stated } from '#test/generate/figures';
import type { Options } from '#test/generate/options';
import type { Random } from '#test/generate/random';

const PRINT = { vi: new Print({ group: '.', decimal: ',', to: '', points: '', list: ';' }), en: new Print({ group: ',', decimal: '.', to: '', points: '', list: ';' }) };

const RATIOS: ReadonlySet<Role> = new Set(['ratio', 'attainment']);
const CHANGES: ReadonlySet<Role> = new Set(['change', 'planChange']);

/** True where the cell shows a percent sign, or a format that has one. */
function isSigned({ percent, role }: Stated, options: Options): boolean {
  return percent && (options.percent === 'signed' || (options.percent === 'fraction' && !RATIOS.has(role)));
}

/** True where the cell holds 1.033 for 103.3 %. */
function isFraction(stated: Stated, options: Options): boolean {
  return isSigned(stated, options) || (stated.percent && options.percent === 'fraction');
}

/** Decimals of a cell beyond those of its figure, where it has no format and shows no zeros at its end; null elsewhere. */
export function hiddenPlaces(stated: Stated, options: Options): number | null {
  if (options.cells !== 'numbers' || formatOf(stated, options) !== null) return null;
  return isFraction(stated, options) ? 2 : 0;
}

/** A figure as a constant, as printed. */
export function written(stated: Stated, printed: Rational, options: Options, random: Random): CellValue | Cell {
  if (options.cells !== 'numbers') return text(stated, printed, options, options.cells, random);
  return { value: double(stated, printed, options), format: formatOf(stated, options), formula: null };
}

/** A figure as the table has it: as printed, with all its digits under its format, or as a formula left it behind. */
export function stored(stated: Stated, options: Options, random: Random): CellValue | Cell {
  const { from, value, indicator } = stated;
  if (options.digits === 'printed') return written(stated, stated.printed, options, random);
  const format = formatOf(stated, options);
  if (options.digits === 'formulas' && from !== null) return { value: cached(stated, from, options), format, formula: 'D5-E5' };
  const computed = options.digits === 'formulas' && (indicator.parts !== undefined || indicator.rateOf !== undefined);
  return { value: double(stated, value, options), format, formula: computed ? 'SUM(D6:D9)' : null };
}

const HUNDRED = new Rational(100n);

function double(stated: Stated, value: Rational, options: Options): number {
  return isFraction(stated, options) ? value.over(HUNDRED).double() : value.double();
}

/** What `=A-B` and `=A/B` give in binary; a rate's levels are fractions while the sheet reckons. */
function cached(stated: Stated, from: readonly [Rational, Rational], options: Options): number {
  const scale = stated.indicator.kind === 'rate' ? HUNDRED : new Rational(1n);
  const [actual, base] = from.map((level) => level.over(scale).double()) as [number, number];
  const result = RATIOS.has(stated.role) ? actual / base : actual - base;
  return stated.percent && !isFraction(stated, options) ? result * 100 : result;
}

function formatOf(stated: Stated, options: Options): string | null {
  const decimals = stated.places === 0 ? '' : `.${'0'.repeat(stated.places)}`;
  if (isSigned(stated, options)) return `0${decimals}%`;
  return options.formats && !isFraction(stated, options) ? `#,##0${decimals}` : null;
}

function text(stated: Stated, printed: Rational, options: Options, notation: 'vi' | 'en', random: Random): string {
  const figure = PRINT[notation].figure({ value: decimal(printed.text(stated.places)), percent: isSigned(stated, options), decimals: stated.places });
  if (printed.n < 0n) return figure.replace('−', random.pick(['-', '-', '-', '- ', '−', '–']));
  const isSpecial = random.chance(0.1);
  if (isSpecial && CHANGES.has(stated.role) && printed.n > 0n) return random.pick(['+', '+ ']) + figure;
  return isSpecial && stated.count && figure.length === 1 ? `0${figure}` : figure;
}
