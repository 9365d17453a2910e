/** Cells to write, each with its tick, its figure before and after, and what that follows from. */
import { Button, Checkbox } from '@fluentui/react-components';
import { useState, type ReactElement } from 'react';
import { indicatorText } from '#app/indicator-text';
import type { BlockedCell, Offer } from '#app/session/completing-state';
import { Change, Chip } from './Change';
import { tickOf } from './choosing';
import { useCompleteTexts } from './complete-texts';
import { css } from './css';
import { PAGE } from './grouping';
import { SeverityIcon } from './Icons';
import { usePanel, useSession } from './panel-context';

export interface OfferListProps {
  readonly name: string;
  readonly offers: readonly Offer[];
  readonly chosen: readonly Offer[];
  /** Keys of those that are ticked, and not written yet. */
  readonly waiting: ReadonlySet<string>;
}

export function OfferList({ name, offers, chosen, waiting }: OfferListProps): ReactElement {
  const { session, texts } = usePanel();
  const words = useCompleteTexts();
  const [pages, setPages] = useState(1);
  const keys = new Set(chosen.map(({ key }) => key));
  const isTicked = ({ key }: Offer): boolean => keys.has(key) || waiting.has(key);
  const ticked = offers.filter(isTicked).length;
  const left = offers.length - pages * PAGE;
  const chooseAll = (wanted: boolean): void => { session.completing.flip(offers.filter((offer) => isTicked(offer) !== wanted).map(({ key }) => key)); };
  return (
    <section aria-label={name}>
      <div className={css('section', 'fixed', 'choice')}>
        <Checkbox aria-label={words.chooseAll(name)} checked={tickOf(ticked, offers.length)} onChange={(_, { checked }) => { chooseAll(checked === true); }} />
        <h2 className={css('strong', 'grow')} tabIndex={-1}>{name}</h2>
        <span className={css('sectionCount')} role="status">{words.chosen(chosen.length, offers.length)}</span>
      </div>
      <ul>
        {offers.slice(0, pages * PAGE).map((offer) => <OfferRow key={offer.key} offer={offer} isTicked={isTicked(offer)} waits={waiting.has(offer.key)} />)}
      </ul>
      {left > 0 && <Button appearance="subtle" onClick={() => { setPages(pages + 1); }}>{texts.more(Math.min(left, PAGE))}</Button>}
    </section>
  );
}

function OfferRow({ offer, isTicked, waits }: { readonly offer: Offer; readonly isTicked: boolean; readonly waits: boolean }): ReactElement {
  const { session } = usePanel();
  const words = useCompleteTexts();
  const { key, sheet, cell, from, to, source, hasFormula } = offer;
  const name = useName(offer);
  return (
    <li className={css('pick')}>
      <Checkbox checked={isTicked} aria-label={words.choose(cell, name)} onChange={() => { session.completing.flip([key]); }} />
      <Chip item={{ sheet }} cell={cell} />
      <span className={css('head')} title={name}>{name}</span>
      <span className={css('value', 'num')}>{from === null ? <ins>{to}</ins> : <Change from={from} to={to} />}</span>
      <span className={css('from', 'num')}>{[source, hasFormula ? words.isFormula : '', waits ? words.waits : ''].filter((part) => part !== '').join(' · ')}</span>
    </li>
  );
}

/** The row's name; the sheet's before it where there are several. */
function useName({ sheet, indicator }: Offer): string {
  const { sheets, completing: { offers } } = useSession();
  const name = indicatorText(indicator);
  return (offers?.sheets.length ?? 0) > 1 ? `${sheets.find(({ id }) => id === sheet)?.name ?? ''} · ${name}` : name;
}

/** Empty cells that are not to be had, and why. */
export function BlockedCells(): ReactElement | null {
  const { completing: { offers } } = useSession();
  const { texts } = usePanel();
  const words = useCompleteTexts();
  const [pages, setPages] = useState(1);
  if (offers === null || offers.blocked.length + offers.lacking === 0) return null;
  const left = offers.blocked.length - pages * PAGE;
  return (
    <>
      {offers.blocked.length > 0 && <ul>{offers.blocked.slice(0, pages * PAGE).map((one) => <BlockedLine key={`${one.sheet} ${one.cell}`} blocked={one} />)}</ul>}
      {left > 0 && <Button appearance="subtle" onClick={() => { setPages(pages + 1); }}>{texts.more(Math.min(left, PAGE))}</Button>}
      {offers.lacking > 0 && <p className={css('plainLine', 'muted')}>{words.lacking(offers.lacking)}</p>}
    </>
  );
}

function BlockedLine({ blocked: { sheet, cell, by, why } }: { readonly blocked: BlockedCell }): ReactElement {
  const words = useCompleteTexts();
  return (
    <li className={css('point')}>
      <SeverityIcon kind="unchecked" />
      <p>{words.blocked(cell, by, why)}</p>
      <Chip item={{ sheet }} cell={by} />
    </li>
  );
}
