/** The report as text: a file, its sheets, and under each the findings by severity, with their cells. */
import { indicatorText } from '#app/indicator-text';
import type { Diagnosis, FileReport, Finding, Report, SheetReport, Summary, UncheckedRelation } from '#core/report';
import type { Severity } from '#core/rule';
import type { Style } from '#faces/cli/terminal';
import { visible } from '#faces/cli/terminal';
import type { Texts } from '#words/texts';

const SEVERITIES: readonly Severity[] = ['error', 'warning', 'note'];

/**
 * The lines of the report, each with its end: that of a large folder is longer than any string may be.
 *
 * @param pages name the page of each finding's rule
 */
export function* textReport({ files, summary }: Report, texts: Texts, style: Style, pages = false): Iterable<string> {
  for (const [i, file] of files.entries()) {
    if (i > 0) yield '\n';
    for (const block of fileBlocks(file, { texts, style, pages })) yield `${block}\n`;
  }
  if (files.length > 1) yield `\n${style.bold(texts.total)}: ${summaryText(summary, texts)}\n`;
}

interface Manner {
  readonly texts: Texts;
  readonly style: Style;
  readonly pages: boolean;
}

function* fileBlocks({ file, error, sheets }: FileReport, manner: Manner): Iterable<string> {
  const { texts, style } = manner;
  yield style.bold(visible(file));
  if (error !== null) yield `  ${style.red(visible(error.what))}\n  ${texts.todo}: ${visible(error.todo)}`;
  for (const sheet of sheets) yield* sheetBlocks(sheet, manner);
}

function* sheetBlocks(sheet: SheetReport, manner: Manner): Iterable<string> {
  const { texts, style } = manner;
  if (sheet.table === null) {
    yield `\n  ${style.bold(visible(sheet.name))}: ${texts.noTable}`;
    return;
  }
  yield `\n  ${style.bold(visible(sheet.name))} · ${factsText(sheet, sheet.table, texts)}`;
  yield `  ${[...SEVERITIES.map((severity) => texts.severities[severity].counted(count(sheet, severity))), texts.unchecked(sheet.unchecked.length), texts.checked(sheet.checked)].join(', ')}`;
  if (count(sheet, 'error') + count(sheet, 'warning') === 0) yield `\n  ${style.green(texts.clean)}`;
  yield* diagnosisBlocks(sheet, manner);
  for (const severity of SEVERITIES) yield* findingBlocks(sheet, severity, manner);
  yield* uncheckedBlocks(sheet.unchecked, texts, style);
}

function factsText({ template, year }: SheetReport, table: string, texts: Texts): string {
  const known = template === null ? texts.unknownTemplate : texts.template(visible(template.id), Math.round(template.confidence * 100));
  return [table, known, ...(year === null ? [] : [texts.year(year)])].join(' · ');
}

function count({ findings }: SheetReport, severity: Severity): number {
  return findings.filter((finding) => finding.severity === severity && finding.waived === null).length;
}

/** Diagnoses stand first, each with the findings that it explains. */
function* diagnosisBlocks({ diagnoses, findings }: SheetReport, manner: Manner): Iterable<string> {
  const { texts, style } = manner;
  if (diagnoses.length === 0) return;
  yield `\n  ${style.red(style.bold(`${texts.diagnosesTitle} (${diagnoses.length})`))}`;
  const byId = new Map(findings.map((finding) => [finding.id, finding]));
  for (const diagnosis of diagnoses) yield diagnosisText(diagnosis, diagnosis.explains.flatMap((id) => byId.get(id) ?? []), manner);
}

function diagnosisText({ cells, what, why, todo }: Diagnosis, explained: readonly Finding[], { texts, style, pages }: Manner): string {
  const [first] = cells;
  const name = explained.find(({ indicator }) => indicator !== null)?.indicator ?? null;
  const likely = first === undefined || first.proposal === null ? '' : ` · ${texts.confidence(Math.round(first.confidence * 100))}`;
  return [
    `  ${style.bold(cells.map(({ cell }) => cell).join(', ').padEnd(5))} ${name === null ? '' : visible(indicatorText(name))}${style.dim(likely)}`,
    style.wrap(visible(what), 8),
    style.wrap(`${texts.why}: ${visible(why)}`, 8),
    style.wrap(`${texts.todo}: ${visible(todo)}`, 8),
    ...explained.flatMap((finding) => [
      style.dim(style.wrap(`${texts.severities[finding.severity].title} ${finding.cell}: ${visible(finding.what)}`, 8)),
      ...(pages ? [style.wrap(`${texts.page}: docs/rules/${finding.rule}.md`, 8)] : []),
    ]),
  ].join('\n');
}

/** Findings that no diagnosis explains. */
function* findingBlocks({ findings, diagnoses }: SheetReport, severity: Severity, manner: Manner): Iterable<string> {
  const { texts, style } = manner;
  const explained = new Set(diagnoses.flatMap(({ explains }) => explains));
  const own = findings.filter((finding) => finding.severity === severity && finding.waived === null && !explained.has(finding.id));
  if (own.length === 0) return;
  const paint = { error: style.red, warning: style.yellow, note: style.dim }[severity];
  yield `\n  ${paint(style.bold(`${texts.severities[severity].title} (${own.length})`))}`;
  for (const finding of own) yield findingText(finding, manner);
}

function findingText({ rule, cell, indicator, what, why, todo }: Finding, { texts, style, pages }: Manner): string {
  const name = indicator === null ? '' : visible(indicatorText(indicator));
  return [
    `  ${style.bold(cell.padEnd(5))} ${name}`,
    style.wrap(visible(what), 8),
    style.wrap(`${texts.why}: ${visible(why)}`, 8),
    style.wrap(`${texts.todo}: ${visible(todo)}`, 8),
    ...(pages ? [style.wrap(`${texts.page}: docs/rules/${rule}.md`, 8)] : []),
  ].join('\n');
}

/** Relations of one rule that lack the same thing read better as one list: cell, then why. */
function* uncheckedBlocks(unchecked: readonly UncheckedRelation[], texts: Texts, style: Style): Iterable<string> {
  if (unchecked.length === 0) return;
  yield `\n  ${style.dim(style.bold(`${texts.uncheckedTitle} (${unchecked.length})`))}`;
  for (const { why } of unchecked) yield style.wrap(visible(why), 4);
}

function summaryText(summary: Summary, texts: Texts): string {
  const { error, warning, note } = texts.severities;
  return [
    texts.files(summary.files), error.counted(summary.errors), warning.counted(summary.warnings), note.counted(summary.notes), texts.unchecked(summary.unchecked),
    ...(summary.unreadable > 0 ? [texts.unreadableFiles(summary.unreadable)] : []),
  ].join(', ');
}
