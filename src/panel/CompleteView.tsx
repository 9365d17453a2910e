/** Filling in what follows from the figures that are there: where they come from, what would be written, and one button. */
import { useEffect, useId, type ReactElement } from 'react';
import { chosenOf } from '#app/session/completing-state';
import { useCompleteTexts } from './complete-texts';
import { css } from './css';
import { FillButton } from './FillButton';
import { Message, Trouble } from './Message';
import { BlockedCells, OfferList } from './OfferList';
import { usePanel, useSession } from './panel-context';
import { SourceField } from './SourceChoice';

export function CompleteView(): ReactElement {
  const { session } = usePanel();
  const { completing: { offers, kept }, trouble, silent } = useSession();
  const words = useCompleteTexts();
  useEffect(() => {
    void session.completing.begin();
    return () => { session.completing.end(); };
  }, [session]);
  return (
    <>
      <h1 className={css('sr')}>{words.title}</h1>
      <Trouble />
      <div className={css('body')}>
        <Choices />
        {kept.length > 0 && <Message tone="warning" {...words.kept(kept)} />}
        {offers === null && trouble === null && silent === null && <p className={css('waits', 'pad')} role="status"><span className={css('spinner')} />{words.working}</p>}
        {offers !== null && (offers.tables === 0 ? <NoTables /> : <Lists />)}
      </div>
      <FillButton />
    </>
  );
}

function Choices(): ReactElement {
  const { facts } = useSession();
  const compared = (['earlier', 'plan'] as const).filter((as) => facts.some(({ bases }) => bases[as] !== null));
  return (
    <div className={css('pad', 'stackS')}>
      {compared.map((as) => <SourceField key={as} as={as} />)}
      <WriteAs />
    </div>
  );
}

function WriteAs(): ReactElement {
  const { session } = usePanel();
  const { completing: { as }, settings: { htx } } = useSession();
  const words = useCompleteTexts();
  const hint = useId();
  const said = as === 'values' ? words.values : htx ? words.htx : words.plain;
  return (
    <fieldset aria-describedby={hint}>
      <legend className={css('label')}>{words.writeAs}</legend>
      <div className={css('seg')}>
        {(['formulas', 'values'] as const).map((one) => (
          <label key={one}>
            <input type="radio" name="phuluc-write-as" checked={as === one} onChange={() => { void session.completing.writeAs(one); }} />
            {words.as[one]}
          </label>
        ))}
      </div>
      <p id={hint} className={css('small', 'muted', 'hint')}>{said}</p>
    </fieldset>
  );
}

function NoTables(): ReactElement {
  const { sheets, looked, completing: { offers } } = useSession();
  const { texts } = usePanel();
  const [only, ...others] = offers?.sheets ?? [];
  // An empty sheet is not even read.
  const name = (sheets.find(({ id }) => id === only) ?? looked[0])?.name ?? '';
  return <Message tone="warning" {...(others.length > 0 ? texts.noTables : texts.noTable(name))} />;
}

function Lists(): ReactElement | null {
  const { completing: { offers, flips } } = useSession();
  const words = useCompleteTexts();
  if (offers === null) return null;
  const { empty, differing } = offers;
  const chosen = chosenOf(offers, flips);
  return (
    <>
      {empty.length === 0 ? <p className={css('pad', 'plainLine')} tabIndex={-1} role="status">{words.nothing}</p> : <OfferList offers={empty} chosen={chosen.empty} waiting={chosen.waiting} name={words.empty} />}
      <BlockedCells />
      {differing.length > 0 && <OfferList offers={differing} chosen={chosen.differing} waiting={chosen.waiting} name={words.differing} />}
    </>
  );
}
