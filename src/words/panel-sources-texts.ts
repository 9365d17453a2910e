/** What the panel says of where last year's figures and the plan come from; loaded after the first paint. */
import type { Against } from '#core/table/columns';

/** A year where the table names one. */
type OfYear = (year: number | null) => string;

export interface PanelSourcesTexts {
  /** Over the choice of a source. */
  readonly sources: Readonly<Record<Against, OfYear>>;
  /** Before a source among the facts of a table. */
  readonly facts: Readonly<Record<Against, string>>;
  /** Where the table itself has them. */
  readonly own: Readonly<Record<'column' | 'worked-back', string>>;
  readonly sheet: (name: string) => string;
  /** One of the choices, and the button behind it. */
  readonly file: string;
  readonly chooseFile: Readonly<Record<Against, OfYear>>;
  readonly drop: string;
}
