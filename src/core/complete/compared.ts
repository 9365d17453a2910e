/** From any two of actual, base, change and ratio the others. Spec: docs/spec.md, G1. */
import { exactValue, type Arithmetic, type How, type Input } from '#core/complete/derivation';
import type { Column, Comparison } from '#core/table/columns';

/** What a row tells of a comparison; null where a cell gives no figure. */
export interface Facts {
  readonly actual: Input | null;
  readonly base: Input | null;
  readonly change: Input | null;
  readonly ratio: Input | null;
  readonly offset: 0 | 100;
}

/** The ratio, else the growth, which is 100 less. */
export function ratioOf(ratio: Input | null, growth: Input | null): Pick<Facts, 'ratio' | 'offset'> {
  return ratio === null && growth !== null ? { ratio: growth, offset: 100 } : { ratio, offset: 0 };
}

/** From any two of actual, base, change and ratio the others; what is exact before what is rounded. */
export function arithmeticFor({ actual, base, change, growth }: Comparison, target: Column, facts: Facts): Arithmetic | null {
  switch (target) {
    case base: {
      return baseFrom(facts);
    }
    case actual: {
      return actualFrom(facts);
    }
    case change: {
      return changeFrom(facts);
    }
    default: {
      return ratioFrom(facts, target === growth ? 100 : 0);
    }
  }
}

function baseFrom({ actual, base, change, ratio, offset }: Facts): Arithmetic | null {
  if (base !== null) return { kind: 'same', of: base };
  if (actual && change) return difference(actual, change);
  return actual && ratio && { kind: 'implied-base', actual, ratio, offset };
}

function actualFrom({ base, change, ratio, offset }: Facts): Arithmetic | null {
  if (base === null) return null;
  if (change !== null) return { kind: 'sum', terms: [{ input: base, sign: 1 }, { input: change, sign: 1 }] };
  return ratio && { kind: 'product', base, ratio, offset };
}

function changeFrom({ actual, base, ratio, offset }: Facts): Arithmetic | null {
  if (actual && base) return difference(actual, base);
  return actual && ratio && { kind: 'implied-change', actual, ratio, offset };
}

/** Nothing compares with a base of 0 or below. */
function ratioFrom({ actual, base, change }: Facts, offset: 0 | 100): Arithmetic | null {
  if (actual === null || (base === null && change === null)) return null;
  const arithmetic: Arithmetic | null = base ? { kind: 'quotient', top: actual, bottom: base, offset } : change && { kind: 'implied-quotient', actual, change, offset };
  return arithmetic !== null && exactValue(arithmetic) !== null ? arithmetic : null;
}

function difference(from: Input, less: Input): Arithmetic {
  return { kind: 'sum', terms: [{ input: from, sign: 1 }, { input: less, sign: -1 }] };
}

/** What a column of a comparison is filled with. */
export function howOf({ actual, base, change, growth, against }: Comparison, target: Column): How {
  if (target === actual) return 'actual';
  if (target === base) return against === 'plan' ? 'plan' : 'base';
  if (target === change) return against === 'plan' ? 'plan-change' : 'change';
  if (target === growth) return 'growth';
  return against === 'plan' ? 'attainment' : 'ratio';
}
