/** Edits a workbook written part by part, and says what became of its parts. */
import { strFromU8, unzipSync } from 'fflate';
import { openWorkbook } from '#adapters/xlsx/patch/open-workbook';
import { plainUnpacker } from '#adapters/xlsx/plain-unpacker';
import { columnOf } from '#core/table/cell-reference';
import { readWorkbook } from '#adapters/xlsx/read-workbook';
import type { Cell, CellValue } from '#core/table/grid';
import type { WorkbookEditor } from '#ports/workbook-editor';
import type { Workbook } from '#ports/workbook-files';

export const SHEET = 'Phụ lục';

export function opened(bytes: Uint8Array): WorkbookEditor {
  return openWorkbook(bytes, 'a.xlsx', plainUnpacker);
}

export function read(bytes: Uint8Array): Promise<Workbook> {
  return readWorkbook(bytes, 'a.xlsx', plainUnpacker);
}

export function edited(bytes: Uint8Array, edit: (workbook: WorkbookEditor) => void): Uint8Array {
  const workbook = opened(bytes);
  edit(workbook);
  return workbook.save();
}

/** Puts constants and `=formulas` into cells of the first sheet, by address. */
export function put(workbook: WorkbookEditor, cells: Readonly<Record<string, CellValue | { readonly formula: string; readonly value: CellValue }>>, sheet = workbook.sheets()[0] ?? ''): void {
  for (const [at, content] of Object.entries(cells)) {
    const [row, column] = placeOf(at);
    const isFormula = typeof content === 'object' && content !== null && 'formula' in content;
    workbook.setCell(sheet, row, column, isFormula ? content : { value: content, formula: null });
  }
}

function placeOf(at: string): [row: number, column: number] {
  const [, letters = '', digits = ''] = /^([A-Z]+)(\d+)$/.exec(at) ?? [];
  return [Number(digits) - 1, columnOf(letters)];
}

export function partsOf(bytes: Uint8Array): Readonly<Record<string, Uint8Array>> {
  return unzipSync(bytes);
}

export function part(bytes: Uint8Array, path: string): string {
  const found = partsOf(bytes)[path];
  if (found === undefined) throw new RangeError(`Cannot find part "${path}" in ${Object.keys(partsOf(bytes)).join(', ')}`);
  return strFromU8(found);
}

/** "+xl/a.xml" added, "-" removed, "~" changed; sorted. */
export function changedParts(before: Uint8Array, after: Uint8Array): readonly string[] {
  const old = partsOf(before);
  const now = partsOf(after);
  const marks = [...new Set([...Object.keys(old), ...Object.keys(now)])].map((path) => {
    const [was, is] = [old[path], now[path]];
    if (was === undefined) return `+${path}`;
    if (is === undefined) return `-${path}`;
    return Buffer.compare(was, is) === 0 ? '' : `~${path}`;
  });
  return marks.filter((mark) => mark !== '').toSorted();
}

export async function cellAt(bytes: Uint8Array, at: string, sheet = 0): Promise<Cell> {
  const { sheets } = await read(bytes);
  const [row, column] = placeOf(at);
  const cell = sheets[sheet]?.cell(row, column);
  if (cell === undefined) throw new RangeError(`Cannot find sheet ${sheet}`);
  return cell;
}

export async function valueAt(bytes: Uint8Array, at: string, sheet = 0): Promise<CellValue> {
  const { value } = await cellAt(bytes, at, sheet);
  return value;
}
