/** Below everything: the undo bar while there is something to take back, the live state, language and settings. */
import { Button } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import type { SessionState, Written } from '#app/session/state';
import type { PanelTexts } from '#words/panel-texts';
import { css } from './css';
import { Icon } from './Icons';
import { filledText } from './news';
import { usePanel, useSession } from './panel-context';

export function UndoBar({ onUndo }: { readonly onUndo: () => void }): ReactElement | null {
  const state = useSession();
  const { written } = state;
  const { session, texts, losesHostUndo } = usePanel();
  if (written === null) return null;
  const { undone } = written;
  const said = undone === null ? doneText(written, state, texts) : texts.undone(undone.restored, undone.kept);
  return (
    <div className={css('undo')}>
      <span className={css('grow')}>{said}{undone === null && losesHostUndo ? ` ${texts.hostUndo}` : ''}</span>
      {undone === null && <Button size="small" onClick={onUndo}>{texts.undo}</Button>}
      <Button size="small" appearance="subtle" icon={<Icon name="close" />} aria-label={texts.dismiss} onClick={() => { session.dismiss(); }} />
    </div>
  );
}

function doneText({ entry, filled }: Written, state: SessionState, texts: PanelTexts): string {
  return filled === null ? texts.corrected(entry.changes, state.counts.error) : filledText(filled, state, texts);
}

export function Footer({ onSettings }: { readonly onSettings: () => void }): ReactElement {
  const { phase, settings } = useSession();
  const { session, texts } = usePanel();
  const watches = phase === 'checked' && settings.live;
  const word = phase === 'checking' ? texts.nothingWritten : phase !== 'checked' ? texts.notChecked : watches ? texts.watching : texts.notWatching;
  const { lang, short, name } = texts.other;
  return (
    <footer className={css('footer')}>
      <span className={css('state')}><span className={css('live', watches ? '' : 'off')} />{word}</span>
      <Button appearance="subtle" size="small" lang={lang} aria-label={name} title={name} onClick={() => { void session.choose({ language: lang }); }}>{short}</Button>
      <Button appearance="subtle" size="small" icon={<Icon name="settings" />} aria-label={texts.settings} id="phuluc-settings" onClick={onSettings} />
    </footer>
  );
}
