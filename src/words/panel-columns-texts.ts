/** What the panel asks of columns whose header does not tell. */
import type { ColumnKind } from '#core/table/column-kinds';

export interface PanelColumnsTexts {
  /** @param column `header` is '' where nothing stands above it, `sheet` null where there is but one */
  readonly unclear: (column: { readonly letters: string; readonly header: string; readonly sheet: string | null }) => string;
  readonly notChosen: string;
  readonly kinds: Readonly<Record<ColumnKind, string>>;
}
