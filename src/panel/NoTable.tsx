/** No table where the check looks: what a table needs, and where else to look. */
import { Button } from '@fluentui/react-components';
import { useEffect, useState, type ReactElement } from 'react';
import { followSelection } from '#app/session/following';
import { address, type Area } from '#core/table/grid';
import { focusResult } from './focus';
import { Message } from './Message';
import { usePanel, useSession } from './panel-context';
import type { Notice } from '#words/texts';

export function NoTable(): ReactElement {
  const { sheets, blank, phase } = useSession();
  const { texts, session } = usePanel();
  const { said, isOne } = useSaid();
  const selected = useSelected();
  if (blank && phase === 'ready') return <EmptyBook />;
  return (
    <Message tone="warning" {...said}>
      <Button onClick={() => { void session.checkSelection().then(focusResult); }}>{texts.useSelection(selected)}</Button>
      <Button onClick={() => { void session.look(); }}>{texts.lookAgain}</Button>
      {isOne && sheets.length > 1 && <Button onClick={() => { void session.choose({ sheets: 'all' }); }}>{texts.several.seeAll(sheets.length)}</Button>}
      <NewForm />
    </Message>
  );
}

/** Nothing to look for a table in. */
function EmptyBook(): ReactElement {
  const { texts, session } = usePanel();
  return (
    <Message tone="note" what={texts.emptyBook}>
      <NewForm />
      <Button onClick={() => { void session.look(); }}>{texts.lookAgain}</Button>
    </Message>
  );
}

/** The way to the tab for blank forms, where there is one. */
function NewForm(): ReactElement | null {
  const { texts, session, newForm } = usePanel();
  return newForm === null ? null : <Button onClick={() => { void session.call('new').then(focusResult); }}>{texts.newForm}</Button>;
}

/** What was looked at in vain: several sheets, one of them, or a part of it. */
function useSaid(): { readonly said: Notice; readonly isOne: boolean } {
  const { looked, settings: { sheets }, asked: { within } } = useSession();
  const { texts } = usePanel();
  const name = looked[0]?.name ?? '';
  if (within !== null) return { said: texts.noTableIn(name, rangeOf(within.area)), isOne: true };
  return sheets !== null || looked.length > 1 ? { said: texts.noTables, isOne: false } : { said: texts.noTable(name), isOne: true };
}

/** The range that the user has selected, as it changes; null where that is one cell, or not known. */
function useSelected(): string | null {
  const { session: { selected } } = usePanel();
  const { looked } = useSession();
  const [area, setArea] = useState<Area | null>(null);
  useEffect(() => followSelection(selected, (next) => { setArea(next?.area ?? null); }), [selected, looked]);
  return area === null || isOneCell(area) ? null : rangeOf(area);
}

function isOneCell({ top, left, bottom, right }: Area): boolean {
  return top === bottom && left === right;
}

/** As Excel names it: "B3:G40". */
function rangeOf(area: Area): string {
  const [first, last] = [address(area.top, area.left), address(area.bottom, area.right)];
  return isOneCell(area) ? first : `${first}:${last}`;
}
