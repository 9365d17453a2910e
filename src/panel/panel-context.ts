/** What every part of the panel stands on: the session, the reader's language, and what the page can do. */
import { createContext, useContext, useSyncExternalStore } from 'react';
import type { FormTools } from '#app/session/form-wish';
import type { Session } from '#app/session/session';
import type { SessionState } from '#app/session/state';
import type { Grid } from '#core/table/grid';
import type { Workbook } from '#ports/workbook-files';
import type { PanelTexts } from '#words/panel-texts';

export interface PanelTools {
  readonly session: Session;
  readonly texts: PanelTexts;
  /** Puts text where the user can paste it from. */
  readonly copy: (text: string) => Promise<void>;
  /** The hour of the day, as the reader writes it: "10:42". */
  readonly hour: (milliseconds: number) => string;
  readonly version: string;
  /** The panel says what it is: to somebody who never checked with it. */
  readonly greets: boolean;
  /** Is not to say it again. */
  readonly greeted: () => void;
  /** Excel's own undo does not reach past what the panel writes. */
  readonly losesHostUndo: boolean;
  /** Layouts to choose from. */
  readonly templates: () => Promise<readonly { readonly id: string; readonly name: { readonly vi: string; readonly en: string } }[]>;
  /** Reads a workbook that the user chose; rejects with an {@link UnreadableFileError} where the file holds none. */
  readonly readFile: (file: File) => Promise<Workbook>;
  /** The 2020 appendix, to try the check on; null where the host cannot add a sheet. */
  readonly tryIt: (() => Promise<Grid>) | null;
  /** What blank forms are made with; null where none can be. */
  readonly newForm: Omit<FormTools, 'messages'> | null;
  /** Begins anew, with nothing but what the workbook keeps. */
  readonly restart: () => void;
}

export const PanelContext = createContext<PanelTools | null>(null);

export function usePanel(): PanelTools {
  const tools = useContext(PanelContext);
  if (tools === null) throw new Error('Cannot render a part of the panel outside of it');
  return tools;
}

export function useSession(): SessionState {
  const { session } = usePanel();
  return useSyncExternalStore(session.subscribe, session.state);
}
