/** One item: two lines while it is closed; what, why and what to do once it is open. */
import { Button } from '@fluentui/react-components';
import { useState, type ReactElement } from 'react';
import { cellsBehind } from '#app/session/places';
import type { Proposal } from '#app/session/proposal';
import type { Listed, SessionState } from '#app/session/state';
import { causeText, Change, Chip } from './Change';
import { css } from './css';
import { focusNextHead } from './focus';
import { isOneOfMany, leads } from './leads';
import { nameOf, numberOf } from './grouping';
import { Icon, SeverityIcon } from './Icons';
import { usePanel } from './panel-context';

export interface CardProps {
  readonly item: Listed;
  /** Where it stands in the list, from 1, and how long the list is. */
  readonly place: number;
  readonly all: number;
  readonly isOpen: boolean;
  readonly onToggle: () => void;
}

export function Card({ item, place, all, isOpen, onToggle }: CardProps): ReactElement {
  const { texts } = usePanel();
  const label = texts.itemName(texts.kind[item.severity], place, all, nameOf(item), item.cell);
  return isOpen ? <OpenCard {...{ item, place, all, onToggle, label }} /> : <ClosedCard {...{ item, onToggle, label }} />;
}

interface Labelled extends Pick<CardProps, 'item' | 'onToggle'> {
  readonly label: string;
}

function ClosedCard({ item, onToggle, label }: Labelled): ReactElement {
  const { texts } = usePanel();
  const [change] = item.proposals[0]?.changes ?? [];
  return (
    <li className={css('item', item.agrees ? 'agrees' : '')}>
      <button type="button" className={css('itemHead')} aria-expanded={false} aria-label={label} data-head={item.id} onClick={onToggle}>
        <SeverityIcon kind={item.agrees ? 'ok' : item.severity} />
        <span>
          <span className={css('head')}><Name item={item} /></span>
          <span className={css('line')}>
            <State item={item} />
            {change === undefined ? item.what : <><Change from={change.from} to={change.to} /> · {isOneOfMany(item) ? texts.ways(item.proposals.length) : causeText(item, change, texts)}</>}
          </span>
        </span>
      </button>
      <Chip item={item} cell={item.cell} />
    </li>
  );
}

function Name({ item }: { readonly item: Listed }): ReactElement {
  const { indicator, cell } = item;
  if (indicator === null) return <>{cell}</>;
  return <><b className={css('strong')}>{numberOf(item)}</b> {indicator.name}</>;
}

function State({ item: { agrees, isNew } }: { readonly item: Listed }): ReactElement | null {
  const { texts } = usePanel();
  if (agrees) return <><span className={css('tag')}>{texts.agrees}</span> · </>;
  return isNew ? <><span className={css('tag', 'new')}>{texts.isNew}</span> · </> : null;
}

const CARD: Readonly<Record<Listed['severity'], string>> = { error: '', warning: 'cardWarning', note: 'cardNote' };

function OpenCard({ item, place, all, onToggle, label }: Labelled & Pick<CardProps, 'place' | 'all'>): ReactElement {
  const { texts } = usePanel();
  return (
    <li className={css('card', item.agrees ? 'cardAgrees' : CARD[item.severity])}>
      <div className={css('top')}>
        <button type="button" className={css('cardHead')} aria-expanded={true} aria-label={label} data-head={item.id} onClick={onToggle}>
          <span className={css('sev', item.agrees ? 'ok' : item.severity)}><SeverityIcon kind={item.agrees ? 'ok' : item.severity} />{item.agrees ? texts.agrees : texts.kind[item.severity]}</span>
          <span className={css('small', 'muted')}>{texts.ofAll(place, all)}</span>
          <span className={css('grow')} />
          <Icon name="up" />
        </button>
        <Chip item={item} cell={item.cell} />
      </div>
      <h3>{nameOf(item)}</h3>
      <p className={css('what')}>{item.what}</p>
      <p className={css('why')}><b>{texts.why}</b><span>{item.why}</span></p>
      {item.agrees ? null : <Todo item={item} />}
      <Contradictions item={item} />
    </li>
  );
}

