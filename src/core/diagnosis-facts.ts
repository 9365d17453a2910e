/** What a diagnosis is made of, before any language puts it into words. */
import type { Cause } from '#core/localise/weights';
import type { Decimal } from '#core/numbers/decimal';
import type { Term } from '#core/relations/relation';
import type { Sentence } from '#core/rule';
import type { Compared } from '#core/rules/comparing';

/** What a figure is, for a reader: how a sentence names it. */
export type Measure = 'ratio' | 'growth' | 'change' | 'rate' | 'share' | 'total' | 'level';

/** A figure that is wrong, and the one that belongs there. */
export interface ChangeFacts {
  readonly term: Term;
  readonly measure: Measure;
  /** null for a figure that is compared with nothing in its row. */
  readonly compared: Compared | null;
  /** null where no figure follows. */
  readonly proposal: Decimal | null;
  /** The smallest and the largest figure that would fit as well; null where the proposal alone does. */
  readonly among: { readonly low: Decimal; readonly high: Decimal } | null;
  readonly cause: Cause;
  /** The arithmetic that gives the proposal, where it fits into brackets. */
  readonly worked: Working | null;
  /** The cells that it is worked out from. */
  readonly from: readonly Term[];
}

/** A quotient or a sum of figures. */
export interface Working {
  readonly operator: '/' | '+' | '−';
  readonly figures: readonly { readonly value: Decimal; readonly percent: boolean }[];
}

/** A figure that another relation bears out, and the cell that does so. */
export interface ConfirmedFigure {
  readonly term: Term;
  readonly by: Term;
}

export interface DiagnosisFacts {
  /** The likeliest repair; empty where the search could not decide. */
  readonly best: readonly ChangeFacts[];
  /** The others, likeliest first. */
  readonly others: readonly (readonly ChangeFacts[])[];
  /** One of the others is that every figure is right, and the relation does not apply: a restructured stock. */
  readonly mayNotApply: boolean;
  /** Another repair is nearly as likely: the figures do not decide. */
  readonly tie: boolean;
  readonly confirmed: readonly ConfirmedFigure[];
  /** The contradiction, in the words of the rule that met it first. */
  readonly contradiction: Sentence;
}
