/** What the side panel says, in one language. */
import type { Severity } from '#core/rule';
import type { Counted, Notice } from '#words/texts';
import type { Refusal } from '#ports/workbook-host';

/** What the panel was doing when the host refused. */
export type Attempt = 'check' | 'select' | 'write' | 'undo' | 'mark' | 'settings' | 'add-sheet' | 'complete';

/** What became of a write that was refused half-way. */
export interface Wrote {
  /** Cells that are again what they were. */
  readonly restored: number;
  /** Cells that need a look, by their names. */
  readonly left: readonly string[];
}

/** Corrections that are looked at together and written at once. */
export interface BulkTexts {
  readonly open: Counted;
  readonly title: string;
  readonly sub: string;
  readonly proposals: string;
  readonly chosen: (chosen: number, all: number) => string;
  readonly choose: (cells: string, name: string) => string;
  readonly all: string;
  /** Why a correction is not chosen beforehand. */
  readonly doubts: Readonly<Record<'sign' | 'level', string>>;
  readonly write: Counted;
}

/** Whether the workbook may be submitted. */
export interface SubmitTexts {
  readonly title: string;
  readonly intro: string;
  readonly start: string;
  readonly passes: string;
  readonly passesSub: string;
  /** How much was looked at. */
  readonly covers: (tables: number, sheets: number) => string;
  /** The verdict, from the number of errors and of places where something is missing. */
  readonly fails: (errors: number, missing: number) => string;
  /** No table follows a known layout. */
  readonly none: Notice;
  /** Not every sheet was read, or figures changed since. */
  readonly undecided: string;
  readonly stopped: (done: number, all: number) => string;
  readonly errors: Counted;
  readonly missing: Counted;
  readonly warnings: Counted;
  readonly warningsSub: string;
  readonly unchecked: Counted;
  /** Cells with functions of the add-in. */
  readonly functions: Counted;
  readonly functionsNone: string;
  readonly functionsThere: string;
  /** Sheets that do not count. */
  readonly left: Counted;
  readonly see: string;
}

