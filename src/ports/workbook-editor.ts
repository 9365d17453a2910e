/** What a host must offer to change a workbook without losing anything of it. */
import type { InputMessages, NewForm } from '#core/new/form';
import type { Area, CellValue } from '#core/table/grid';

/** Excel's own limit, in UTF-16 units. */
export const LONGEST_CELL_TEXT = 32_767;

/** What is to stand in a cell. */
export interface CellContent {
  /** The value; for a formula its result, null where it is not known. A date is its serial number counted from 1900. */
  readonly value: CellValue;
  /** In en-US, without `=`; null for a constant. A text is never taken for a formula. */
  readonly formula: string | null;
}

/** How a cell looks; what is left out is as in `basedOn`. */
export interface StyleSpec {
  /** The style of this number, 0 for the workbook's usual one. */
  readonly basedOn?: number;
  /** In en-US: `#,##0.0`. */
  readonly numberFormat?: string;
  readonly bold?: boolean;
  readonly italic?: boolean;
  /** The font's name. */
  readonly font?: string;
  /** In points. */
  readonly size?: number;
  /** RRGGBB. */
  readonly colour?: string;
  readonly underline?: boolean;
  /** RRGGBB. */
  readonly fill?: string;
  readonly wrap?: boolean;
  readonly horizontal?: 'left' | 'center' | 'right';
  readonly vertical?: 'top' | 'center';
  /** Steps that a text stands in from the left. */
  readonly indent?: number;
  /** Thin lines around. */
  readonly border?: boolean;
  /** False for a cell that can be changed where its sheet is protected. */
  readonly locked?: boolean;
}

/** A format that shows while its condition holds, and leaves the cells' own styles alone. */
export interface ConditionalMark {
  /** A1 addresses or ranges. */
  readonly cells: readonly string[];
  /** In en-US, without `=`, for the first cell. */
  readonly formula: string;
  /** RRGGBB. */
  readonly fill: string;
  /** RRGGBB. */
  readonly colour: string;
}

export interface Note {
  /** A1. */
  readonly cell: string;
  readonly author: string;
  readonly text: string;
}

/** A cell of a new sheet. */
export interface NewCell {
  readonly value: CellValue;
  readonly style?: number;
  /** A place in the workbook that a click leads to: `'Sheet'!A1`. */
  readonly link?: string;
}

export interface NewSheet {
  /** What Excel refuses in a name is replaced, and a number added where the name is taken. */
  readonly name: string;
  /** Widths in characters. */
  readonly widths: readonly number[];
  readonly rows: readonly (readonly (NewCell | null)[])[];
  /** Rows, counted from 0, that are printed on every page. */
  readonly titleRows: { readonly first: number; readonly last: number } | null;
  readonly landscape: boolean;
}

/** A workbook that is being changed; nothing is written before {@link WorkbookEditor.save}. */
export interface WorkbookEditor {
  /** Sheets of cells, hidden ones too, by name in their order. */
  readonly sheets: () => readonly string[];
  /**
   * Puts content into a cell; its style stays, or becomes `style`. Formulas that read the cell lose their last result, and Excel is asked to calculate.
   *
   * @param row counted from 0, likewise `column`
   * @throws {RangeError} for an unknown sheet, a place off the sheet or under a merge, or what no cell can hold
   */
  readonly setCell: (sheet: string, row: number, column: number, content: CellContent, style?: number) => void;
  /** Gives a cell another style. */
  readonly setStyle: (sheet: string, row: number, column: number, style: number) => void;
  /** The style of a cell, also of one that is blank. */
  readonly styleAt: (sheet: string, row: number, column: number) => number;
  /** Adds a style and gives its number; no style that is there is changed. */
  readonly addStyle: (style: StyleSpec) => number;
  readonly addConditionalMarks: (sheet: string, marks: readonly ConditionalMark[]) => void;
  /**
   * Adds notes beside those that are there.
   *
   * @returns the cells left out, because they have a note or a conversation already
   */
  readonly addNotes: (sheet: string, notes: readonly Note[]) => readonly string[];
  /** Takes away notes; what they say is given without its formats. */
  readonly removeNotes: (sheet: string, isGone: (note: Note) => boolean) => void;
  /**
   * Takes away conditional formats with this formula.
   *
   * @returns where they stood
   */
  readonly removeConditionalMarks: (sheet: string, formula: string) => readonly Area[];
  /** Adds a sheet in front of the others and shows it; gives the name that it got. */
  readonly addSheetInFront: (sheet: NewSheet) => string;
  /** Puts a new form in front of the others and shows it, unless it is hidden; gives the name that it got. */
  readonly addFormInFront: (form: NewForm, messages: InputMessages) => string;
  /** Whether a sheet has to stay: it is the last one that can be seen, or formulas elsewhere read it. */
  readonly isSheetNeeded: (sheet: string) => boolean;
  /** @throws {RangeError} for a sheet that has to stay */
  readonly removeSheet: (sheet: string) => void;
  /** Text data kept in the workbook under a namespace; null where there is none. */
  readonly customData: (namespace: string) => string | null;
  /** Keeps text data in the workbook, through Excel's own saving too; null takes it away. */
  readonly setCustomData: (namespace: string, data: string | null) => void;
  /** Keeps in the workbook how all that was done to it so far is undone. */
  readonly keepTurnBack: () => void;
  /**
   * Undoes what {@link WorkbookEditor.keepTurnBack} kept: every part has its former bytes again.
   *
   * @returns "rewritten" where another program has saved the workbook since, so that this can no longer be done; "none" where nothing is kept
   */
  readonly turnBack: () => 'back' | 'rewritten' | 'none';
  /** The file's bytes; those that were read where nothing was changed. */
  readonly save: () => Uint8Array;
}
