/** What the panel sees in the workbook before the first check, and what can be chosen; loaded while Excel is asked. */
import { Button } from '@fluentui/react-components';
import { lazy, Suspense, type ReactElement } from 'react';
import type { TableFacts } from '#app/session/tables';
import { css } from './css';
import { templateName } from './grouping';
import { usePanel, useSession } from './panel-context';

// Each for one kind of workbook.
const NoTable = lazy(() => import('./NoTable').then((part) => ({ default: part.NoTable })));
const SheetChoice = lazy(() => import('./SheetChoice').then((part) => ({ default: part.SheetChoice })));
const SourceFacts = lazy(() => import(/* webpackChunkName: "source-facts" */ './SourceFacts').then((part) => ({ default: part.SourceFacts })));
const LearnHere = lazy(() => import(/* webpackChunkName: "own-template" */ './OwnTemplate').then((part) => ({ default: part.LearnHere })));
const WhenChecking = lazy(() => import('./WhenChecking').then((part) => ({ default: part.WhenChecking })));

export function Choices({ onSettings }: { readonly onSettings: () => void }): ReactElement {
  const { facts, settings } = useSession();
  const { greets } = usePanel();
  const [first] = facts;
  return (
    <>
      {settings.sheets !== null ? <SheetChoice /> : first === undefined ? <NoTable /> : <Found facts={facts} first={first} onSettings={onSettings} />}
      {first !== undefined && settings.sheets !== null && <dl className={css('facts')}><SourceFacts /></dl>}
      {first !== undefined && !greets && <WhenChecking />}
      <TryIt />
    </>
  );
}

function Found({ facts, first, onSettings }: FoundProps): ReactElement {
  const { sheets, own } = useSession();
  const { session, texts, greets } = usePanel();
  return (
    <div className={css('stackS')}>
      {greets ? <h2 className={css('strong')}>{texts.openTable}</h2> : <h1 className={css('h')}>{first.sheet.name}</h1>}
      <Facts facts={facts} first={first} onSettings={onSettings} />
      {(first.template === null || own.fault !== null) && <Suspense fallback={null}><LearnHere isUnknown={first.template === null} /></Suspense>}
      {sheets.length > 1 && <Button size="small" appearance="subtle" className={css('inline')} onClick={() => { void session.choose({ sheets: 'all' }); }}>{texts.several.seeAll(sheets.length)}</Button>}
    </div>
  );
}

interface FoundProps {
  readonly facts: readonly TableFacts[];
  readonly first: TableFacts;
  readonly onSettings: () => void;
}

function Facts({ facts, first, onSettings }: FoundProps): ReactElement {
  const { texts, greets } = usePanel();
  return (
    <dl className={css('facts')}>
      {greets && <><dt>{texts.facts.sheet}</dt><dd>{first.sheet.name}</dd></>}
      {facts.map((one) => <TableLine key={one.range} facts={one} />)}
      <dt>{texts.facts.template}</dt>
      <dd>{templateOf(first, texts)} {!greets && <Button size="small" appearance="subtle" className={css('inline')} onClick={onSettings}>{texts.change}</Button>}</dd>
      {first.year !== null && <><dt>{texts.facts.year}</dt><dd>{first.year}</dd></>}
      {!greets && <Suspense fallback={null}><SourceFacts /></Suspense>}
    </dl>
  );
}

function TableLine({ facts: { range, indicators } }: { readonly facts: TableFacts }): ReactElement {
  const { texts } = usePanel();
  return <><dt>{texts.facts.table}</dt><dd><span className={css('num')}>{range}</span> · {texts.indicators(indicators)}</dd></>;
}

/** "LMHTXVN 2020, khớp 78/80 chỉ tiêu" */
function templateOf(facts: TableFacts, { matched, noTemplate }: ReturnType<typeof usePanel>['texts']): string {
  const name = templateName(facts);
  return name === null ? noTemplate : matched(name, facts.template?.matched ?? 0, facts.indicators);
}

function TryIt(): ReactElement | null {
  const { session, texts, tryIt } = usePanel();
  if (tryIt === null) return null;
  return <p className={css('middle')}><Button appearance="subtle" className={css('link')} onClick={() => { void session.tryOn(tryIt); }}>{texts.tryIt}</Button></p>;
}
