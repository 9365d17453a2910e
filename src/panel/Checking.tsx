/** While a check runs: how far it is, and the way to end it. */
import { Button, Spinner } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { css } from './css';
import { usePanel, useSession } from './panel-context';

export function Checking(): ReactElement {
  const { progress } = useSession();
  const { session, texts } = usePanel();
  return (
    <div className={css('pad', 'stack')}>
      <Spinner size="small" labelPosition="after" label={texts.checking} />
      {progress !== null && progress.all > 1 && (
        <>
          <progress className={css('progress')} value={progress.done} max={progress.all} aria-label={texts.checking} />
          <p className={css('muted')}>{texts.progress(progress.done, progress.all)}</p>
        </>
      )}
      <Button className={css('wide')} onClick={() => { session.stop(); }}>{texts.stop}</Button>
    </div>
  );
}
