/**
 * Two figures that stand in each other's cell: two contradictions, each mended by the figure of the other.
 *
 * Method: Scholtus (2008), interchange errors; recognised once each contradiction is solved by itself.
 */
import { calibrated } from '#core/localise/confidence';
import { keyOf, order, type Exact } from '#core/localise/exact';
import { at, type Model } from '#core/localise/model';
import type { Change } from '#core/localise/assignments';
import type { Localised, Repair } from '#core/localise/repairs';

/** How sure a swap is: two figures fit each other's cells by chance once in thousands. */
const SURE = 980;

/** Diagnoses whose repairs are each other's printed figures become one, with both cells. */
export function withSwaps(all: readonly Localised[]): Localised[] {
  const merged = new Set<Localised>();
  const byPrinted = printedFigures(all);
  return all.flatMap((one) => {
    if (merged.has(one)) return [];
    const pair = pairOf(one, (other) => !merged.has(other), byPrinted);
    if (pair === null) return [named(one)];
    merged.add(pair.other);
    return [{ model: one.model, explains: [...one.explains, ...pair.other.explains], repairs: [pair.repair, ...alone(one, pair.other)], complete: one.complete && pair.other.complete }];
  });
}

/** Each diagnosis by the figures that stand in the single cells it suspects. */
type ByPrinted = ReadonlyMap<string, readonly { readonly of: Localised; readonly change: Change }[]>;

function printedFigures(all: readonly Localised[]): ByPrinted {
  const found = new Map<string, { of: Localised; change: Change }[]>();
  for (const of of all) {
    for (const change of singles(of)) {
      const key = keyOf(at(of.model, change.cell).value);
      const list = found.get(key);
      if (list === undefined) found.set(key, [{ of, change }]);
      else list.push({ of, change });
    }
  }
  return found;
}

function pairOf(one: Localised, isOpen: (other: Localised) => boolean, byPrinted: ByPrinted): { readonly other: Localised; readonly repair: Repair } | null {
  for (const a of singles(one)) {
    const others = a.value === null ? [] : (byPrinted.get(keyOf(a.value)) ?? []);
    const found = others.find(({ of, change }) => of !== one && isOpen(of) && isSwap(one.model, a, change));
    if (found !== undefined) return { other: found.of, repair: swap(one.model, a, found.change) };
  }
  return null;
}

/** A repair of two cells may itself turn out to be a swap. */
function named(one: Localised): Localised {
  return { ...one, repairs: one.repairs.map((repair) => {
    const [a, b] = repair.changes;
    const isPair = repair.changes.length === 2 && a !== undefined && b !== undefined && isSwap(one.model, a, b);
    return isPair ? swap(one.model, a, b) : repair;
  }) };
}

function swap(model: Model, a: Change, b: Change): Repair {
  return { changes: [swapped(model, a, b), swapped(model, b, a)], likelihood: SURE, confidence: calibrated(SURE) };
}

function singles({ repairs }: Localised): Change[] {
  return repairs.flatMap(({ changes }) => (changes.length === 1 ? changes : []));
}

/** Neighbours in a column or in a row, of which each would be right with the other's figure. */
function isSwap(model: Model, a: Change, b: Change): boolean {
  const [here, there] = [at(model, a.cell), at(model, b.cell)];
  if (here.term === null || there.term === null || here.role !== there.role || order(here.value, there.value) === 0) return false;
  const isBeside = here.term.row === there.term.row || here.term.column === there.term.column;
  return isBeside && isFigure(a.value, there.value) && isFigure(b.value, here.value);
}

function isFigure(value: Exact | null, other: Exact): boolean {
  return value !== null && order(value, other) === 0;
}

function swapped(model: Model, to: Change, from: Change): Change {
  return { cell: to.cell, value: at(model, from.cell).value, cause: 'swapped-cells', among: null };
}

/** What each diagnosis would have said by itself, as one alternative. */
function alone({ repairs: [first] }: Localised, { repairs: [second] }: Localised): Repair[] {
  if (first === undefined || second === undefined) return [];
  const likelihood = 1000 - SURE;
  return [{ changes: [...first.changes, ...second.changes], likelihood, confidence: calibrated(likelihood) }];
}
