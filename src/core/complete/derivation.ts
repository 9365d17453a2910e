/**
 * How an empty cell follows from others: the arithmetic, its exact value, and what rounding of its inputs allows.
 *
 * Spec: docs/spec.md, G1 and G2.
 */
import type { Table } from '#core/layout/table';
import { roundedInterval, type Figure } from '#core/numbers/figure';
import { compareFractions, divideFractions, fraction, fractionOf, multiplyFractions, subtractFractions, toDecimal, type Fraction } from '#core/numbers/fraction';
import { addIntervals, negateInterval, percentOf, percentOfImpliedBase, point, subtractIntervals, type End, type Interval } from '#core/numbers/interval';
import { canonical, type Decimal } from '#core/numbers/decimal';
import type { Spot } from '#core/relations/relation';

/** A figure that something follows from. */
export interface Input {
  readonly figure: Figure;
  /** All digits that are stored, of a percent in percent: what a formula reckons with. */
  readonly stored: Decimal;
  /** Its cell in the workbook that is completed; null for a figure from another one. */
  readonly spot: Spot | null;
  /** Where a figure of another sheet or workbook stands: `[last.xlsx]Phụ lục!D7`; null for one of the same table. */
  readonly origin: string | null;
}

/** What a cell is filled with. */
export type How = 'total' | 'rate' | 'base' | 'plan' | 'actual' | 'change' | 'plan-change' | 'ratio' | 'growth' | 'attainment';

export interface SignedInput {
  readonly input: Input;
  readonly sign: 1 | -1;
}

/** Percents in percent throughout; `offset` is 100 where a growth stands in place of a ratio. */
export type Arithmetic =
  | { readonly kind: 'sum'; readonly terms: readonly SignedInput[] }
  /** 100 · top / bottom − offset. */
  | { readonly kind: 'quotient'; readonly top: Input; readonly bottom: Input; readonly offset: 0 | 100 }
  /** 100 · actual / (actual − change) − offset. */
  | { readonly kind: 'implied-quotient'; readonly actual: Input; readonly change: Input; readonly offset: 0 | 100 }
  /** base · (ratio + offset) / 100. */
  | { readonly kind: 'product'; readonly base: Input; readonly ratio: Input; readonly offset: 0 | 100 }
  /** 100 · actual / (ratio + offset). */
  | { readonly kind: 'implied-base'; readonly actual: Input; readonly ratio: Input; readonly offset: 0 | 100 }
  /** actual − 100 · actual / (ratio + offset). */
  | { readonly kind: 'implied-change'; readonly actual: Input; readonly ratio: Input; readonly offset: 0 | 100 }
  /** Carried over from another sheet or workbook. */
  | { readonly kind: 'same'; readonly of: Input };

/** An empty cell, and one way to work it out. */
export interface Derivation {
  readonly table: Table;
  readonly at: Spot;
  readonly how: How;
  readonly arithmetic: Arithmetic;
}

/** All figures that enter, in the order in which a reader would name them. */
export function inputsOf(arithmetic: Arithmetic): readonly Input[] {
  switch (arithmetic.kind) {
    case 'sum': {
      return arithmetic.terms.map(({ input }) => input);
    }
    case 'quotient': {
      return [arithmetic.top, arithmetic.bottom];
    }
    case 'implied-quotient': {
      return [arithmetic.actual, arithmetic.change];
    }
    case 'product': {
      return [arithmetic.base, arithmetic.ratio];
    }
    case 'implied-base':
    case 'implied-change': {
      return [arithmetic.actual, arithmetic.ratio];
    }
    case 'same': {
      return [arithmetic.of];
    }
  }
}

type Read = (figure: Figure) => Interval;

const HUNDRED = fraction(100n);

/** The true values that the inputs allow, read as told; null where a base may be 0 or below, or a ratio is. */
export function allowedBy(arithmetic: Arithmetic, read: Read = roundedInterval): Interval | null {
  switch (arithmetic.kind) {
    case 'sum': {
      return arithmetic.terms.map(({ input, sign }) => (sign === 1 ? read(input.figure) : negateInterval(read(input.figure)))).reduce(addIntervals, point(fraction(0n)));
    }
    case 'same': {
      return read(arithmetic.of.figure);
    }
    case 'quotient':
    case 'implied-quotient': {
      return lowered(quotient(arithmetic, read), arithmetic.offset);
    }
    default: {
      const { ratio, offset } = arithmetic;
      return fromRatio(arithmetic, raised(read(ratio.figure), offset), read);
    }
  }
}

