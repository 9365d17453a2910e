/** The sheet in front of a marked copy: what was found, why, and what to do, with a link to each cell. */
import { cutText } from '#core/cut-text';
import type { Diagnosis, Finding, SheetReport } from '#core/report';
import { indicatorText } from '#app/indicator-text';
import type { Severity } from '#core/rule';
import { submissionOf } from '#core/submission';
import { LONGEST_CELL_TEXT, type NewCell, type NewSheet, type WorkbookEditor } from '#ports/workbook-editor';
import type { Texts } from '#words/texts';

export interface MarkedFile {
  /** The file's name without its folder. */
  readonly file: string;
  readonly sheets: readonly SheetReport[];
}

/** No., severity, cell, indicator, what, why, todo: one A4 page wide at nine tenths of its size. */
const WIDTHS = [5, 11, 9, 26, 37, 37, 30];
const SEVERITIES: readonly Severity[] = ['error', 'warning', 'note'];
const BORDERED = { border: true, wrap: true, vertical: 'top' } as const;

type Row = (NewCell | null)[];

/** @param noted cells whose own notes stayed, as `Sheet!A1` */
export function markedSheet({ file, sheets }: MarkedFile, noted: readonly string[], editor: WorkbookEditor, texts: Texts): NewSheet {
  const styles = stylesOf(editor);
  const { mark } = texts;
  const top: Row[] = [
    [{ value: mark.title, style: styles.title }],
    [{ value: fitted(file) }],
    [{ value: totals(sheets, texts), style: styles.bold }],
    ...verdict(sheets, texts).map((value) => [{ value, style: styles.bold }]),
    [{ value: mark.explained }],
    ...(noted.length === 0 ? [] : [[{ value: fitted(mark.noted(noted.join(', '))) }]]),
    [],
  ];
  const heading: Row = mark.headings.map((value) => ({ value, style: styles.heading }));
  const body = sheets.flatMap((sheet) => sheetRows(sheet, styles, texts));
  return { name: mark.sheet, widths: WIDTHS, rows: [...top, heading, ...body], titleRows: { first: top.length, last: top.length }, landscape: true };
}

type Styles = Readonly<Record<Severity | 'title' | 'bold' | 'heading' | 'section' | 'text' | 'number' | 'link', number>>;

function stylesOf(editor: WorkbookEditor): Styles {
  return {
    title: editor.addStyle({ bold: true, size: 16 }),
    bold: editor.addStyle({ bold: true }),
    heading: editor.addStyle({ ...BORDERED, bold: true, fill: 'D9E1F2', horizontal: 'center', vertical: 'center' }),
    section: editor.addStyle({ bold: true, fill: 'F2F2F2' }),
    text: editor.addStyle(BORDERED),
    number: editor.addStyle({ ...BORDERED, horizontal: 'center' }),
    link: editor.addStyle({ ...BORDERED, colour: '0563C1', underline: true }),
    error: editor.addStyle({ ...BORDERED, fill: 'FFC7CE', colour: '9C0006' }),
    warning: editor.addStyle({ ...BORDERED, fill: 'FFEB9C', colour: '7F6000' }),
    note: editor.addStyle({ ...BORDERED, fill: 'DDEBF7', colour: '1F4E78' }),
  };
}

function totals(sheets: readonly SheetReport[], { severities, unchecked, mark }: Texts): string {
  if (sheets.every(({ table }) => table === null)) return mark.noTable;
  const findings = sheets.flatMap((sheet) => openOf(sheet));
  const counts = SEVERITIES.map((severity) => severities[severity].counted(findings.filter((finding) => finding.severity === severity).length));
  return [...counts, unchecked(sheets.reduce((sum, sheet) => sum + sheet.unchecked.length, 0))].join(', ');
}

/** Nothing where no table follows a known layout. */
function verdict(sheets: readonly SheetReport[], { mark }: Texts): readonly string[] {
  const submission = submissionOf(sheets);
  return submission === null ? [] : [mark.submission(submission.errors.length, submission.missing.length)];
}

function openOf({ findings }: SheetReport): readonly Finding[] {
  return findings.filter(({ waived }) => waived === null);
}

function sheetRows(sheet: SheetReport, styles: Styles, texts: Texts): readonly Row[] {
  const { table, name, year, unchecked } = sheet;
  if (table === null) return [section(`${name}: ${texts.noTable}`, styles)];
  const facts = [name, table, ...(year === null ? [] : [texts.year(year)])].join(' · ');
  const open = openOf(sheet);
  const ordered = SEVERITIES.flatMap((severity) => open.filter((finding) => finding.severity === severity));
  const isClean = open.every(({ severity }) => severity === 'note');
  return [
    section(facts, styles),
    ...(isClean ? [[null, null, null, null, { value: texts.clean, style: styles.text }]] : []),
    ...sheet.diagnoses.map((diagnosis, i) => diagnosisRow(diagnosis, i, name, styles, texts)),
    ...ordered.map((finding, i) => findingRow(finding, i + sheet.diagnoses.length, name, styles, texts)),
    ...(unchecked.length === 0 ? [] : [section(`${texts.uncheckedTitle} (${unchecked.length})`, styles)]),
    ...unchecked.map(({ cell, why }, i) => [{ value: i + 1, style: styles.number }, null, linkTo(name, cell, styles), null, { value: fitted(why), style: styles.text }]),
  ];
}

function section(text: string, { section: style }: Styles): Row {
  return WIDTHS.map((_, i) => ({ value: i === 0 ? fitted(text) : null, style }));
}

function findingRow({ severity, cell, indicator, what, why, todo }: Finding, i: number, sheet: string, styles: Styles, { severities }: Texts): Row {
  return [
    { value: i + 1, style: styles.number },
    { value: severities[severity].single, style: styles[severity] },
    linkTo(sheet, cell, styles),
    { value: indicator === null ? null : fitted(indicatorText(indicator)), style: styles.text },
    ...[what, why, todo].map((text) => ({ value: fitted(text), style: styles.text })),
  ];
}

/** What to mend first: one wrong figure may explain several findings below it. */
function diagnosisRow({ cells, what, why, todo }: Diagnosis, i: number, sheet: string, styles: Styles, { mark }: Texts): Row {
  return [
    { value: i + 1, style: styles.number },
    { value: mark.mend, style: styles.error },
    linkTo(sheet, cells[0]?.cell ?? 'A1', styles),
    { value: fitted(cells.map(({ cell, found, proposal }) => mark.repair(cell, found, proposal)).join('\n')), style: styles.text },
    ...[what, why, todo].map((text) => ({ value: fitted(text), style: styles.text })),
  ];
}

function linkTo(sheet: string, cell: string, { link }: Styles): NewCell {
  return { value: cell, style: link, link: `'${sheet.replaceAll("'", "''")}'!${cell}` };
}

function fitted(text: string): string {
  return cutText(text, LONGEST_CELL_TEXT);
}
