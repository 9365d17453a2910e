/** Writes what is ticked; where figures stand there already it asks once more, in its own place. */
import { Button } from '@fluentui/react-components';
import { useEffect, useRef, useState, type ReactElement } from 'react';
import { chosenOf, type Offers } from '#app/session/completing-state';
import { useCompleteTexts } from './complete-texts';
import { css } from './css';
import { focusResult } from './focus';
import { usePanel, useSession } from './panel-context';
import { useKeys } from './use-keys';

export function FillButton(): ReactElement | null {
  const { completing: { offers } } = useSession();
  return offers === null || offers.empty.length + offers.differing.length === 0 ? null : <Action offers={offers} />;
}

function Action({ offers }: { readonly offers: Offers }): ReactElement {
  const { session } = usePanel();
  const { completing: { flips } } = useSession();
  const words = useCompleteTexts();
  // Another list, or other ticks, are another question.
  const [asks, setAsks] = useState<ReadonlySet<string> | null>(null);
  const { empty, differing } = chosenOf(offers, flips);
  const write = (): void => {
    setAsks(null);
    void session.completing.write().then(() => { if (session.state().trouble === null) focusResult(); });
  };
  if (asks === flips && differing.length > 0) return <Confirm count={differing.length} onYes={write} onNo={() => { setAsks(null); }} />;
  return (
    <div className={css('action')}>
      <Button appearance="primary" className={css('wide')} id="phuluc-fill" disabledFocusable={empty.length + differing.length === 0} onClick={() => {
        if (differing.length > 0) setAsks(flips);
        else write();
      }}>
        {words.fill(empty.length, differing.length)}
      </Button>
    </div>
  );
}

interface ConfirmProps {
  readonly count: number;
  readonly onYes: () => void;
  readonly onNo: () => void;
}

/** The keyboard comes to the question, and not to its answer: a key pressed twice replaces nothing. */
function Confirm({ count, onYes, onNo }: ConfirmProps): ReactElement {
  const words = useCompleteTexts();
  const question = useRef<HTMLParagraphElement>(null);
  useEffect(() => { question.current?.focus(); }, []);
  const cancel = (): void => {
    onNo();
    requestAnimationFrame(() => document.querySelector<HTMLElement>('#phuluc-fill')?.focus());
  };
  useKeys(({ key }) => { if (key === 'Escape') cancel(); });
  return (
    <div className={css('action', 'row', 'wrap')}>
      <p ref={question} className={css('grow')} tabIndex={-1} role="alert">{words.confirm(count)}</p>
      <Button appearance="primary" onClick={onYes}>{words.replace}</Button>
      <Button onClick={cancel}>{words.cancel}</Button>
    </div>
  );
}
