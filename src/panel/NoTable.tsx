/** No table where the check looks: what a table needs, and where else to look. */
import { Button } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { Message } from './Message';
import { usePanel, useSession } from './panel-context';

export function NoTable(): ReactElement {
  const { sheets, looked, settings } = useSession();
  const { texts, session } = usePanel();
  const isAll = settings.sheets !== null || looked.length > 1;
  return (
    <Message tone="warning" {...(isAll ? texts.noTables : texts.noTable(looked[0]?.name ?? ''))}>
      <Button onClick={() => { void session.look(); }}>{texts.lookAgain}</Button>
      {!isAll && sheets.length > 1 && <Button onClick={() => { void session.choose({ sheets: 'all' }); }}>{texts.several.seeAll(sheets.length)}</Button>}
    </Message>
  );
}
