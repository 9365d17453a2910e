/** Columns whose header does not tell what they hold: the reader says it. Spec: docs/spec.md, V18. */
import { Select } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import type { UnclearColumn } from '#app/session/tables';
import { COLUMN_KINDS } from '#core/table/column-kinds';
import { css } from './css';
import { usePanel, useSession } from './panel-context';
import { panelColumnsEn } from '#words/panel-columns-en';
import { panelColumnsVi } from '#words/panel-columns-vi';

export function ColumnKinds(): ReactElement {
  const { facts } = useSession();
  // Tables below each other may share a column: what is said of it is said once.
  const all = new Map(facts.flatMap(({ sheet, unclear }) => unclear.map((column) => [column.key, { column, sheet: sheet.name }] as const)));
  const isOneSheet = new Set(facts.map(({ sheet }) => sheet.id)).size < 2;
  return <>{[...all.values()].map(({ column, sheet }) => <Kind key={column.key} column={column} sheet={isOneSheet ? null : sheet} />)}</>;
}

/** @param sheet's name; null where there is but one */
function Kind({ column: { key, letters, header, kind }, sheet }: { readonly column: UnclearColumn; readonly sheet: string | null }): ReactElement {
  const { settings: { kinds } } = useSession();
  const { session, texts } = usePanel();
  const words = texts.lang === 'en' ? panelColumnsEn : panelColumnsVi;
  const choose = (value: string): void => {
    const others = kinds.filter((pair) => !(Array.isArray(pair) && pair[0] === key));
    void session.choose({ kinds: value === '' ? others : [...others, [key, value]] });
  };
  return (
    <label className={css('block', 'anywhere')}>
      <span className={css('label')}>{words.unclear({ letters, header, sheet })}</span>
      <Select value={kind ?? ''} onChange={(_, { value }) => { choose(value); }}>
        <option value="">{words.notChosen}</option>
        {COLUMN_KINDS.map((one) => <option key={one} value={one}>{words.kinds[one]}</option>)}
      </Select>
    </label>
  );
}