export interface PanelTexts {
  readonly lang: 'vi' | 'en';
  /** The other language: its code, and its name in itself. */
  readonly other: { readonly lang: 'vi' | 'en'; readonly short: string; readonly name: string };
  readonly tabs: Readonly<Record<'check' | 'complete' | 'new' | 'submission', string>>;
  /** Behind a number of errors, for who does not see it. */
  readonly errorsLeft: string;
  readonly submit: SubmitTexts;
  readonly intro: string;
  readonly promises: readonly string[];
  readonly tryIt: string;
  readonly opening: string;
  /** While the sheet is still looked at, and a check was asked for. */
  readonly early: string;
  readonly lookAgain: string;
  readonly filter: string;
  readonly openTable: string;
  readonly facts: { readonly table: string; readonly template: string; readonly year: string; readonly sheet: string };
  readonly indicators: Counted;
  readonly matched: (name: string, matched: number, indicators: number) => string;
  readonly noTemplate: string;
  readonly check: string;
  readonly checkAgain: string;
  readonly marks: string;
  readonly live: string;
  readonly checking: string;
  readonly progress: (done: number, all: number) => string;
  /** How much is read, in whole percent. */
  readonly progressAloud: (percent: number) => string;
  readonly stop: string;
  readonly stopped: (done: number, all: number) => string;
  readonly goOn: string;
  /** One of its kind. */
  readonly kind: Readonly<Record<Severity, string>>;
  readonly kinds: Readonly<Record<Severity | 'unchecked', string>>;
  readonly counted: Readonly<Record<Severity | 'unchecked', Counted>>;
  readonly results: string;
  readonly clean: Notice;
  readonly noErrors: (warnings: number) => string;
  readonly noWarnings: string;
  readonly notesHead: string;
  readonly uncheckedHead: string;
  readonly nothingToCheck: (indicators: number) => string;
  readonly ofAll: (place: number, all: number) => string;
  readonly why: string;
  readonly todo: string;
  readonly or: string;
  readonly apply: string;
  readonly applyAll: (cells: number) => string;
  readonly applyNamed: (cell: string, from: string, to: string) => string;
  readonly goTo: (cell: string) => string;
  readonly changeRead: (from: string, to: string) => string;
  readonly contradictions: Counted;
  readonly related: string;
  readonly more: Counted;
  readonly fewer: string;
  /** By the cause that a diagnosis names; `unknown` has none. */
  readonly causes: Readonly<Record<string, string>>;
  readonly workedOut: string;
  readonly workedOutFrom: (cells: readonly string[]) => string;
  /** Several cells of one column with the same fault; `cause` is one of the causes above, '' for none. */
  readonly repeated: (count: number, column: string, cause: string) => string;
  readonly repeats: string;
  readonly bulk: BulkTexts;
  readonly agrees: string;
  readonly isNew: string;
  readonly open: (name: string) => string;
  readonly close: string;
  /** Of an item that no proposal leads: how many ways there are to mend it. */
  readonly ways: (count: number) => string;
  readonly itemName: (severity: string, place: number, all: number, name: string, cell: string) => string;
  readonly search: string;
  readonly searchPlaceholder: string;
  readonly allKinds: string;
  readonly kindsOfFault: string;
  readonly sections: string;
  readonly groups: Readonly<Record<'layout' | 'sums' | 'ratios' | 'across' | 'plausibility' | 'formulas', string>>;
  readonly noMatch: (text: string) => string;
  readonly clearSearch: string;
  readonly matches: (count: number) => string;
  readonly copy: string;
  readonly copied: Counted;
  readonly otherSection: string;
  readonly watching: string;
  readonly notWatching: string;
  readonly notChecked: string;
  readonly nothingWritten: string;
  readonly justUpdated: string;
  readonly stale: (time: string) => string;
  readonly settings: string;
  readonly back: string;
  readonly language: string;
  readonly htx: string;
  readonly private: string;
  readonly corrected: (changes: readonly { readonly cell: string; readonly from: string; readonly to: string }[], errors: number) => string;
  /** Cells filled in, and cells that got another figure; null where nothing was checked yet. */
  readonly filled: (empty: number, replaced: number, errors: number | null) => string;
  readonly undo: string;
  readonly undone: (restored: number, kept: readonly string[]) => string;
  readonly hostUndo: string;
  readonly moved: (cell: string, now: string) => string;
  readonly dismiss: string;
  readonly change: string;
  readonly several: { readonly title: string; readonly found: (tables: number, sheets: number) => string; readonly all: string; readonly check: Counted; readonly seeAll: Counted; readonly onlyActive: string };
  readonly elsewhere: (open: string, checked: string) => string;
  readonly checkThis: string;
  readonly noTables: Notice;
  readonly silent: Readonly<Record<'reading' | 'writing', Notice>>;
  readonly wait: string;
  readonly stopWaiting: string;
  readonly copyProposals: string;
  readonly noTable: (sheet: string) => Notice;
  /** Nor in the part of the sheet that was selected. */
  readonly noTableIn: (sheet: string, range: string) => Notice;
  /** Leads to the tab for blank forms. */
  readonly newForm: string;
  /** Before what else can be done where nothing stands in the workbook. */
  readonly emptyBook: string;
  /** Names what is selected; null where it is one cell, or not known. */
  readonly useSelection: (range: string | null) => string;
  readonly refusals: Readonly<Record<Refusal, (attempt: Attempt, cell: string | null, wrote: Wrote) => Notice>>;
  /** A fault of the panel itself. */
  readonly broken: Notice;
  readonly retry: string;
  readonly copyDetails: string;
  readonly done: (counts: Readonly<Record<Severity | 'unchecked', number>>) => string;
  readonly fewerErrors: (fewer: number, left: number) => string;
  readonly moreErrors: (more: number, left: number) => string;
  /** What takes back what was just said. */
  readonly undoAloud: string;
  readonly correctedAloud: (cells: readonly string[], errors: number) => string;
}
