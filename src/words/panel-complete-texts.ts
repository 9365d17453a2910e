/** What the panel says of filling in; loaded with the tab, and where a source is wanting. */
import type { Unreadable } from '#ports/workbook-files';
import type { Counted, Notice } from '#words/texts';

export interface PanelCompleteTexts {
  readonly title: string;
  /** Why a file gives nothing, and what to do. */
  readonly unreadable: Readonly<Record<Unreadable, (file: string) => Notice>>;
  /** A source that no figure could be taken from. */
  readonly unused: (source: string) => Notice;
  readonly writeAs: string;
  readonly as: Readonly<Record<'formulas' | 'values', string>>;
  readonly plain: string;
  readonly htx: string;
  readonly values: string;
  readonly working: string;
  readonly empty: string;
  readonly differing: string;
  readonly chosen: (chosen: number, all: number) => string;
  readonly chooseAll: (list: string) => string;
  readonly choose: (cell: string, name: string) => string;
  /** What stands in a filled cell besides its figure. */
  readonly isFormula: string;
  /** Ticked, and written only after another. */
  readonly waits: string;
  readonly blocked: (cell: string, by: string, why: string) => string;
  readonly lacking: Counted;
  readonly nothing: string;
  readonly fill: (empty: number, replaced: number) => string;
  readonly confirm: Counted;
  readonly replace: string;
  readonly cancel: string;
  /** Cells that were to be written, and were left as they are. */
  readonly kept: (cells: readonly string[]) => Notice;
}