/** Alternatives that are shown before one asks for more. */
const SHOWN = 3;

function Todo({ item }: { readonly item: Listed }): ReactElement {
  const { texts } = usePanel();
  const [all, setAll] = useState(false);
  const { proposals, todo } = item;
  if (proposals.length === 0) return <p className={css('why')}><b>{texts.todo}</b><span>{todo}</span></p>;
  const shown = all || proposals.length <= SHOWN + 1 ? proposals : proposals.slice(0, SHOWN);
  return (
    <div className={css('fix')}>
      <p className={css('cap')}><b>{texts.todo}:</b> {todo}</p>
      {shown.map((proposal, i) => <Choice key={proposal.changes.map(({ cell, to }) => cell + to).join(' ')} item={item} proposal={proposal} leads={i === 0 && leads(item)} isFirst={i === 0} />)}
      {shown.length < proposals.length && <Button appearance="subtle" size="small" onClick={() => { setAll(true); }}>{texts.more(proposals.length - shown.length)}</Button>}
    </div>
  );
}

function Choice({ item, proposal, leads: isLeading, isFirst }: { readonly item: Listed; readonly proposal: Proposal; readonly leads: boolean; readonly isFirst: boolean }): ReactElement {
  const { session, texts } = usePanel();
  const { changes } = proposal;
  const label = changes.map(({ cell, from, to }) => texts.applyNamed(cell, from, to)).join('; ');
  return (
    <div className={css('one')}>
      <span className={css('change')}>
        {changes.map(({ cell, from, to }) => <span key={cell} className={css('row')}><Chip item={item} cell={cell} /><Change from={from} to={to} /></span>)}
      </span>
      <Button appearance={isLeading ? 'primary' : 'secondary'} aria-label={label} onClick={() => { void session.apply([{ item, proposal }]).then(() => { settled(session.state(), item); }); }}>
        {changes.length > 1 ? texts.applyAll(changes.length) : texts.apply}
      </Button>
      <p className={css('cause')}>{isFirst ? '' : `${texts.or}: `}{[...new Set(changes.map((change) => causeText(item, change, texts)))].join('; ')}</p>
    </div>
  );
}

/** Once it agrees there is nothing left to press in its card. */
function settled({ items }: SessionState, { sheet, id }: Listed): void {
  if (items.every((one) => one.sheet !== sheet || one.id !== id || one.agrees)) focusNextHead(id);
}

/** More cells than that are not listed one by one: those of a long sum. */
const MOST_CHIPS = 12;

function Cells({ item, cells }: { readonly item: Listed; readonly cells: readonly string[] }): ReactElement {
  const left = cells.length - MOST_CHIPS;
  return (
    <span className={css('row', 'wrap')}>
      {cells.slice(0, MOST_CHIPS).map((cell) => <Chip key={cell} item={item} cell={cell} />)}
      {left > 0 && <span className={css('small', 'muted')}>+ {left}</span>}
    </span>
  );
}

/** What the item rests on: each broken relation and its cells; for a finding by itself only the cells. */
function Contradictions({ item }: { readonly item: Listed }): ReactElement | null {
  const { texts } = usePanel();
  const { findings, diagnosis, cell } = item;
  const [isOpen, setOpen] = useState(false);
  const cells = cellsBehind(findings).filter((one) => one !== cell);
  if (diagnosis === null) return cells.length === 0 ? null : <div className={css('why')}><b>{texts.related}</b><Cells item={item} cells={cells} /></div>;
  return (
    <>
      <div className={css('links')}>
        <Button appearance="subtle" size="small" aria-expanded={isOpen} onClick={() => { setOpen(!isOpen); }}>{isOpen ? texts.fewer : texts.contradictions(findings.length)}</Button>
      </div>
      {isOpen && (
        <ul className={css('clash')}>
          {findings.map((finding) => <li key={finding.id}><p>{finding.what}</p><Cells item={item} cells={cellsBehind([finding])} /></li>)}
        </ul>
      )}
    </>
  );
}
