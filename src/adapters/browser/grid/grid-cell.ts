/** Between a cell of the open workbook and one of the grid. */
import { CellValueType, type ICellData, type IStyleData, type Nullable } from '@univerjs/core';
import { cellWith, isAlike } from '#adapters/browser/open-book';
import { BLANK, type Cell, type CellValue } from '#core/table/grid';

const ERRORS: ReadonlySet<string> = new Set(['#NULL!', '#DIV/0!', '#VALUE!', '#REF!', '#NAME?', '#NUM!', '#N/A', '#SPILL!', '#CALC!', '#CYCLE!', '#ERROR!']);

/** What the grid is given for a cell; every part of it is there, so that nothing of a former content stays. */
export function gridCell({ value, formula }: Cell): ICellData {
  const rest = { f: formula === null ? null : `=${formula}`, si: null, p: null };
  if (value === null) return { ...rest, v: null, t: null };
  if (typeof value === 'object') return { ...rest, v: value.error, t: CellValueType.STRING };
  if (typeof value === 'string') return { ...rest, v: value, t: CellValueType.STRING };
  return typeof value === 'number' ? { ...rest, v: value, t: CellValueType.NUMBER } : { ...rest, v: value ? 1 : 0, t: CellValueType.BOOLEAN };
}

/** The number format of a style of the grid; null for General. */
export function formatOf(style: Nullable<IStyleData>): string | null {
  const pattern = style?.n?.pattern ?? '';
  return pattern === '' || pattern.toLowerCase() === 'general' ? null : pattern;
}

/** A cell as the grid has it. */
export interface Shown {
  readonly raw: Nullable<ICellData>;
  /** With its `=`, also of a formula that cells share. */
  readonly formula: string | null;
  readonly format: string | null;
}

/** @param before what the cell held as far as is known: a text that was an error value is one still */
export function cellShown({ raw, formula, format }: Shown, before: Cell): Cell {
  if (formula !== null && formula !== '') return { value: resultOf(raw), formula: formula.replace(/^=/, ''), format };
  const value = constantOf(raw);
  const stays = typeof before.value === 'object' && before.formula === null && before.value?.error === value;
  return cellWith(BLANK, { value: stays ? before.value : value, format });
}

function constantOf(raw: Nullable<ICellData>): CellValue {
  const value = plainOf(raw) ?? '';
  if (value === '') return null;
  if (raw?.t === CellValueType.BOOLEAN || typeof value === 'boolean') return ['1', 'true'].includes(String(value));
  return raw?.t === CellValueType.NUMBER ? Number(value) : value;
}

/** What stands in a cell of the grid; of a text with looks of its own the text alone. */
export function plainOf(raw: Nullable<ICellData>): Nullable<string | number | boolean> {
  const text = raw?.p?.body?.dataStream;
  return text === undefined ? raw?.v : text.replace(/\r\n$/, '');
}

function resultOf(raw: Nullable<ICellData>): CellValue {
  const value = constantOf(raw);
  return typeof value === 'string' && ERRORS.has(value) ? { error: value } : value;
}

/** Whether two cells hold and look the same, results of formulas too. */
export function isSameCell(a: Cell, b: Cell): boolean {
  return isAlike(a, b) && plain(a.value) === plain(b.value);
}

function plain(value: CellValue): string | number | boolean | null {
  return typeof value === 'object' && value !== null ? `error ${value.error}` : value;
}