function quotient(arithmetic: Extract<Arithmetic, { kind: 'quotient' | 'implied-quotient' }>, read: Read): Interval | null {
  if (arithmetic.kind === 'quotient') {
    const [top, bottom] = [read(arithmetic.top.figure), read(arithmetic.bottom.figure)];
    return aboveZero(bottom) ? percentOf(top, bottom) : null;
  }
  const [actual, change] = [read(arithmetic.actual.figure), read(arithmetic.change.figure)];
  return aboveZero(subtractIntervals(actual, change)) ? percentOfImpliedBase(actual, change) : null;
}

function fromRatio(arithmetic: Extract<Arithmetic, { kind: 'product' | 'implied-base' | 'implied-change' }>, ratio: Interval, read: Read): Interval | null {
  if (arithmetic.kind === 'product') return corners(read(arithmetic.base.figure), ratio, (base, r) => divideFractions(multiplyFractions(base, r), HUNDRED));
  const base = (actual: Fraction, r: Fraction): Fraction => divideFractions(multiplyFractions(actual, HUNDRED), r);
  return corners(read(arithmetic.actual.figure), ratio, arithmetic.kind === 'implied-base' ? base : (actual, r) => subtractFractions(actual, base(actual, r)));
}

/** Worked out from all the digits that are stored; null where nothing follows. */
export function exactValue(arithmetic: Arithmetic): Fraction | null {
  const stored = new Map(inputsOf(arithmetic).map((input) => [input.figure, input.stored]));
  return allowedBy(arithmetic, (figure) => point(fractionOf(stored.get(figure) ?? figure.value)))?.low?.at ?? null;
}

/**
 * The one figure of so many places that the inputs give, whatever was rounded off them; null where there are several.
 *
 * A ratio of one decimal says a small base to the unit, and a large one only roughly.
 */
export function onlyFigure(arithmetic: Arithmetic, places: number): Decimal | null {
  const allowed = allowedBy(arithmetic);
  if (allowed === null || allowed.low === null || allowed.high === null) return null;
  const [low, high] = [toDecimal(allowed.low.at, places), toDecimal(allowed.high.at, places)];
  return canonical(low) === canonical(high) ? low : null;
}

function aboveZero({ low }: Interval): boolean {
  return low !== null && (low.at.n > 0n || (low.at.n === 0n && low.open));
}

function lowered(interval: Interval | null, offset: 0 | 100): Interval | null {
  return interval && offset === 100 ? addIntervals(interval, point(fraction(-100n))) : interval;
}

function raised(interval: Interval, offset: 0 | 100): Interval {
  return offset === 100 ? addIntervals(interval, point(HUNDRED)) : interval;
}

/** Monotone in each of two figures above 0, so that the corners are the ends; null where one may be 0 or below. */
function corners(a: Interval, b: Interval, of: (a: Fraction, b: Fraction) => Fraction): Interval | null {
  if (!aboveZero(a) || !aboveZero(b) || a.high === null || b.high === null) return null;
  const all = [a.low, a.high].flatMap((x) => [b.low, b.high].map((y) => (x && y ? of(x.at, y.at) : null))).filter((one) => one !== null);
  const end = (sign: 1 | -1): End => {
    const [first, ...others] = all;
    if (first === undefined) return null;
    return { at: others.reduce((best, one) => (compareFractions(one, best) === sign ? one : best), first), open: false };
  };
  return { low: end(-1), high: end(1) };
}

/** More places than these are a quotient's, and nobody typed them. */
const LONGEST = 6;

/** The places of an exact sum: those of its longest input, and as many as any of them shows. */
export function placesOf(arithmetic: Arithmetic): number {
  let most = 0;
  for (const { figure: { decimals, value } } of inputsOf(arithmetic)) {
    for (const places of [decimals, value.places > LONGEST ? decimals : value.places]) if (places > most) most = places;
  }
  return most;
}
