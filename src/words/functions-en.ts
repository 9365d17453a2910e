/** The custom functions, in English. */
import type { Contradiction } from '#core/functions/answer';
import { quoted, sayProblem, type FunctionTexts, type ProblemTexts } from '#words/functions-texts';
import { printEn as print } from '#words/print-en';

const problems: ProblemTexts = {
  error: ({ error }) => `A cell that is used here shows ${error}.`,
  unreadable: ({ text }) => `${quoted(text)} cannot be read as a figure.`,
  range: ({ text }) => `${quoted(text)} is a range, which cannot be reckoned with.`,
  ambiguous: ({ text }) => `${quoted(text)} leaves open whether its separator groups thousands or cuts decimals.`,
  'not-collected': () => 'The figure is not collected yet.',
  'not-applicable': () => 'The indicator does not apply (“x”).',
  outside: () => 'The ranges do not have the same rows and columns.',
  'zero-base': () => 'The base is 0, so there is no ratio.',
  'negative-base': () => 'The base is below 0, so the ratio means nothing.',
  'zero-years': () => 'The number of years must be above 0.',
  negative: () => 'The years and the last figure must not be below 0.',
  'too-large': () => 'The result is too large.',
  'bad-shape': () => 'The totals must be one cell, a row as wide as the parts, or a column as high as the parts.',
  'bad-choice': () => 'less_is_better must be TRUE or FALSE.',
  'bad-thresholds': () => 'thresholds must be two figures: that of A, then that of B, with A the better one.',
  'bad-decimals': () => 'decimals must be a whole number from 0 to 15.',
  'no-row': ({ asked }) => `No row is ${quoted(asked)} in this range.`,
  'many-rows': ({ asked, ids }) => `Several rows are called ${quoted(asked)}${ids.length === 0 ? '' : `: give the number, ${ids.slice(0, 5).join(', ')}`}.`,
  'no-column': ({ asked }) => `No column is ${quoted(asked)} in this range.`,
  'many-columns': ({ asked }) => `Several columns fit ${quoted(asked)}: give the whole heading, or the column's place.`,
};

function sayContradiction(one: Contradiction): string {
  if (one.is === 'base') return `The actual less the change is ${print.plain(one.base)}: last year is not above 0, so there is no ratio.`;
  const [stated, right] = [`The ratio says ${print.figure(one.found)}`, print.value(one.worked, one.found)];
  if (one.is === 'truncated') return `${stated}; rounded it is ${right} (the figure was cut off).`;
  if (one.is === 'last-digit') return `${stated}; it works out at ${right}, off in the last digit.`;
  return `${stated}; it works out at ${right}.${one.isGrowth ? ' The figure is the growth, not the ratio.' : ''}`;
}

export const functionsEn: FunctionTexts = { problem: (problem) => sayProblem(problem, problems), contradiction: sayContradiction };
