/** What a screen reader is told: always in the page, and only what changed; what stands in the way at once. */
import { useEffect, useState, type ReactElement } from 'react';
import { later } from '#app/session/later';
import { css } from './css';
import { Teller } from './news';
import { usePanel, useSession } from './panel-context';
import { alarmOf } from './trouble';

export function Announcer(): ReactElement {
  const state = useSession();
  const { texts } = usePanel();
  const [said, setSaid] = useState('');
  const [teller] = useState(() => new Teller(state, setSaid, later));
  useEffect(() => { teller.tell(state, texts); }, [teller, state, texts]);
  useEffect(() => () => { teller.close(); }, [teller]);
  return (
    <>
      <div className={css('sr')} role="status" aria-live="polite">{said}</div>
      <div className={css('sr')} role="alert" aria-live="assertive">{alarmOf(state, texts)}</div>
    </>
  );
}
