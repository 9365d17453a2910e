/** Making the list of what can be filled in, and writing what of it is ticked. Loaded with the tab that shows it. Spec: docs/spec.md, G8 to G11. */
import { choiceOf } from '#app/session/choice';
import { chosenOf, type Offer } from '#app/session/completing-state';
import { writeEntry, type Entry } from '#app/session/journal';
import { offersIn, type Made, type Saying } from '#app/session/offers';
import { readingFor } from '#app/session/readings';
import { chosenSources } from '#app/session/source-choices';
import type { SessionState } from '#app/session/state';
import { isSameContent } from '#ports/content';
import type { OpenSheet, WorkbookHost } from '#ports/workbook-host';

/** What can be filled into the sheets before the user, as they stand now. */
export async function offersNow(host: WorkbookHost, state: SessionState, saying: Saying): Promise<Made> {
  const { settings: { htx }, sources, completing: { as } } = state;
  const { chosen, all } = await sheetsFor(host, state);
  return offersIn({ sheets: chosen, all, sources: chosenSources(sources, all) }, { as, htx, ...choiceOf(state) }, saying);
}

/** Another sheet of the workbook may be last year's: whether it is alone with its year, only all of them tell. */
async function sheetsFor(host: WorkbookHost, state: SessionState): Promise<{ readonly chosen: readonly OpenSheet[]; readonly all: readonly OpenSheet[] }> {
  const { sheets } = readingFor({ ...state, asked: { purpose: 'check', within: null } });
  if (state.sheets.length === 1) {
    const only = await host.read({ sheets: 'active' });
    return { chosen: only, all: only };
  }
  const [wanted, all] = await Promise.all([sheets === 'active' ? host.selection().then(({ sheet }) => [sheet]) : sheets, host.read({ sheets: 'all' })]);
  return { chosen: wanted === 'all' ? all : all.filter(({ id }) => wanted.includes(id)), all };
}

/** What came of writing. */
export interface WrittenOffers {
  /** null where nothing was written. */
  readonly entry: Entry | null;
  readonly filled: { readonly empty: number; readonly replaced: number };
  /** Keys of what was written. */
  readonly keys: ReadonlySet<string>;
  /** Cells that were not, since they would not hold what was shown. */
  readonly kept: readonly string[];
}

/** Writes the ticked offers that still stand as they were shown, all of them or none. */
export async function writeChosen(host: WorkbookHost, state: SessionState, saying: Saying): Promise<WrittenOffers> {
  const { offers, flips } = state.completing;
  const { empty, differing } = chosenOf(offers ?? { empty: [], differing: [] }, flips);
  const fresh = await offersNow(host, state, saying);
  const now = new Map([...fresh.offers.empty, ...fresh.offers.differing].map((offer) => [offer.key, offer]));
  const stands = (offer: Offer): boolean => isSameOffer(offer, now.get(offer.key));
  const shown = [...empty, ...differing];
  const writing = shown.filter(stands);
  const entry = writing.length === 0 ? null : await writeEntry(host, writing.map(({ write }) => write), writing.map(({ cell, from, to }) => ({ cell, from: from ?? '', to })));
  return {
    entry, filled: { empty: empty.filter(stands).length, replaced: differing.filter(stands).length },
    keys: new Set(writing.map(({ key }) => key)), kept: shown.filter((offer) => !stands(offer)).map(({ cell }) => cell),
  };
}

/** Whether the same would be written into the same: nothing else was on the screen. */
function isSameOffer(shown: Offer, now: Offer | undefined): boolean {
  return now !== undefined && now.to === shown.to && now.from === shown.from && now.write.format === shown.write.format && isSameContent(now.held, shown.held) && isSameContent(now.write.content, shown.write.content);
}
