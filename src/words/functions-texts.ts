/** What the custom functions say in a cell, or beside an error in one. */
import type { Contradiction, Problem } from '#core/functions/answer';
import { cutText } from '#core/cut-text';

export interface FunctionTexts {
  /** Why a cell shows an error. */
  readonly problem: (problem: Problem) => string;
  /** What HTX.CHECK answers. */
  readonly contradiction: (contradiction: Contradiction) => string;
}

/** A sentence for each kind of problem. */
export type ProblemTexts = { readonly [Kind in Problem['is']]: (problem: Extract<Problem, { readonly is: Kind }>) => string };

/** Beside an error Excel shows a line or two. */
const LONGEST_QUOTE = 80;

export function quoted(text: string): string {
  return `“${cutText(text, LONGEST_QUOTE)}”`;
}

/** Says a problem in the words of its kind. */
export function sayProblem(problem: Problem, texts: ProblemTexts): string {
  // The table has a sentence for each kind, which the compiler cannot follow through the kind of one problem.
  const say = texts[problem.is] as (one: Problem) => string;
  return say(problem);
}
