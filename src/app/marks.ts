/**
 * Marks in a workbook: colours and notes on the cells of findings, and a sheet in front that lists them.
 *
 * They are formats of their own, so no cell's style is touched, and they go without a trace. Spec: docs/spec.md, M1 to M3.
 */
import { markedSheet, type MarkedFile } from '#app/marked-sheet';
import { cutText } from '#core/cut-text';
import type { Finding, SheetReport } from '#core/report';
import type { Severity } from '#core/rule';
import { LONGEST_CELL_TEXT, type ConditionalMark, type WorkbookEditor } from '#ports/workbook-editor';
import type { Workbook } from '#ports/workbook-files';
import type { Texts } from '#words/texts';

/** By these, marks are found again, also after Excel has saved the copy. */
const AUTHOR = 'Phụ lục (kiểm tra)';
const FORMULA = 'LEN("phuluc:mark")>0';
const NAMESPACE = 'urn:phuluc:marks:1';

/** From the one that wins where a cell has several. */
const SEVERITIES: readonly Severity[] = ['error', 'warning', 'note'];
const COLOURS: Readonly<Record<Severity, Pick<ConditionalMark, 'fill' | 'colour'>>> = {
  error: { fill: 'FFC7CE', colour: '9C0006' },
  warning: { fill: 'FFEB9C', colour: '7F6000' },
  note: { fill: 'DDEBF7', colour: '1F4E78' },
};
/** A note is read in passing; the whole stands on the sheet in front. */
const LONGEST_NOTE = 2000;

/** Marks a workbook that has no marks yet. */
export function addMarks(editor: WorkbookEditor, file: MarkedFile, texts: Texts): void {
  const noted: string[] = [];
  for (const [name, findings] of openFindings(file.sheets)) {
    editor.addConditionalMarks(name, conditionalMarks(findings));
    const left = editor.addNotes(name, [...byCell(findings)].map(([cell, own]) => ({ cell, author: AUTHOR, text: noteText(own, texts) })));
    noted.push(...left.map((cell) => `${name}!${cell}`));
  }
  const sheet = markedSheet(file, noted, editor, texts);
  const name = editor.addSheetInFront(sheet);
  editor.setCustomData(NAMESPACE, JSON.stringify({ sheet: name, title: sheet.rows[0]?.[0]?.value ?? null }));
  editor.keepTurnBack();
}

/** The findings of each sheet that nobody has waived, over all its tables. */
function openFindings(sheets: readonly SheetReport[]): ReadonlyMap<string, readonly Finding[]> {
  const found = new Map<string, Finding[]>();
  for (const { name, findings } of sheets) {
    const open = findings.filter(({ waived }) => waived === null);
    if (open.length > 0) found.set(name, [...(found.get(name) ?? []), ...open]);
  }
  return found;
}

function byCell(findings: readonly Finding[]): ReadonlyMap<string, readonly Finding[]> {
  const cells = new Map<string, Finding[]>();
  for (const finding of findings) cells.set(finding.cell, [...(cells.get(finding.cell) ?? []), finding]);
  return cells;
}

function worst(findings: readonly Finding[]): Severity {
  return SEVERITIES.find((severity) => findings.some((finding) => finding.severity === severity)) ?? 'note';
}

function conditionalMarks(findings: readonly Finding[]): readonly ConditionalMark[] {
  const cells = [...byCell(findings)].map(([cell, own]) => ({ cell, severity: worst(own) }));
  return SEVERITIES.map((severity) => ({ cells: cells.filter((one) => one.severity === severity).map(({ cell }) => cell), formula: FORMULA, ...COLOURS[severity] }));
}

function noteText(findings: readonly Finding[], { severities, todo: label }: Texts): string {
  const parts = findings.map(({ severity, what, todo }) => `${severities[severity].single}: ${what}\n${label}: ${todo}`);
  return cutText(parts.join('\n\n'), Math.min(LONGEST_NOTE, LONGEST_CELL_TEXT));
}

/**
 * Takes the marks away.
 *
 * @param workbook as it is read, marks and all
 * @returns "none" where there were none; "back" where every part has its former bytes; "removed" where another program had saved the copy
 */
export function removeMarks(editor: WorkbookEditor, { sheets }: Workbook): 'none' | 'back' | 'removed' {
  const own = markOf(editor.customData(NAMESPACE));
  if (own === null) return 'none';
  if (editor.turnBack() === 'back') return 'back';
  // Only the sheet that says what ours said: a name alone might be anybody's.
  const isOurs = sheets.some((grid) => grid.name === own.sheet && grid.cell(0, 0).value === own.title);
  if (isOurs && editor.sheets().length > 1) editor.removeSheet(own.sheet);
  for (const sheet of editor.sheets()) {
    editor.removeNotes(sheet, AUTHOR);
    editor.removeConditionalMarks(sheet, FORMULA);
  }
  editor.setCustomData(NAMESPACE, null);
  return 'removed';
}

/** What marking wrote down, where it is that: what stands in a file may be anybody's. */
function markOf(data: string | null): { readonly sheet: string; readonly title: string } | null {
  if (data === null) return null;
  try {
    const { sheet, title } = JSON.parse(data) as { readonly sheet?: unknown; readonly title?: unknown };
    return typeof sheet === 'string' && typeof title === 'string' ? { sheet, title } : null;
  } catch {
    return null;
  }
}
