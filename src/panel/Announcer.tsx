/** What a screen reader is told: always in the page, and only what changed; what stands in the way at once. */
import { useEffect, useRef, useState, type ReactElement } from 'react';
import { css } from './css';
import { newsOf } from './news';
import { usePanel, useSession } from './panel-context';
import { alarmOf } from './trouble';

export function Announcer(): ReactElement {
  const state = useSession();
  const { texts } = usePanel();
  const before = useRef(state);
  const [said, setSaid] = useState('');
  useEffect(() => {
    const news = newsOf(before.current, state, texts);
    before.current = state;
    if (news !== '') setSaid(news);
  }, [state, texts]);
  return (
    <>
      <div className={css('sr')} role="status" aria-live="polite">{said}</div>
      <div className={css('sr')} role="alert" aria-live="assertive">{alarmOf(state, texts)}</div>
    </>
  );
}
