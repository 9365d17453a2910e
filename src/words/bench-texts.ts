/** What the workbench says around the panel, in one language. */
import type { Counted, Notice } from '#words/texts';

export interface BenchTexts {
  readonly title: string;
  readonly open: string;
  readonly openFolder: string;
  readonly save: string;
  readonly saveMarked: string;
  readonly tryIt: string;
  readonly private: string;
  readonly unsaved: string;
  readonly files: string;
  readonly closeFile: (name: string) => string;
  /** Asked before work is thrown away. */
  readonly reallyClose: (name: string) => Notice;
  readonly closeAnyway: string;
  readonly keep: string;
  readonly dropHere: string;
  readonly opening: (name: string) => string;
  readonly gridComes: string;
  readonly gridFailed: Notice;
  readonly retry: string;
  readonly table: string;
  readonly panel: string;
  readonly panelWidth: string;
  readonly legend: { readonly error: string; readonly warning: string; readonly related: string };
  readonly restored: Counted;
  readonly notKept: Readonly<Record<'refused' | 'full', Notice>>;
  readonly onlyContents: Notice;
  readonly leftOut: (cells: readonly string[]) => Notice;
  readonly savedAs: (name: string) => string;
  readonly notSaved: (name: string) => Notice;
  readonly dismiss: string;
  readonly folder: FolderTexts;
  readonly nothingOpen: Notice;
}

/** The list of a folder's files. */
export interface FolderTexts {
  readonly title: string;
  readonly counted: (files: number, unreadable: number) => string;
  readonly checking: (done: number, all: number) => string;
  readonly columns: { readonly file: string; readonly errors: string; readonly warnings: string; readonly unchecked: string };
  readonly open: (name: string) => string;
  readonly close: string;
  readonly empty: Notice;
  readonly stop: string;
}
