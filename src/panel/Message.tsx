/** What stands in the way: what happened, what is safe, what to do. */
import { Button } from '@fluentui/react-components';
import type { ReactElement, ReactNode } from 'react';
import type { Silence } from '#app/session/silence';
import type { Trouble as TroubleState } from '#app/session/state';
import { copiedLines } from './copied-lines';
import { css } from './css';
import { SeverityIcon } from './Icons';
import { leads } from './leads';
import { usePanel, useSession } from './panel-context';
import { cellOf, noticeOf } from './trouble';

export interface MessageProps {
  readonly what: string;
  readonly todo?: string;
  readonly tone: 'error' | 'warning' | 'note';
  /** Told to screen readers by the panel's own regions, and not twice. */
  readonly isAnnounced?: boolean;
  readonly children?: ReactNode;
}

const TONES = { error: 'msgError', warning: 'msgWarning', note: '' } as const;

export function Message({ what, todo, tone, isAnnounced = false, children }: MessageProps): ReactElement {
  return (
    <div className={css('msg', TONES[tone])} {...(!isAnnounced && { role: tone === 'error' ? 'alert' : 'status' })}>
      <SeverityIcon kind={tone} />
      <div>
        <p className={css('strong')}>{what}</p>
        {todo !== undefined && <p>{todo}</p>}
        {children !== undefined && <div className={css('row', 'wrap')} style={{ marginTop: 8 }}>{children}</div>}
      </div>
    </div>
  );
}

/** What stands in the way now: a host that is silent, or what it refused. */
export function Trouble(): ReactElement | null {
  const { silent, trouble } = useSession();
  if (silent !== null) return <Silent of={silent} />;
  return trouble === null ? null : <Refused trouble={trouble} />;
}

function Silent({ of }: { readonly of: Silence }): ReactElement {
  const { session, texts } = usePanel();
  return (
    <Message {...texts.silent[of]} tone="warning" isAnnounced>
      <Button size="small" onClick={() => { session.wait(); }}>{texts.wait}</Button>
      {of === 'reading' && <Button size="small" onClick={() => { void session.insist(); }}>{texts.retry}</Button>}
    </Message>
  );
}

function Refused({ trouble }: { readonly trouble: TroubleState }): ReactElement {
  const { phase } = useSession();
  const { session, texts } = usePanel();
  const { doing, error } = trouble;
  const { what, todo } = noticeOf(trouble, texts);
  const waits = error.reason === 'edit-mode' || error.reason === 'busy';
  const goesOn = doing === 'check' && error.reason === 'edit-mode';
  return (
    <Message what={what} todo={todo} tone={waits ? 'warning' : 'error'} isAnnounced>
      <Button size="small" onClick={() => { void session.retry(); }}>{texts.retry}</Button>
      <Copies trouble={trouble} />
      {/* Before anything was seen there is nothing to go back to. */}
      {phase !== 'opening' && <Button size="small" appearance="subtle" onClick={() => { session.dismiss(); }}>{goesOn ? texts.stopWaiting : texts.dismiss}</Button>}
    </Message>
  );
}

/** What one can hand on: the proposals that cannot be written here, or what happened. */
function Copies({ trouble }: { readonly trouble: TroubleState }): ReactElement | null {
  const { items } = useSession();
  const { texts, copy } = usePanel();
  const { doing, error } = trouble;
  const isLocked = error.reason === 'protected' || error.reason === 'read-only';
  if (isLocked && doing === 'write') return <Button size="small" appearance="subtle" onClick={() => { void copy(copiedLines(items.filter((item) => leads(item) && !item.agrees))); }}>{texts.copyProposals}</Button>;
  return isLocked || error.cause === undefined ? null : <Button size="small" appearance="subtle" onClick={() => { void copy(detailsOf(trouble)); }}>{texts.copyDetails}</Button>;
}

/** For whoever is asked for help; never shown. */
function detailsOf({ doing, error }: TroubleState): string {
  const cause = error.cause instanceof Error ? `${error.cause.name}: ${error.cause.message}` : String(error.cause);
  return [`Phụ lục: ${doing}`, error.message, cellOf(error.spot) ?? '', cause].filter((line) => line !== '').join('\n');
}
