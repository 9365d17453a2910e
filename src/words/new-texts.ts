/** What a language says of new forms. */
import type { InputMessages } from '#core/new/form';

export interface NewTexts {
  /** Said in Excel to whoever types what a cell does not take. */
  readonly messages: InputMessages;
  /** A sheet that was made, and what stands on it. */
  readonly form: (facts: { readonly sheet: string; readonly sections: number; readonly indicators: number; readonly columns: number }) => string;
  /** The sheet of last year's figures and the plan, or null where they have columns; so many figures were carried in, so many cells are open. */
  readonly bases: (facts: { readonly sheet: string | null; readonly hidden: boolean; readonly carried: number; readonly open: number }) => string;
  readonly written: (file: string) => string;
}
