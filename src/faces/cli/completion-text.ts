/** What is filled in, as text: a table, and under it each cell with its figure and where that comes from. */
import { shownAs, workedText } from '#app/worked-text';
import { indicatorText } from '#app/indicator-text';
import type { CompletedFile } from '#app/complete-file';
import type { Completion, Disagreement } from '#core/complete/complete';
import { indicatorName } from '#core/indicator-name';
import type { Table } from '#core/layout/table';
import { cellOf } from '#core/relations/relation';
import type { Style } from '#faces/cli/terminal';
import { visible } from '#faces/cli/terminal';
import type { Texts } from '#words/texts';

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
  const shown = shownAs(how, value, { percent, decimals: value.places }, print);
  return `  ${cellOf(at).padEnd(6)}${visible(nameAt(one))}: ${shown}\n        ${texts.complete.how[how]} = ${visible(workedText(derivation.arithmetic, texts.complete, print))}\n`;
}

function differingLine(one: Disagreement, texts: Texts): string {
  const { at, found, worked, how, derivation } = one;
  const { print } = texts.words;
  const instead = texts.complete.instead(print.figure(found), print.value(worked, found));
  return `  ${cellOf(at).padEnd(6)}${visible(nameAt(one))}: ${instead}\n        ${texts.complete.how[how]} = ${visible(workedText(derivation.arithmetic, texts.complete, print))}\n`;
}

function nameAt({ at: { table, row } }: Pick<Completion, 'at'>): string {
  return indicatorText(indicatorName(table, row));
}
