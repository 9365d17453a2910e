/** Before the first check: what the panel does, what it sees, and one large button. */
import { Button } from '@fluentui/react-components';
import { lazy, Suspense, useEffect, type ReactElement } from 'react';
import { tablesChosen } from '#app/session/choice';
import { css } from './css';
import { CHECK, focusResult } from './focus';
import { SeverityIcon } from './Icons';
import { LanguageChoice } from './LanguageChoice';
import { Logo } from './Logo';
import { Trouble } from './Message';
import { usePanel, useSession } from './panel-context';

// Not needed before Excel has answered: it is not waited for with the first paint.
const Choices = lazy(() => import('./Choices').then((part) => ({ default: part.Choices })));

export function Start({ onSettings }: { readonly onSettings: () => void }): ReactElement {
  const { phase, facts, trouble } = useSession();
  const { greets } = usePanel();
  useEffect(() => {
    // What comes next, while this is read; where it does not come, it is asked for again when it is needed.
    for (const next of [import('./Choices'), import('./Results'), import('./WhenChecking')]) next.catch(() => null);
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
