/**
 * The check as the panel asks for it: over the sheets of an open workbook, in the user's language.
 *
 * It is the heavy part of the panel, and loaded after the first paint.
 */
import type { Within } from '#app/session/asked';
import { knownTemplates } from '#app/known-templates';
import type { Choice } from '#app/session/choice';
import { formulasIn } from '#app/session/formula-proposals';
import type { Change } from '#app/session/journal';
import type * as completingWork from '#app/session/completing-work';
import type * as newFormWork from '#app/session/new-form-work';
import type * as ownTemplate from '#app/session/own-template';
import { ownFunctionsIn } from '#app/session/own-functions';
import { layouts, optionsFor } from '#app/session/table-options';
import { sourcesOf, unusedOf } from '#app/session/source-tables';
import type { ChosenSource } from '#app/session/source-choices';
import { infoOf } from '#app/session/places';
import { changesIn, planFor, type Plan } from '#app/session/proposals';
import { rowNames } from '#app/session/row-names';
import type { SubmissionFacts } from '#app/session/submission-facts';
import type { TableFacts, TableResult, UnclearColumn } from '#app/session/tables';
import { checkTables } from '#core/check';
import { tablesOf, type Table, type TableOptions } from '#core/layout/table';
import type { Template } from '#core/layout/template';
import { DiagnosisMemory } from '#core/localise/memory';
import { isGap } from '#core/numbers/figure';
import type { Repair } from '#core/report';
import type { Words } from '#core/rules/all';
import { columnName } from '#core/table/column-kinds';
import type { Against, Comparison } from '#core/table/columns';
import { BLANK, columnLetters, isWithin, type Grid } from '#core/table/grid';
import type { CellWrite, OpenSheet, SheetInfo } from '#ports/workbook-host';

/** The layouts to choose from, each once. @param own the text of the template that the workbook brings along */
export function templates(own: string | null): readonly Template[] {
  const { all } = layouts(own);
  return all.filter(({ id }, i) => all.findIndex((one) => one.id === id) === i);
}

export { listed, relisted, countsOf, uncheckedIn } from '#app/session/listing';
export { layoutOf } from '#app/session/table-options';

/** What makes templates of tables: loaded when somebody asks for one. */
export function learning(): Promise<typeof ownTemplate> {
  return import(/* webpackChunkName: "learning" */ '#app/session/own-template');
}

/** What can be filled in: loaded when somebody looks at it. */
export function completion(): Promise<typeof completingWork> {
  return import(/* webpackChunkName: "completing" */ '#app/session/completing-work');
}

/** What makes blank forms: loaded when somebody asks for one. */
export function newForms(): Promise<typeof newFormWork> {
  return import(/* webpackChunkName: "new-forms" */ '#app/session/new-form-work');
}

/** The tables on these sheets, before any rule has seen them. */
export function look(sheets: readonly OpenSheet[], choice: Choice): TableFacts[] {
  const options = optionsFor(choice);
  return sheets.flatMap((sheet) => tablesOf(sheet.grid, options).map((table) => factsOf(sheet, table, options)));
}

function factsOf(sheet: SheetInfo, table: Table, options: TableOptions): TableFacts {
  const { range, recognition, rows, year, columns: { comparisons } } = table;
  const indicators = rows.filter(({ kind }) => kind === 'indicator').length;
  const figures = recognition === null ? null : { id: recognition.template.id, name: recognition.template.name, called: calledBy(recognition.template), matched: [...recognition.matches.values()].filter(({ indicator }) => indicator.kind !== 'heading').length };
  return { sheet: infoOf(sheet), range, template: figures, indicators, year, sections: sectionNames(recognition?.template ?? null), bases: { earlier: baseIn(comparisons, 'earlier'), plan: baseIn(comparisons, 'plan') }, unclear: unclearIn(table, options) };
}

function unclearIn({ grid, columns, rows, figure }: Table, { kinds }: TableOptions): UnclearColumn[] {
  const withFigures = columns.unclear.filter((column) => rows.some((row) => !isGap(figure(row, column))));
  return withFigures.map(({ index, header }) => {
    const key = columnName(grid.name, index);
    return { key, letters: columnLetters(index), header, kind: kinds?.get(key) ?? null };
  });
}

/** "LMHTXVN 2020"; a template of one's own by the name that it was given. */
function calledBy(template: Template): string {
  return knownTemplates().includes(template) ? template.id.replaceAll('-', ' ').toUpperCase() : template.name.vi;
}

function baseIn(comparisons: readonly Comparison[], against: Against): TableFacts['bases'][Against] {
  const own = comparisons.filter((one) => one.against === against);
  if (own.length === 0) return null;
  return own.some(({ base }) => base !== null) ? 'column' : 'worked-back';
}

/** "I. Hợp tác xã": headings in capitals are hard to read, and abbreviations in brackets only repeat them. */
function sectionNames(template: Template | null): Record<string, string> {
  return Object.fromEntries((template?.sections ?? []).map(({ id, ordinal, name }) => [id, `${ordinal}. ${sentenceCase(name)}`]));
}

