/**
 * Marks in a workbook: colours and notes on the cells of findings, and a sheet in front that lists them.
 *
 * They are formats of their own, so no cell's style is touched, and they go without a trace. Spec: docs/spec.md, M1 to M3.
 */
import { grouped } from '#core/grouped';
import { markedSheet, type MarkedFile } from '#app/marked-sheet';
import { cutText } from '#core/cut-text';
import type { Finding, SheetReport } from '#core/report';
import type { Severity } from '#core/rule';
import { isWithin, placeOf, type Grid } from '#core/table/grid';
import { LONGEST_CELL_TEXT, type ConditionalMark, type WorkbookEditor } from '#ports/workbook-editor';
import type { Workbook } from '#ports/workbook-files';
import { en } from '#words/en';
import type { Texts } from '#words/texts';
import { vi } from '#words/vi';

/** By these, marks are found again, also after Excel has saved the copy. */
const AUTHOR = 'Phụ lục (kiểm tra)';
const FORMULA = 'LEN("phuluc:mark")>0';
const NAMESPACE = 'urn:phuluc:marks:1';

/** Marks are taken away in whatever language they were made. */
const LANGUAGES: readonly Texts[] = [vi, en];

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
  return grouped(findings, ({ cell }) => cell);
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

/** What became of marks: none were there; every part has its former bytes; they went, and with them the sheet in front, or it had to stay. */
export type Unmarked = 'none' | 'back' | 'removed' | 'sheet-stays';

/**
 * Takes the marks away.
 *
 * A program that saves a marked copy may rename the sheet in front, lose who wrote a note, or drop what was written down about the
 * marks: so each kind of mark is known by itself too.
 * @param workbook as it is read, marks and all
 * @returns "back" where every part has its former bytes; "removed" or "sheet-stays" where another program had saved the copy
 */
export function removeMarks(editor: WorkbookEditor, { sheets }: Workbook): Unmarked {
  if (editor.turnBack() === 'back') return 'back';
  const own = markOf(editor.customData(NAMESPACE));
  const fronts = sheets.filter((grid) => isFront(grid, own)).map(({ name }) => name);
  const marked = editor.sheets().filter((sheet) => removeFrom(editor, sheet));
  editor.setCustomData(NAMESPACE, null);
  if (own === null && fronts.length === 0 && marked.length === 0) return 'none';
  // Somebody's formulas may read the list by now, or all other sheets be hidden.
  const needed = fronts.filter((sheet) => {
    const isNeeded = editor.isSheetNeeded(sheet);
    if (!isNeeded) editor.removeSheet(sheet);
    return isNeeded;
  });
  return needed.length === 0 ? 'removed' : 'sheet-stays';
}

/** Only a sheet that says what ours says: a name alone might be anybody's. */
function isFront(grid: Grid, own: ReturnType<typeof markOf>): boolean {
  const title = grid.cell(0, 0).value;
  const isNamed = own !== null && grid.name === own.sheet && title === own.title;
  return isNamed || LANGUAGES.some(({ mark }) => title === mark.title && [3, 4].some((row) => grid.cell(row, 0).value === mark.explained));
}

/** @returns whether the sheet had marks */
function removeFrom(editor: WorkbookEditor, sheet: string): boolean {
  const areas = editor.removeConditionalMarks(sheet, FORMULA);
  const isMarked = (cell: string): boolean => {
    const { row, column } = placeOf(cell);
    return areas.some((area) => isWithin(area, row, column));
  };
  let removed = 0;
  editor.removeNotes(sheet, (note) => {
    const isOurs = note.author === AUTHOR || (isMarked(note.cell) && saysFinding(note.text));
    if (isOurs) removed += 1;
    return isOurs;
  });
  return areas.length + removed > 0;
}

/** Whether a note reads as {@link noteText} writes them, for programs that keep no authors. */
function saysFinding(text: string): boolean {
  return LANGUAGES.some(({ severities, todo }) => SEVERITIES.some((one) => text.startsWith(`${severities[one].single}: `)) && text.includes(`\n${todo}: `));
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
