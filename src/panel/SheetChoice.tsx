/** Which sheets of the workbook to check, with the tables on each. */
import { Button, Checkbox } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import type { TableFacts } from '#app/session/tables';
import type { SheetInfo } from '#ports/workbook-host';
import { tickOf } from './choosing';
import { css } from './css';
import { templateName } from './grouping';
import { NoTable } from './NoTable';
import { usePanel, useSession } from './panel-context';

/** A sheet with at least one table. */
interface Offered {
  readonly sheet: SheetInfo;
  readonly tables: readonly TableFacts[];
}

export function SheetChoice(): ReactElement {
  const { facts, settings: { sheets: chosen } } = useSession();
  const { session, texts } = usePanel();
  const offered = bySheet(facts);
  const isChosen = ({ sheet }: Offered): boolean => chosen === 'all' || chosen?.includes(sheet.name) === true;
  const count = offered.filter(isChosen).length;
  const choose = (wanted: readonly Offered[]): void => {
    void session.choose({ sheets: wanted.length === offered.length ? 'all' : wanted.map(({ sheet }) => sheet.name) });
  };
  if (offered.length === 0) return <><NoTable /><OnlyActive /></>;
  return (
    <div className={css('stackS')}>
      <h1 className={css('h')}>{texts.several.title}</h1>
      <p>{texts.several.found(facts.length, offered.length)}</p>
      <Checkbox label={<b className={css('strong')}>{texts.several.all}</b>} checked={tickOf(count, offered.length)} onChange={(_, { checked }) => { choose(checked === true ? offered : []); }} />
      <ul>
        {offered.map((one) => <OneSheet key={one.sheet.id} offered={one} isChosen={isChosen(one)} onToggle={() => { choose(offered.filter((other) => isChosen(other) !== (other === one))); }} />)}
      </ul>
      <OnlyActive />
    </div>
  );
}

function OneSheet({ offered: { sheet, tables }, isChosen, onToggle }: { readonly offered: Offered; readonly isChosen: boolean; readonly onToggle: () => void }): ReactElement {
  const { texts } = usePanel();
  return (
    <li className={css('offer')}>
      <Checkbox checked={isChosen} aria-label={sheet.name} onChange={onToggle} />
      <div>
        <p className={css('head', 'strong')}>{sheet.name}</p>
        {tables.map((table) => <p key={table.range} className={css('small', 'muted')}><span className={css('num')}>{table.range}</span> · {templateName(table) ?? texts.noTemplate} · {texts.indicators(table.indicators)}</p>)}
      </div>
    </li>
  );
}

function OnlyActive(): ReactElement {
  const { session, texts } = usePanel();
  return <Button size="small" appearance="subtle" className={css('inline')} onClick={() => { void session.choose({ sheets: null }); }}>{texts.several.onlyActive}</Button>;
}

function bySheet(facts: readonly TableFacts[]): Offered[] {
  const sheets = new Map<string, { sheet: SheetInfo; tables: TableFacts[] }>();
  for (const table of facts) {
    const known = sheets.get(table.sheet.id) ?? { sheet: table.sheet, tables: [] };
    known.tables.push(table);
    sheets.set(table.sheet.id, known);
  }
  return [...sheets.values()];
}
