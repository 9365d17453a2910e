/** What is wrong with a source, and what to do. */
import type { ReactElement } from 'react';
import type { Against } from '#core/table/columns';
import { useCompleteTexts } from './complete-texts';
import { css } from './css';
import { Message } from './Message';
import { useSession } from './panel-context';
import { useSourceTexts } from './source-texts';

export function SourceNote({ as }: { readonly as: Against }): ReactElement {
  const { unreadable, sources, sheets } = useSession();
  const { unreadable: unopened, unused } = useCompleteTexts();
  const words = useSourceTexts();
  const choice = sources[as];
  const name = choice.is === 'file' ? choice.name : words.sheet(sheets.find(({ id }) => choice.is === 'sheet' && id === choice.sheet)?.name ?? '');
  const said = unreadable?.as === as ? unopened[unreadable.reason](unreadable.file) : unused(name);
  return <div className={css('said')}><Message tone="warning" {...said} /></div>;
}
