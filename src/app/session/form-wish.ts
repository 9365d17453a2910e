/** A blank form that is asked for: what the reader chooses, what the page brings, and what comes of it. */
import type { SourceChoices } from '#app/session/source-choices';
import type { InputMessages } from '#core/new/form';
import type { Against } from '#core/table/columns';
import type { WorkbookEditor } from '#ports/workbook-editor';

/** What the reader asks for. */
export interface FormWish {
  /** A template's id. */
  readonly template: string;
  /** The year reported. */
  readonly year: number;
  /** Who reports; '' for nobody. */
  readonly office: string;
  /** Where last year's figures and the plan are taken from; `own` leaves them blank. */
  readonly from: SourceChoices;
  /** Whether nothing but cells for figures can be changed. */
  readonly isLocked: boolean;
}

/** What the page makes a form with. */
export interface FormTools {
  /** A workbook without a sheet. */
  readonly blank: () => Promise<WorkbookEditor>;
  /** Opens a workbook beside the others; null where its sheets are put into the open one. */
  readonly open: ((name: string, bytes: Uint8Array) => Promise<void>) | null;
  /** What somebody reads who types what a cell does not take, in the reader's language. */
  readonly messages: InputMessages;
}

/** The file of a form that is no sheet of the open workbook. */
export function formFile(year: number): string {
  return `phu-luc-${year}.xlsx`;
}

/** What came of it. */
export interface MadeForm {
  /** The form's sheet, or its file. */
  readonly name: string;
  /** Figures carried in, and cells that still wait for one. */
  readonly carried: number;
  readonly open: number;
  /** Sources that gave no figure. */
  readonly unused: readonly Against[];
  /** What became of the wish that it be locked; null where there was none. */
  readonly lock: 'locked' | 'refused' | null;
}
