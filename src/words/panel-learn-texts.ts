/** What the panel says of templates that are learnt from a table, or brought along by the workbook. */
import type { LearnTexts } from '#words/learn-texts';
import type { Notice } from '#words/texts';

export interface PanelLearnTexts extends Pick<LearnTexts, 'size' | 'known' | 'inferred' | 'nothingInferred' | 'relation'> {
  /** The table follows no known layout. */
  readonly unknown: Notice;
  readonly learn: string;
  readonly fromFile: string;
  /** What was understood of a table, on which sheet. */
  readonly understood: (sheet: string, range: string) => string;
  /** Above the relations, each with a tick. */
  readonly choose: string;
  readonly chooseAll: string;
  readonly chosen: (chosen: number, all: number) => string;
  readonly keep: string;
  /** What keeping it means. */
  readonly keepHint: string;
  readonly cancel: string;
  /** The template that the workbook brings along. */
  readonly own: (name: string) => string;
  readonly remove: string;
  readonly notLearnt: Readonly<Record<'no-table' | 'too-large', Notice>>;
  /** The workbook's own cannot be read. */
  readonly refused: (fault: string) => Notice;
  /** A file that was chosen holds none. */
  readonly badFile: (file: string, fault: string) => Notice;
}
