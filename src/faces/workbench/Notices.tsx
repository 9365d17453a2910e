/** What there is to say above the table, until it is dismissed. */
import { Button } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import type { Saying } from './bench';
import { useBench, type BenchTools } from './bench-context';
import { css } from './css';
import type { Notice } from '#words/texts';

export function Notices(): ReactElement {
  const { bench, texts, all, state: { saying, opening, closing, files } } = useBench();
  const notice = saying === null ? null : noticeOf(saying, { texts, all });
  const asked = files.find(({ id }) => id === closing);
  return (
    <div className={css('notices')}>
      <div role="status">
        {opening !== null && <div className={css('notice')}><p>{texts.opening(opening)}</p></div>}
        {notice !== null && !isGrave(saying) && <Said notice={notice} onDismiss={() => { bench.say(null); }} dismiss={texts.dismiss} />}
      </div>
      <div role="alert">
        {asked !== undefined && <Asked name={asked.name} />}
        {notice !== null && isGrave(saying) && <Said notice={notice} onDismiss={() => { bench.say(null); }} dismiss={texts.dismiss} />}
      </div>
    </div>
  );
}

/** Before edits are lost. */
function Asked({ name }: { readonly name: string }): ReactElement {
  const { bench, texts } = useBench();
  const { what, todo } = texts.reallyClose(name);
  return (
    <div className={css('notice')}>
      <p><b>{what}</b>. {todo}</p>
      <Button size="small" appearance="primary" onClick={() => { bench.answer(false); }}>{texts.keep}</Button>
      <Button size="small" onClick={() => { bench.answer(true); }}>{texts.closeAnyway}</Button>
    </div>
  );
}

function Said({ notice: { what, todo }, dismiss, onDismiss }: { readonly notice: Notice; readonly dismiss: string; readonly onDismiss: () => void }): ReactElement {
  return (
    <div className={css('notice')}>
      <p><b>{what}</b>{/[.?]$/.test(what) || todo === '' ? ' ' : '. '}{todo}</p>
      <Button size="small" onClick={onDismiss}>{dismiss}</Button>
    </div>
  );
}

function isGrave(saying: Saying | null): boolean {
  return saying?.is === 'unreadable' || saying?.is === 'not-saved' || saying?.is === 'not-kept';
}

function noticeOf(saying: Saying, { texts, all }: Pick<BenchTools, 'texts' | 'all'>): Notice | null {
  if (saying.is === 'unreadable') return all?.unreadable[saying.reason](saying.file) ?? null;
  if (saying.is === 'saved') return saying.left.length === 0 ? { what: texts.savedAs(saying.file), todo: '' } : texts.leftOut(saying.left);
  return otherNotice(saying, texts);
}

function otherNotice(saying: Exclude<Saying, { readonly is: 'unreadable' | 'saved' }>, texts: BenchTools['texts']): Notice {
  switch (saying.is) {
    case 'not-saved': {
      return texts.notSaved(saying.file);
    }
    case 'not-kept': {
      return texts.notKept[saying.reason];
    }
    case 'restored': {
      return { what: texts.restored(saying.count), todo: '' };
    }
    case 'no-workbooks': {
      return texts.folder.empty;
    }
    default: {
      return texts.onlyContents;
    }
  }
}
