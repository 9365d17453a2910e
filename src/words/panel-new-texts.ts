/** What the panel says of new forms. */
import type { InputMessages } from '#core/new/form';
import type { Against } from '#core/table/columns';
import type { Notice } from '#words/texts';

export interface PanelNewTexts {
  readonly title: string;
  readonly template: string;
  readonly year: string;
  readonly badYear: (first: number, last: number) => Notice;
  readonly office: string;
  readonly officeHint: string;
  readonly from: Readonly<Record<Against, (year: number) => string>>;
  /** No figures are taken from anywhere. */
  readonly blank: string;
  readonly chooseFile: string;
  /** Of a box to tick. */
  readonly lock: string;
  readonly lockHint: string;
  readonly locked: string;
  /** The form is made, and could not be locked. */
  readonly notLocked: Notice;
  readonly willAdd: (sheet: string) => string;
  readonly willOpen: (file: string) => string;
  readonly taken: (sheet: string) => string;
  readonly stays: string;
  readonly create: string;
  readonly made: (name: string) => string;
  readonly filled: (made: { readonly carried: number; readonly open: number }) => string;
  readonly unused: (source: string) => Notice;
  readonly messages: InputMessages;
}
