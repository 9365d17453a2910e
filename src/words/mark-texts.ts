/** What a marked copy says around its findings. */
export interface MarkTexts {
  /** Of the sheet in front; at most 31 characters. */
  readonly sheet: string;
  readonly title: string;
  /** What the colours are, and how they go again. */
  readonly explained: string;
  /** Cells whose own notes stayed. */
  readonly noted: (cells: string) => string;
  readonly noTable: string;
  /** Whether it may be submitted: errors and what is missing, both 0 where it may. */
  readonly submission: (errors: number, missing: number) => string;
  /** Number, severity, cell, indicator, what, why, todo. */
  readonly headings: readonly [string, string, string, string, string, string, string];
  /** In the place of a severity: a figure to mend. */
  readonly mend: string;
  readonly repair: (cell: string, found: string | null, proposal: string | null) => string;
  readonly written: (file: string, counts: string) => string;
  readonly unmarked: Readonly<Record<'none' | 'back' | 'removed' | 'sheet-stays', (file: string) => string>>;
}
