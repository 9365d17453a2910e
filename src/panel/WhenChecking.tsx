/** What a check does beside its list. */
import { Checkbox } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { usePanel, useSession } from './panel-context';

export function WhenChecking(): ReactElement {
  const { settings } = useSession();
  const { session, texts } = usePanel();
  return (
    <div>
      <Checkbox label={texts.marks} checked={settings.marks} onChange={(_, { checked }) => { void session.choose({ marks: checked === true }); }} />
      <Checkbox label={texts.live} checked={settings.live} onChange={(_, { checked }) => { void session.choose({ live: checked === true }); }} />
    </div>
  );
}
