/** What is filled in, as text: a table, and under it each cell with its figure and where that comes from. */
import { indicatorText } from '#app/indicator-text';
import type { CompletedFile } from '#app/complete-file';
import type { Completion, Disagreement } from '#core/complete/complete';
import { inputsOf, type Arithmetic, type SignedInput } from '#core/complete/derivation';
import { indicatorName } from '#core/indicator-name';
import type { Table } from '#core/layout/table';
import type { Print } from '#core/print';
import { cellOf } from '#core/relations/relation';
import type { Style } from '#faces/cli/terminal';
import { visible } from '#faces/cli/terminal';
import type { Texts } from '#words/texts';

/** More figures than these are counted, not listed. */
const MOST_LISTED = 4;

/** The lines of the list, each with its end. */
export function* completionText({ completions, disagreements, tables }: CompletedFile, texts: Texts, style: Style): Iterable<string> {
  const { complete } = texts;
  for (const table of tables) yield* tableText(table, { completions, disagreements }, texts, style);
  if (completions.length === 0) yield `${complete.nothing}\n`;
  const live = completions.filter(({ formula }) => formula !== null).length;
  yield `${style.bold([complete.filled(completions.length), complete.formulas(live), complete.disagreements(disagreements.length)].join(', '))}\n`;
  if (disagreements.length > 0) yield `${complete.leftAlone}\n`;
}

function* tableText(table: Table, all: Pick<CompletedFile, 'completions' | 'disagreements'>, texts: Texts, style: Style): Iterable<string> {
  const filled = all.completions.filter(({ at }) => at.table === table);
  const differing = all.disagreements.filter(({ at }) => at.table === table);
  if (filled.length + differing.length === 0) return;
  yield `${style.bold(visible(table.grid.name))} · ${table.range}\n`;
  for (const one of filled) yield filledLine(one, texts);
  if (differing.length > 0) yield `\n  ${style.bold(texts.complete.disagreements(differing.length))}\n`;
  for (const one of differing) yield differingLine(one, texts);
  yield '\n';
}

function filledLine(one: Completion, texts: Texts): string {
  const { at, value, percent, how, derivation } = one;
  const { print } = texts.words;
  const style = { percent, decimals: value.places };
  // The change of a rate is so many points, and no percentage.
  const shown = percent && (how === 'change' || how === 'plan-change') ? print.points(value, style) : print.value(value, style);
  return `  ${cellOf(at).padEnd(6)}${visible(nameAt(one))}: ${shown}\n        ${texts.complete.how[how]} = ${visible(working(derivation.arithmetic, texts, print))}\n`;
}

function differingLine(one: Disagreement, texts: Texts): string {
  const { at, found, worked, how, derivation } = one;
  const { print } = texts.words;
  const instead = texts.complete.instead(print.figure(found), print.value(worked, found));
  return `  ${cellOf(at).padEnd(6)}${visible(nameAt(one))}: ${instead}\n        ${texts.complete.how[how]} = ${visible(working(derivation.arithmetic, texts, print))}\n`;
}

function nameAt({ at: { table, row } }: Pick<Completion, 'at'>): string {
  return indicatorText(indicatorName(table, row));
}

/** The arithmetic with its figures: "25.454 − 24.618 (lấy từ [2019.xlsx]Phụ lục!D7)". */
function working(arithmetic: Arithmetic, { complete }: Texts, print: Print): string {
  const origins = [...new Set(inputsOf(arithmetic).flatMap(({ origin }) => origin ?? []))].map((origin) => ` (${complete.from(origin)})`).join('');
  return arithmeticText(arithmetic, complete.added, print) + origins;
}

function arithmeticText(arithmetic: Arithmetic, added: (count: number) => string, print: Print): string {
  const figures = inputsOf(arithmetic).map(({ figure }, i) => inBrackets(print.figure(figure), i > 0));
  const [first = '', second = ''] = figures;
  if (arithmetic.kind === 'same') return first;
  if (arithmetic.kind === 'sum') return listed(arithmetic.terms, figures) ?? added(figures.length);
  if ('ratio' in arithmetic) return FROM_RATIO[arithmetic.kind](first, asRatio(second, arithmetic.offset));
  return `${first} / ${arithmetic.kind === 'quotient' ? second : `(${first} − ${second})`}${LESS[arithmetic.offset]}`;
}

/** null where they are too many. */
function listed(terms: readonly SignedInput[], figures: readonly string[]): string | null {
  if (figures.length > MOST_LISTED) return null;
  return terms.map(({ sign }, i) => (i === 0 ? '' : SIGNS[sign]) + (figures[i] ?? '')).join('');
}

const FROM_RATIO = {
  product: (base: string, ratio: string) => `${base} × ${ratio}`,
  'implied-base': (actual: string, ratio: string) => `${actual} / ${ratio}`,
  'implied-change': (actual: string, ratio: string) => `${actual} − ${actual} / ${ratio}`,
} as const;

const SIGNS = { 1: ' + ', [-1]: ' − ' } as const;

/** A figure below 0 behind a sign stands in brackets. */
function inBrackets(figure: string, isBehind: boolean): string {
  return isBehind && /^[−-]/.test(figure) ? `(${figure})` : figure;
}

const LESS = { 0: '', 100: ' − 100%' } as const;

/** A growth and what it stands on. */
function asRatio(figure: string, offset: 0 | 100): string {
  return offset === 0 ? figure : `(100% + ${figure})`;
}
