/**
 * What comes from another program's cells: figures and texts, each read in the notation that its column shows. Looks, merges and formulas stay
 * behind: none of them could be saved, and a text from elsewhere never becomes a formula.
 */
import { ICommandService, ObjectMatrix, type ICellData, type IDisposable, type Injector, type IRange, CanceledError } from '@univerjs/core';
import { SetRangeValuesCommand } from '@univerjs/sheets';
import { entryOf, type Entry } from '#adapters/browser/grid/entry';
import { entryData } from '#adapters/browser/grid/notation';
import type { OpenBook } from '#adapters/browser/open-book';
import { records } from '#adapters/text/records';
import { elected, tally } from '#core/numbers/notation';
import { readText, type Notation } from '#core/numbers/number-text';

/** The grid's own command for what the keyboard pastes. */
const PASTE = 'sheet.command.paste-by-short-key';
/** The grid marks what was copied in it. */
const OWN = 'data-copy-id=';

const BLANK: ICellData = { v: null, f: null, si: null, p: null, t: null };

interface Pasted {
  readonly htmlContent?: string;
  readonly textContent?: string;
}

/** @param unit the workbook's id in the grid */
export function pasteContents(injector: Injector, book: OpenBook, unit: string, notation: () => Notation): IDisposable {
  const commands = injector.get(ICommandService);
  return commands.beforeCommandExecuted(({ id, params }) => {
    const text = id === PASTE ? foreignText(params as Pasted) : '';
    if (text === '') return;
    const { sheet, area: { top, left } } = book.selected.value;
    const cells = pastedCells(text, notation(), (row, column) => book.cell({ sheet, row: top + row, column: left + column }).format);
    const matrix = new ObjectMatrix<ICellData>();
    for (const [r, row] of cells.entries()) for (const [c, entry] of row.entries()) matrix.setValue(top + r, left + c, entry === null ? BLANK : { p: null, ...entryData(entry) });
    const range: IRange = { startRow: top, startColumn: left, endRow: top + cells.length - 1, endColumn: left + Math.max(0, ...cells.map((row) => row.length - 1)) };
    commands.syncExecuteCommand(SetRangeValuesCommand.id, { unitId: unit, subUnitId: sheet, range, value: matrix.getMatrix() });
    throw new CanceledError();
  });
}

/** What was copied elsewhere than in the grid. */
function foreignText({ htmlContent = '', textContent = '' }: Pasted): string {
  return htmlContent.includes(OWN) ? '' : textContent;
}

/** @param formatAt of the cell that a pasted one falls on, counted from the first */
export function pastedCells(text: string, notation: Notation, formatAt: (row: number, column: number) => string | null): readonly (readonly (Entry | null)[])[] {
  const rows = records(text, '\t');
  const votes = Array.from({ length: Math.max(0, ...rows.map((row) => row.length)) }, (_, column) => tally(rows.flatMap((row) => {
    const read = readText(row[column] ?? '');
    return typeof read === 'string' ? [] : [read];
  })));
  return rows.map((row, r) => row.map((field, c) => {
    const vote = votes[c];
    const own = vote === undefined || vote.vi + vote.en === 0 ? notation : elected(vote, vote) ?? notation;
    return field === '' ? null : withoutFormula(entryOf(field, formatAt(r, c), own), field);
  }));
}

function withoutFormula(entry: Entry, field: string): Entry {
  return entry.kind === 'formula' ? { kind: 'text', text: field } : entry;
}
