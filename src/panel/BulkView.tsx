/** Corrections that are certain, looked at together, chosen one by one, written at once and taken back at once. */
import { Button, Checkbox } from '@fluentui/react-components';
import { useState, type ReactElement } from 'react';
import { certainOf, type Certain } from '#app/session/certain';
import { BackHead } from './BackHead';
import { causeText, Change, Chip } from './Change';
import { flipped, tickOf } from './choosing';
import { css } from './css';
import { nameOf } from './grouping';
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
  const [flips, setFlips] = useState<ReadonlySet<string>>(new Set());
  const isChosen = ({ item, doubt }: Certain): boolean => (doubt === null) !== flips.has(item.id);
  const chosen = offers.filter(isChosen);
  const cells = chosen.reduce((sum, { proposal }) => sum + proposal.changes.length, 0);
  const write = (): void => {
    void session.apply(chosen).then(() => { if (session.state().trouble === null) onBack(); });
  };
  const chooseAll = (wanted: boolean): void => { setFlips(new Set(offers.filter(({ doubt }) => (doubt === null) !== wanted).map(({ item }) => item.id))); };
  return (
    <>
      <BackHead title={texts.bulk.title} sub={texts.bulk.sub} onBack={onBack} />
      <Trouble />
      <div className={css('body')}>
        <div className={css('section', 'fixed', 'choice')}>
          <Checkbox label={<b className={css('strong')}>{texts.bulk.proposals}</b>} aria-label={texts.bulk.all} checked={tickOf(chosen.length, offers.length)} onChange={(_, { checked }) => { chooseAll(checked === true); }} />
          <span className={css('grow')} />
          <span className={css('sectionCount')} role="status">{texts.bulk.chosen(chosen.length, offers.length)}</span>
        </div>
        <ul>
          {offers.map((offer) => <Offer key={offer.item.id} offer={offer} isChosen={isChosen(offer)} onFlip={() => { setFlips(flipped(flips, offer.item.id)); }} />)}
        </ul>
      </div>
      <div className={css('action')}>
        <Button appearance="primary" className={css('wide')} disabledFocusable={cells === 0} onClick={write}>{texts.bulk.write(cells)}</Button>
      </div>
    </>
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
