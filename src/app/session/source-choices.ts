/** Where last year's figures and the plan come from, as the user chose it. Spec: docs/spec.md, G10. */
import type { Against } from '#core/table/columns';
import type { Grid } from '#core/table/grid';
import type { Unreadable } from '#ports/workbook-files';
import type { OpenSheet } from '#ports/workbook-host';

/** Where one kind of figures comes from. */
export type SourceChoice =
  /** The table's own columns, and a sheet of the workbook that alone reports the year. */
  | { readonly is: 'own' }
  /** A sheet of the open workbook, by its host's id. */
  | { readonly is: 'sheet'; readonly sheet: string }
  | { readonly is: 'file'; readonly name: string; readonly sheets: readonly Grid[] };

export type SourceChoices = Readonly<Record<Against, SourceChoice>>;

export const OWN: SourceChoice = { is: 'own' };

/** A file that was chosen and gives nothing. */
export interface UnreadableSource {
  readonly as: Against;
  readonly file: string;
  readonly reason: Unreadable;
}

/** Ids of the sheets that were chosen. */
export function sheetsChosen({ earlier, plan }: SourceChoices): string[] {
  return [...new Set([earlier, plan].flatMap((choice) => (choice.is === 'sheet' ? [choice.sheet] : [])))];
}

/** Choices with the cells that they mean, in the order in which they are asked. */
export interface ChosenSource {
  readonly as: Against;
  readonly choice: SourceChoice;
  readonly grids: readonly Grid[];
}

/** @param open sheets of the workbook that were read; one that is gone by now gives nothing */
export function chosenSources(choices: SourceChoices, open: readonly OpenSheet[]): ChosenSource[] {
  return (['earlier', 'plan'] as const).flatMap((as) => {
    const choice = choices[as];
    if (choice.is === 'own') return [];
    return [{ as, choice, grids: choice.is === 'file' ? choice.sheets : open.filter(({ id }) => id === choice.sheet).map(({ grid }) => grid) }];
  });
}
