/**
 * A workbook that is open before the user: in Excel, or in the grid of the workbench.
 *
 * Rows and columns are counted from 0; formulas and number formats are en-US, whatever the user sees. Sheets are named
 * by an id that lasts while the workbook is open, since the user may rename them.
 */
import type { Severity } from '#core/rule';
import type { Area, Grid } from '#core/table/grid';

export interface SheetInfo {
  readonly id: string;
  readonly name: string;
  readonly hidden: boolean;
}

/** A sheet as read: its cells stand at the places that they have on the sheet. */
export interface OpenSheet extends SheetInfo {
  readonly grid: Grid;
}

/** One cell of one sheet. */
export interface Spot {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
}

/** Cells that the user has selected. */
export interface Selected {
  readonly sheet: string;
  readonly area: Area;
}

/** What a cell can be made to hold. A text stays a text, also one that begins with `= + - @`. */
export type Content =
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'boolean'; readonly value: boolean }
  | { readonly kind: 'text'; readonly text: string }
  /** Without its `=`. */
  | { readonly kind: 'formula'; readonly formula: string }
  /** An error value that stands there as a constant, such as `#N/A`. */
  | { readonly kind: 'error'; readonly error: string }
  | { readonly kind: 'blank' };

export interface CellWrite extends Spot {
  readonly content: Content;
  /** A number format to give the cell; null leaves its own. */
  readonly format: string | null;
}

/** How a marked cell looks: as bad as it is, or as one that a contradiction is about. */
export type MarkLook = Severity | 'related';

/** A cell to mark, and what its note says; null for none. */
export interface Mark extends Spot {
  readonly look: MarkLook;
  readonly note: string | null;
}

/** What the user or another program did to the workbook. */
export type Edit =
  /** Figures in an area changed, and nothing moved. */
  | { readonly kind: 'cells'; readonly sheet: string; readonly area: Area }
  /** Rows, columns or the whole sheet changed: nothing stands where it stood. */
  | { readonly kind: 'structure'; readonly sheet: string }
  | { readonly kind: 'activated'; readonly sheet: string }
  /** Sheets came, went, or got another name. */
  | { readonly kind: 'sheets' };

export type Stop = () => Promise<void>;

/** Why a host did not do what it was asked; `src/words` has the sentence, and what still works. */
export type Refusal =
  | 'protected' | 'read-only' | 'edit-mode' | 'sheet-gone' | 'sheet-hidden' | 'cancelled' | 'busy' | 'too-large' | 'refused'
  /** The host is well: a part of the panel did not come over the network, or the panel itself is at fault. */
  | 'not-loaded' | 'fault';

/** Thrown by every method of a host, and nothing else. */
export class HostError extends Error {
  readonly reason: Refusal;
  /** Where the host stopped, where it says so. */
  readonly spot: Spot | null;
  /** Cells that were written and are again what they were. */
  readonly restored: number;
  /** Cells that may hold what was to be written, and could not be brought back: the only ones that need a look. */
  readonly left: readonly Spot[];

  constructor(reason: Refusal, { spot = null, restored = 0, left = [], cause }: HostErrorFacts = {}) {
    super(`The host refused: ${reason}`, { cause });
    this.name = 'HostError';
    this.reason = reason;
    this.spot = spot;
    this.restored = restored;
    this.left = left;
  }
}

interface HostErrorFacts {
  readonly spot?: Spot | null;
  readonly restored?: number;
  readonly left?: readonly Spot[];
  readonly cause?: unknown;
}

/** What this host can do beyond reading and writing cells. */
export interface Abilities {
  readonly marks: boolean;
  readonly notes: boolean;
  readonly merges: boolean;
  /** Whole workbooks can be put into the open one. */
  readonly inserts: boolean;
}

export interface Reading {
  /** `active` for the sheet before the user, `all` for every one that has cells, or ids. */
  readonly sheets: 'active' | 'all' | readonly string[];
  /** Told how many of the sheets are read, as often as the host gives an answer. */
  readonly onProgress?: (done: number, all: number) => void;
  /** Ends the reading: the sheets that are whole by then are given. */
  readonly signal?: AbortSignal;
}

export interface WorkbookHost {
  readonly abilities: Abilities;
  readonly sheets: () => Promise<readonly SheetInfo[]>;
  readonly read: (reading: Reading) => Promise<readonly OpenSheet[]>;
  /**
   * Writes all cells or none.
   *
   * @returns what the cells held and looked like before: writing it brings them back
   * @throws {HostError} where one is refused; those written before it are as they were, or stand in `left`
   */
  readonly write: (writes: readonly CellWrite[]) => Promise<readonly CellWrite[]>;
  /** What cells hold now. */
  readonly contents: (spots: readonly Spot[]) => Promise<readonly Content[]>;
  /** Replaces all marks of ours by these; an empty list leaves the workbook as it was before the first. */
  readonly mark: (marks: readonly Mark[]) => Promise<void>;
  /**
   * Selects a cell, its sheet first.
   *
   * @throws {HostError} `sheet-hidden` where nobody could see it
   */
  readonly select: (spot: Spot) => Promise<void>;
  /** The first of several areas. */
  readonly selection: () => Promise<Selected>;
  /** Tells of each selection that follows, as {@link WorkbookHost.selection} would name it, until it is stopped. */
  readonly watchSelection: (listener: (selected: Selected) => void) => Promise<Stop>;
  /** Adds a sheet with these cells at the end and shows it; a name that is taken gets a number. */
  readonly addSheet: (grid: Grid) => Promise<SheetInfo>;
  /**
   * Takes over every sheet of an .xlsx file with all that they look like, after the last sheet, and shows the first of them.
   *
   * Formulas that read another sheet of the file may read the file afterwards: write them again. No name may be taken already.
   *
   * @returns the sheets in the file's order
   */
  readonly insert: (workbook: Uint8Array) => Promise<readonly SheetInfo[]>;
  /** Lets nothing on a sheet be changed but its unlocked cells and the widths and heights; without a password. */
  readonly protect: (sheet: string) => Promise<void>;
  /** Tells of edits that were not made through {@link WorkbookHost.write} until it is stopped. */
  readonly watch: (listener: (edit: Edit) => void) => Promise<Stop>;
  /** A setting kept with the workbook; null for none. */
  readonly setting: (key: string) => Promise<string | null>;
  readonly keepSetting: (key: string, value: string | null) => Promise<void>;
  /** Text that travels with the workbook under a namespace, whoever put it there: the command line too; null for none. */
  readonly data: (namespace: string) => Promise<string | null>;
  /** Replaces what is kept under the namespace; null takes it away. */
  readonly keepData: (namespace: string, text: string | null) => Promise<void>;
}
