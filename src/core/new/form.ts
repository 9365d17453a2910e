/**
 * A sheet to be made, as data: cells with their looks by meaning, merges, widths, what may be typed where, how it is printed.
 *
 * A writer for files and a writer for an open workbook take the same form. Spec: docs/spec.md, A1 to A6.
 */
import type { Area } from '#core/table/grid';

/** What a cell is; how that looks stands in `looks.ts`. */
export type Look =
  | 'office' | 'title' | 'subtitle' | 'remark'
  | 'head' | 'section-ordinal' | 'section'
  | 'ordinal' | 'name' | 'detail' | 'heading' | 'unit'
  /** Waits for a figure. */
  | 'input'
  /** Holds a figure of another workbook, and may be typed over. */
  | 'carried'
  /** Adds its parts up, and may be typed over where they are not known. */
  | 'total'
  | 'result';

export interface FormCell {
  readonly value: string | number | null;
  /** In en-US, without `=`. */
  readonly formula: string | null;
  readonly look: Look;
  /** Steps that a cell's content stands in from its side. */
  readonly indent: number;
  /** The number format in en-US; null for words. */
  readonly format: string | null;
}

/** What a figure must be: a whole number from 0, any number from 0, any number, a percentage up to 100. */
export type InputRule = 'count' | 'amount' | 'signed' | 'rate';

/** What somebody reads who types what a rule refuses. */
export type InputMessages = Readonly<Record<InputRule, { readonly title: string; readonly text: string }>>;

/** Cells, one below the other, that take the same sort of figure. */
export interface FormInput {
  readonly area: Area;
  readonly rule: InputRule;
  /** Whether what breaks the rule is refused; else somebody is asked whether it is meant. */
  readonly isStrict: boolean;
  /** True for what may be typed; in en-US without `=`, for the first cell. `-`, `x` and `…` are answers. */
  readonly formula: string;
}

export interface NewForm {
  readonly name: string;
  readonly hidden: boolean;
  readonly rows: readonly (readonly (FormCell | null)[])[];
  readonly merges: readonly Area[];
  /** In characters. */
  readonly widths: readonly number[];
  /** In points. */
  readonly heights: ReadonlyMap<number, number>;
  readonly inputs: readonly FormInput[];
  /** The header's rows: kept in sight, printed on every page. A4 landscape, one page wide. */
  readonly header: { readonly first: number; readonly last: number };
  /** Whether nothing but {@link isOpen} cells can be changed; there is no password. */
  readonly isLocked: boolean;
}

/** What a form of a year is called, where no other sheet is. */
export function formName(year: number): string {
  return `Phụ lục ${year}`;
}

/** Whether a figure may be typed into a cell, also where the form is locked. */
export function isOpen({ look }: FormCell): boolean {
  return look === 'input' || look === 'carried' || look === 'total';
}
