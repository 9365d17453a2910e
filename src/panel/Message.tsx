/** What stands in the way: what happened, what is safe, what to do. */
import { Button } from '@fluentui/react-components';
import type { ReactElement, ReactNode } from 'react';
import type { Trouble } from '#app/session/state';
import { address } from '#core/table/grid';
import type { Spot } from '#ports/workbook-host';
import { css } from './css';
import { SeverityIcon } from './Icons';
import { usePanel, useSession } from './panel-context';

export interface MessageProps {
  readonly what: string;
  readonly todo?: string;
  readonly tone: 'error' | 'warning' | 'note';
  readonly children?: ReactNode;
}

const TONES = { error: 'msgError', warning: 'msgWarning', note: '' } as const;

export function Message({ what, todo, tone, children }: MessageProps): ReactElement {
  return (
    <div className={css('msg', TONES[tone])} role={tone === 'error' ? 'alert' : 'status'}>
      <SeverityIcon kind={tone} />
      <div>
        <p className={css('strong')}>{what}</p>
        {todo !== undefined && <p>{todo}</p>}
        {children !== undefined && <div className={css('row', 'wrap')} style={{ marginTop: 8 }}>{children}</div>}
      </div>
    </div>
  );
}

/** What the host refused, and the way to try again. */
export function TroubleMessage(): ReactElement | null {
  const { trouble } = useSession();
  const { session, texts, copy } = usePanel();
  if (trouble === null) return null;
  const { error } = trouble;
  const { what, todo } = texts.refusals[error.reason](trouble.doing, nameOf(error.spot), { restored: error.restored, left: error.left.flatMap((spot) => nameOf(spot) ?? []) });
  const waits = error.reason === 'edit-mode' || error.reason === 'busy';
  return (
    <Message what={what} todo={todo} tone={waits ? 'warning' : 'error'}>
      <Button size="small" onClick={() => { void session.retry(); }}>{texts.retry}</Button>
      {error.cause !== undefined && <Button size="small" appearance="subtle" onClick={() => { void copy(detailsOf(trouble)); }}>{texts.copyDetails}</Button>}
      <Button size="small" appearance="subtle" onClick={() => { session.dismiss(); }}>{texts.dismiss}</Button>
    </Message>
  );
}

function nameOf(spot: Spot | null): string | null {
  return spot === null ? null : address(spot.row, spot.column);
}

/** For whoever is asked for help; never shown. */
function detailsOf({ doing, error }: Trouble): string {
  const cause = error.cause instanceof Error ? `${error.cause.name}: ${error.cause.message}` : String(error.cause);
  return [`Phụ lục: ${doing}`, error.message, nameOf(error.spot) ?? '', cause].filter((line) => line !== '').join('\n');
}
