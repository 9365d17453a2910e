/** What a language says of templates that are learnt, and of those that workbooks bring along. */

/** Rows by what the template calls them, with their names cut. */
export interface LearnTexts {
  readonly head: (facts: { readonly sheet: string; readonly range: string; readonly id: string }) => string;
  readonly size: (facts: { readonly sections: number; readonly rows: number; readonly columns: number }) => string;
  /** So many rows follow a known template. */
  readonly known: (rows: number, template: string) => string;
  /** Above the list of relations that are only inferred. */
  readonly inferred: (count: number) => string;
  readonly nothingInferred: string;
  readonly relation: {
    readonly parts: (whole: string, parts: readonly string[]) => string;
    readonly ofWhich: (whole: string, subsets: readonly string[]) => string;
    readonly rateOf: (rate: string, numerator: string, denominator: string) => string;
    readonly flow: (stock: string, opened: string, closed: string) => string;
  };
  /** What to do with the list. */
  readonly confirm: string;
  /** Sheets of other tables. */
  readonly others: (sheets: readonly string[]) => string;
  readonly noSheet: (file: string, sheet: string) => string;
  readonly written: (file: string, id: string) => string;
  readonly writtenInto: (file: string) => string;
  /** A workbook's own template cannot be read. */
  readonly refused: (file: string, fault: string) => string;
}
