/** Which rows belong together: totals and parts, subsets, rates, stocks and flows. Spec: docs/spec.md, L4 and L5. */
import type { Indicator } from '#core/layout/template';
import type { Row } from '#core/table/rows';

export type Basis = 'declared' | 'inferred';

export interface SumOfRows {
  readonly whole: Row;
  readonly parts: readonly Row[];
  /** Parts that the template names and the sheet lacks. */
  readonly missing: readonly Indicator[];
  readonly basis: Basis;
}

export interface Subset {
  readonly part: Row;
  readonly whole: Row;
  readonly basis: Basis;
}

export interface RateOfRows {
  readonly rate: Row;
  /** null where the sheet lacks the row. */
  readonly numerator: Row | null;
  readonly denominator: Row | null;
  readonly basis: Basis;
}

export interface FlowOfRows {
  readonly stock: Row;
  readonly opened: Row | null;
  readonly closed: Row | null;
}

export interface Structure {
  readonly sums: readonly SumOfRows[];
  readonly subsets: readonly Subset[];
  readonly rates: readonly RateOfRows[];
  readonly flows: readonly FlowOfRows[];
}
