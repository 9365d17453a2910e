/** What the panel shows of a session; every change is a new object, so that a view can compare. */
import type { Entry, TakenBack } from '#app/session/journal';
import type { Item } from '#app/session/items';
import type { MadeForm } from '#app/session/form-wish';
import { NO_LAYOUT, NO_LEARNING, type Learning, type OwnLayout } from '#app/session/own-layout';
import type { Proposal } from '#app/session/proposal';
import type { Silence } from '#app/session/silence';
import { USUAL, type Settings } from '#app/session/settings';
import type { TableFacts, TableResult } from '#app/session/tables';
import type { Asked } from '#app/session/asked';
import { BEGINNING, type CompletingState } from '#app/session/completing-state';
import { OWN, type SourceChoices, type UnreadableSource } from '#app/session/source-choices';
import type { SubmissionFacts } from '#app/session/submission-facts';
import type { UncheckedRelation } from '#core/report';
import type { Against } from '#core/table/columns';
import type { HostError, SheetInfo } from '#ports/workbook-host';

/** An item, and what happened to it since the check that listed it. */
export interface Listed extends Item {
  /** The figures agree now; it stays where it was until the next check. */
  readonly agrees: boolean;
  /** Found by a check that followed an edit. */
  readonly isNew: boolean;
}

/** A proposal to write, and the item that it belongs to. */
export interface Picked {
  readonly item: Listed;
  readonly proposal: Proposal;
}

export interface Unchecked extends UncheckedRelation {
  readonly sheet: string;
}

export type Counts = Readonly<Record<'error' | 'warning' | 'note' | 'unchecked', number>>;

/** What the session was doing when the host refused. */
export type Doing = 'check' | 'select' | 'write' | 'undo' | 'mark' | 'settings' | 'add-sheet' | 'complete';

export interface Trouble {
  readonly doing: Doing;
  readonly error: HostError;
}

/** What was last written, and what came of taking it back. */
export interface Written {
  readonly entry: Entry;
  readonly undone: TakenBack | null;
  /** How many cells were filled in, and how many got another figure; null where proposals were written. */
  readonly filled: { readonly empty: number; readonly replaced: number } | null;
}

/** A cell that no longer holds what its item says: nothing was written. */
export interface Moved {
  readonly cell: string;
  readonly now: string;
}

export type Phase = 'opening' | 'ready' | 'checking' | 'checked';

export interface SessionState {
  readonly phase: Phase;
  /** A check was asked for before the sheet was looked at: it is made once it was. */
  readonly early: boolean;
  /** What the check that runs, or the list that stands there, was asked for. */
  readonly asked: Asked;
  /** What a check before submission found beside its list; null where the list is of another check. */
  readonly submission: SubmissionFacts | null;
  readonly settings: Settings;
  /** The template that the workbook brings along. */
  readonly own: OwnLayout;
  readonly learning: Learning;
  readonly sheets: readonly SheetInfo[];
  /** The sheets that were looked at, or checked. */
  readonly looked: readonly SheetInfo[];
  /** Nothing stands in the workbook, as it was looked at last. */
  readonly blank: boolean;
  /** The tables on them. */
  readonly facts: readonly TableFacts[];
  /** What the last check said of them. */
  readonly results: readonly TableResult[];
  readonly progress: { readonly done: number; readonly all: number } | null;
  readonly items: readonly Listed[];
  readonly unchecked: readonly Unchecked[];
  readonly counts: Counts;
  /** When the figures shown were read, in milliseconds since 1970; null before the first check. */
  readonly checkedAt: number | null;
  /** How many sheets were read when the user stopped a check; null where it went to its end. */
  readonly stopped: SessionState['progress'];
  /** Figures changed since, and the list does not know it. */
  readonly stale: boolean;
  /** The id of the sheet before the user, where the list is about others. */
  readonly elsewhere: string | null;
  /** The host has not answered for some seconds, and what it was asked for. */
  readonly silent: Silence | null;
  readonly written: Written | null;
  readonly moved: Moved | null;
  /** Where last year's figures and the plan come from, for the check and for filling in alike. */
  readonly sources: SourceChoices;
  readonly unreadable: UnreadableSource | null;
  /** Those of the choices that gave no figure when they were last asked. */
  readonly unused: readonly Against[];
  readonly completing: CompletingState;
  /** A tab that something outside the panel asked for; another one each time, null once a check was. */
  readonly called: { readonly tab: 'complete' | 'new' } | null;
  /** The blank form that was made last. */
  readonly madeForm: MadeForm | null;
  readonly trouble: Trouble | null;
}

/** Before anything is known of the workbook. */
export const START: SessionState = {
  phase: 'opening', early: false, asked: { purpose: 'check', within: null }, submission: null, settings: USUAL, own: NO_LAYOUT, learning: NO_LEARNING, sheets: [], looked: [], blank: false, facts: [], results: [], progress: null, items: [], unchecked: [],
  counts: { error: 0, warning: 0, note: 0, unchecked: 0 }, checkedAt: null, stopped: null, stale: false, elsewhere: null, silent: null, written: null, moved: null,
  sources: { earlier: OWN, plan: OWN }, unreadable: null, unused: [], completing: BEGINNING, called: null, madeForm: null, trouble: null,
};