function sentenceCase(heading: string): string {
  const text = heading.replace(/\s*\([^)]*\)\s*$/, '');
  const small = text.toLowerCase().replaceAll(/\bhtx\b/g, 'HTX').replaceAll(/\btht\b/g, 'THT').replaceAll('việt nam', 'Việt Nam').replaceAll('liên minh', 'Liên minh');
  return small.charAt(0).toUpperCase() + small.slice(1);
}

/** What a check gives: the tables, and what it says of each. */
export interface Checked {
  readonly facts: readonly TableFacts[];
  readonly results: readonly TableResult[];
  /** null but for a check before submission. */
  readonly submission: SubmissionFacts | null;
  /** Sources that gave no figure. */
  readonly unused: readonly Against[];
}

/** What a check of an open workbook rests on besides its sheets. */
export interface Besides {
  /** Of the same workbook: only contradictions that changed since are solved again. */
  readonly memory: DiagnosisMemory;
  readonly sources: readonly ChosenSource[];
}

/** An empty memory for a workbook that will be checked again and again. */
export function remember(): DiagnosisMemory {
  return new DiagnosisMemory();
}

/** Checks the sheets together, as the command line does with those of one file. */
export function check(sheets: readonly OpenSheet[], choice: Choice, words: Words, { memory, sources: chosen }: Besides): Checked {
  const options = optionsFor(choice);
  const recognised = sheets.map((sheet) => {
    const grid = partOf(sheet, choice.within ?? null);
    return { sheet, grid, tables: tablesOf(grid, options) };
  });
  const sources = sourcesOf(chosen, options);
  const byName = new Map(recognised.map((one) => [one.grid.name, one]));
  return {
    facts: recognised.flatMap(({ sheet, tables }) => tables.map((table) => factsOf(sheet, table, options))),
    results: checkTables(recognised, words, { memory, sources }).flatMap((report) => {
      const own = byName.get(report.name);
      return own === undefined ? [] : [{ sheet: infoOf(own.sheet), report, changes: changesIn(report, own.tables, own.grid, words.print), formulas: formulasIn(report, own.tables, own.grid, words.print), names: rowNames(report, own.tables) }];
    }),
    submission: null,
    unused: unusedOf(chosen, sources, recognised.flatMap(({ tables }) => tables)),
  };
}

/** Checks all sheets together, and keeps the tables of a known layout: only they are submitted. */
export function checkSubmission(sheets: readonly OpenSheet[], choice: Choice, words: Words, beside: Besides): Checked {
  const { facts, results, unused } = check(sheets, choice, words, beside);
  // A layout that was chosen, and of which nothing stands there, is the layout of another sheet.
  const known = facts.filter(({ template }) => template !== null && template.matched > 0);
  const isKnown = (sheet: string, range: string | null): boolean => known.some((one) => one.sheet.id === sheet && one.range === range);
  const left = sheets.filter(({ id }) => facts.some((one) => one.sheet.id === id && !isKnown(id, one.range)));
  const functions = sheets.flatMap(({ id, grid }) => ownFunctionsIn(grid).map((cell) => ({ sheet: id, cell })));
  return { facts: known, results: results.filter(({ sheet, report }) => isKnown(sheet.id, report.table)), submission: { left: left.map(infoOf), functions }, unused };
}

/** The cells of the part that was chosen, where they stand on their sheet. */
function partOf({ id, grid }: OpenSheet, within: Within | null): Grid {
  if (within?.sheet !== id) return grid;
  const { area } = within;
  return { ...grid, rowCount: Math.min(grid.rowCount, area.bottom + 1), columnCount: Math.min(grid.columnCount, area.right + 1), cell: (row, column) => (isWithin(area, row, column) ? grid.cell(row, column) : BLANK) };
}

/** Repairs to write together on one sheet. */
export interface Wanted {
  readonly sheet: string;
  readonly repairs: readonly Repair[];
}

/** What repairs would write into the sheets as they stand now: all of them, or none where one cell holds something else. */
export function prepared(sheets: readonly OpenSheet[], wanted: readonly Wanted[], { choice, words }: Reader): Plan {
  const open = new Map(sheets.map((sheet) => [sheet.id, { sheet, tables: tablesOf(partOf(sheet, choice.within ?? null), optionsFor(choice)) }]));
  const writes: CellWrite[] = [];
  const changes: Change[] = [];
  for (const { sheet: id, repairs } of wanted) {
    const own = open.get(id);
    const plan: Plan = own === undefined ? { is: 'moved', cell: repairs[0]?.cell ?? '', now: '' } : planFor(own.sheet, own.tables, repairs, words.print);
    if (plan.is === 'moved') return plan;
    writes.push(...plan.writes);
    changes.push(...plan.changes);
  }
  return { is: 'ready', writes, changes };
}

/** What the reader chose, and the language that figures are shown in. */
export interface Reader {
  readonly choice: Choice;
  readonly words: Words;
}
