/**
 * What a rule is: it looks at a table, yields outcomes as data, and puts its facts into words last.
 *
 * A rule is thought in Vietnamese: its own `say` is the Vietnamese sentence; other languages are in `src/words`.
 * Spec: docs/spec.md, R0.
 */
import type { Source } from '#core/layout/source';
import type { Table } from '#core/layout/table';
import type { Basis } from '#core/layout/structure';
import type { Gap } from '#core/numbers/figure';
import type { Expected, Grade } from '#core/numbers/grade';
import type { Cause } from '#core/localise/weights';
import type { Print } from '#core/print';
import type { Place, Relation, Spot } from '#core/relations/relation';

export type Severity = 'error' | 'warning' | 'note';
export type Group = 'layout' | 'sums' | 'ratios' | 'across' | 'plausibility' | 'formulas';

/** The three things a reader needs: the contradiction, the relation it breaks, the next step. */
export interface Sentence {
  readonly what: string;
  readonly why: string;
  readonly todo: string;
}

/** Why a relation could not be checked: the gap, and the cell it is in; null where a whole row is missing. */
export interface Reason {
  readonly gap: Gap;
  readonly spot: Spot | null;
  /** The row's name, for a row that the sheet lacks. */
  readonly name: string;
}

export interface Holds {
  readonly is: 'holds';
  readonly at: Place;
  readonly relation: Relation | null;
}

export interface Broken<Facts> {
  readonly is: 'broken';
  readonly at: Place;
  readonly related: readonly Place[];
  readonly facts: Facts;
  /** How bad: only `wrong` takes the rule's severity, the others are notes. */
  readonly grade: Exclude<Grade, 'exact'>;
  /** An inferred relation gives at most a warning. */
  readonly basis: Basis;
  /** The figure as read, canonical; the text for a layout finding; null for an empty cell. */
  readonly found: string | null;
  readonly expected: Expected | null;
  readonly relation: Relation | null;
  /** What a typist did, where the finding tells it by itself: `expected` is the figure that belongs there. */
  readonly slip?: Slip;
  /** The formula that belongs into the cell, in en-US and without `=`; left out or null where none follows. */
  readonly right?: string | null;
}

/** A cause, and how sure it is where no relation contradicts the cell, in thousandths. */
export interface Slip {
  readonly cause: Cause;
  readonly confidence: number;
}

export interface Unchecked {
  readonly is: 'unchecked';
  readonly at: Spot;
  readonly because: Reason;
}

/** A relation that was looked at: it held, it broke, or there was not enough to tell. */
export type Outcome<Facts> = Holds | Broken<Facts> | Unchecked;

export interface Rule<Id extends string, Facts> {
  readonly id: Id;
  readonly group: Group;
  /** Of a declared relation graded wrong; `core/check.ts` lowers it for the rest. */
  readonly severity: Severity;
  /** Tables drawn as text, the bound figures in brackets: shown in the docs, run by the tests. */
  readonly examples: { readonly holds: readonly string[]; readonly breaks: readonly string[] };
  /**
   * @param all every table of the workbook, for rules that compare tables
   * @param sources tables of other workbooks that this one is to be held against
   */
  readonly check: (table: Table, all: readonly Table[], sources: readonly Source[]) => Iterable<Outcome<Facts>>;
  readonly say: (facts: Facts, print: Print) => Sentence;
}

/** Types a rule; the id stays a literal, so that the languages can be checked against it. */
export function defineRule<const Id extends string, Facts>(rule: Rule<Id, Facts>): Rule<Id, Facts> {
  return rule;
}
