/** Figures before and after, why, and the way to their cell. */
import type { ReactElement } from 'react';
import { spotOf } from '#app/session/places';
import type { Listed } from '#app/session/state';
import { css } from './css';
import { usePanel, useSession } from './panel-context';
import type { PanelTexts } from '#words/panel-texts';

export function Change({ from, to }: { readonly from: string; readonly to: string }): ReactElement {
  const { texts } = usePanel();
  return (
    <span className={css(to.startsWith('=') ? 'anywhere' : 'num')}>
      <span className={css('sr')}>{texts.changeRead(from, to)}</span>
      <span aria-hidden="true"><del>{from}</del><span className={css('arrow')}>→</span><ins>{to}</ins></span>
    </span>
  );
}

/** Goes to a cell; null where the cell is in another workbook. */
export function Chip({ item: { sheet }, cell }: { readonly item: Pick<Listed, 'sheet'>; readonly cell: string }): ReactElement {
  const { session, texts } = usePanel();
  const { sheets } = useSession();
  const spot = spotOf(cell, sheet, sheets);
  if (spot === null) return <b className={css('num')}>{cell}</b>;
  return (
    <button type="button" className={css('chip')} aria-label={texts.goTo(cell)} onClick={() => { void session.goTo(spot); }}>{cell}</button>
  );
}

/** More cells than that are no explanation. */
const NAMED = 3;

/** "ghi mức tăng"; where no slip explains it, what the figure was worked out from. */
export function causeText({ findings }: Listed, { cell, cause }: { readonly cell: string; readonly cause: string }, { causes, workedOut, workedOutFrom }: PanelTexts): string {
  const known = causes[cause];
  if (known !== undefined) return known;
  const clash = findings.find((one) => one.cell === cell || one.related.includes(cell));
  const others = clash === undefined ? [] : [clash.cell, ...clash.related].filter((one) => one !== cell);
  return others.length > 0 && others.length <= NAMED ? workedOutFrom(others) : workedOut;
}
