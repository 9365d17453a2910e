/** What a check found: counts that choose a list, tools over it, and the list. */
import { Button } from '@fluentui/react-components';
import { lazy, Suspense, useState, type ReactElement } from 'react';
import type { Listed, SessionState } from '#app/session/state';
import { Checking } from './Checking';
import { css } from './css';
import { focusHead, focusResult } from './focus';
import { EVERYTHING, templateName, type Filter } from './grouping';
import { SeverityIcon } from './Icons';
import { KindList, UncheckedList } from './KindList';
import type { Kind } from './kinds';
import { Message, Trouble } from './Message';
import { NoTable } from './NoTable';
import { usePanel, useSession } from './panel-context';
import { useKeys } from './use-keys';
import type { PanelTexts } from '#words/panel-texts';

const BulkView = lazy(() => import('./BulkView').then((part) => ({ default: part.BulkView })));

const KINDS: readonly Kind[] = ['error', 'warning', 'note', 'unchecked'];

/** What is to be seen first: a list, and one of its items. */
export interface Seen {
  readonly kind: Kind;
  readonly item: Listed | null;
}

export function Results({ seen }: { readonly seen: Seen | null }): ReactElement {
  const { phase, facts } = useSession();
  const [bulk, setBulk] = useState<ReadonlySet<string> | null>(null);
  const back = (): void => {
    setBulk(null);
    focusResult();
  };
  useKeys(({ key }) => { if (key === 'Escape' && bulk !== null) back(); });
  if (bulk !== null) return <Suspense fallback={<div className={css('body')} />}><BulkView ids={bulk} onBack={back} /></Suspense>;
  return (
    <>
      <Context />
      <Trouble />
      <Bars />
      {phase === 'checking' ? <div className={css('body')}><Checking /></div> : facts.length === 0 ? <div className={css('body')}><NoTable /></div> : <Lists seen={seen} onBulk={(items) => { setBulk(new Set(items.map(({ id }) => id))); }} />}
    </>
  );
}

function Lists({ seen, onBulk }: { readonly seen: Seen | null; readonly onBulk: (items: readonly Listed[]) => void }): ReactElement {
  const { counts, items } = useSession();
  const { session } = usePanel();
  const begin = beginningOf(seen);
  const [chosen, setKind] = useState(begin.kind);
  const [openItem, setOpen] = useState(begin.open);
  const [filter, setFilter] = useState<Filter>(EVERYTHING);
  const listed = (kind: Kind): number => (kind === 'unchecked' ? counts.unchecked : items.filter(({ severity }) => severity === kind).length);
  // The worst that there is; of a clean table the errors, which say so.
  const kind = chosen ?? KINDS.slice(0, 2).find((one) => listed(one) > 0) ?? 'error';
  const setOpenItem = (item: Listed | null): void => {
    setOpen(item?.id ?? null);
    void session.show(item);
  };
  useKeys((event) => {
    if (event.key !== 'Escape' || openItem === null || event.target instanceof HTMLInputElement) return;
    focusHead(openItem);
    setOpenItem(null);
  });
  return (
    <div className={css('body')}>
      <Counts kind={kind} setKind={(next) => { setKind(next); setFilter({ ...filter, section: null }); }} />
      {kind === 'unchecked' ? <UncheckedList /> : <KindList key={kind} {...{ kind, filter, setFilter, openItem, setOpenItem, onBulk }} />}
    </div>
  );
}

function beginningOf(seen: Seen | null): { readonly kind: Kind | null; readonly open: string | null } {
  return { kind: seen?.kind ?? null, open: seen?.item?.id ?? null };
}

function Context(): ReactElement {
  const state = useSession();
  const { session, texts, hour } = usePanel();
  const names = [...new Set(state.facts.map(({ sheet }) => sheet.name))].join(', ');
  const facts = factsLine(state, texts, hour);
  return (
    <div className={css('context')}>
      <div className={css('grow')}>
        <h1 className={css('title')} title={names} tabIndex={-1}>{names}</h1>
        <p className={css('sub')} title={facts}>{facts}</p>
      </div>
      {state.phase === 'checked' && <Button size="small" onClick={() => { void session.checkAgain().then(focusResult); }}>{texts.checkAgain}</Button>}
    </div>
  );
}

/** "10:42 · A4:H105 · LMHTXVN 2020": the hour first, so that a cut loses the template. */
function factsLine({ facts, checkedAt, items, written }: SessionState, texts: PanelTexts, hour: (milliseconds: number) => string): string {
  const [first] = facts;
  const isUpdated = written !== null || items.some(({ agrees, isNew }) => agrees || isNew);
  const time = checkedAt === null ? '' : isUpdated ? texts.justUpdated : hour(checkedAt);
  const of = first === undefined ? [] : [first.range, templateName(first) ?? texts.noTemplate];
  return [time, ...of].filter((part) => part !== '').join(' · ');
}

/** What the list does not show by itself. */
function Bars(): ReactElement {
  const state = useSession();
  const { session, texts, hour } = usePanel();
  const { moved } = state;
  const bar = barOf(state, texts, hour);
  return (
    <>
      {bar !== null && (
        <Message tone="note" what={bar.what}>
          <Button size="small" onClick={() => { void (bar.isOther ? session.check() : session.checkAgain()).then(focusResult); }}>{bar.button}</Button>
        </Message>
      )}
      {moved !== null && <Message tone="warning" what={texts.moved(moved.cell, moved.now)} />}
    </>
  );
}

/** Why the list is not what one may take it for: stopped, of figures that changed, or of another sheet. */
function barOf({ stopped, stale, checkedAt, elsewhere, sheets, looked }: SessionState, texts: PanelTexts, hour: (milliseconds: number) => string): { readonly what: string; readonly button: string; readonly isOther: boolean } | null {
  if (stopped !== null) return { what: texts.stopped(stopped.done, stopped.all), button: texts.goOn, isOther: false };
  if (stale) return { what: texts.stale(hour(checkedAt ?? 0)), button: texts.checkAgain, isOther: false };
  const open = sheets.find(({ id }) => id === elsewhere);
  return open === undefined ? null : { what: texts.elsewhere(open.name, looked.map(({ name }) => name).join(', ')), button: texts.checkThis, isOther: true };
}

function Counts({ kind, setKind }: { readonly kind: Kind; readonly setKind: (kind: Kind) => void }): ReactElement {
  const { counts } = useSession();
  const { texts } = usePanel();
  return (
    <div className={css('counts')} role="group" aria-label={texts.results}>
      {KINDS.map((one) => (
        <button key={one} type="button" className={css('count')} aria-pressed={one === kind} onClick={() => { setKind(one); }}>
          <span className={css('countTop')}><SeverityIcon kind={one} /><span className={css('num')}>{counts[one] > 9999 ? '10k+' : counts[one]}</span></span>
          <span className={css('countWord')}>{texts.kinds[one]}</span>
        </button>
      ))}
    </div>
  );
}
