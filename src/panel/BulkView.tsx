/** Corrections that are certain, looked at together, chosen one by one, written at once and taken back at once. */
import { Button, Checkbox } from '@fluentui/react-components';
import { useEffect, useRef, useState, type ReactElement } from 'react';
import { certainOf, type Certain } from '#app/session/certain';
import type { Listed } from '#app/session/state';
import { causeText, Change, Chip } from './Change';
import { css } from './css';
import { nameOf } from './grouping';
import { Icon } from './Icons';
import { Trouble } from './Message';
import { usePanel, useSession } from './panel-context';

export interface BulkViewProps {
  /** Ids of the items to look at. */
  readonly ids: ReadonlySet<string>;
  readonly onBack: () => void;
}

export function BulkView({ ids, onBack }: BulkViewProps): ReactElement {
  const { session, texts } = usePanel();
  const { items, results } = useSession();
  const offers = certainOf(items.filter(({ id }) => ids.has(id)), results);
  const [flipped, setFlipped] = useState<ReadonlySet<string>>(new Set());
  const isChosen = ({ item, doubt }: Certain): boolean => (doubt === null) !== flipped.has(item.id);
  const chosen = offers.filter(isChosen);
  const cells = chosen.reduce((sum, { proposal }) => sum + proposal.changes.length, 0);
  const write = (): void => {
    void session.apply(chosen).then(() => { if (session.state().trouble === null) onBack(); });
  };
  const chooseAll = (wanted: boolean): void => { setFlipped(new Set(offers.filter(({ doubt }) => (doubt === null) !== wanted).map(({ item }) => item.id))); };
  return (
    <>
      <Head onBack={onBack} />
      <Trouble />
      <div className={css('body')}>
        <div className={css('section', 'fixed', 'choice')}>
          <Checkbox label={<b className={css('strong')}>{texts.bulk.proposals}</b>} aria-label={texts.bulk.all} checked={chosen.length === offers.length ? true : chosen.length === 0 ? false : 'mixed'} onChange={(_, { checked }) => { chooseAll(checked === true); }} />
          <span className={css('grow')} />
          <span className={css('sectionCount')} role="status">{texts.bulk.chosen(chosen.length, offers.length)}</span>
        </div>
        <ul>
          {offers.map((offer) => <Offer key={offer.item.id} offer={offer} isChosen={isChosen(offer)} onFlip={() => { setFlipped(withFlip(flipped, offer.item)); }} />)}
        </ul>
      </div>
      <div className={css('action')}>
        <Button appearance="primary" className={css('wide')} disabledFocusable={cells === 0} onClick={write}>{texts.bulk.write(cells)}</Button>
      </div>
    </>
  );
}

function Head({ onBack }: Pick<BulkViewProps, 'onBack'>): ReactElement {
  const { texts } = usePanel();
  const head = useRef<HTMLDivElement>(null);
  useEffect(() => {
    head.current?.querySelector('button')?.focus();
  }, []);
  return (
    <div ref={head} className={css('context')}>
      <Button appearance="subtle" size="small" icon={<Icon name="back" />} aria-label={texts.back} onClick={onBack} />
      <div className={css('grow')}>
        <h1 className={css('title')}>{texts.bulk.title}</h1>
        <p className={css('sub', 'whole')}>{texts.bulk.sub}</p>
      </div>
    </div>
  );
}

function Offer({ offer: { item, proposal: { changes }, doubt }, isChosen, onFlip }: { readonly offer: Certain; readonly isChosen: boolean; readonly onFlip: () => void }): ReactElement {
  const { texts } = usePanel();
  const name = nameOf(item);
  const why = [...new Set(changes.map((change) => causeText(item, change, texts)))].join('; ');
  return (
    <li className={css('offer')}>
      <Checkbox checked={isChosen} aria-label={texts.bulk.choose(changes.map(({ cell }) => cell).join(', '), name)} onChange={onFlip} />
      <div>
        <p className={css('head')}>{name}</p>
        {changes.map(({ cell, from, to }) => <p key={cell} className={css('row', 'wrap')}><Chip item={item} cell={cell} /><Change from={from} to={to} /></p>)}
        <p className={css('small', 'muted')}>{doubt === null ? why : `${why}. ${texts.bulk.doubts[doubt]}`}</p>
      </div>
    </li>
  );
}

function withFlip(flipped: ReadonlySet<string>, { id }: Listed): Set<string> {
  const next = new Set(flipped);
  if (!next.delete(id)) next.add(id);
  return next;
}
