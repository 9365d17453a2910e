/** What there is to say above the table, until it is dismissed. */
import { Button } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import type { Saying } from './bench';
import { useBench, type BenchTools } from './bench-context';
import { css } from './css';
import type { Notice } from '#words/texts';

export function Notices(): ReactElement {
  const { bench, texts, all, state: { saying, opening } } = useBench();
  const notice = saying === null ? null : noticeOf(saying, { texts, all });
  return (
    <div className={css('notices')}>
      <div role="status">
        {opening !== null && <div className={css('notice')}><p>{texts.opening(opening)}</p></div>}
        {notice !== null && !isGrave(saying) && <Said notice={notice} onDismiss={() => { bench.say(null); }} dismiss={texts.dismiss} />}
      </div>
      <div role="alert">
        {notice !== null && isGrave(saying) && <Said notice={notice} onDismiss={() => { bench.say(null); }} dismiss={texts.dismiss} />}
      </div>
    </div>
  );
}

function Said({ notice: { what, todo }, dismiss, onDismiss }: { readonly notice: Notice; readonly dismiss: string; readonly onDismiss: () => void }): ReactElement {
  return (
    <div className={css('notice')}>
      <p><b>{what}</b> {todo}</p>
      <Button size="small" onClick={onDismiss}>{dismiss}</Button>
    </div>
  );
}

function isGrave(saying: Saying | null): boolean {
  return saying?.is === 'unreadable' || saying?.is === 'not-saved';
}

function noticeOf(saying: Saying, { texts, all }: Pick<BenchTools, 'texts' | 'all'>): Notice | null {
  if (saying.is === 'unreadable') return all?.unreadable[saying.reason](saying.file) ?? null;
  if (saying.is === 'saved') return saying.left.length === 0 ? { what: texts.savedAs(saying.file), todo: '' } : texts.leftOut(saying.left);
  return saying.is === 'not-saved' ? texts.notSaved(saying.file) : texts.onlyContents;
}
