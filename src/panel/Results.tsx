/** What a check found: counts that choose a list, tools over it, and the list. */
import { Button, ProgressBar, Select, Spinner } from '@fluentui/react-components';
import { useDeferredValue, useState, type ReactElement } from 'react';
import type { Listed, SessionState, Unchecked } from '#app/session/state';
import type { Group, Severity } from '#core/rule';
import { copiedLines } from './copied-lines';
import { css } from './css';
import { matching, MOST_OPEN, templateName, type Filter } from './grouping';
import { Icon, SeverityIcon } from './Icons';
import { ItemList } from './ItemList';
import { Message, TroubleMessage } from './Message';
import { usePanel, useSession } from './panel-context';
import type { PanelTexts } from '#words/panel-texts';

type Kind = Severity | 'unchecked';

const KINDS: readonly Kind[] = ['error', 'warning', 'note', 'unchecked'];

export function Results(): ReactElement {
  const { phase, counts, items } = useSession();
  const [chosen, setKind] = useState<Kind | null>(null);
  const [openItem, setOpenItem] = useState<string | null>(null);
  const [filter, setFilter] = useState<Filter>({ text: '', group: null });
  const listed = (kind: Kind): number => (kind === 'unchecked' ? counts.unchecked : items.filter(({ severity }) => severity === kind).length);
  // The worst that there is; of a clean table the errors, which say so.
  const kind = chosen ?? KINDS.slice(0, 2).find((one) => listed(one) > 0) ?? 'error';
  return (
    <>
      <Context />
      <div className={css('body')}>
        <TroubleMessage />
        <Bars />
        {phase === 'checking' ? <Checking /> : (
          <>
            <Counts kind={kind} setKind={setKind} />
            {kind === 'unchecked' ? <UncheckedList /> : <KindList {...{ kind, filter, setFilter, openItem, setOpenItem }} />}
          </>
        )}
      </div>
    </>
  );
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
      {state.phase === 'checked' && <Button size="small" onClick={() => { void session.check(); }}>{texts.checkAgain}</Button>}
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

/** What the list does not show by itself: stopped, stale, or no longer as an item said. */
function Bars(): ReactElement {
  const { stopped, stale, checkedAt, moved, results, sheets } = useSession();
  const { session, texts, hour } = usePanel();
  const again = <Button size="small" onClick={() => { void session.check(); }}>{stopped ? texts.goOn : texts.checkAgain}</Button>;
  const read = new Set(results.map(({ sheet }) => sheet.id)).size;
  return (
    <>
      {stopped && <Message tone="note" what={texts.stopped(read, sheets.length)}>{again}</Message>}
      {stale && <Message tone="note" what={texts.stale(hour(checkedAt ?? 0))}>{again}</Message>}
      {moved !== null && <Message tone="warning" what={texts.moved(moved.cell, moved.now)} />}
    </>
  );
}

function Checking(): ReactElement {
  const { progress } = useSession();
  const { session, texts } = usePanel();
  return (
    <div className={css('pad', 'stack')}>
      <Spinner size="small" labelPosition="after" label={texts.checking} />
      {progress !== null && progress.all > 1 && (
        <>
          <ProgressBar value={progress.done / progress.all} aria-label={texts.checking} />
          <p className={css('muted')}>{texts.progress(progress.done, progress.all)}</p>
        </>
      )}
      <Button className={css('wide')} onClick={() => { session.stop(); }}>{texts.stop}</Button>
    </div>
  );
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

interface KindProps {
  readonly kind: Severity;
  readonly filter: Filter;
  readonly setFilter: (filter: Filter) => void;
  readonly openItem: string | null;
  readonly setOpenItem: (id: string | null) => void;
}

function KindList({ kind, filter, setFilter, openItem, setOpenItem }: KindProps): ReactElement {
  const { items } = useSession();
  const { texts } = usePanel();
  const own = items.filter(({ severity }) => severity === kind);
  const deferred = useDeferredValue(filter);
  const shown = matching(own, deferred);
  // One item alone opens by itself.
  const open = own.length === 1 ? (own[0]?.id ?? null) : openItem;
  if (own.length === 0) return <Empty kind={kind} />;
  return (
    <>
      {kind === 'note' && <p className={css('pad', 'small', 'muted')}>{texts.notesHead}</p>}
      <Tools {...{ items: own, filter, setFilter }} />
      {shown.length === 0 ? (
        <div className={css('center')}>
          <p role="status">{texts.noMatch(filter.text)}</p>
          <Button onClick={() => { setFilter({ text: '', group: null }); }}>{texts.clearSearch}</Button>
        </div>
      ) : <ItemList items={shown} kind={kind} openItem={open} setOpenItem={setOpenItem} />}
    </>
  );
}

function Empty({ kind }: { readonly kind: Severity }): ReactElement {
  const { counts, results, facts } = useSession();
  const { texts } = usePanel();
  if (kind !== 'error') return <p className={css('center', 'muted')}>{texts.noWarnings}</p>;
  const nothing = results.every(({ report }) => report.checked === 0);
  const [first] = facts;
  if (nothing && first !== undefined) return <p className={css('center')}>{texts.nothingToCheck(first.indicators)}</p>;
  const { what, todo } = counts.warning > 0 ? { what: texts.noErrors(counts.warning), todo: '' } : texts.clean;
  return (
    <div className={css('center')}>
      <SeverityIcon kind="ok" />
      <h2 className={css('h')} tabIndex={-1}>{what}</h2>
      {todo !== '' && <p>{todo}</p>}
    </div>
  );
}

function Tools({ items, filter, setFilter }: { readonly items: readonly Listed[]; readonly filter: Filter; readonly setFilter: (filter: Filter) => void }): ReactElement | null {
  const { texts, copy } = usePanel();
  const [searches, setSearches] = useState(false);
  const [copied, setCopied] = useState(false);
  if (items.length === 1) return null;
  const groups = [...new Set(items.flatMap(({ findings }) => findings.map(({ group }) => group)))];
  const isShown = searches || items.length > MOST_OPEN || filter.text !== '';
  return (
    <>
      <div className={css('tools')}>
        <Select className={css('grow')} size="medium" aria-label={texts.allKinds} value={filter.group ?? ''} onChange={(_, { value }) => { setFilter({ ...filter, group: groups.find((one) => one === value) ?? null }); }}>
          <option value="">{texts.allKinds}</option>
          {groups.map((group: Group) => <option key={group} value={group}>{texts.groups[group]}</option>)}
        </Select>
        <Button appearance="subtle" icon={<Icon name="search" />} aria-label={texts.search} aria-expanded={isShown} onClick={() => { setSearches(!searches); }} />
        <Button appearance="subtle" icon={<Icon name="copy" />} aria-label={texts.copy} onClick={() => { void copy(copiedLines(items)).then(() => { setCopied(true); }); }} />
      </div>
      {isShown && (
        <div className={css('tools')}>
          <input className={css('input')} type="search" aria-label={texts.search} placeholder={texts.searchPlaceholder} value={filter.text} onChange={({ target }) => { setFilter({ ...filter, text: target.value }); }} />
        </div>
      )}
      {copied && <p className={css('tools', 'small', 'muted')} role="status">{texts.copied(items.length)}</p>}
    </>
  );
}

function UncheckedList(): ReactElement {
  const { unchecked } = useSession();
  const { session, texts } = usePanel();
  if (unchecked.length === 0) return <p className={css('center', 'muted')}>{texts.noWarnings}</p>;
  return (
    <>
      <p className={css('pad', 'small', 'muted')}>{texts.uncheckedHead}</p>
      <ul>
        {unchecked.map((one: Unchecked) => (
          <li key={`${one.sheet} ${one.rule} ${one.cell} ${one.why}`} className={css('item')}>
            <span className={css('row')}><SeverityIcon kind="unchecked" /><span>{one.why}</span></span>
            <button type="button" className={css('chip')} aria-label={texts.goTo(one.cell)} onClick={() => { void session.goTo(one.sheet, one.cell); }}>{one.cell}</button>
          </li>
        ))}
      </ul>
    </>
  );
}
