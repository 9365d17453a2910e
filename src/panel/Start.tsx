/** Before the first check: what the panel does, what it sees, and one large button. */
import { Button } from '@fluentui/react-components';
import { lazy, Suspense, useEffect, type ReactElement } from 'react';
import { tablesChosen } from '#app/session/choice';
import type { TableFacts } from '#app/session/tables';
import { css } from './css';
import { CHECK, focusResult } from './focus';
import { templateName } from './grouping';
import { SeverityIcon } from './Icons';
import { LanguageChoice } from './LanguageChoice';
import { Logo } from './Logo';
import { Trouble } from './Message';
import { usePanel, useSession } from './panel-context';

// Not needed before Excel has answered: it is not waited for with the first paint.
const NoTable = lazy(() => import('./NoTable').then((part) => ({ default: part.NoTable })));
const SheetChoice = lazy(() => import('./SheetChoice').then((part) => ({ default: part.SheetChoice })));
const SourceFacts = lazy(() => import(/* webpackChunkName: "source-facts" */ './SourceFacts').then((part) => ({ default: part.SourceFacts })));
const LearnHere = lazy(() => import(/* webpackChunkName: "own-template" */ './OwnTemplate').then((part) => ({ default: part.LearnHere })));
const WhenChecking = lazy(() => import('./WhenChecking').then((part) => ({ default: part.WhenChecking })));

export function Start({ onSettings }: { readonly onSettings: () => void }): ReactElement {
  const { phase, facts, trouble } = useSession();
  const { greets } = usePanel();
  useEffect(() => {
    // What comes next, while this is read; where it does not come, it is asked for again when it is needed.
    for (const next of [import('./Results'), import('./WhenChecking')]) next.catch(() => null);
  }, []);
  const opens = phase === 'opening' && trouble === null;
  return (
    <>
      <Trouble />
      <div className={css('body')}>
        <div className={css('pad', 'stackL')}>
          {greets && <Intro />}
          {opens && <Waits />}
          {phase !== 'opening' && <Suspense fallback={null}><Choices onSettings={onSettings} /></Suspense>}
        </div>
      </div>
      {(opens || facts.length > 0) && <div className={css('action')}><CheckButton /></div>}
    </>
  );
}

/** Until the sheet was looked at; a silent host is told of instead. */
function Waits(): ReactElement | null {
  const { silent, early } = useSession();
  const { texts } = usePanel();
  return silent === null ? <p className={css('waits')} role="status"><span className={css('spinner')} />{early ? texts.early : texts.opening}</p> : null;
}

function Intro(): ReactElement {
  const { texts } = usePanel();
  return (
    <div className={css('box', 'stackS')}>
      <h1 className={css('h', 'row')}><Logo />Phụ lục</h1>
      <p>{texts.intro}</p>
      <ul className={css('stackS')}>
        {texts.promises.map((promise) => <li key={promise} className={css('row')}><SeverityIcon kind="ok" /><span>{promise}</span></li>)}
      </ul>
      <LanguageChoice />
    </div>
  );
}

function Choices({ onSettings }: { readonly onSettings: () => void }): ReactElement {
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

/** Below everything else, where the page's first frame has it: what is found out of the workbook does not move it. */
function CheckButton(): ReactElement {
  const state = useSession();
  const { session, texts, greeted } = usePanel();
  const { facts, phase, early } = state;
  const chosen = tablesChosen(state).length;
  const check = (): void => {
    greeted();
    void session.check().then(focusResult);
  };
  return (
    <Button id={CHECK} appearance="primary" className={css('big')} aria-disabled={early} disabledFocusable={phase !== 'opening' && chosen === 0} onClick={check}>
      {early ? texts.checking : facts.length > 1 ? texts.several.check(chosen) : texts.check}
    </Button>
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
