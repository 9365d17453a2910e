/** The report as text: a file, its sheets, and under each the findings by severity, with their cells. */
import type { FileReport, Finding, IndicatorName, Report, SheetReport, Summary, UncheckedRelation } from '#core/report';
import type { Severity } from '#core/rule';
import type { Style } from '#faces/cli/terminal';
import { visible } from '#faces/cli/terminal';
import type { Texts } from '#words/texts';

const SEVERITIES: readonly Severity[] = ['error', 'warning', 'note'];

/** @param pages name the page of each finding's rule */
export function textReport({ files, summary }: Report, texts: Texts, style: Style, pages = false): string {
  const blocks = files.map((file) => fileText(file, { texts, style, pages }));
  if (files.length > 1) blocks.push(`${style.bold(texts.total)}: ${summaryText(summary, texts)}`);
  return `${blocks.join('\n\n')}\n`;
}

interface Manner {
  readonly texts: Texts;
  readonly style: Style;
  readonly pages: boolean;
}

function fileText({ file, error, sheets }: FileReport, manner: Manner): string {
  const { texts, style } = manner;
  const title = style.bold(visible(file));
  if (error !== null) return `${title}\n  ${style.red(visible(error.what))}\n  ${texts.todo}: ${visible(error.todo)}`;
  return [title, ...sheets.map((sheet) => sheetText(sheet, manner))].join('\n');
}

function sheetText(sheet: SheetReport, manner: Manner): string {
  const { texts, style } = manner;
  if (sheet.table === null) return `\n  ${style.bold(visible(sheet.name))}: ${texts.noTable}`;
  const { template, year } = sheet;
  const facts = [
    sheet.table,
    template === null ? texts.unknownTemplate : texts.template(visible(template.id), Math.round(template.confidence * 100)),
    ...(year === null ? [] : [texts.year(year)]),
  ];
  const counts = [...SEVERITIES.map((severity) => texts.severities[severity].counted(count(sheet, severity))), texts.unchecked(sheet.unchecked.length), texts.checked(sheet.checked)];
  const parts = SEVERITIES.map((severity) => findingsText(sheet, severity, manner));
  const clean = count(sheet, 'error') + count(sheet, 'warning') === 0 ? [`\n  ${style.green(texts.clean)}`] : [];
  return [`\n  ${style.bold(visible(sheet.name))} · ${facts.join(' · ')}`, `  ${counts.join(', ')}`, ...clean, ...parts, uncheckedText(sheet.unchecked, texts, style)].filter((part) => part !== '').join('\n');
}

function count({ findings }: SheetReport, severity: Severity): number {
  return findings.filter((finding) => finding.severity === severity && finding.waived === null).length;
}

function findingsText({ findings }: SheetReport, severity: Severity, manner: Manner): string {
  const { texts, style } = manner;
  const own = findings.filter((finding) => finding.severity === severity && finding.waived === null);
  if (own.length === 0) return '';
  const paint = { error: style.red, warning: style.yellow, note: style.dim }[severity];
  return [`\n  ${paint(style.bold(`${texts.severities[severity].title} (${own.length})`))}`, ...own.map((finding) => findingText(finding, manner))].join('\n');
}

function findingText({ rule, cell, indicator, what, why, todo }: Finding, { texts, style, pages }: Manner): string {
  const name = indicator === null ? '' : visible(nameOf(indicator));
  return [
    `  ${style.bold(cell.padEnd(5))} ${name}`,
    style.wrap(visible(what), 8),
    style.wrap(`${texts.why}: ${visible(why)}`, 8),
    style.wrap(`${texts.todo}: ${visible(todo)}`, 8),
    ...(pages ? [style.wrap(`${texts.page}: docs/rules/${rule}.md`, 8)] : []),
  ].join('\n');
}

/** "I.7 Số HTX hoạt động hiệu quả"; a row without a number goes by its section: "I · Trong đó: …". */
function nameOf({ section, ordinal, name }: IndicatorName): string {
  if (section === '') return ordinal === '' ? name : `${ordinal} ${name}`;
  return /^\d/.test(ordinal) ? `${section}.${ordinal} ${name}` : `${section} · ${name}`;
}

/** Relations of one rule that lack the same thing read better as one list: cell, then why. */
function uncheckedText(unchecked: readonly UncheckedRelation[], texts: Texts, style: Style): string {
  if (unchecked.length === 0) return '';
  return [`\n  ${style.dim(style.bold(`${texts.uncheckedTitle} (${unchecked.length})`))}`, ...unchecked.map(({ why }) => style.wrap(visible(why), 4))].join('\n');
}

function summaryText(summary: Summary, texts: Texts): string {
  const { error, warning, note } = texts.severities;
  return [
    texts.files(summary.files), error.counted(summary.errors), warning.counted(summary.warnings), note.counted(summary.notes), texts.unchecked(summary.unchecked),
    ...(summary.unreadable > 0 ? [texts.unreadableFiles(summary.unreadable)] : []),
  ].join(', ');
}
