/** What the panel shows of filling in, and which of the offers are to be written. Spec: docs/spec.md, G8, G9 and G11. */
import type { IndicatorName } from '#core/report';
import type { CellWrite, Content } from '#ports/workbook-host';

/** A cell that can be written, with its figure before and after. */
export interface Offer {
  /** Of the sheet and the cell. */
  readonly key: string;
  /** The host's id. */
  readonly sheet: string;
  readonly cell: string;
  readonly indicator: IndicatorName;
  /** The figure that stands there, as the reader sees it; null in an empty cell. */
  readonly from: string | null;
  /** A formula stands there, and would be written over. */
  readonly hasFormula: boolean;
  readonly to: string;
  /** The formula and the figures that enter it. */
  readonly source: string;
  readonly write: CellWrite;
  /** What the cell holds now. */
  readonly held: Content;
  /** Keys of the cells that it follows from. */
  readonly restsOn: readonly string[];
}

/** An empty cell that nothing follows for, and the cell in its way. */
export interface BlockedCell {
  readonly sheet: string;
  readonly cell: string;
  readonly by: string;
  /** What is with that cell. */
  readonly why: string;
}

/** What can be written, as the sheets stood when they were read. */
export interface Offers {
  readonly empty: readonly Offer[];
  /** Cells that hold another figure than follows. */
  readonly differing: readonly Offer[];
  readonly blocked: readonly BlockedCell[];
  /** Empty cells whose figures are missing elsewhere. */
  readonly lacking: number;
  /** None on the sheets looked at: there is nothing to fill in. */
  readonly tables: number;
  /** The host's ids of the sheets. */
  readonly sheets: readonly string[];
}

export interface CompletingState {
  readonly as: 'formulas' | 'values';
  /** Keys of the offers whose tick was changed: empty cells begin ticked, others do not. */
  readonly flips: ReadonlySet<string>;
  /** null before the first list, or once the panel looks elsewhere. */
  readonly offers: Offers | null;
  /** Cells that were not written, since they or what they follow from had changed. */
  readonly kept: readonly string[];
}

export const BEGINNING: CompletingState = { as: 'formulas', flips: new Set(), offers: null, kept: [] };

/** Offers to write together. */
export interface Chosen {
  readonly empty: readonly Offer[];
  readonly differing: readonly Offer[];
  /** Keys of ticked ones that wait for another: what they follow from is written first, or not at all. */
  readonly waiting: ReadonlySet<string>;
}

/**
 * What is ticked and can be written at once: a figure that follows from a cell that gets another one is worked out anew after it, and one
 * that follows from an empty cell needs that cell filled in.
 */
export function chosenOf({ empty, differing }: Pick<Offers, 'empty' | 'differing'>, flips: ReadonlySet<string>): Chosen {
  const replaced = new Map<string, Offer>();
  const waiting = new Set<string>();
  for (const offer of differing.filter(({ key }) => flips.has(key))) {
    const clashes = offer.restsOn.some((key) => replaced.has(key)) || [...replaced.values()].some(({ restsOn }) => restsOn.includes(offer.key));
    if (clashes) waiting.add(offer.key);
    else replaced.set(offer.key, offer);
  }
  const filled = filledOf(empty, flips, replaced);
  for (const { key } of empty) if (!flips.has(key) && !filled.has(key)) waiting.add(key);
  return { empty: empty.filter(({ key }) => filled.has(key)), differing: [...replaced.values()], waiting };
}

/** Keys of the ticked empty cells whose own sources stand, or are filled in with them. */
function filledOf(empty: readonly Offer[], flips: ReadonlySet<string>, replaced: ReadonlyMap<string, Offer>): Set<string> {
  const open = new Map(empty.map((offer) => [offer.key, offer]));
  const filled = new Set(empty.filter(({ key }) => !flips.has(key)).map(({ key }) => key));
  // Whatever falls out may be what others follow from.
  for (let before = -1; before !== filled.size;) {
    before = filled.size;
    for (const key of filled) {
      const rests = open.get(key)?.restsOn ?? [];
      if (rests.some((one) => replaced.has(one) || (open.has(one) && !filled.has(one)))) filled.delete(key);
    }
  }
  return filled;
}
